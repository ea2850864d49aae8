"""Arrays -> an ordinary spaCy Doc: tags, morphology, lemmas, sentences, parse and names.

The encoder is a spaCy component, "onrecord_syntax". It reads the paragraphs in
``doc.spans["paragraphs"]``, or those between newlines if there is no such group. What no paragraph covers has
neither tags nor a parse.
"""

import json
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.strings import StringStore
from spacy.tokens import Doc, Span

from extract.decoding import NAME_TAGS, name_tags, trees
from extract.encoder import MODEL, Encoder, opening
from extract.lexicon import verbs
from extract.tokens import tighten

MORPHOLOGY = Path(__file__).parent / "morphology.toml"
LONGEST_TEXT = 100_000_000  # spaCy's own bound is for networks that read a whole text at once
PARAGRAPHS = "paragraphs"
INSIDE, OUTSIDE, BEGINS = 1, 2, 3  # spaCy's codes for ENT_IOB

Ids = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]
Columns = dict[str, npt.NDArray[Any]]
"""The annotation of a Doc: a value for each token, by attribute, as Doc.from_array takes them."""


def build(folder: Path = MODEL, threads: int = 1) -> Language:
    """The pipeline that reads English: tokenizer, encoder, morphology, lemmas. Raises ModelError.

    ``threads``: how many paragraphs of an article are read at the same time; the result is the same.
    """
    nlp = spacy.blank("en")
    nlp.max_length = LONGEST_TEXT
    tighten(nlp)
    nlp.add_pipe("onrecord_syntax", config={"folder": str(folder), "threads": threads})
    add_morphology(nlp)
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=_lemmas(folder))
    return nlp


def add_morphology(nlp: Language) -> None:
    """Add an attribute_ruler that gives each tag its Universal Dependencies features."""
    table = tomllib.loads(MORPHOLOGY.read_text(encoding="utf-8"))
    ruler: Any = nlp.add_pipe("attribute_ruler")
    for tag, features in table["tags"].items():
        ruler.add(patterns=[[{"TAG": tag}]], attrs={"MORPH": features})
    for tag, words in table["words"].items():
        for word, features in words.items():
            ruler.add(patterns=[[{"TAG": tag, "LOWER": word}]], attrs={"MORPH": features})


def _lemmas(folder: Path) -> Lookups:
    """The tables of the rule lemmatizer, made by extract/training/make_lemmatizer.py."""
    lookups = Lookups()
    with opening(folder / "lemmas.json") as path:
        tables = json.loads(path.read_text(encoding="utf-8"))
        tables["lemma_index"] = {part: frozenset(lemmas) for part, lemmas in tables["lemma_index"].items()}
        # "chided": without knowing "chide" the rules would make it "chid"
        tables["lemma_index"]["verb"] |= verbs()
        for name in ("lemma_rules", "lemma_index", "lemma_exc"):
            lookups.add_table(name, tables[name])
    return lookups


