"""MET, ACCUSED and DENIES as the graph and the public JSON show them: grade, who says so, codes."""

import pytest

from extract.annotation import Extraction
from extract.denials import answered
from extract.events import events
from extract.record import record
from extract.relations import relations
from graph.build import build
from tests.extract.parsed import actors, article, doc, statement

TEXT = "Meyer accused Berg of fraud. Berg denied the accusation."


def extraction(text: str) -> Extraction:
    parsed, whole = doc(text), article(text)
    everyone = actors(parsed)
    said = (
        (
            statement(text, "Meyer", "accused", "Berg of fraud"),
            statement(text, "Berg", "denied", "the accusation"),
        )
        if text == TEXT
        else ()
    )
    found = tuple(relations(parsed, whole, everyone, said))
    told = events(parsed, whole, everyone, [])
    entities = (*everyone, *(event.entity for event in told))
    return Extraction(whole, entities, answered(said, found), found, told)


def test_an_accusation_and_its_denial_are_two_edges() -> None:
    edges = [edge.properties for edge in build(extraction(TEXT)).edges if edge.type == "ACCUSED"]
    shown = [(edge["modality"], edge["by"], edge["grade"], edge["plover"], edge["cameo"]) for edge in edges]
    assert shown == [("asserted", None, "sure", "ACCUSE", "11"), ("denied", "Berg", "sure", "ACCUSE", "11")]


def test_the_statement_that_denies_points_to_the_one_that_accuses() -> None:
    graph = build(extraction(TEXT))
    texts = {node.id: node.properties["text"] for node in graph.nodes if node.label == "Statement"}
    (denies,) = (edge for edge in graph.edges if edge.type == "DENIES")
    assert (texts[denies.source], texts[denies.target]) == ("the accusation", "Berg of fraud")


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Meyer met Berg in Oslo on Friday.", "MET", ("happened", "CONSULT", "04")),
        ("Meyer refused to meet Berg.", "MET", ("denied", "REJECT", "12")),
        (TEXT, "ACCUSED", ("asserted", "ACCUSE", "11")),
    ],
)
def test_the_public_json_has_grade_and_codes(text: str, type: str, expected: tuple[str, str, str]) -> None:
    told = record(extraction(text))["relations"][0]
    assert told["type"] == type
    assert (told["modality"], told["plover"], told["cameo"]) == expected
    assert told["grade"] in ("sure", "likely")


def test_an_event_has_codes_where_the_codebooks_count_it() -> None:
    shown = {
        node.properties["kind"]: (node.properties["plover"], node.properties["cameo"])
        for text in ("Meyer met Berg in Oslo on Friday.", "Lund died in Oslo.")
        for node in build(extraction(text)).nodes
        if node.label == "Event"
    }
    assert shown == {"meeting": ("CONSULT", "04"), "death": (None, None)}
