"""Articles one by one: one graph in any order, once or twice; names move when they come to mean another."""

import itertools
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from people import Told, article, body, person, place

from cypher.database import Database
from extract.annotation import Extraction, Statement
from graph import growth
from graph.judgements import Judgement
from graph.names import Name, merged, names
from graph.resolution import resolve
from tests.conftest import dump, empty
from tests.cypher.press import KOVEL, PRESS
from tests.graph.test_resolution import DAYS, actors_told

DAY = "2031-05-04"
ACTORS = "MATCH (a:Actor) RETURN a.id AS id, a.name AS name, a.aliases AS aliases ORDER BY id"
SPEAKERS = "MATCH (a:Actor)-[:SAID]->(s) RETURN a.name AS name, s.text AS text ORDER BY text"


def says(extraction: Extraction, words: str = "so") -> Extraction:
    """The article, with its first actor saying something."""
    first = extraction.entities[0]
    span = extraction.article.span(0, 1)
    said = Statement(
        f"{extraction.article.id}-{words}",
        first.id,
        span,
        None,
        (replace(span, text=words),),
        "direct",
        False,
        (),
        (),
        span,
    )
    return replace(extraction, statements=(said,))


def told(*rows: tuple[str | None, Sequence[Told]]) -> list[Extraction]:
    return [
        says(article(f"a{number}", day, *each), f"words {number}") for number, (day, each) in enumerate(rows)
    ]


MIXED = told(
    (DAY, [person("Lorn"), place("Kiev")]),
    (DAY, [person("Ida Lorn", "Chilean President Ida Lorn"), body("IHC")]),
    (DAY, [person("the Chilean president"), body("International Herring Council", "IHC")]),
    (DAY, [person("Eva Lorn"), place("Kyiv")]),
    ("2019-05-04", [person("the US president"), person("Zelensky", "President Zelensky")]),
    ("2019-06-04", [person("Vladimir Zelenskiy"), person("Donald Trump", "US President Donald Trump")]),
    ("2019-07-04", [person("Volodymyr Zelensky", "Ukrainian President Volodymyr Zelensky")]),
)  # fmt: skip


def in_order(database: Database, extractions: Iterable[Extraction]) -> tuple[Any, Any]:
    empty(database)
    growth.load(database, extractions)
    return dump(database)


def test_the_order_of_articles_does_not_matter(database: Database) -> None:
    expected = in_order(database, MIXED)
    growth.load(database, MIXED)
    assert dump(database) == expected, "once and twice"
    chance = random.Random(7)
    for _ in range(3):
        shuffled = list(MIXED)
        chance.shuffle(shuffled)
        assert in_order(database, shuffled) == expected
    empty(database)
    for extraction in reversed(MIXED):
        growth.load(database, [extraction])
    assert dump(database) == expected, "in runs of their own"


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(DAYS, st.lists(actors_told(), min_size=1, max_size=2)), min_size=2, max_size=5),
    st.randoms(),
)
def test_no_order_of_any_articles_matters(
    embedded: Database, rows: list[tuple[str | None, list[Told]]], chance: random.Random
) -> None:
    extractions = told(*((day, list({each[1]: each for each in actors}.values())) for day, actors in rows))
    shuffled = list(extractions)
    chance.shuffle(shuffled)
    assert in_order(embedded, extractions) == in_order(embedded, shuffled)


def test_the_graph_is_what_all_names_together_give(database: Database) -> None:
    in_order(database, MIXED)
    known: dict[str, Name] = {}
    for name in (name for extraction in MIXED for name in names(extraction).values()):
        known[name.id] = merged(known[name.id], name) if name.id in known else name
    expected = {actor.id: (actor.name, list(actor.aliases)) for actor in resolve(known.values()).values()}
    found = {row["id"]: (row["name"], row["aliases"]) for row in database.read(ACTORS)}
    assert {id: found.get(id) for id in expected} == expected


@pytest.mark.parametrize("order", [*itertools.permutations(range(3))])
def test_a_surname_leaves_when_a_second_bearer_comes(database: Database, order: tuple[int, ...]) -> None:
    rows = told((DAY, [person("Lorn")]), (DAY, [person("Ida Lorn")]), (DAY, [person("Eva Lorn")]))
    in_order(database, [rows[number] for number in order])
    assert database.read(SPEAKERS) == [
        {"name": "Lorn", "text": "words 0"},
        {"name": "Ida Lorn", "text": "words 1"},
        {"name": "Eva Lorn", "text": "words 2"},
    ]
    [ida] = database.read(
        "MATCH (a:Person {name: 'Ida Lorn'}) RETURN a.aliases AS aliases, a.search AS search"
    )
    assert ida == {"aliases": ["Ida Lorn"], "search": "\nida lorn\n"}


def test_what_is_told_of_two_moves_at_both_ends(database: Database) -> None:
    surnames = replace(
        PRESS,
        entities=tuple(
            replace(each, name="Kovel", aliases=("Kovel",)) if each.id == KOVEL.id else each
            for each in PRESS.entities
        ),
    )
    in_order(
        database,
        [
            surnames,
            article("b", "2031-03-04", person("Mira Kovel")),
            article("c", "2031-03-04", person("Ada Kovel")),
        ],
    )
    met = database.read("MATCH (a)-[m:MET]-(b) WHERE a.name = 'Kovel' RETURN b.name AS name ORDER BY name")
    assert [row["name"] for row in met] == ["Ada Lind", "Tomás Harrow"]
    assert not database.read("MATCH (a {name: 'Mira Kovel'})-[m:MET]-() RETURN m")


def test_places_that_act_get_the_government_they_act_for(database: Database) -> None:
    moscow = says(article("a", DAY, place("Moscow"), place("Velmar")))
    kremlin = says(article("b", DAY, body("Kremlin")), "no")
    silent = article("c", DAY, place("Beijing"), place("Russia"))
    told_of = article("d", DAY, body("Government of Russia", "the Russian government"))
    in_order(database, [moscow, kremlin, silent, told_of])
    rows = database.read("MATCH (a)-[:ACTS_FOR]->(b:Organization) RETURN a.name AS a, b.name AS b ORDER BY a")
    assert rows == [
        {"a": "Kremlin", "b": "Government of Russia"},
        {"a": "Moscow", "b": "Government of Russia"},
    ]
    assert len(database.read("MATCH (b:Organization {name: 'Government of Russia'}) RETURN b")) == 1


def test_a_judgement_splits_and_its_withdrawal_joins_again(database: Database) -> None:
    rows = told((DAY, [person("Ida Lorn")]), (DAY, [person("Lorn")]), (DAY, [person("Bo Lund")]))
    before = in_order(database, rows)
    ids = [next(iter(names(row).values())).id for row in rows]
    apart = Judgement("different", ids[0], ids[1], ("Ida Lorn", "Lorn"), 1)
    database.transact(lambda graph: growth.rejudge(graph, [apart], [apart]))
    assert [row["name"] for row in database.read(SPEAKERS)] == ["Ida Lorn", "Lorn", "Bo Lund"]
    database.transact(lambda graph: growth.rejudge(graph, [], [apart]))
    assert dump(database) == before
    same = Judgement("same", ids[1], ids[2], ("Lorn", "Bo Lund"), 1)
    database.transact(lambda graph: growth.rejudge(graph, [same], [same]))
    assert {row["name"] for row in database.read(SPEAKERS)} == {database.read(SPEAKERS)[0]["name"]}
    database.transact(lambda graph: growth.rejudge(graph, [], [same]))
    assert dump(database) == before
