"""The words of an article as the attribution network sees them: features, windows, branches of the parse.

A unit is a token of a paragraph that is not white space. The features are what a reader sees before any
meaning: word pieces, how a word is written, whether it stands in quotation marks, where sentences and
paragraphs begin, and the parse that extract/syntax.py made.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from extract.annotation import Article
from extract.encoder import WordPieces, shape
from extract.quotations import quotations

Ints = npt.NDArray[np.int64]

OUTSIDE, INSIDE, OPENS, CLOSES = range(4)  # quotation marks
WITHIN, SENTENCE, PARAGRAPH = range(3)  # what begins with a unit
QUOTES, BEGINS = 4, 3  # how many of these there are

POS = (
    "", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
DEP = (
    "", "ROOT", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux",
    "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj",
    "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed",
    "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked",
    "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan",
    "parataxis", "punct", "reparandum", "vocative", "xcomp",
)  # fmt: skip
_POS = {name: number for number, name in enumerate(POS)}
_DEP = {name: number for number, name in enumerate(DEP)}

# Branches: how a unit hangs on a cue. Not at all; it is the cue; then, for each relation, it stands in the
# branch of the cue that has this relation; then the cue stands in such a branch of the unit.
NO_BRANCH, SELF = 0, 1
BRANCHES = 2 + 2 * len(DEP)


@dataclass(frozen=True, slots=True)
class Units:
    """The n units of an article.

    token                     (n,) number of the token in the Doc
    start, end                (n,) character offsets in the article
    pieces                    word piece numbers of each unit
    shape, quote, begin       (n,) how it is written; in which part of a quotation; what begins with it
    pos, dep                  (n,) numbers in POS and DEP
    head                      (n,) number of the unit that is its head; its own for a root
    sentence, paragraph       (n,) rising numbers
    quotation                 (n,) number of the quotation it stands in, from 1; 0 outside
    """

    token: Ints
    start: Ints
    end: Ints
    pieces: Sequence[tuple[int, ...]]
    shape: Ints
    quote: Ints
    begin: Ints
    pos: Ints
    dep: Ints
    head: Ints
    sentence: Ints
    paragraph: Ints
    quotation: Ints

    def __len__(self) -> int:
        return len(self.token)


def units(doc: Doc, article: Article, word_pieces: WordPieces) -> Units:
    """The units of the paragraphs that were read."""
    tokens, begin, sentence, paragraph = [], [], [], []
    sentences = 0
    for number, span in enumerate(doc.spans["paragraphs"]):
        first = True
        for token in span:
            if token.is_space:
                continue
            starts = first or bool(token.is_sent_start)
            sentences += starts
            tokens.append(token)
            begin.append(PARAGRAPH if first else SENTENCE if starts else WITHIN)
            sentence.append(sentences)
            paragraph.append(number)
            first = False
    at = {token.i: number for number, token in enumerate(tokens)}
    start = np.array([token.idx for token in tokens], dtype=np.int64)
    end = np.array([token.idx + len(token) for token in tokens], dtype=np.int64)
    quote, quotation = _quotes(start, end, article)
    return Units(
        token=np.array([token.i for token in tokens], dtype=np.int64),
        start=start,
        end=end,
        pieces=[word_pieces.of_word(token.text) for token in tokens],
        shape=np.array([shape(token.text) for token in tokens], dtype=np.int64),
        quote=quote,
        begin=np.array(begin, dtype=np.int64),
        pos=np.array([_POS.get(token.pos_, 0) for token in tokens], dtype=np.int64),
        dep=np.array([_DEP.get(token.dep_, 0) for token in tokens], dtype=np.int64),
        head=np.array([at.get(token.head.i, at[token.i]) for token in tokens], dtype=np.int64),
        sentence=np.array(sentence, dtype=np.int64),
        paragraph=np.array(paragraph, dtype=np.int64),
        quotation=quotation,
    )


def _quotes(start: Ints, end: Ints, article: Article) -> tuple[Ints, Ints]:
    """For each unit its part in a quotation (OUTSIDE ...) and the number of the quotation, from 1."""
    quote, number = np.full(len(start), OUTSIDE), np.zeros(len(start), dtype=np.int64)
    for count, found in enumerate(quotations(article), 1):
        first, last = np.searchsorted(end, found.left, "right"), np.searchsorted(start, found.right, "left")
        quote[first:last] = INSIDE
        number[first:last] = count
        quote[first:last][end[first:last] <= found.start] = OPENS
        quote[first:last][start[first:last] >= found.end] = CLOSES
    return quote, number


def windows(
    units: Units, size: int, stride: int | None = None, first: int | None = None
) -> list[tuple[int, int]]:
    """Ranges of units, whole sentences where they fit, of at most ``size`` word pieces each.

    ``stride``: the next window begins about so many pieces later, and overlaps; None: where this one ends.
    ``first``: another size for the first window.
    """
    lengths = np.array([len(pieces) for pieces in units.pieces], dtype=np.int64)
    chunks = _chunks(units, lengths, size)
    sizes = [int(lengths[start:end].sum()) for start, end in chunks]
    found: list[tuple[int, int]] = []
    at, limit = 0, first or size
    while at < len(chunks):
        end, total = at, 0
        while end < len(chunks) and (end == at or total + sizes[end] <= limit):
            total += sizes[end]
            end += 1
        found.append((chunks[at][0], chunks[end - 1][1]))
        if end == len(chunks):
            break
        after, gone = at + 1, sizes[at]
        while stride is not None and after < end - 1 and gone + sizes[after] <= stride:
            gone += sizes[after]
            after += 1
        at, limit = end if stride is None else after, size
    return found


def _chunks(units: Units, lengths: Ints, size: int) -> list[tuple[int, int]]:
    """Sentences; those longer than a window cut."""
    found = []
    starts = [*np.flatnonzero(units.begin).tolist(), len(units)]
    for start, end in itertools.pairwise(starts):
        at, total = start, 0
        for number in range(start, end):
            if total + lengths[number] > size:
                found.append((at, number))
                at, total = number, 0
            total += int(lengths[number])
        found.append((at, end))
    return found


def branches(units: Units, start: int, end: int, cues: Sequence[tuple[int, int]]) -> Ints:
    """(end - start, len(cues)) how each unit of a window hangs on each cue, by the parse: see BRANCHES.

    ``cues``: first and last unit of each, numbered in the article.
    """
    own = np.arange(end - start)
    head = units.head[start:end] - start
    head = np.where((head >= 0) & (head < end - start), head, own)
    dep = units.dep[start:end]
    lineage = [own]  # the units, their heads, the heads of these ...
    while (lineage[-1] != head[lineage[-1]]).any():
        lineage.append(head[lineage[-1]])
    found = np.full((end - start, len(cues)), NO_BRANCH)
    for column, (first, last) in enumerate(cues):
        cue = _top(head, first - start, last - start)
        for below, above in itertools.pairwise(lineage):
            hangs = (above == cue) & (below != cue)
            found[hangs, column] = 2 + dep[below[hangs]]
            if above[cue] != below[cue]:
                found[above[cue], column] = 2 + len(DEP) + dep[below[cue]]
        found[cue, column] = SELF
    return found


def _top(head: Ints, first: int, last: int) -> int:
    """The unit of a cue that the others hang on: the first whose head is not of the cue."""
    for unit in range(first, last + 1):
        if not first <= head[unit] <= last or head[unit] == unit:
            return unit
    return first
