"""How much the reading costs beside the networks alone: run with text files, or folders of them.

Both sides run over the same articles, turn by turn: the extraction with all it does, and the bare sessions on
the same windows. Process time on one core, so that other work on the machine counts for little.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """Process time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def megabytes() -> float:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print words per second of both sides, their ratio, memory and load time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+", help="text files, or folders of them")
    paths: list[Path] = parser.parse_args().paths

    start = time.perf_counter()
    import spacy  # noqa: F401  # loaded here, so that what it takes is not counted as ours

    with_spacy, memory = time.perf_counter(), megabytes()
    from extract import pipeline, pointer
    from extract.articles import read_articles

    nlp = pipeline.load()
    pointer.load()
    loaded = time.perf_counter()
    nlp("Ready.")
    print(f"import spacy {with_spacy - start:.2f} s, import and load ours {loaded - with_spacy:.2f} s")
    print(f"memory: {memory:.0f} MB with spacy, {megabytes() - memory:.0f} MB more for ours")

    from bench.speed import recorded  # after the memory is taken: it imports all of the graph

    articles = list(read_articles([str(path) for path in paths], print))
    words = sum(not token.is_space for article in articles for token in nlp.make_doc(article.text))
    runs = recorded(articles, nlp)

    def whole() -> None:
        list(pipeline.extract(articles, nlp))

    def bare() -> None:
        for session, outputs, inputs in runs:
            session.run(outputs, inputs)

    times = [(seconds(whole), seconds(bare)) for _ in range(ROUNDS)]
    slow, fast = (min(side) for side in zip(*times, strict=True))
    print(f"{len(articles)} articles, {words} words, {len(runs)} runs of a network; best of {ROUNDS}")
    print(f"whole extraction {words / slow:.0f} words/s, bare networks {words / fast:.0f} words/s")
    print(f"ratio {fast / slow:.2f}")


if __name__ == "__main__":
    main()
