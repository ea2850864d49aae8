"""Phrasings as trees, and what of them is left for one question."""

import re

import pytest

from cypher.library import QuestionError
from cypher.patterns import parse
from cypher.words import root


@pytest.mark.parametrize(
    ("phrasing", "question", "slots"),
    [
        ("who (met|saw) [with] {name}", "who met @0", {"name": " @0"}),
        ("who (met|saw) [with] {name}", "who met with @0", {"name": " @0"}),
        ("who (met|saw) [with] {name}", "who saw", None),
        ("who (met|saw) [with] {name}", "who met putin", None),
        ("who (met|saw) [with] {name}", "who (met|saw) @0", None),
        ("who [has] met {name} [in {place}]", "who met @0 in @1", {"name": " @0", "place": " @1"}),
        ("who [has] met {name} [in {place}]", "who met @0", {"name": " @0"}),
        ("who said {quote}", 'who said "', {"quote": ' "'}),
        ("who said {quote}", "who said it", None),
        ("who spoke of {topic}", "who spoke of gas prices", {"topic": " gas pric"}),
        ("<who> accuse {name}", "whom accused @0", {"name": " @0"}),
        ("the leader's re-election", "leader re election", {}),
        ("the leader's re-election", "leader election", None),
    ],
)
def test_pattern(phrasing: str, question: str, slots: dict[str, str] | None) -> None:
    asked = [root(word) for word in question.split()]
    pattern = parse(phrasing).pattern(asked, loose=False)
    match = re.fullmatch(pattern, f" {' '.join(asked)}") if pattern is not None else None
    assert (match and {slot: held for slot, held in match.groupdict().items() if held}) == slots


def test_any_words_stand_for_a_name_where_it_is_loose() -> None:
    pattern = parse("who met {name}").pattern(["who", "met", "nobody", "known"], loose=True)
    assert pattern is not None
    match = re.fullmatch(pattern, " who met nobody known")
    assert match
    assert match["name"] == " nobody known"


def test_only_what_the_question_holds_is_in_its_pattern() -> None:
    assert parse("who (met|saw) [with] {name}").pattern(["who", "met", "@0"], loose=False) == (
        r" who(?: met)(?P<name> @\d+)"
    )


@pytest.mark.parametrize(
    ("phrasing", "words"), [("who (met|sat down with) [with] {name}", 2), ("[the] (re-election|talks)", 2)]
)
def test_fixed_words(phrasing: str, words: int) -> None:
    assert parse(phrasing).fixed() == words


def test_unknown_class() -> None:
    with pytest.raises(QuestionError, match="no words for <nowhere>"):
        parse("who is <nowhere>")
