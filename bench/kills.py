"""Kill `onrecord read` at random moments, again and again: is the graph that of an undisturbed run?

    python -m bench.kills                            50 kills over 200 articles, embedded server
    python -m bench.kills --uri bolt://... --password ...   the same on a Neo4j, WHICH IT EMPTIES
    python -m bench.kills --articles 20 --kills 5

The command itself is killed (kill -9), with its two processes that read: a third of the times while it
starts, else after some articles more are in the graph. Each time none of its processes may outlive it, and
the same command goes on. Then two such commands run at once, one of them backwards. Prints the three digests.

The articles are short ones about invented people, who say, meet and accuse; every tenth is a copy of another.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.resolution import GIVEN, family
from cypher import server
from cypher.database import Database, connect
from graph import check

ROOT = Path(__file__).parent.parent
PAUSE = 0.5  # seconds after an article within which the kill comes: an article takes about as long
PATIENCE = 60.0  # seconds for the processes of one that was killed to end
COPIES = 10
OUTLETS = ("Quay Post", "Northern Mail", "Kardan Herald")
TOWNS = ("Port Selle", "Kardan", "Overmoor", "Lisk", "Vantry")
SENTENCES = (
    "{a} said on Monday that the bridge at {town} would be closed until the spring.",
    "“We have waited {number} years for this road,” {a} told the council of {town}.",
    "{a} met {b} in {town} to speak about the harbour and its {number} boats.",
    "{b} accused {a} of hiding what the new wall had cost.",
    "{a} denied that {number} workers had been sent home without their pay.",
    "According to {b}, the ferry to {town} carried {number} passengers on its last day.",
    "{c}, who leads the union of {town}, will meet {a} next week.",
    "Nobody was hurt, and the market at {town} opened again after {number} days.",
    "{c} said: “Nobody asked the people of {town}, and all {number} of them would have said no.”",
)
_EMPTY = "UNWIND $rows AS row MATCH (n) WITH n LIMIT 2000 DETACH DELETE n"
_COUNT = "MATCH (a:Article) RETURN count(a) AS articles"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the graph is: a Neo4j at ``uri``, else the embedded server of ``home``."""

    home: Path
    uri: str | None = None
    user: str = "neo4j"
    password: str = ""

    def open(self) -> Database:
        """The database, open."""
        return connect(uri=self.uri, user=self.user, password=self.password, home=self.home)

    @property
    def options(self) -> list[str]:
        """The same for the command line."""
        if self.uri is None:
            return ["--home", str(self.home)]
        return ["--uri", self.uri, "--user", self.user, "--password", self.password]


def written(folder: Path, count: int, sentences: int) -> list[str]:
    """Files, each with an article of so many sentences."""
    chance = random.Random(count)
    folder.mkdir()
    texts: list[str] = []
    paths = []
    for number in range(count):
        a, b, c = (f"{chance.choice(GIVEN)} {family(chance, count)}" for _ in range(3))
        lines = [
            chance.choice(SENTENCES).format(
                a=a, b=b, c=c, town=chance.choice(TOWNS), number=chance.randint(2, 999)
            )
            for _ in range(sentences)
        ]
        texts.append("\n\n".join((f"{a} and {b} at odds", *lines)))
        if number % COPIES == COPIES - 1:
            texts[-1] = f"{texts[chance.randrange(number)]}\n\nThe paper printed this on page {number}."
        day = f"2031-05-{chance.randint(1, 28):02}"
        path = folder / f"{number:04}.jsonl"
        record = {"text": texts[-1], "published": day, "source": chance.choice(OUTLETS)}
        path.write_text(json.dumps(record) + "\n", encoding="utf-8")
        paths.append(str(path))
    return paths


def started(place: Place, paths: Sequence[str]) -> "subprocess.Popen[str]":
    """`onrecord read`, with two processes that read."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "read", "--workers", "2", *place.options, *paths],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(*processes: "subprocess.Popen[str]") -> None:
    """Wait until they are done. Raises RuntimeError where one is not."""
    for process in processes:
        _, told = process.communicate()
        if process.returncode:
            raise RuntimeError(f"reading ended with status {process.returncode}: {told}")


def killed(place: Place, paths: Sequence[str], kills: int, seed: int = 7) -> tuple[int, int]:
    """Read, be killed so often, and read to the end.

    How many kills hit before it was done, and how many of these had processes of its own. Raises RuntimeError
    where one of them outlives the command.
    """
    chance = random.Random(seed)
    longest = max(1, 2 * (len(paths) // kills) - 1)  # articles between two kills
    beginning = 1.0  # seconds that the command takes to its first article
    hit = several = 0
    with place.open() as database:
        for number in range(kills):
            before, start = _articles(database), time.monotonic()
            process = started(place, paths)
            if number % 3 == 2:
                time.sleep(chance.uniform(0, beginning))
            else:
                _await(database, process, before + 1)
                beginning = time.monotonic() - start
                _await(database, process, before + chance.randint(1, longest))
                time.sleep(chance.uniform(0, PAUSE))
            hit += process.poll() is None
            several += _kill(process, place) > 1
    finish(started(place, paths))
    return hit, several


def _await(database: Database, process: "subprocess.Popen[str]", articles: int) -> None:
    while process.poll() is None and _articles(database) < articles:
        time.sleep(0.02)


def _articles(database: Database) -> int:
    return int(database.read(_COUNT)[0]["articles"])


def _kill(process: "subprocess.Popen[str]", place: Place) -> int:
    """Kill it, and wait until the processes are gone that it had started, but for the server; how many."""
    found = server.status(place.home)
    others = [pid for pid in children(process.pid) if found is None or pid != found.pid]
    process.kill()
    process.communicate()
    deadline = time.monotonic() + PATIENCE
    while left := [pid for pid in others if is_running(pid)]:
        if time.monotonic() > deadline:
            raise RuntimeError(f"the processes {left} outlive the one that started them")
        time.sleep(0.05)
    return len(others)


def children(pid: int) -> list[int]:
    """The processes that a process has started, by Linux's own account; none elsewhere."""
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def is_running(pid: int) -> bool:
    """Whether it runs, and is not only waiting to be taken off the list."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def digest(place: Place) -> str:
    """The digest of the graph. Raises RuntimeError where it breaks an invariant."""
    with place.open() as database:
        if flaws := list(check.flaws(database)):
            raise RuntimeError(f"{len(flaws)} flaws, the first: {flaws[0]}")
        return check.digest(database)


def empty(place: Place) -> None:
    """Take all out of the graph."""
    with place.open() as database:
        database.schema()
        while database.read("MATCH (n) RETURN n.id LIMIT 1"):
            database.write([(_EMPTY, [{}])])


def main() -> None:
    """Parse the command line, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--sentences", type=int, default=12, help="of each article")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--uri")
    parser.add_argument("--user", default="neo4j")
    parser.add_argument("--password", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = Place(folder / "home", options.uri, options.user, options.password)
        paths = written(folder / "articles", options.articles, options.sentences)
        try:
            empty(place)
            finish(started(place, paths))
            print(f"undisturbed      {digest(place)}", flush=True)
            empty(place)
            hit, several = killed(place, paths, options.kills)
            print(f"{hit:3} times killed {digest(place)} ({several} with processes that read)", flush=True)
            empty(place)
            finish(started(place, paths), started(place, paths[::-1]))
            print(f"two at once      {digest(place)}", flush=True)
        finally:
            server.stop(folder / "home")


if __name__ == "__main__":
    main()
