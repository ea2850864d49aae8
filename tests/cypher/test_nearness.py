"""Which attempts are made at a question, the strictest first."""

import pytest

from cypher import library
from cypher.nearness import attempts


@pytest.mark.parametrize("topic", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_words_of_the_statement_come_first(topic: bool, narrow: bool) -> None:
    first, *others = attempts(library.load("questions/who-commented-on"), topic, narrow)
    assert first.reach() == {"before": 0, "around": False}
    assert (first.threshold > 0) is topic
    assert all(other.threshold <= first.threshold for other in others)


def test_no_actor_no_words_beside() -> None:
    query = library.load("questions/who-commented-on")
    assert all(each.reach() == {"before": 0, "around": False} for each in attempts(query, True, False))


@pytest.mark.parametrize(("name", "made"), [("did-X-say", 2), ("who-denied", 1), ("who-met", 1)])
def test_what_a_query_cannot_be_told_is_not_tried(name: str, made: int) -> None:
    assert len([*attempts(library.load(f"questions/{name}"), True, True)]) == made
