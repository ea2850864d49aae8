"""Extractions with one id for an actor in all of them."""

from dataclasses import replace

from people import article, body, person, place

from extract.annotation import Extraction
from graph.rewriting import resolved
from tests.cypher.press import KOVEL, PRESS


def ids(extraction: Extraction) -> list[str]:
    return [entity.id for entity in extraction.entities]


def test_an_actor_has_one_id_and_name_in_all_articles() -> None:
    one, other = resolved(
        [
            article("a", "2031-05-04", person("Ida Lorn", "Chilean President Ida Lorn"), place("Kiev")),
            article("b", "2031-05-04", person("the Chilean president"), body("Fisheries League")),
        ]
    )
    assert ids(one)[0] == ids(other)[0]
    assert [entity.name for entity in other.entities] == ["Ida Lorn", "Fisheries League"]
    assert [entity.named for entity in other.entities] == [True, True]


def test_actors_of_one_article_keep_their_id() -> None:
    told = article("a", None, person("the two officials"))
    assert resolved([told]) == [told]


def test_all_that_is_said_follows_the_actors() -> None:
    [press] = resolved([PRESS])
    known = {*ids(press)}
    for statement in press.statements:
        assert {statement.speaker, *statement.about} - {None} <= known
    for relation in press.relations:
        assert {relation.subject, relation.object, relation.place} - {None} <= known
    for event in press.events:
        assert {*event.participants, event.place} - {None} <= known
    assert [s.id for s in press.statements] == [s.id for s in PRESS.statements]


def test_two_entities_that_are_one_actor_are_one_entity() -> None:
    twin = replace(KOVEL, id="twin", name="Mira Kovell", aliases=("Mira Kovell",))
    [press] = resolved([replace(PRESS, entities=(*PRESS.entities, twin))])
    assert len(press.entities) == len({*ids(press)}) == len(PRESS.entities)
    [kovel] = [entity for entity in press.entities if "Mira Kovell" in entity.aliases]
    assert {*KOVEL.aliases} <= {*kovel.aliases}
