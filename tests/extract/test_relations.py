"""Meetings and accusations: what a sentence holds, and, as often, what it does not."""

import datetime
from dataclasses import replace

import pytest

from extract.annotation import Relation, Statement
from extract.relations import relations
from tests.extract.parsed import actors, article, doc, statement


def find(text: str, *stated: Statement) -> list[Relation]:
    parsed = doc(text)
    return list(relations(parsed, article(text), actors(parsed), stated))


def pairs(found: list[Relation]) -> set[tuple[str, str, str]]:
    return {(relation.subject, relation.object, relation.modality) for relation in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meyer met Berg in Oslo on Friday.", {("Berg", "Meyer", "happened")}),
        (
            "Meyer, Berg and Lund met.",
            {("Berg", "Meyer", "happened"), ("Lund", "Meyer", "happened"), ("Berg", "Lund", "happened")},
        ),
        ("Meyer will meet Berg.", {("Berg", "Meyer", "planned")}),
        ("Meyer to meet Berg.", {("Berg", "Meyer", "planned")}),
        ("Meyer wants to meet Berg.", {("Berg", "Meyer", "proposed")}),
        ("Meyer refused to meet Berg.", {("Berg", "Meyer", "denied")}),
        ("Meyer would have met Berg.", {("Berg", "Meyer", "denied")}),
        ("Meyer is not expected to meet Berg.", {("Berg", "Meyer", "unlikely")}),
        ("Norland and Sudland held talks.", {("Norland", "Sudland", "happened")}),
        ("Talks between Norland and Sudland were cancelled.", {("Norland", "Sudland", "denied")}),
        ("Meyer flew home after a meeting with Berg.", {("Berg", "Meyer", "happened")}),
        ("Berg was received by Meyer.", {("Berg", "Meyer", "happened")}),
        ("Meyer spoke with Berg by phone.", {("Berg", "Meyer", "happened")}),
        ("Meyer said that he would meet Berg.", {("Berg", "Meyer", "planned")}),
        ("Meyer spoke of possible talks with Berg.", {("Berg", "Meyer", "proposed")}),
        ("Meyer rested after his meeting with Berg.", {("Berg", "Meyer", "happened")}),
        ("Meyer called on Berg to meet Lund.", {("Berg", "Lund", "proposed")}),
        ("Meyer wants to wait until he meets Berg.", {("Berg", "Meyer", "planned")}),
        ("Meyer invited Berg to talks with Lund.", {("Berg", "Lund", "proposed")}),
        ("Meyer called a summit with Berg.", {("Berg", "Meyer", "proposed")}),
        ("Meyer called for Berg to meet Lund.", {("Berg", "Lund", "proposed")}),
        ("Meyer called for a meeting with Berg.", {("Berg", "Meyer", "proposed")}),
        ("Meyer is open to talks with Berg.", {("Berg", "Meyer", "proposed")}),
        ("Meyer opened talks with Berg.", {("Berg", "Meyer", "happened")}),
        ("Meyer's meeting with Berg was not an endorsement.", {("Berg", "Meyer", "happened")}),
        ("Lund did not believe that Meyer met Berg.", {("Berg", "Meyer", "denied")}),
        ("Lund believed that Meyer met Berg.", {("Berg", "Meyer", "happened")}),
        ("Lund asked for tapes of Meyer's conversation with Berg.", {("Berg", "Meyer", "happened")}),
        ("Meyer's meeting with Berg was not possible.", {("Berg", "Meyer", "unlikely")}),
        ("Meyer is under fire for a meeting with Berg.", {("Berg", "Meyer", "happened")}),
        ("Meyer spoke with minister Berg.", {("Berg", "Meyer", "happened")}),
        # not Meyer, who only has an opinion of it
        ("Meyer criticised Berg's meeting with Lund.", {("Berg", "Lund", "happened")}),
    ],
)
def test_who_met(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert pairs([found for found in find(text) if found.type == "MET"]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Meyer met the deadline.",
        "Meyer and Berg won.",
        "Meyer spoke to reporters.",
        "Meyer visited Norland.",
        "Meyer said Berg was in Oslo.",
        "Norland beat Sudland in the final.",
        "Meyer announced a summit of bankers.",
        "Meyer gave an interview to Berg.",
        "Meyer praised Berg.",
        "Meyer spoke of talks with Berg.",
        "Meyer met a man.",
        "Meyer testified before Berg at a hearing.",
        "Meyer gave a press conference with reporters in Oslo.",
        "Meyer voted against Berg.",
        "Meyer fought Berg in a battle.",
        "Meyer beat Berg in a match.",
        "Meyer debated Berg in Oslo.",
        "Meyer talked about Berg.",
        "Meyer spoke about minister Berg.",
        "Meyer is under fire for a book with Berg.",
        "Meyer joined a party that Berg leads.",
        "Meyer called Berg a friend.",
        "Meyer wrote a letter to Berg.",
        "Meyer visited Berg's house in Oslo.",
        "Meyer and Berg were born in Oslo.",
        "Meyer saw a film about talks in Norland.",
        "Berg is accused of fraud.",
        "Berg faced charges in Oslo.",
        "Meyer's criticism was harsh.",
        "Meyer charged his phone.",
        "Meyer filed a lawsuit in Oslo.",
        "Meyer condemned the attack in Oslo.",
        "Meyer defended Berg against accusations of fraud.",
        "Meyer rejected the criticism of Berg.",
        "Meyer warned Berg.",
        "Meyer blamed the storm.",
        "Meyer read an investigation into Oslo.",
        "Elections are costly.",
    ],
)
def test_no_meeting_and_no_accusation(text: str) -> None:
    assert find(text) == []


