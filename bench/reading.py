"""How much the reading costs beside the network alone: run with text files, or folders of them.

Both sides run over the same articles, turn by turn: the pipeline with all it does, and the bare session on
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
    files = [file for path in paths for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path])]

    start = time.perf_counter()
    import spacy  # noqa: F401  # loaded here, so that what it takes is not counted as ours

    with_spacy, memory = time.perf_counter(), megabytes()
    from extract import syntax

    nlp = syntax.build()
    loaded = time.perf_counter()
    nlp("Ready.")
    print(f"import spacy {with_spacy - start:.2f} s, import and load ours {loaded - with_spacy:.2f} s")
    print(f"memory: {memory:.0f} MB with spacy, {megabytes() - memory:.0f} MB more for ours")

    component = nlp.get_pipe("onrecord_syntax")
    session = component.encoder._session
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    words = sum(not token.is_space for text in texts for token in nlp.make_doc(text))
    windows: list[dict[str, object]] = []

    class Recorder:
        """Stands in for the session once, to keep what it is given."""

        def run(self, outputs: list[str], inputs: dict[str, object]) -> object:
            windows.append(inputs)
            return session.run(outputs, inputs)

    component.encoder._session = Recorder()
    for text in texts:
        component(nlp.make_doc(text))
    component.encoder._session = session

    def whole() -> None:
        for text in texts:
            nlp(text)

    def bare() -> None:
        for inputs in windows:
            session.run(None, inputs)

    times = [(seconds(whole), seconds(bare)) for _ in range(ROUNDS)]
    slow, fast = (min(side) for side in zip(*times, strict=True))
    print(f"{len(texts)} articles, {words} words, {len(windows)} windows; best of {ROUNDS}")
    print(f"whole pipeline {words / slow:.0f} words/s, bare session {words / fast:.0f} words/s")
    print(f"ratio {slow / fast:.2f}")


if __name__ == "__main__":
    main()
