"""The embedded server's life: found, shared, started once, stopped, idle; and where it cannot run."""

import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from cypher import server
from cypher.database import DatabaseError, connect

COUNT = "MATCH (n) RETURN count(n) AS n"
PLACE = "UNWIND $rows AS row MERGE (:Actor:Place {id: row.id})"


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Path]:
    """A home without a server; one that a test starts there is stopped."""
    home = tmp_path / "no such" / "hømé"
    yield home
    server.stop(home)


def test_where_no_server_was_none_is_found(tmp_path: Path) -> None:
    assert server.status(tmp_path / "nothing") is None
    assert server.stop(tmp_path / "nothing") is False
    assert not (tmp_path / "nothing").exists()


def test_one_server_for_all_who_come_at_once_and_its_graph_outlives_it(fresh: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(lambda _: server.start(fresh), range(4)))
    assert found == {server.status(fresh)}
    with connect(home=fresh) as one, connect(home=fresh) as other, ThreadPoolExecutor(1) as pool:
        held = pool.submit(server.hold, fresh)
        one.schema()
        one.write([(PLACE, [{"id": "lent"}])])
        assert other.read(COUNT) == [{"n": 1}]
        assert server.stop(fresh) is True  # though clients are still there
        held.result()
    assert server.status(fresh) is None
    with connect(home=fresh) as again:
        assert again.read(COUNT) == [{"n": 1}]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_what_a_crash_leaves_is_no_hindrance(fresh: Path) -> None:
    with connect(home=fresh) as database:
        database.schema()
        database.write([(PLACE, [{"id": "lent"}])])
    crashed = server.start(fresh)
    os.kill(crashed.pid, signal.SIGKILL)
    server.wait(fresh)
    (fresh / "stop").touch()
    assert (fresh / "server.json").exists()
    assert server.status(fresh) is None
    assert server.stop(fresh) is False
    with connect(home=fresh) as database:
        assert database.read(COUNT) == [{"n": 1}]
    os.kill(server.start(fresh).pid, signal.SIGTERM)
    server.wait(fresh)
    assert not (fresh / "server.json").exists()


def test_a_server_ends_when_it_is_idle(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_IDLE", "0.5")
    server.start(fresh)
    server.wait(fresh)
    assert server.status(fresh) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_passwords_are_random_and_for_the_owner_only(embedded: object, home: Path) -> None:
    credentials = home / "credentials"
    assert stat.S_IMODE(credentials.stat().st_mode) == 0o600
    found = server.status(home)
    assert found
    assert found.password != found.reader_password
    assert len(found.password) >= 32


def test_a_server_listens_on_this_machine_only(embedded: object, home: Path) -> None:
    found = server.status(home)
    assert found
    assert found.uri == f"bolt://127.0.0.1:{found.bolt}"
    listening = Path("/proc/net/tcp")
    if not listening.exists():
        pytest.skip("no /proc/net/tcp on this platform")
    both = listening.read_text() + Path("/proc/net/tcp6").read_text()
    for port in (found.bolt, found.http):
        addresses = {line.split()[1] for line in both.splitlines() if f":{port:04X} 0000" in line}
        assert addresses
        assert all(
            address.startswith(("0100007F:", "0000000000000000FFFF00000100007F:")) for address in addresses
        )


def test_without_a_wheel_for_the_platform_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(DatabaseError, match=r"no embedded server for this platform.*ONRECORD_URI"):
        server.start(tmp_path)


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.touch()
    with pytest.raises(DatabaseError, match="ONRECORD_HOME"):
        connect(home=home)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is where not even root may write")
def test_a_home_that_cannot_be_written() -> None:
    with pytest.raises(DatabaseError, match=r"/proc/onrecord.*ONRECORD_HOME"):
        connect(home=Path("/proc/onrecord"))


@pytest.mark.parametrize("idle", ["soon", "", "0", "-1", "nan"])
def test_idle_seconds_that_are_no_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, idle: str) -> None:
    monkeypatch.setenv("ONRECORD_IDLE", idle)
    with pytest.raises(DatabaseError, match=f"ONRECORD_IDLE='{idle}'"):
        server.start(tmp_path)


def test_a_start_that_was_broken_off_is_joined(fresh: Path) -> None:
    starter = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"from cypher import server; from pathlib import Path; server.start(Path({str(fresh)!r}))",
        ],
        cwd=Path(server.__file__).parent.parent,
    )
    while not (fresh / "server.lock").exists():
        assert starter.poll() is None
    starter.kill()
    starter.wait()
    assert server.start(fresh) == server.status(fresh)


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    (tmp_path / "server" / "config").touch()
    with pytest.raises(DatabaseError, match=r"did not start: .*config"):
        server.start(tmp_path)


def test_one_writes_and_the_others_wait(tmp_path: Path) -> None:
    began, order = threading.Event(), []

    def second() -> None:
        began.set()
        with server.turn(tmp_path):
            order.append("second")

    with ThreadPoolExecutor(1) as pool, server.turn(tmp_path):
        waiting = pool.submit(second)
        began.wait()
        assert not waiting.done()
        order.append("first")
    assert order == ["first", "second"]


def test_a_full_disk_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DatabaseError, match="failed"), server.turn(tmp_path):
        raise DatabaseError("it failed")
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    with pytest.raises(DatabaseError, match="is full: make room"), server.turn(tmp_path):
        raise DatabaseError("it failed")


def test_a_home_in_which_no_turn_can_be_taken(tmp_path: Path) -> None:
    (tmp_path / "writing.lock").mkdir()
    with pytest.raises(DatabaseError, match="ONRECORD_HOME"), server.turn(tmp_path):
        pass
