"""Denials: who rejects an accusation, and which statement denies which."""

import pytest

from extract.annotation import Relation, Statement
from extract.denials import answered
from extract.relations import relations
from tests.extract.parsed import actors, article, doc, statement


def find(text: str, *stated: Statement) -> list[Relation]:
    parsed = doc(text)
    return list(relations(parsed, article(text), actors(parsed), stated))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Meyer accused Berg of fraud. Berg denied the accusation.", "Berg"),
        ("Meyer accused Berg of fraud. Lund denied the accusation.", "Lund"),
        ("Meyer accused Berg of fraud. Berg called the allegations baseless.", "Berg"),
        ("Meyer accused Berg of fraud. Berg described the allegations as baseless.", "Berg"),
        ("Meyer accused Berg of fraud. Berg pleaded not guilty.", "Berg"),
    ],
)
def test_who_denies(text: str, by: str) -> None:
    asserted, denied = find(text)
    assert (asserted.modality, asserted.by) == ("asserted", None)
    assert (denied.subject, denied.object, denied.modality, denied.by) == ("Meyer", "Berg", "denied", by)
    assert denied.sentence.start > asserted.sentence.start


@pytest.mark.parametrize(
    "text",
    [
        "Meyer accused Berg of fraud. Berg denied Lund entry.",
        "Meyer accused Berg of fraud. Berg called the allegations serious.",
        "Meyer accused Berg of fraud. Lund called for the talks.",
        "Meyer accused Berg of fraud. Meyer repeated the accusation.",
        "Meyer accused Berg of fraud. Berg described the allegations as serious.",
        "Meyer accused Berg of fraud. Berg pleaded guilty.",
    ],
)
def test_nobody_denies(text: str) -> None:
    assert {relation.modality for relation in find(text)} == {"asserted"}


@pytest.mark.parametrize(
    "content",
    ["the allegations were false", "there was no truth in the claims"],
)
def test_what_is_said_of_an_accusation_denies_it(content: str) -> None:
    text = f"Meyer accused Berg of fraud. Berg said that {content}."
    found = find(text, statement(text, "Berg", "said", content))
    assert [(relation.modality, relation.by) for relation in found] == [
        ("asserted", None), ("denied", "Berg"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("speaker", "content"),
    [
        ("Berg", "the allegations were serious"),
        ("Berg", "there was some truth in the claims"),
        ("Lund", "the allegations were not false"),
    ],
)
def test_what_is_said_of_an_accusation_need_not_deny_it(speaker: str, content: str) -> None:
    text = f"Meyer accused Berg of fraud. {speaker} said that {content}."
    found = find(text, statement(text, speaker, "said", content))
    assert [relation.modality for relation in found] == ["asserted"]


def test_a_denial_is_linked_to_the_statement_that_accuses() -> None:
    text = "Meyer accused Berg of fraud. Berg denied the accusation."
    accusing = statement(text, "Meyer", "accused", "Berg of fraud")
    denying = statement(text, "Berg", "denied", "the accusation")
    first, second = answered((accusing, denying), find(text, accusing, denying))
    assert first.denies is None
    assert second.denies == accusing.id


def test_statements_without_a_denial_stay_as_they_are() -> None:
    text = "Meyer accused Berg of fraud. Meyer repeated the accusation."
    stated = (statement(text, "Meyer", "accused", "Berg of fraud"),)
    assert answered(stated, find(text, *stated)) == stated
