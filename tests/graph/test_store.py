"""Loading graphs: what comes in is what is there; once, twice, in any order, hostile or not."""

import datetime
import itertools
from pathlib import Path
from typing import Any

import httpx
import pytest
from newsroom import NEWSROOM

from cypher import server
from cypher.database import Database
from graph.model import LABELS, TYPES, Edge, Graph, GraphError, Node
from tests.conftest import dump, empty, fill


def known(properties: dict[str, Any]) -> dict[str, Any]:
    """Properties as a database keeps them: those that have a value."""
    return {key: value for key, value in properties.items() if value is not None}


def person(id: str, name: str, *aliases: str, named: bool = True) -> Node:
    return Node(id, "Person", {"name": name, "aliases": sorted({name, *aliases}), "named": named})


def event(**properties: Any) -> Graph:
    told = {"name": "Lent flood", "kind": "flood", "status": "happened", **properties}
    return Graph((Node("flood", "Event", told),), ())


def test_a_loaded_graph_is_there_node_by_node_and_edge_by_edge(database: Database) -> None:
    fill(database, NEWSROOM)
    nodes, edges = dump(database)
    by_id = {node["properties"]["id"]: node for node in nodes}
    assert len(nodes) == len(NEWSROOM.nodes)
    for node in NEWSROOM.nodes:
        found = by_id[node.id]
        assert max(found["labels"], key=LABELS.index) == node.label
        assert ("Actor" in found["labels"]) == (node.label in ("Person", "Organization", "Place"))
        assert found["properties"].items() >= known({**node.properties, "id": node.id}).items()
    assert [(e["source"], e["type"], e["target"], e["properties"]) for e in edges] == [
        (edge.source, edge.type, edge.target, known({**edge.properties, "id": edge.id}))
        for edge in sorted(NEWSROOM.edges, key=lambda edge: edge.id)
    ]


def test_every_label_and_type_can_be_loaded(database: Database) -> None:
    actor, place, told = (
        person("p", "Ina Tal"),
        Node("q", "Place", dict(person("q", "Tal").properties)),
        event(),
    )
    body = Node("o", "Organization", dict(person("o", "Tal Union").properties))
    article, said = Node("a", "Article", {"text": "x"}), Node("s", "Statement", {"text": "y"})
    other = Node("t", "Statement", {"text": "z"})
    kept = Node("n", "Name", {"words": "ina tal"}), Node("k", "Key"), Node("j", "Judgement", {"number": 1})
    kept += (Node("c", "Article", {"text": "x"}),)
    kept += Node("x", "Failure", {"path": "x.txt"}), Node("l", "Lock")
    ends = {
        "SAID": "ps", "ABOUT": "sq", "REPORTED_IN": "sa", "DENIES": "ts", "MET": "pq", "ACCUSED": "qo",
        "TOOK_PART": "pf", "AT": "fq", "TELLS_OF": "af", "MENTIONS": "ap",
        "ACTS_FOR": "qo", "COPY_OF": "ac", "SAME_AS": "st", "BANDED": "ak",
        "CALLS": "an", "MEANS": "np", "UNDER": "nk",
    }  # fmt: skip
    full = {"f": "flood"}
    edges = tuple(Edge(t, t, full.get(ab[0], ab[0]), full.get(ab[1], ab[1])) for t, ab in ends.items())
    edges += (Edge("m", "MENTIONS", "a", "flood"), Edge("b", "ABOUT", "s", "flood"))
    fill(database, Graph((actor, place, body, article, said, other, *kept, *told.nodes), edges))
    nodes, loaded = dump(database)
    assert {label for node in nodes for label in node["labels"]} == {*LABELS} - {"Lock"}
    assert {edge["type"] for edge in loaded} == {*TYPES}
    assert len(loaded) == len(edges)


def test_loading_twice_changes_nothing(database: Database) -> None:
    fill(database, NEWSROOM)
    before = dump(database)
    fill(database, NEWSROOM, NEWSROOM)
    assert dump(database) == before


def test_parallel_edges_stay_apart(database: Database) -> None:
    a, b = person("a", "Ada Bern"), person("b", "Carl Dorn")
    met = tuple(Edge(f"met-{n}", "MET", "a", "b", {"start": n}) for n in range(3))
    fill(database, Graph((a, b), met))
    assert [edge["properties"]["start"] for edge in dump(database)[1]] == [0, 1, 2]


def test_the_order_of_articles_does_not_matter_to_an_actor(database: Database) -> None:
    tellings = [
        Graph((person("a", "Jose Maria Peña", "Peña", named=False),), ()),
        Graph((person("a", "José María Peña", "the minister"),), ()),
        Graph((person("a", "JOSE MARIA PENA", "Peña", "Pena"),), ()),
    ]
    found = []
    for order in itertools.permutations(tellings):
        empty(database)
        fill(database, *order)
        found.append(dump(database))
    assert found == [found[0]] * len(found)
    assert found[0][0][0]["properties"] == {
        "id": "a",
        "name": "José María Peña",
        "aliases": ["JOSE MARIA PENA", "Jose Maria Peña", "José María Peña", "Pena", "Peña", "the minister"],
        "named": True,
        "search": "\njose maria pena\npena\nthe minister\n",
    }


