"""The embedded ArcadeDB server: a process of its own, started on first use, shared by all commands.

Its home folder holds

    server.lock     held by the server as long as it lives: who cannot take it knows that there is one
    server.json     process id and ports, written when the server is ready; without the lock it means nothing,
                    so that one left by a crash never needs a hand
    starting.lock   held by the command that starts a server: of two at once, one starts and both use it
    stop            made to tell the server to end
    awake           touched to tell it that somebody still wants it
    writing.lock    held by the command whose turn it is to write: transactions that read before they write
                    would only fail each other
    credentials     the passwords, random, made once, readable by the owner only
    server/         the server's own root: databases, configuration, log

A process of its own, because the JVM inside a command crashes or hangs at its end, and because one folder can
be open in one process only. ArcadeDB is used through Bolt, with the Cypher that Neo4j takes; this
module alone knows that it is ArcadeDB.
"""

import importlib.util
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from cypher import library

DATABASE = "onrecord"
IDLE_SECONDS = 900.0
_HEAP = "512m"
_PATIENCE = 60.0  # seconds to wait for another command's start, or for a server to end
_ROOM = 10_000_000  # bytes: with fewer left on the disk the server cannot write
_PULSE = 0.5  # seconds between two looks at whether to end
_USER, _READER = "root", "reader"
# Group `readers` may read records and nothing else: what keeps questions from writing, for a READ session
# does not stop writes here.
_GROUPS = {
    "version": 2,
    "databases": {
        "*": {
            "groups": {
                "admin": {
                    "resultSetLimit": -1,
                    "readTimeout": -1,
                    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
                    "types": {
                        "*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}
                    },
                },
                "readers": {
                    "resultSetLimit": -1,
                    "readTimeout": -1,
                    "access": [],
                    "types": {"*": {"access": ["readRecord"]}},
                },
                "*": {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": []}}},
            }
        }
    },
}
_LOGGING = """\
handlers=java.util.logging.FileHandler
.level=WARNING
java.util.logging.FileHandler.pattern={pattern}
java.util.logging.FileHandler.limit=1000000
java.util.logging.FileHandler.count=2
java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
"""


class DatabaseError(Exception):
    """The root of what can go wrong with the graph's server: one line, what was wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running embedded server: where it listens (this machine only) and who may enter.

    ``user`` may do everything, ``reader`` may only read.
    """

    pid: int
    bolt: int
    http: int
    password: str
    reader_password: str
    user: str = _USER
    reader: str = _READER

    @property
    def uri(self) -> str:
        """The Bolt address."""
        return f"bolt://127.0.0.1:{self.bolt}"


def default_home() -> Path:
    """Where the graph lives unless told otherwise: the platform's folder for a user's data."""
    return Path(platformdirs.user_data_dir("onrecord", appauthor=False))


def status(home: Path) -> Server | None:
    """The server that lives in ``home``, None where none is ready."""
    try:
        if not _is_held(home / "server.lock"):
            return None
        found = json.loads((home / "server.json").read_text(encoding="utf-8"))
    except FileNotFoundError:  # it is just starting or ending
        return None
    except OSError as error:
        raise DatabaseError(f"{home} cannot be read ({error.strerror}): set ONRECORD_HOME") from None
    root, reader = _credentials(home)
    return Server(found["pid"], found["bolt"], found["http"], root, reader)


def start(home: Path) -> Server:
    """The server of ``home``, started where there is none; seconds the first time, at once afterwards.

    It ends by itself after ONRECORD_IDLE seconds (default 900) in which nobody asked it anything.
    Raises DatabaseError where it cannot run: no ArcadeDB for this platform, a folder that cannot be written.
    """
    if found := status(home):
        return found
    idle = _idle_seconds()
    if importlib.util.find_spec("arcadedb_embedded") is None:
        raise DatabaseError(
            f"there is no embedded server for this platform ({sys.platform}): start Neo4j 5 instead "
            "(docker compose up -d) and set ONRECORD_URI=bolt://127.0.0.1:7687 and ONRECORD_PASSWORD"
        )
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        (home / "server" / "log").mkdir(parents=True, exist_ok=True)
        with _lock(home / "starting.lock", f"another command is starting a server in {home}"):
            return _settled(home) or _spawn(home, idle)
    except OSError as error:
        raise DatabaseError(
            f"{home} cannot hold the graph ({error.strerror}): set ONRECORD_HOME to a folder you can write"
        ) from None


def stop(home: Path) -> bool:
    """End the server of ``home`` and wait until it is gone; False where there was none."""
    if status(home) is None:
        return False
    (home / "stop").touch()  # rather than a signal: a process id may be another's by now
    wait(home)
    return True


def hold(home: Path) -> None:
    """Keep the server of ``home`` from getting idle, until it is stopped or this call is interrupted."""
    while status(home):
        (home / "awake").touch()
        time.sleep(_PULSE)


def wait(home: Path) -> None:
    """Wait until no server lives in ``home``. Raises DatabaseError when one does not end."""
    with _lock(home / "server.lock", f"the server in {home} does not end"):
        pass


@contextmanager
def turn(home: Path) -> Iterator[None]:
    """Wait until nobody else writes to the graph of ``home``, and keep others waiting."""
    try:
        file = (home / "writing.lock").open("a")
    except OSError as error:
        raise DatabaseError(f"{home} cannot be written ({error.strerror}): set ONRECORD_HOME") from None
    with file:
        _take(file.fileno())
        try:
            yield
        except DatabaseError:  # which does not say so where the disk is full
            if shutil.disk_usage(home).free > _ROOM:
                raise
            raise DatabaseError(
                f"the disk that holds {home} is full: make room and run it again; what was loaded stays"
            ) from None


def _idle_seconds() -> float:
    value = os.environ.get("ONRECORD_IDLE", str(IDLE_SECONDS))
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not seconds > 0:  # so that nan is refused, too
        raise DatabaseError(f"ONRECORD_IDLE={value!r} is no number of seconds")
    return seconds


def _settled(home: Path) -> Server | None:
    """The server of ``home``, once it is up or gone: it may be ending, or starting for a command cut off."""
    deadline = time.monotonic() + _PATIENCE
    while (found := status(home)) is None and _is_held(home / "server.lock"):
        if time.monotonic() > deadline:
            raise DatabaseError(
                f"the server in {home} neither starts nor ends: see {home / 'server' / 'log'}"
            )
        time.sleep(0.05)
    return found


def _spawn(home: Path, idle: float) -> Server:
    _credentials(home)
    log = home / "server" / "log" / "process.log"
    with log.open("wb") as errors:
        process = subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-m", "cypher.server", str(home.resolve()), str(idle)],
            cwd=Path(__file__).parent.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,  # Ctrl-C in one command is not meant for the server that others share
        )
    assert process.stdout is not None  # noqa: S101 - asked for above
    with process.stdout as stdout:
        stdout.readline()  # it says one line when it is ready; none when it ends before
    process.returncode = 0  # it outlives this process: nobody shall wait for it, or warn that it runs
    if found := status(home):
        return found
    said = log.read_text(encoding="utf-8", errors="replace").split("\n")
    last = next((line for line in reversed(said) if line.strip()), "it said nothing")
    raise DatabaseError(f"the embedded server did not start: {last.strip()} (more in {log})")


