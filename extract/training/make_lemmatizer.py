"""Tables for spaCy's rule lemmatizer, made from treebanks: run as a module, with the folder of the treebanks.

The folder holds spaCy DocBin files with lemmas (UD English EWT, GUM and PUD, see extract/model/LICENSES.md).
Writes extract/model/lemmas.json:

    lemma_rules  part of speech -> [suffix, replacement], regular English inflection
    lemma_index  part of speech -> lemmas of the treebanks, and word pieces whose inflections are words too
    lemma_exc    part of speech -> form -> lemma: the forms of the treebanks that rules and index get wrong
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.lookups import Lookups
from spacy.tokens import Doc, DocBin

from extract.encoder import MODEL
from extract.syntax import add_morphology

DOUBLED = "bdfgklmnprstvz"
VOWELS = "aeiou"


def rules() -> dict[str, list[list[str]]]:
    """Suffix rules by part of speech. spaCy takes the last result that is in the index, else the first."""

    def doubled(suffix: str) -> list[list[str]]:
        return [[2 * consonant + suffix, consonant] for consonant in DOUBLED]

    def silent(suffix: str) -> list[list[str]]:
        return [
            [stem + suffix, stem + "e"]
            for stem in ("v", "c", "u", "ag", "dg", "uk", "bl", "tl", "is", "iz", "at")
        ]

    regular = {
        "noun": [
            *([suffix + "es", suffix] for suffix in ("s", "x", "z", "ch", "sh")),
            *(["ies", "y"], ["ves", "f"], ["men", "man"], ["s", ""]),
        ],
        "verb": [
            *([suffix + "es", suffix] for suffix in ("ss", "x", "ch", "sh", "o")),
            *(["ies", "y"], ["es", "e"], ["s", ""]),
            *(*doubled("ed"), *silent("ed"), ["ied", "y"], ["ed", ""], ["ed", "e"]),
            *(*doubled("ing"), *silent("ing"), ["ying", "ie"], ["ing", ""], ["ing", "e"]),
        ],
        "adj": [
            *(*doubled("er"), ["ier", "y"], ["er", ""], ["er", "e"]),
            *(*doubled("est"), ["iest", "y"], ["est", ""], ["est", "e"]),
        ],
        "adv": [["", ""], ["er", ""], ["est", ""]],
    }
    uninflected = ("adp", "aux", "cconj", "det", "intj", "num", "part", "pron", "punct", "sconj", "sym", "x")
    return regular | {part: [["", ""]] for part in uninflected}  # in lower case, even if it begins a sentence


def inflected(word: str) -> tuple[str, str, str]:
    """The regular forms of a verb in -s, -ed and -ing."""
    if word.endswith("e"):
        return word + "s", word + "d", word[:-1] + "ing"
    if word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es", word + "ed", word + "ing"
    return word + "s", word + "ed", word + "ing"


def from_word_pieces(words: set[str]) -> Iterator[tuple[str, str]]:
    """Part of speech and lemma of the words whose inflections are words as well."""
    for word in words:
        third_person, past, participle = inflected(word)  # also the plural of a noun
        if third_person in words:
            yield "noun", word
        evidence = sum(form in words for form in (third_person, past, participle))
        if evidence > 1 or (past in words and word.endswith("e")):
            yield "verb", word


def irregular_verbs() -> Iterator[tuple[str, str]]:
    """Form and lemma of the verbs in irregular_verbs.txt, which may be its own past form."""
    for line in (Path(__file__).parent / "irregular_verbs.txt").read_text(encoding="utf-8").splitlines()[1:]:
        lemma, *forms = line.split()
        for form in forms or [lemma]:
            yield form, lemma


def treebank(folder: Path, nlp: spacy.language.Language) -> Iterator[Doc]:
    """All documents, with the morphology that the pipeline has."""
    files = sorted(folder.glob("*.spacy"))
    if not files:
        raise SystemExit(f"no .spacy files in {folder}")
    for file in files:
        for doc in DocBin().from_disk(file).get_docs(nlp.vocab):
            yield nlp.get_pipe("attribute_ruler")(doc)


def tables(folder: Path) -> dict[str, Any]:
    """The three tables."""
    nlp = spacy.blank("en")
    add_morphology(nlp)
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    docs = list(treebank(folder, nlp))
    index: defaultdict[str, set[str]] = defaultdict(set)
    forms: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for token in doc:
            part = token.pos_.lower()
            if part == "propn":
                continue
            if token.lemma_.islower():
                index[part].add(token.lemma_)
            if not lemmatizer.is_base_form(token):
                forms[part, token.lower_][token.lemma_] += 1
    words = {word for word in (MODEL / "vocab.txt").read_text(encoding="utf-8").split("\n") if word.isalpha()}
    for part, lemma in from_word_pieces({word for word in words if word.isascii() and len(word) > 2}):
        index[part].add(lemma)

    lookups = Lookups()
    lookups.add_table("lemma_rules", rules())
    lookups.add_table("lemma_index", index)
    lemmatizer.initialize(lookups=lookups)
    frequency = Counter[tuple[str, str]]()
    for (part, _), lemmas in forms.items():
        frequency.update({(part, lemma): count for lemma, count in lemmas.items()})
    exceptions: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for (part, form), lemmas in sorted(forms.items()):
        lemma = min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))
        found = lemmatizer.lemmatize(Doc(nlp.vocab, words=[form.capitalize()], pos=[part.upper()])[0])
        if lemma not in found:
            exceptions[part][form] = exceptions[part][form.replace("'", "’")] = [lemma]
        # spaCy moves no exception to the front which the rules have found too: "doing", "doe" before "do"
        elif rivals := found[: found.index(lemma)]:
            index[part].difference_update(
                rival for rival in rivals if 5 * frequency[part, rival] < frequency[part, lemma]
            )
    exceptions["verb"] |= {form: [lemma] for form, lemma in irregular_verbs()}
    return {
        "lemma_rules": rules(),
        "lemma_index": {part: sorted(lemmas) for part, lemmas in sorted(index.items())},
        "lemma_exc": exceptions,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path, help="folder of the training files, *.spacy")
    written = json.dumps(tables(parser.parse_args().treebanks), ensure_ascii=False, separators=(",", ":"))
    (MODEL / "lemmas.json").write_text(written + "\n", encoding="utf-8")
