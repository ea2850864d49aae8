"""The ranker: what it looks at, what it makes of it, and the grade of what rules and ranker find."""

import pytest

from extract.annotation import Statement
from extract.arguments import Cast
from extract.pairs import accusing_pairs, meeting_pairs, role
from extract.ranker import agrees, likelihood, stands_alone, together
from extract.relations import relations
from tests.extract.parsed import actors, article, doc, statement


def cast(text: str, *stated: Statement) -> Cast:
    parsed = doc(text)
    return Cast(parsed, article(text), actors(parsed), stated)


def accusing(text: str, *stated: Statement) -> dict[tuple[str, str], frozenset[str]]:
    return {(pair.one, pair.other): pair.features for pair in accusing_pairs(cast(text, *stated))}


@pytest.mark.parametrize(
    ("text", "word", "actor", "expected"),
    [
        ("Meyer met Berg in Oslo on Friday.", "met", "Meyer", "nsubj"),
        ("Meyer met Berg in Oslo on Friday.", "met", "Oslo", "obl:in"),
        ("Meyer, Berg and Lund met.", "met", "Lund", "nsubj"),
        ("Meyer flew home after a meeting with Berg.", "meeting", "Meyer", "^obl:after nsubj"),
        ("Meyer flew home after a meeting with Berg.", "meeting", "Berg", "nmod:with"),
        ("Berg was received by Meyer.", "received", "Berg", "nsubj:pass"),
    ],
)
def test_the_role_of_an_actor_to_a_word(text: str, word: str, actor: str, expected: str) -> None:
    tokens = {token.text: token for token in doc(text)}
    assert role(tokens[word], tokens[actor]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meyer, Berg and Lund met.", {("Berg", "Lund"), ("Berg", "Meyer"), ("Lund", "Meyer")}),
        ("Norland and Sudland held talks.", {("Norland", "Sudland")}),
        ("Meyer praised Berg.", set()),
        ("Meyer met the deadline.", set()),
    ],
)
def test_pairs_that_may_have_met(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(pair.one, pair.other) for pair in meeting_pairs(cast(text))} == expected


@pytest.mark.parametrize(
    ("text", "content", "feature"),
    [
        ("Meyer said that Berg lied.", "Berg lied", "accused nsubj of reproach"),
        ("Meyer said that Berg did not lie.", "Berg did not lie", "accused nsubj of taken back"),
        ("Meyer said that Berg would lie.", "Berg would lie", "accused nsubj of taken back"),
        ("Meyer said that Berg fights corruption.", "Berg fights corruption", "taken back words 1"),
    ],
)
def test_what_speaks_for_an_accusation(text: str, content: str, feature: str) -> None:
    found = accusing(text, statement(text, "Meyer", "said", content))
    assert {"accuser speaks of the accused", feature} <= found["Meyer", "Berg"]
    assert "accuser speaks of the accused" not in found.get(("Berg", "Meyer"), ())


@pytest.mark.parametrize("text", ["Meyer praised Berg.", "Meyer met Berg in Oslo on Friday."])
def test_no_pairs_without_speech_or_reproach(text: str) -> None:
    assert accusing(text) == {}


def test_likelihoods_are_those_of_the_table() -> None:
    assert likelihood("met", ()) == 0.5
    assert likelihood("accused", {"a feature that no table knows"}) == 0.5
    assert likelihood("accused", {"accused obj of accusing"}) > 0.5 > likelihood("accused", {"bias"})


def test_several_sentences_together_are_likelier_than_each() -> None:
    assert together([]) == 0.0
    assert together([0.3, 0.3]) == pytest.approx(0.51)


def test_beside_a_rule_the_ranker_may_be_less_sure() -> None:
    assert agrees("accused", 0.3)
    assert not stands_alone("accused", 0.3)
    assert not agrees("accused", 0.01)


def grades(text: str, *stated: Statement) -> set[tuple[str, str, str, str]]:
    parsed = doc(text)
    found = relations(parsed, article(text), actors(parsed), stated)
    return {(relation.subject, relation.object, relation.modality, relation.grade) for relation in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meyer accused Berg of fraud.", {("Meyer", "Berg", "asserted", "sure")}),
        ("Meyer met Berg in Oslo on Friday.", {("Berg", "Meyer", "happened", "sure")}),
        (
            "Meyer accused Berg of fraud. Berg denied the accusation.",
            {("Meyer", "Berg", "asserted", "sure"), ("Meyer", "Berg", "denied", "sure")},
        ),
    ],
)
def test_what_rules_and_ranker_agree_on_is_sure(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert grades(text) == expected


def test_what_only_a_rule_finds_is_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.relations.likelihood", lambda kind, features: 0.0)
    assert grades("Meyer accused Berg of fraud.") == {("Meyer", "Berg", "asserted", "likely")}


def test_what_only_the_ranker_finds_is_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    text, content = "Meyer said that Berg fights corruption.", "Berg fights corruption"
    said = statement(text, "Meyer", "said", content)
    assert grades(text, said) == set()
    monkeypatch.setattr("extract.relations.likelihood", lambda kind, features: 0.9)
    assert ("Meyer", "Berg", "asserted", "likely") in grades(text, said)
