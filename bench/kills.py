"""Kill `read` at random moments, again and again: is the graph that of an undisturbed run?

    python -m bench.kills                            50 kills over 200 articles, embedded server
    python -m bench.kills --uri bolt://... --password ...   the same on a Neo4j, WHICH IT EMPTIES
    python -m bench.kills --articles 20 --kills 5

The articles are the samples, repeated with other persons and days (bench.resolution); they are read once, so
that the killed process does what `onrecord read` does after the reader, and is hit there. Then
two processes load all of them at once, one forwards and one backwards. Prints the three digests.
"""

import argparse
import pickle
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from cypher import server
from cypher.database import Database, connect
from extract.annotation import Extraction
from graph import archive, check

LONGEST = 4  # articles between two kills, at most, but for what is done in the pause
_PAUSE = 0.1
_EMPTY = "UNWIND $rows AS row MATCH (n) WITH n LIMIT 2000 DETACH DELETE n"


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


def load(place: Place, extractions: Sequence[Extraction]) -> None:
    """Load as `onrecord read` does, and say so on stdout before each article and at the end."""
    by_key = {extraction.article.key: extraction for extraction in extractions}

    def told(chosen: archive.Choose) -> Iterator[Extraction]:
        for article in chosen(each.article for each in extractions):
            print("next", flush=True)
            yield by_key[article.key]

    with place.open() as database:
        archive.read(database, told, "bench", [], [])
    print("done", flush=True)


def started(job: Path) -> "subprocess.Popen[str]":
    """A process that loads what is pickled there."""
    command = [sys.executable, "-m", "bench.kills", "--job", str(job)]
    root = Path(__file__).parent.parent
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)


def prepared(folder: Path, name: str, place: Place, extractions: Iterable[Extraction]) -> Path:
    """A file for started()."""
    job = folder / name
    job.write_bytes(pickle.dumps((place, tuple(extractions))))
    return job


def killed(job: Path, kills: int, longest: int = LONGEST, seed: int = 7) -> int:
    """Load, be killed so often, and load to the end; how many kills hit before it was done.

    Each comes up to ``_PAUSE`` seconds after one of the ``longest`` first articles that are left.
    """
    chance = random.Random(seed)
    hit = 0
    for _ in range(kills):
        process = started(job)
        assert process.stdout is not None
        with process.stdout as lines:
            for _ in range(chance.randint(1, longest)):
                if lines.readline().strip() != "next":
                    break
            else:
                time.sleep(chance.uniform(0, _PAUSE))
                hit += process.poll() is None
            process.kill()
        process.wait()
    finish(started(job))
    return hit


def finish(*processes: "subprocess.Popen[str]") -> None:
    """Wait until they are done. Raises RuntimeError where one is not."""
    for process in processes:
        said, _ = process.communicate()
        if process.returncode or not said.endswith("done\n"):
            raise RuntimeError(f"loading ended with status {process.returncode}")


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
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--uri")
    parser.add_argument("--user", default="neo4j")
    parser.add_argument("--password", default="")
    parser.add_argument("--job", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        load(*pickle.loads(options.job.read_bytes()))
        return
    # not in the processes that load
    from bench.resolution import varied
    from extract.articles import read_articles
    from extract.pipeline import extract

    samples = list(extract(read_articles([str(resources.files("extract") / "samples")], print)))
    pages = list(varied(samples, options.articles))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = Place(folder / "home", options.uri, options.user, options.password)
        forwards = prepared(folder, "forwards", place, pages)
        backwards = prepared(folder, "backwards", place, reversed(pages))
        try:
            empty(place)
            finish(started(forwards))
            print(f"undisturbed      {digest(place)}", flush=True)
            empty(place)
            hit = killed(forwards, options.kills)
            print(f"{hit:3} times killed {digest(place)}", flush=True)
            empty(place)
            finish(started(forwards), started(backwards))
            print(f"two at once      {digest(place)}", flush=True)
        finally:
            server.stop(folder / "home")


if __name__ == "__main__":
    main()
