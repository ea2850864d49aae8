"""What is asked of the attribution network, and how its windows are put together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import read

from extract.encoder import WordPieces
from extract.pointer import EDGES, candidates, cue_relations, most_central, softmax, window_features
from extract.units import units

PIECES = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "dam", "##s"])
TREE = "Berg/NNP/nsubj/2 praised/VBD/ROOT/0 the/DT/det/4 dams/NNS/obj/2 ././punct/2"


@pytest.mark.parametrize(
    ("begins", "tags", "expected"),
    [
        ([0, 0, 0], [0, 0, 0], []),
        ([0, 0.9, 0], [0, 1, 0], [(1, 1)]),
        ([0, 0.9, 0, 0], [0, 1, 2, 2], [(1, 3)]),
        ([0, 0.2, 0.9], [0, 0, 1], [(1, 1), (2, 2)]),  # doubtful ones are tried too
        ([0, 0, 0], [0, 2, 2], []),  # inside a cue that begins nowhere
    ],
)
def test_candidates(begins: list[float], tags: list[int], expected: list[tuple[int, int]]) -> None:
    assert candidates(np.array(begins, dtype=np.float32), np.array(tags)) == expected


def test_features_of_word_pieces() -> None:
    found = units(*read("Berg praised the dams.", TREE), PIECES)
    ids, features, first = window_features(found, 2, 5, 1, PIECES)
    assert ids.tolist() == [2, 4, 5, 6, 1, 3]
    assert first.tolist() == [1, 2, 4]
    assert features.shape == (6, 6)
    assert features[0].tolist() == [0, 1, 1, 1, 9, 0]  # how they are written
    assert features[5].tolist() == [1] * 6  # whose guidelines


def test_relations_to_a_cue() -> None:
    found = units(*read("Berg praised the dams.", TREE), PIECES)
    relations = cue_relations(found, 0, 5, [(1, 1), (3, 3)])
    assert relations.shape == (6, 5, 2)
    distances = relations[0, :, 0]
    assert [EDGES[number - 1] for number in distances] == [-1, 0, 1, 2, 3]
    assert relations[4, :, 0].tolist() == [1, 2, 2, 3, 3]  # cues between


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=5))
def test_softmax(scores: list[float]) -> None:
    given = np.array(scores, dtype=np.float32)
    found = softmax(given)
    assert np.isclose(found.sum(), 1, atol=1e-5)
    assert found[given.argmax()] == found.max()


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([(0, 4)], [0, 0, 0, 0]),
        ([(0, 4), (2, 8)], [0, 0, 0, 1, 1, 1, 1, 1]),
        ([(0, 4), (4, 6)], [0, 0, 0, 0, 1, 1]),
    ],
)
def test_every_unit_is_read_once(spans: list[tuple[int, int]], expected: list[int]) -> None:
    assert most_central(spans, len(expected)).tolist() == expected