@Language.factory("onrecord_syntax", default_config={"folder": str(MODEL), "threads": 1})
class Syntax:
    """spaCy component: the readings of the encoder become annotation of the Doc."""

    def __init__(self, nlp: Language, name: str, folder: str, threads: int) -> None:
        """Load the encoder from ``folder``; raises ModelError."""
        self.name = name
        self._threads = threads
        self.encoder = _encoder(Path(folder))
        labels, strings = self.encoder.labels, nlp.vocab.strings
        self._root, self._unlabelled = _ids(["ROOT", "dep"], strings)
        self._tag_space, self._pos_space = _ids(["_SP", "SPACE"], strings)
        self._dep = _ids(["dep" if dep == "ROOT" else dep for dep in labels.dep], strings)
        self._tag = _ids(labels.tag, strings)
        self._pos = _ids(labels.pos, strings)
        codes = {"O": OUTSIDE, "B": BEGINS, "S": BEGINS, "I": INSIDE, "E": INSIDE}
        self._iob = np.array([codes[tag[0]] for tag in NAME_TAGS], dtype=np.uint64)
        self._type = _ids([tag[2:] for tag in NAME_TAGS], strings)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the paragraphs of a Doc, in place."""
        if PARAGRAPHS not in doc.spans:
            doc.spans[PARAGRAPHS] = list(_between_newlines(doc))
        is_space = doc.to_array("IS_SPACE").astype(bool)
        columns: Columns = {
            "TAG": np.where(is_space, self._tag_space, np.uint64(0)),
            "POS": np.where(is_space, self._pos_space, np.uint64(0)),
            "HEAD": np.zeros(len(doc), dtype=np.int64),
            "DEP": np.full(len(doc), self._unlabelled),
            "ENT_IOB": np.zeros(len(doc), dtype=np.uint64),
            "ENT_TYPE": np.zeros(len(doc), dtype=np.uint64),
            # What is not read is its own lemma, so that the lemmatizer passes over it
            "LEMMA": doc.to_array("ORTH").astype(np.uint64),
        }
        paragraphs = sorted(doc.spans[PARAGRAPHS], key=lambda span: span.start)
        end = 0
        for paragraph in paragraphs:
            self._pass_over(columns, end, paragraph.start)
            end = paragraph.end
        self._pass_over(columns, end, len(doc))
        # Threads share out paragraphs: sharing out the sums within one would round them otherwise
        with ThreadPoolExecutor(self._threads) as pool:
            read = partial(self._read, columns, is_space)
            for _ in map(read, paragraphs) if self._threads == 1 else pool.map(read, paragraphs):
                pass
        values = np.stack([column.view(np.uint64) for column in columns.values()], axis=1)
        doc.from_array(list(columns), cast("Any", values))
        return doc

    def _read(self, columns: Columns, is_space: npt.NDArray[np.bool_], paragraph: Span) -> None:
        """Annotate the tokens of one paragraph."""
        tokens = np.arange(paragraph.start, paragraph.end)
        words = tokens[~is_space[tokens]]
        if len(words) == 0:
            self._pass_over(columns, paragraph.start, paragraph.end)
            return
        first = int(words[0])
        for reading in self.encoder.read([paragraph.doc[i].text for i in words.tolist()]):
            at, words = words[: len(reading)], words[len(reading) :]
            head, dep = trees(reading, self.encoder)
            names = name_tags(reading.names)
            columns["LEMMA"][at] = 0
            columns["TAG"][at] = self._tag[reading.tag]
            columns["POS"][at] = self._pos[reading.pos]
            columns["HEAD"][at] = np.where(head > 0, at[head - 1] - at, 0)
            columns["DEP"][at] = np.where(head > 0, self._dep[dep], self._root)
            columns["ENT_IOB"][at] = self._iob[names]
            columns["ENT_TYPE"][at] = self._type[names]
        _hang_up_whitespace(columns, tokens[is_space[tokens]], first)

    def _pass_over(self, columns: Columns, start: int, end: int) -> None:
        """Make one sentence of tokens that are not read, so that they are in none with those that are."""
        columns["HEAD"][start:end] = -np.arange(end - start)
        columns["DEP"][start : min(start + 1, end)] = self._root


@lru_cache(maxsize=1)
def _encoder(folder: Path) -> Encoder:
    """One session for all pipelines of a process."""
    return Encoder(folder)


def _ids(names: Sequence[str], strings: StringStore) -> Ids:
    return np.array([strings.add(name) if name else 0 for name in names], dtype=np.uint64)


def _between_newlines(doc: Doc) -> Iterator[Span]:
    start = None
    for token in doc:
        if token.is_space and ("\n" in token.text or "\r" in token.text):
            if start is not None:
                yield Span(doc, start, token.i, label="body")
            start = None
        elif start is None and not token.is_space:
            start = token.i
    if start is not None:
        yield Span(doc, start, len(doc), label="body")


def _hang_up_whitespace(columns: Columns, whitespace: Ints, first_word: int) -> None:
    """Hang whitespace on the token before it, or on the paragraph's first word; names go on across it."""
    for i in reversed(whitespace.tolist()):
        columns["HEAD"][i] = first_word - i if i < first_word else -1
        if i + 1 < len(columns["HEAD"]) and columns["ENT_IOB"][i + 1] == INSIDE:
            columns["ENT_IOB"][i], columns["ENT_TYPE"][i] = INSIDE, columns["ENT_TYPE"][i + 1]
        else:
            columns["ENT_IOB"][i] = OUTSIDE
