"""Words near in meaning, and words that are not."""

import pytest

from cypher import library, meaning
from cypher.words import root


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("legitimacy", "legitimate"),
        ("legitimacy", "illegitimate"),
        ("legitimacy", "validity"),
        ("constitution", "unconstitutional"),
        ("election", "vote"),
        ("prisoners", "inmates"),
        ("economy", "economic"),
        ("corruption", "bribery"),
        ("nuclear", "uranium"),
    ],
)
def test_near(asked: str, other: str) -> None:
    assert root(other) in meaning.near(root(asked), meaning.NEAR_BOUND)


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("legitimacy", "war"),
        ("legitimacy", "fishing"),
        ("election", "vaccine"),
        ("prisoners", "tariff"),
        ("economy", "prayer"),
        ("treaty", "summer"),
        ("border", "salary"),
    ],
)
def test_not_near(asked: str, other: str) -> None:
    assert root(other) not in meaning.near(root(asked), meaning.NEAR_BOUND)


@pytest.mark.parametrize("unknown", ["", "xqzzy", "12", "é"])
def test_a_word_without_a_vector_is_near_to_nothing(unknown: str) -> None:
    assert meaning.near(unknown, meaning.NEAR_BOUND) == ()


def test_nearest_come_first_and_never_itself() -> None:
    found = meaning.near("election", 0.5)
    assert "election" not in found
    assert found == meaning.near("election", 0.5)
    assert len(found) <= meaning.MOST
    assert set(meaning.near("election", 0.75)) <= set(found)


def test_vectors_are_small() -> None:
    assert (library.FOLDER / "meanings.npz").stat().st_size < 4_000_000