def _credentials(home: Path) -> tuple[str, str]:
    """The passwords of the two users, made at the first call."""
    path = home / "credentials"
    if not path.exists():
        new = path.with_suffix(".new")
        new.unlink(missing_ok=True)
        new.touch(mode=0o600, exist_ok=False)
        new.write_text(f"{secrets.token_urlsafe(24)}\n{secrets.token_urlsafe(24)}\n", encoding="utf-8")
        new.replace(path)
    root, reader = path.read_text(encoding="utf-8").split()
    return root, reader


@contextmanager
def _lock(path: Path, what: str) -> Iterator[None]:
    """Hold the lock of a file; the system gives it back when the process ends, however it ends."""
    deadline = time.monotonic() + _PATIENCE
    with path.open("a") as file:
        while not _taken(file.fileno()):
            if time.monotonic() > deadline:
                raise DatabaseError(f"{what}: gave up after {_PATIENCE:.0f} seconds")
            time.sleep(0.05)
        yield


def _is_held(path: Path) -> bool:
    if not path.exists():
        return False
    with path.open("a") as file:
        return not _taken(file.fileno())


if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _take(descriptor: int) -> None:
        while not _taken(descriptor):
            time.sleep(0.05)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _serve(home: Path, idle: float) -> None:
    """Be the server, until told to stop or until nobody has asked anything for ``idle`` seconds."""
    terminated = threading.Event()
    ready, end = home / "server.json", home / "stop"
    with _lock(home / "server.lock", f"the last server in {home} does not end"):
        ready.unlink(missing_ok=True)  # what a crash left
        end.unlink(missing_ok=True)
        server, bolt, http = _arcadedb(home)
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: terminated.set())
        new = ready.with_suffix(".new")
        new.write_text(json.dumps({"pid": os.getpid(), "bolt": bolt, "http": http}), encoding="utf-8")
        new.replace(ready)
        print("ready", flush=True)  # noqa: T201 - the one line that start() waits for
        activity, since = None, time.monotonic()
        while not terminated.wait(_PULSE) and not end.exists() and time.monotonic() - since < idle:
            if activity != (activity := _activity(home, server)):
                since = time.monotonic()
        ready.unlink(missing_ok=True)
        server.stop()
        os._exit(0)  # the JVM would wait for every Bolt client that is still connected