def test_a_meeting_has_its_place_its_date_and_its_words() -> None:
    (met,) = find("Meyer met Berg in Oslo on Friday.")
    assert met.place == "Oslo"
    assert met.date is not None
    assert met.date.words == "on Friday"
    assert met.evidence.text == "Meyer met Berg in Oslo on Friday"
    assert met.sentence.text == "Meyer met Berg in Oslo on Friday."


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Meyer met Berg in Oslo on Friday.", "on Friday", "2024-05-10"),
        ("Meyer said on Monday that he would meet Berg on Friday.", "on Friday", "2024-05-17"),
        ("Meyer is expected to meet Berg next week.", "next week", "None"),
    ],
)
def test_the_day_of_a_meeting_may_lie_ahead(text: str, words: str, day: str) -> None:
    published = replace(article(text), published=datetime.date(2024, 5, 15))
    (met,) = relations(doc(text), published, actors(doc(text)), ())
    assert met.date is not None
    assert (met.date.words, str(met.date.value)) == (words, day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meyer accused Berg of fraud.", {("Meyer", "Berg", "fraud")}),
        ("Berg was accused of fraud by Meyer.", {("Meyer", "Berg", "fraud")}),
        ("Meyer blamed the crash on Berg.", {("Meyer", "Berg", "the crash")}),
        # Lund was attacked
        ("Meyer condemned Berg's attack on Lund.", {("Meyer", "Berg", "Berg's attack on Lund")}),
        ("Meyer called Berg a liar.", {("Meyer", "Berg", "a liar")}),
        ("Meyer faced criticism from Berg.", {("Berg", "Meyer", None)}),
        ("Meyer's accusations against Berg shook Norland.", {("Meyer", "Berg", None)}),
        ("Meyer's letter accuses Berg of fraud.", {("Meyer", "Berg", "fraud")}),
        (
            "Meyer sought warrants for Berg and Lund, accusing them of fraud.",
            {("Meyer", "Berg", "fraud"), ("Meyer", "Lund", "fraud")},
        ),
        ("Meyer alleged that Berg took bribes.", {("Meyer", "Berg", "Berg took bribes")}),
        ("Lund cited Meyer as claiming that Berg took bribes.", {("Meyer", "Berg", "Berg took bribes")}),
        ("Norland held Berg in contempt.", {("Norland", "Berg", "contempt")}),
        ("Meyer brought charges against Berg for fraud.", {("Meyer", "Berg", "fraud")}),
        ("Meyer slammed the lawsuit filed by Berg.", {("Meyer", "Berg", "the lawsuit filed by Berg")}),
        (
            "Meyer accused two ministers, Berg and Lund, of fraud.",
            {("Meyer", "Berg", "fraud"), ("Meyer", "Lund", "fraud")},
        ),
    ],
)
def test_who_accused_whom_of_what(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    found = find(text)
    assert {(accused.subject, accused.object, accused.of) for accused in found} == expected
    assert {accused.modality for accused in found} == {"asserted"}


@pytest.mark.parametrize(
    "text",
    [
        "Berg was charged with fraud.",
        "Meyer did not accuse Berg of fraud.",
        "Meyer threatened to sue Berg.",
        "Meyer described Berg as a friend.",
        "Meyer alleged that Berg was popular.",
        "Rebels attacked Norland.",
        "Meyer found Berg in Oslo.",
        "Meyer brought supplies against Berg for fraud.",
        "Meyer read the lawsuit filed by Berg.",
        "Meyer thanked two ministers, Berg and Lund, for tea.",
        "The letter accused Berg of fraud.",
    ],
)
def test_no_accusation_without_accuser_or_reproach(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Meyer said that Berg lied.", "Berg lied"),
        ("Meyer said that Berg was behind the explosion.", "Berg was behind the explosion"),
        ("Meyer said that Berg broke his promise.", "Berg broke his promise"),
        ("Meyer said that Berg is to blame.", "Berg is to blame"),
        ("Meyer said that Berg may have broken rules illegally.", "Berg may have broken rules illegally"),
    ],
)
def test_what_a_speaker_says_can_reproach(text: str, content: str) -> None:
    (accused,) = find(text, statement(text, "Meyer", "said", content))
    assert (accused.subject, accused.object, accused.of) == ("Meyer", "Berg", content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Meyer said that Berg did not lie.", "Berg did not lie"),
        ("Meyer said that Berg fights corruption.", "Berg fights corruption"),
        ("Meyer said that Berg was behind the desk.", "Berg was behind the desk"),
        ("Meyer said that Berg broke the record.", "Berg broke the record"),
        ("Meyer said that Berg opened a criminal investigation.", "Berg opened a criminal investigation"),
        ("Meyer said that Berg would lie.", "Berg would lie"),
        ("Meyer said that Berg's murder was cruel.", "Berg's murder was cruel"),
    ],
)
def test_what_a_speaker_says_need_not_reproach(text: str, content: str) -> None:
    assert find(text, statement(text, "Meyer", "said", content)) == []


