"""Events: what is told of, once each, and what is no event."""

import datetime
from dataclasses import replace

import pytest

from extract.annotation import Event, Mention
from extract.events import events
from tests.extract.parsed import actors, article, doc


def find(text: str, *named: str) -> tuple[Event, ...]:
    parsed, whole = doc(text), article(text)
    found = [
        Mention(whole.span(text.index(name), text.index(name) + len(name)), "name", "Event") for name in named
    ]
    return events(parsed, whole, actors(parsed), found)


@pytest.mark.parametrize(
    ("text", "kind", "name", "participants", "place"),
    [
        (
            "Norland and Sudland held talks.",
            "negotiation", "talks between Norland and Sudland", {"Norland", "Sudland"}, None,
        ),
        (
            "Meyer met Berg in Oslo on Friday.",
            "meeting", "meeting between Berg and Meyer, Oslo", {"Meyer", "Berg"}, "Oslo",
        ),
        ("Lund died in Oslo.", "death", "death of Lund, Oslo", {"Lund"}, "Oslo"),
        ("Berg was arrested in Oslo.", "legal", "arrest of Berg, Oslo", {"Berg"}, "Oslo"),
        ("A bomb attack in Oslo killed Lund on Friday.", "attack", "bomb attack, Oslo", set(), "Oslo"),
    ],
)  # fmt: skip
def test_what_happened(text: str, kind: str, name: str, participants: set[str], place: str | None) -> None:
    (event,) = find(text)
    assert (event.kind, event.entity.name, event.place) == (kind, name, place)
    assert set(event.participants) == participants
    assert event.status == "happened"


@pytest.mark.parametrize(
    "text",
    [
        "Elections are costly.",
        "Meyer met the deadline.",
        "Meyer praised Berg.",
        "Lund would have died in Oslo.",
        "Meyer announced a summit of bankers.",
    ],
)
def test_nothing_happened(text: str) -> None:
    assert find(text) == ()


def test_told_twice_is_one_event() -> None:
    text = "Norland and Sudland held talks in Oslo. The talks between Norland and Sudland failed."
    (event,) = find(text)
    assert len(event.entity.mentions) == 2
    assert event.place == "Oslo"


def test_another_place_and_status_is_another_event() -> None:
    found = find("Meyer met Berg in Oslo. Meyer will meet Berg in Norland.")
    assert [(event.place, event.status) for event in found] == [("Oslo", "happened"), ("Norland", "planned")]


def test_a_named_event_bears_its_name() -> None:
    (event,) = find("The World Cup began in Oslo.", "World Cup")
    assert (event.kind, event.entity.name, event.entity.type) == ("named", "World Cup", "Event")


def ids(text: str, other: str, published: datetime.date | None) -> tuple[str, str]:
    """The ids of the one event that each of two articles tells of."""
    found = []
    for number, words in enumerate((text, other)):
        whole = replace(article(words), id=str(number), published=published)
        (event,) = events(doc(words), whole, actors(doc(words)), [])
        found.append(event.entity.id)
    return found[0], found[1]


MET = "Meyer met Berg in Oslo on Friday."


def test_two_articles_tell_of_one_event_where_all_agrees() -> None:
    one, other = ids(MET, MET, datetime.date(2024, 5, 15))
    assert one == other


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (MET, None),
        ("Berg was arrested in Oslo.", datetime.date(2024, 5, 15)),
    ],
)
def test_where_the_day_or_the_kind_is_another_it_is_another_event(
    text: str, published: datetime.date | None
) -> None:
    one, other = ids(MET, text, published)
    assert one != other


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Meyer met Berg in Oslo on Friday.", ("CONSULT", "04")),
        ("Berg was arrested in Oslo.", ("COERCE", "17")),
        ("A bomb attack in Oslo killed Lund on Friday.", ("ASSAULT", "18")),
        ("Lund died in Oslo.", None),
    ],
)
def test_codes_of_events(text: str, code: tuple[str, str] | None) -> None:
    (event,) = find(text)
    assert (event.code and (event.code.plover, event.code.cameo)) == code


def test_an_event_is_mentioned_by_the_words_that_name_it() -> None:
    (event,) = find("A bomb attack in Oslo killed Lund on Friday.")
    assert [mention.span.text for mention in event.entity.mentions] == ["bomb attack"]
