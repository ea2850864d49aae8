"""What the parts cost beside the least that they could cost: ratios, each measured side by side in one run.

    python -m bench.speed                       the sample articles
    python -m bench.speed FILE_OR_FOLDER ...    other articles

Turns are taken, and the best of them counts. Process time where one process does the work, so that other work
on the machine counts for little; wall time, which it spoils, where several do, beside the process time.
How the load grows with the graph is told by bench.resolution.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from bench.resolution import taken_by, varied
from cypher import server
from cypher.database import Database, Step, Transaction, connect
from extract import pipeline, pointer
from extract.annotation import Article, Extraction
from extract.articles import read_articles
from extract.workers import extractions
from graph import growth

ROUNDS = 3
ENOUGH = 300_000  # characters that two processes share, so that their start counts for little


def best(sides: Sequence[Callable[[], object]], clock: Callable[[], float]) -> list[float]:
    """The best time of each side, turn by turn."""
    times = [[] for _ in sides]  # type: list[list[float]]
    for _ in range(ROUNDS):
        for side, taken in zip(sides, times, strict=True):
            start = clock()
            side()
            taken.append(clock() - start)
    return [min(taken) for taken in times]


def reading(articles: Sequence[Article]) -> None:
    """Print what extraction takes beside nlp.pipe alone, and beside the networks alone."""
    nlp = pipeline.load()
    runs = recorded(articles, nlp)

    def whole() -> None:
        for article in articles:
            pipeline.extract_one(article, pipeline.read(article, nlp))

    def parsed() -> None:
        for _ in nlp.pipe(article.text for article in articles):
            pass

    def networks() -> None:
        for session, outputs, inputs in runs:
            session.run(outputs, inputs)

    ours, pipe, bare = best([whole, parsed, networks], time.process_time)
    words = sum(not token.is_space for article in articles for token in nlp.make_doc(article.text))
    print(f"extraction        {1000 * ours / len(articles):6.0f} ms an article, {words / ours:.0f} words/s")
    print(f"  nlp.pipe alone  {1000 * pipe / len(articles):6.0f} ms, ratio {pipe / ours:.2f}")
    print(f"  networks alone  {1000 * bare / len(articles):6.0f} ms, ratio {bare / ours:.2f}")


def recorded(articles: Sequence[Article], nlp: Any) -> list[tuple[Any, Any, Any]]:
    """Every run of a network that reading the articles takes: session, outputs, inputs."""
    runs: list[tuple[Any, Any, Any]] = []

    class Recorder:
        """Stands in for a session, to keep what it is given."""

        def __init__(self, session: Any) -> None:
            self.session = session

        def run(self, outputs: list[str], inputs: dict[str, object]) -> object:
            runs.append((self.session, outputs, inputs))
            return self.session.run(outputs, inputs)

    encoder, network = nlp.get_pipe("onrecord_syntax").encoder, pointer.load()
    session, sessions = encoder._session, network._sessions
    encoder._session, network._sessions = Recorder(session), [Recorder(each) for each in sessions]
    for article in articles:
        pipeline.extract_one(article, pipeline.read(article, nlp))
    encoder._session, network._sessions = session, sessions
    return runs


def workers(articles: Sequence[Article]) -> None:
    """Print what two processes take beside one."""
    many = list(articles) * max(1, ENOUGH // sum(len(article.text) for article in articles))
    taken = {}
    for count in (1, 2):
        start, cost = time.perf_counter(), os.times()
        for _ in extractions(many, count, worth=0):
            pass
        end, after = time.perf_counter(), os.times()
        used = sum(after[:4]) - sum(cost[:4])
        taken[count] = (end - start, used)
    (wall, used), (wall_of_two, used_by_two) = taken[1], taken[2]
    print(f"two processes     {wall_of_two:6.1f} s, one {wall:.1f} s: {wall / wall_of_two:.2f} times as fast")
    print(f"  process time    {used_by_two:6.1f} s, one {used:.1f} s, with the start of each")


@contextmanager
def empty() -> Iterator[tuple[Database, Callable[[], float]]]:
    """An embedded server that holds nothing, and the process time that it and this process have taken."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        try:
            with connect(home=home) as database:
                database.schema()
                pid = server.start(home).pid
                yield database, lambda: time.process_time() + taken_by(pid)
        finally:
            server.stop(home)


def loading(samples: Sequence[Extraction], size: int) -> None:
    """Print what the load takes beside a loop that only writes the same rows, an article a transaction."""
    steps: list[list[Step]] = []
    write = Transaction.write

    def recording(transaction: Transaction, given: Iterable[Step]) -> None:
        held = list(given)
        steps[-1] += held
        write(transaction, held)

    def articles() -> Iterator[Extraction]:
        for extraction in varied(samples, size):
            steps.append([])
            yield extraction

    with empty() as (database, clock):
        start = clock()
        Transaction.write = recording  # type: ignore[method-assign]
        growth.load(database, articles())
        Transaction.write = write  # type: ignore[method-assign]
        ours = clock() - start
    with empty() as (database, clock):
        start = clock()
        for each in steps:
            database.write(each)
        bare = clock() - start
    print(f"load              {1000 * ours / size:6.0f} ms an article, with the server's part")
    print(f"  rows alone      {1000 * bare / size:6.0f} ms, ratio {bare / ours:.2f}")


def memory(articles: Sequence[Article], rounds: int) -> None:
    """Print how much memory a process that reads holds, over so many readings of all articles."""
    nlp = pipeline.load()
    held = []
    for number in range(rounds):
        for article in articles:
            pipeline.extract_one(article, pipeline.read(article, nlp))
        if number in (0, rounds // 2, rounds - 1):
            held.append(f"{resident():.0f} MB after {(number + 1) * len(articles):,}")
    print(f"memory            {', '.join(held)} articles")


def resident() -> float:
    """The memory of this process, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Parse the command line, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", default=[str(resources.files("extract") / "samples")])
    parser.add_argument("--rounds", type=int, default=20, help="readings of all articles, for the memory")
    parser.add_argument("--loaded", type=int, default=100, help="articles for the load, made of these")
    options = parser.parse_args()
    articles = list(read_articles(options.paths, print))
    print(f"{len(articles)} articles, best of {ROUNDS}")
    reading(articles)
    workers(articles)
    loading(list(extractions(articles)), options.loaded)
    memory(articles, options.rounds)


if __name__ == "__main__":
    main()