def test_a_letter_accuses_for_whoever_the_text_says_wrote_it() -> None:
    parsed = doc(text := "The letter accused Berg of fraud.")
    cast = [replace(actor, id="Meyer", name="Meyer", named=True) if actor.name == "letter" else actor
            for actor in actors(parsed)]  # fmt: skip
    (accused,) = relations(parsed, article(text), cast, ())
    assert (accused.subject, accused.object, accused.of) == ("Meyer", "Berg", "fraud")


def test_evidence_of_a_long_quotation_reaches_back_to_its_speaker() -> None:
    text = "Meyer spoke in Oslo. The talks failed. The summit ended. Berg lied."
    (accused,) = find(text, statement(text, "Meyer", "spoke", text[text.index("The talks") : -1]))
    assert (accused.subject, accused.object) == ("Meyer", "Berg")
    assert (accused.evidence.text, accused.sentence.text) == (text, "Berg lied.")
    assert find(text) == []


def test_no_reproach_where_nobody_known_speaks() -> None:
    assert find("Meyer said that Berg lied.") == []


@pytest.mark.parametrize(
    "text", ["Meyer met Berg in Oslo on Friday.", "Meyer accused Berg of fraud. Berg denied the accusation."]
)
def test_evidence_is_the_text_and_ids_are_the_same_again(text: str) -> None:
    found = find(text)
    for relation in found:
        assert relation.evidence.text == text[relation.evidence.start : relation.evidence.end]
        assert (
            relation.sentence.start
            <= relation.evidence.start
            <= relation.evidence.end
            <= relation.sentence.end
        )
        assert relation.subject != relation.object
    assert len({relation.id for relation in found}) == len(found)
    assert found == find(text)


@pytest.mark.parametrize(
    "text",
    [
        "Meyer met Berg in Oslo on Friday.",
        "Meyer flew to Oslo. He met Berg.",
        "Meyer met Berg when he arrives in Oslo.",
        "Meyer met Berg during his visit to Oslo.",
    ],
)
def test_where_they_met(text: str) -> None:
    assert [relation.place for relation in find(text)] == ["Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "Lund flew to Oslo. Meyer met Berg.",
        "Meyer met Berg during Lund's visit to Oslo.",
        "Meyer flew home after a meeting with Berg.",
        "Meyer spoke with Berg by phone.",
    ],
)
def test_it_is_not_said_where_they_met(text: str) -> None:
    assert [relation.place for relation in find(text)] == [None]


def test_who_says_that_they_met_or_did_not() -> None:
    text = "Meyer denied that he met Berg."
    (met,) = find(text, replace(statement(text, "Meyer", "denied", "he met Berg"), denied=True))
    assert (met.modality, met.by) == ("denied", "Meyer")
    (met,) = find("Meyer met Berg in Oslo on Friday.")
    assert (met.modality, met.by) == ("happened", None)


@pytest.mark.parametrize(
    ("text", "plover", "cameo"),
    [
        ("Meyer met Berg in Oslo on Friday.", "CONSULT", "04"),
        ("Meyer will meet Berg.", "AGREE", "03"),
        ("Meyer refused to meet Berg.", "REJECT", "12"),
        ("Meyer accused Berg of fraud.", "ACCUSE", "11"),
    ],
)
def test_codes_of_political_science(text: str, plover: str, cameo: str) -> None:
    (relation,) = find(text)
    assert relation.code is not None
    assert (relation.code.plover, relation.code.cameo) == (plover, cameo)
