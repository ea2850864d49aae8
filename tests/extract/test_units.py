"""The words of an article as the attribution network sees them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import read

from extract.encoder import WordPieces
from extract.units import (
    BRANCHES,
    DEP,
    INSIDE,
    NO_BRANCH,
    OUTSIDE,
    SELF,
    Units,
    branches,
    units,
    windows,
)

PIECES = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
DENIAL = (
    "\"/``/punct/4 It/PRP/nsubj/4 is/VBZ/cop/4 false/JJ/ccomp/8 ,/,/punct/4 \"/''/punct/4 "
    "Berg/NNP/nsubj/8 said/VBD/ROOT/0/say ././punct/8"
)


def article_units(text: str, *trees: str) -> Units:
    return units(*read(text, *trees), PIECES)


def of_lengths(sentences: list[list[int]]) -> Units:
    """Units with so many word pieces each, sentence by sentence."""
    lengths = [length for sentence in sentences for length in sentence]
    begin = [int(number == 0) for sentence in sentences for number in range(len(sentence))]
    zeros = np.zeros(len(lengths), dtype=np.int64)
    columns = dict.fromkeys(
        ("token", "start", "end", "shape", "quote", "pos", "dep", "head", "sentence", "paragraph"), zeros
    )
    pieces = [(1,) * length for length in lengths]
    return Units(pieces=pieces, begin=np.array(begin, dtype=np.int64), quotation=zeros, **columns)


def test_whitespace_is_no_unit() -> None:
    found = article_units(
        "Talks ended.\nNobody spoke.",
        "Talks/NNS/nsubj/2 ended/VBD/ROOT/0 ././punct/2",
        "Nobody/NN/nsubj/2 spoke/VBD/ROOT/0 ././punct/2",
    )
    assert len(found) == 6
    assert found.paragraph.tolist() == [0, 0, 0, 1, 1, 1]
    assert found.begin.tolist() == [2, 0, 0, 2, 0, 0]
    assert found.head.tolist() == [1, 1, 1, 4, 4, 4]


def test_quotation_marks() -> None:
    found = article_units('"It is false," Berg said.', DENIAL)
    assert found.quote.tolist() == [2, INSIDE, INSIDE, INSIDE, INSIDE, 3, OUTSIDE, OUTSIDE, OUTSIDE]
    assert found.quotation.tolist() == [1, 1, 1, 1, 1, 1, 0, 0, 0]


def test_branches() -> None:
    found = article_units('"It is false," Berg said.', DENIAL)
    said = branches(found, 0, len(found), [(7, 7)])[:, 0]
    assert said[7] == SELF
    assert said[6] == 2 + DEP.index("nsubj")
    assert {said[i] for i in range(6)} == {2 + DEP.index("ccomp")}
    below = branches(found, 0, len(found), [(1, 1)])[:, 0]  # the cue hangs on the unit
    assert below[3] == 2 + len(DEP) + DEP.index("nsubj")
    assert below[6] == NO_BRANCH
    assert said.max() < BRANCHES


@given(
    st.lists(st.lists(st.integers(1, 8), min_size=1, max_size=30), max_size=20),
    st.integers(8, 60),
    st.booleans(),
)
def test_windows_cover_every_unit(sentences: list[list[int]], size: int, overlapping: bool) -> None:
    found = of_lengths(sentences)
    spans = windows(found, size, size // 2 if overlapping else None)
    covered = [unit for start, end in spans for unit in range(start, end)]
    assert sorted(set(covered)) == list(range(len(found)))
    assert overlapping or len(covered) == len(found)
    assert all(sum(len(found.pieces[unit]) for unit in range(*span)) <= size for span in spans)


@pytest.mark.parametrize(
    ("stride", "expected"),
    [(None, [(0, 6), (6, 9)]), (10, [(0, 6), (3, 9)]), (1, [(0, 6), (3, 9)])],
)
def test_windows_hold_whole_sentences(stride: int | None, expected: list[tuple[int, int]]) -> None:
    assert windows(of_lengths([[3, 3, 3], [3, 3, 3], [3, 3, 3]]), 20, stride) == expected
