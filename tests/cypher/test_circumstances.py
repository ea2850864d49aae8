"""Days, order and number in the words of a question."""

import datetime
from collections.abc import Sequence

import pytest

from cypher.circumstances import Calendar, Circumstances, ordered, timed
from cypher.words import Word, words

SUMMIT = datetime.date(2031, 3, 3)


def event(asked: Sequence[Word]) -> datetime.date | None:
    return SUMMIT if [word.folded for word in asked] == ["summit"] else None


KNOWN = Calendar(datetime.date(2031, 6, 18), lambda: datetime.date(2031, 5, 20), event)


@pytest.mark.parametrize(
    ("text", "since", "until", "rest"),
    [
        ("who met Kovel in March 2031", "2031-03-01", "2031-03-31", "who met Kovel"),
        ("who met Kovel in April", "2031-04-01", "2031-04-30", "who met Kovel"),
        ("who met Kovel in August", "2030-08-01", "2030-08-31", "who met Kovel"),  # not after the newest
        ("who met Kovel on 3 March", "2031-03-03", "2031-03-03", "who met Kovel"),
        ("who met Kovel on March 3rd, 2031?", "2031-03-03", "2031-03-03", "who met Kovel"),
        ("who met Kovel on the 3rd of March", "2031-03-03", "2031-03-03", "who met Kovel"),
        ("who met Kovel on 2031-03-03", "2031-03-03", "2031-03-03", "who met Kovel"),
        (
            "what did Kovel say in 2030 about tariffs",
            "2030-01-01",
            "2030-12-31",
            "what did Kovel say about tariffs",
        ),
        ("who met Kovel since 3 March", "2031-03-03", None, "who met Kovel"),
        ("who met Kovel after March 2031", "2031-04-01", None, "who met Kovel"),
        ("who met Kovel before 2031", None, "2030-12-31", "who met Kovel"),
        ("who met Kovel until May", None, "2031-05-31", "who met Kovel"),
        ("who met Kovel between March and May 2031", "2031-03-01", "2031-05-31", "who met Kovel"),
        ("who met Kovel from 1 March to 3 March", "2031-03-01", "2031-03-03", "who met Kovel"),
        ("who met Kovel last week", "2031-06-09", "2031-06-15", "who met Kovel"),
        ("who met Kovel in the last 10 days", "2031-06-08", "2031-06-18", "who met Kovel"),
        ("who met Kovel yesterday", "2031-06-17", "2031-06-17", "who met Kovel"),
        ("who met Kovel last month", "2031-05-01", "2031-05-31", "who met Kovel"),
        ("who met Kovel this year", "2031-01-01", "2031-12-31", "who met Kovel"),
        ("what did Kovel say since the summit", "2031-03-03", None, "what did Kovel say"),
        ("what did Kovel say after the summit", "2031-03-04", None, "what did Kovel say"),
        # no days
        ("who may Kovel meet", None, None, "who may Kovel meet"),
        ("who met between Kovel and Harrow", None, None, "who met between Kovel and Harrow"),
        ("what did Kovel say since then", None, None, "what did Kovel say since then"),
        ("who met in Port Selle", None, None, "who met in Port Selle"),
        ("who met Kovel on 31 February", None, None, "who met Kovel on 31 February"),
        ("who said 12 boats were lost", None, None, "who said 12 boats were lost"),
    ],
)
def test_days(text: str, since: str | None, until: str | None, rest: str) -> None:
    found, left = timed(words(text), KNOWN)
    assert (found.since and str(found.since), found.until and str(found.until)) == (since, until)
    assert " ".join(word.text for word in left) == " ".join(word.text for word in words(rest))
    assert bool(found.told) is (left != words(text))


@pytest.mark.parametrize(
    ("text", "order", "limit", "rest"),
    [
        ("What did Kovel first say", "first", 1, "What did Kovel say"),
        ("Who was the first to accuse Kovel", "first", 1, "Who accuse Kovel"),
        ("Who was the last person to meet Kovel", "last", 1, "Who meet Kovel"),
        ("What is the latest statement of Kovel", "last", 1, "What is statement of Kovel"),
        ("What is Kovel's most recent claim", "last", 1, "What is Kovel claim"),
        ("the last three statements of Kovel", "last", 3, "statements of Kovel"),
        ("When did Kovel and Harrow meet for the last time", "last", 1, "When did Kovel and Harrow meet for"),
        ("What has Kovel said recently", "last", None, "What has Kovel said"),
        ("What did Kovel say", None, None, "What did Kovel say"),
        ("most quoted", None, None, "most quoted"),
    ],
)
def test_order(text: str, order: str | None, limit: int | None, rest: str) -> None:
    found, left = ordered(words(text), Circumstances())
    assert (found.order, found.limit) == (order, limit)
    assert " ".join(word.text for word in left) == rest
