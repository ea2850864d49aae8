"""Scores of the reading on treebanks and name data: ``python bench/syntax_scores.py FOLDER``.

FOLDER holds spaCy DocBin files; those whose name ends in "-ner" or "-train" are scored for names, the others
for tags, lemmas, sentences and parse. Gold tokens, each Doc one paragraph; figures of spaCy's own Scorer.
"""

import argparse
import sys
from pathlib import Path

from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, DocBin
from spacy.training import Example

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from extract.syntax import build  # noqa: E402

PARSE = ("tag_acc", "pos_acc", "lemma_acc", "sents_f", "dep_uas", "dep_las")


def main() -> None:
    """Print a line per file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="of .spacy files")
    parser.add_argument("--raw", action="store_true", help="from the text, with our own tokenizer")
    arguments = parser.parse_args()
    nlp = build()
    for file in sorted(arguments.folder.glob("*.spacy")):
        examples = []
        for gold in DocBin().from_disk(file).get_docs(nlp.vocab):
            words = [token.text for token in gold]
            spaces = [bool(token.whitespace_) for token in gold]
            doc = nlp.make_doc(gold.text) if arguments.raw else Doc(nlp.vocab, words=words, spaces=spaces)
            for _, component in nlp.pipeline:
                doc = component(doc)
            examples.append(Example(doc, gold))
        if file.stem.endswith(("-ner", "-train")):
            scores = get_ner_prf(examples)
            by_type = {kind: 100 * score["f"] for kind, score in sorted(scores["ents_per_type"].items())}
            figures = {name: 100 * scores[f"ents_{name}"] for name in "prf"} | by_type
        else:
            scores = Scorer().score(examples) | Scorer.score_token_attr(examples, "lemma")
            figures = {name: 100 * scores[name] for name in ("token_f", *PARSE)}
        print(file.stem, *(f"{name} {figure:.2f}" for name, figure in figures.items()), sep="  ")


if __name__ == "__main__":
    main()