def _arcadedb(home: Path) -> tuple[Any, int, int]:
    """ArcadeDB in this process, with its users, its database and its full-text indexes; and its ports."""
    root = home / "server"
    config = root / "config"
    config.mkdir(exist_ok=True)
    (config / "server-groups.json").write_text(json.dumps(_GROUPS), encoding="utf-8")
    # users are made anew at every start, with the passwords of this home
    (config / "server-users.jsonl").unlink(missing_ok=True)
    logging, log = config / "logging.properties", root / "log"
    logging.write_text(_LOGGING.format(pattern=(log / "arcadedb.%g.log").as_posix()), encoding="utf-8")
    password, reader_password = _credentials(home)
    bolt, http = _free_ports(2)
    os.chdir(root)  # where the JVM drops its files

    import httpx
    from arcadedb_embedded.server import ArcadeDBServer

    server = ArcadeDBServer(
        str(root),
        password,
        config={
            "http_port": http,
            "mode": "development",  # production hides what is wrong with a query
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_port": bolt,
            "bolt_defaultDatabase": DATABASE,
            "server_defaultDatabases": f"{DATABASE}[{_USER}]",
            "txWalFlush": 1,
        },
        jvm_kwargs={
            "heap_size": _HEAP,
            "jvm_args": [
                f"-Djava.util.logging.config.file={logging}",
                f"-XX:ErrorFile={log / 'hs_err_%p.log'}",
            ],
        },
    )
    server.start()
    database = server.get_database(DATABASE)
    for statement in library.statements("schema/embedded.sql"):
        database.command("sql", statement)
    reader = {"name": _READER, "password": reader_password, "databases": {DATABASE: ["readers"]}}
    httpx.post(
        f"http://127.0.0.1:{http}/api/v1/server",
        auth=(_USER, password),
        json={"command": f"create user {json.dumps(reader)}"},
        trust_env=False,  # a proxy is nothing for this machine
    ).raise_for_status()
    return server, bolt, http


def _free_ports(count: int) -> tuple[int, ...]:
    """Ports that nobody listens on; all open at once, so that they differ."""
    with ExitStack() as open_:
        sockets = [open_.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return tuple(each.getsockname()[1] for each in sockets)


def _activity(home: Path, server: Any) -> tuple[str, float]:
    """What changes whenever a client, ours or another, runs something; and when hold() touches its file."""
    awake = home / "awake"
    counts = server._java_server.getDatabase(DATABASE).getStats()
    return str(counts), awake.stat().st_mtime if awake.exists() else 0.0


if __name__ == "__main__":
    try:
        _serve(Path(sys.argv[1]), float(sys.argv[2]))
    except BaseException:  # noqa: BLE001 - whatever it is, it is told and the process ends
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)  # the JVM would keep the process, and start() would wait for it
