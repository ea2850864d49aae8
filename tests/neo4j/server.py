"""A real Neo4j without Docker: its artifacts from Maven Central, started on free ports for the tests.

Neo4j is GPLv3. It is fetched for the tests only and never shipped. By hand, until Ctrl-C:

    python -m tests.neo4j.server
"""

import contextlib
import os
import secrets
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

HERE = Path(__file__).parent
LIBRARIES = HERE.parent.parent / "build" / "neo4j"
PATIENCE = 300.0  # seconds for a start; 10 to 20 are usual, minutes on a machine that is busy
CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
dbms.usage_report.enabled=false
client.allow_telemetry=false
"""
JAVA = shlex.split("""
-Xmx512m -XX:+UseG1GC -Dio.netty.tryReflectionSetAccessible=true -Dlog4j2.disable.jmx=true
--add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED
--add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
""")


class Unavailable(Exception):
    """There is no Neo4j to be had on this machine; the message says why."""


class Neo4j:
    """A running Neo4j: ``uri``, ``user``, ``password``, and ``browser``, the address of Neo4j Browser."""

    user = "neo4j"

    def __init__(self, home: Path, imported: Path | None = None) -> None:
        """Start it on an empty home and wait until it answers. Raises Unavailable.

        ``imported``: a folder of ``onrecord export --neo4j-import`` that its database is made of.
        """
        libraries = fetch()
        bolt, http = _free_ports()
        self.uri = f"bolt://127.0.0.1:{bolt}"
        self.browser = f"http://127.0.0.1:{http}/browser/"
        self.password = secrets.token_urlsafe(12)
        (home / "conf").mkdir(parents=True)
        (home / "conf" / "neo4j.conf").write_text(
            CONFIGURATION.format(bolt=bolt, http=http), encoding="utf-8"
        )
        environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        classes = ["-cp", f"{libraries}/*"]
        with (home / "start.log").open("wb") as log:
            subprocess.run(
                ["java", *classes, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", self.password],
                env=environment, check=True, stdout=log, stderr=log,
            )  # fmt: skip
            if imported is not None:
                subprocess.run(
                    ["java", *classes, "org.neo4j.cli.AdminTool",
                     "database", "import", "full", "neo4j", "@arguments.txt"],
                    cwd=imported, env=environment, check=True, stdout=log, stderr=log,
                )  # fmt: skip
        self._home, self._http = home, http
        self._command = [
            "java", *JAVA, *classes, "org.neo4j.server.CommunityEntryPoint",
            f"--home-dir={home}", f"--config-dir={home / 'conf'}", "--console-mode",
        ]  # fmt: skip
        self._environment = environment
        self.start()

    def start(self) -> None:
        """Start it, again after stop() with what it held then, and wait until it answers."""
        with (self._home / "start.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command, env=self._environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        deadline = time.monotonic() + PATIENCE
        while not _answers(f"http://127.0.0.1:{self._http}/"):
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                log_text = (self._home / "start.log").read_text(encoding="utf-8")
                raise RuntimeError(f"Neo4j did not start:\n{log_text}")
            time.sleep(0.2)

    def __enter__(self) -> Self:
        """The running server."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it."""
        self.stop()

    def stop(self) -> None:
        """End it at once, as a crash would: an orderly end takes ten seconds."""
        self._process.kill()
        self._process.wait(PATIENCE)


def fetch() -> Path:
    """The folder of Neo4j's jars: fetched once with Maven, 137 MB. Raises Unavailable."""
    if missing := [program for program in ("java", "mvn") if shutil.which(program) is None]:
        raise Unavailable(f"no Neo4j to test on: {' and '.join(missing)} not installed, ONRECORD_URI not set")
    pom = (HERE / "pom.xml").read_text(encoding="utf-8")
    stamp = LIBRARIES / "pom.xml"
    if not (stamp.exists() and stamp.read_text(encoding="utf-8") == pom):
        shutil.rmtree(LIBRARIES, ignore_errors=True)
        try:
            subprocess.run(
                ["mvn", "-B", "-q", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies",
                 "-DincludeScope=runtime", f"-DoutputDirectory={LIBRARIES}"],
                check=True, capture_output=True, text=True,
            )  # fmt: skip
        except subprocess.CalledProcessError as error:
            raise Unavailable(f"no Neo4j to test on: Maven cannot fetch it: {error.stdout[-500:]}") from None
        stamp.write_text(pom, encoding="utf-8")  # last: all the jars are there
    return LIBRARIES


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder, Neo4j(Path(folder) / "home") as running:
        sys.stdout.write(f"{running.browser} {running.uri} {running.user} {running.password}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            signal.pause()