MAY_1 = {"date": datetime.date(2031, 5, 1), "datePrecision": "day"}
MAY_2 = {"date": datetime.date(2031, 5, 2), "datePrecision": "day"}
MAY = MAY_1 | {"datePrecision": "month"}
PLANNED = {"status": "planned", "dateWords": "soon"}


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [
        (PLANNED, MAY_2, MAY_2 | {"status": "happened"}),
        (MAY_2, MAY_1, MAY_1),
        (MAY, MAY_1, MAY_1),
        (PLANNED, {"status": "denied"}, PLANNED),
    ],
)
def test_the_order_of_articles_does_not_matter_to_an_event(
    database: Database, one: dict[str, Any], other: dict[str, Any], merged: dict[str, Any]
) -> None:
    for order in ((one, other), (other, one)):
        empty(database)
        fill(database, *(event(**told) for told in order))
        [node] = dump(database)[0]
        assert node["properties"].items() >= merged.items()


def test_full_text_finds_names_and_statements_on_neo4j(neo4j: Database) -> None:
    empty(neo4j)
    fill(neo4j, NEWSROOM)
    call = "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.id AS id"
    assert {"id": "mira"} in neo4j.read(call, index="names", words="velt~")
    assert {"id": "gates"} in neo4j.read(call, index="statements", words="calm AND river")


def test_full_text_finds_names_and_statements_on_the_embedded_server(embedded: Database, home: Path) -> None:
    empty(embedded)
    fill(embedded, NEWSROOM)
    found = server.status(home)
    assert found
    for index, words, id in (("Actor", "veld", "mira"), ("Statement", "+calm +river", "gates")):
        sql = f"SELECT id FROM {index} WHERE SEARCH_INDEX('{index}[search]', '{words}') = true"
        response = httpx.post(
            f"http://127.0.0.1:{found.http}/api/v1/query/{server.DATABASE}",
            auth=(found.reader, found.reader_password),
            json={"language": "sql", "command": sql},
            trust_env=False,
        )
        assert id in {row["id"] for row in response.raise_for_status().json()["result"]}


@pytest.mark.parametrize(
    "text",
    [
        '"}) DETACH DELETE n //',
        "'}) DETACH DELETE n //",
        "<script>alert(1)</script>",
        "$rows ${x} {{y}} `z` \\u0041 \\",
        "line one\nline two\ttab \u0000 end",
        "😀 e\u0301 \u202e ﷺ",
    ],
)
def test_hostile_text_is_only_text(database: Database, text: str) -> None:
    fill(database, NEWSROOM)
    before = len(dump(database)[0])
    names = Node("hostile", "Person", {"name": text, "aliases": [text], "named": True})
    title = Node("page", "Article", {"title": text, "text": text})
    fill(database, Graph((names, title), (Edge("m", "MENTIONS", "page", "hostile", {"text": text}),)))
    assert len(dump(database)[0]) == before + 2
    [row] = database.read(
        "MATCH (a:Article)-[m:MENTIONS]->(n:Person {name: $name}) "
        "RETURN n.name AS n, a.title AS a, m.text AS m",
        name=text,
    )
    assert row == {"n": text, "a": text, "m": text}


def test_half_a_surrogate_pair_is_replaced(database: Database) -> None:
    fill(database, Graph((Node("page", "Article", {"title": "a\ud83db"}),), ()))
    assert dump(database)[0][0]["properties"]["title"] == "a�b"


def test_an_edge_into_nothing_is_an_error_and_loads_nothing(database: Database) -> None:
    with pytest.raises(GraphError, match="nobody"):
        fill(database, Graph((person("a", "Ada Bern"),), (Edge("m", "MET", "a", "nobody"),)))
    assert dump(database) == ([], [])


def test_an_article_is_loaded_whole_or_not_at_all(database: Database) -> None:
    a, b = person("a", "Ada Bern"), person("b", "Carl Dorn")
    bad = Edge("m", "MET", "a", "b", {"evidence": {"no": "property"}})
    with pytest.raises(Exception, match=r"(?i)propert"):
        fill(database, Graph((a, b), (bad,)))
    assert dump(database) == ([], [])


def test_an_article_may_be_larger_than_a_batch(database: Database) -> None:
    crowd = tuple(person(f"p{n:04}", f"Person {n}") for n in range(1100))
    article = Node("a", "Article", {"text": ""})
    mentions = tuple(Edge(f"m{n.id}", "MENTIONS", "a", n.id) for n in crowd)
    fill(database, Graph((article, *crowd), mentions))
    assert len(dump(database)[0]) == 1101
    assert database.read("MATCH (:Article)-[m:MENTIONS]->(:Person) RETURN count(m) AS n") == [{"n": 1100}]
