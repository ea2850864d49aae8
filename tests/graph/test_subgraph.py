"""Subgraphs of a graph that was loaded into the real servers."""

import datetime
import json
from collections import Counter
from typing import Any

import pytest
from newsroom import HOSTILE, NEWSROOM, actor, edge, hostile

from cypher.database import Database
from graph.model import Edge, Graph, GraphError
from graph.subgraph import Only, UnknownActor, around, between, find, neighbours, to_json, whole, within
from tests.conftest import empty, fill

# What articles mention decides between two of one name.
MENTIONS = tuple(
    Edge(f"mention-{number}", "MENTIONS", "article-1", id, {"text": id, "kind": "name", "start": 1, "end": 2})
    for number, id in enumerate(["mira", "mira", "orlan"])
)


@pytest.fixture(scope="module")
def newsroom(any_database: Database) -> Database:
    """The hand-made graph, to be read only."""
    empty(any_database)
    fill(any_database, Graph(hostile().nodes, (*hostile().edges, *MENTIONS)))
    return any_database


def told(graph: Graph, *types: str) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.type, edge.target) for edge in graph.edges if not types or edge.type in types}


def ids(graph: Graph, label: str) -> set[str]:
    return {node.id for node in graph.nodes if node.label == label}


def test_around_holds_all_that_is_told_of_an_actor(newsroom: Database) -> None:
    graph = around(newsroom, "Tomas Orlan")
    assert graph.nodes[0].id == "orlan"
    assert ids(graph, "Statement") == {"sign", "never", "warned"}  # the last is denied by one of his
    assert told(graph, "MET", "ACCUSED") == {("mira", "MET", "orlan"), ("orlan", "ACCUSED", "mira")}
    assert Counter(edge.type for edge in graph.edges)["MET"] == 2
    assert told(graph, "TOOK_PART", "AT") == {
        ("mira", "TOOK_PART", "talks"),
        ("orlan", "TOOK_PART", "talks"),
        ("talks", "AT", "lent"),
    }
    assert told(graph, "TELLS_OF") == {("article-1", "TELLS_OF", "talks")}
    assert ids(graph, "Article") == {"article-1", "article-2", "article-3"}


@pytest.mark.parametrize(
    ("only", "statements", "tellings"),
    [
        (Only(since="2031-05-06"), {"never", "warned"}, {"met-2", "accused-2"}),
        (Only(until="2031-05-04"), {"sign"}, {"met-1"}),
        (Only(since="2031-05-05", until="2031-05-08"), {"never", "warned"}, {"accused-2"}),
        (Only(since="2031", until="2031-05"), {"sign", "never", "warned"}, {"met-1", "met-2", "accused-2"}),
        (Only(since="2032"), set(), set()),
        (Only(outlets=["courier"]), set(), {"met-2"}),
        (Only(outlets=["Lower Bank", "COURIER"]), {"sign"}, {"met-1", "met-2"}),
        (Only(modalities=["planned"]), set(), {"met-2"}),
        (Only(modalities=["happened", "denied"]), set(), {"met-1", "accused-2"}),
    ],
)
def test_around_holds_only_what_is_wanted(
    newsroom: Database, only: Only, statements: set[str], tellings: set[str]
) -> None:
    graph = around(newsroom, "Tomas Orlan", only=only)
    assert ids(graph, "Statement") == statements
    assert {edge.id for edge in graph.edges if edge.type in ("MET", "ACCUSED")} == tellings


def test_events_are_those_of_the_articles_that_are_wanted(newsroom: Database) -> None:
    assert ids(around(newsroom, "orlan", only=Only(until="2031-05-04")), "Event") == {"talks"}
    assert ids(around(newsroom, "orlan", only=Only(modalities=["happened"])), "Event") == {"talks"}
    for only in (Only(since="2031-05-05"), Only(outlets=["Meridian"]), Only(modalities=["planned"])):
        assert ids(around(newsroom, "orlan", only=only), "Event") == set()


def test_all_and_two_can_be_narrowed(newsroom: Database) -> None:
    only = Only(outlets=["Veld Courier"])
    assert told(whole(newsroom, only=only), "MET", "ACCUSED", "SAID") == {("mira", "MET", "orlan")}
    assert told(between(newsroom, "mira", "orlan", only=only)) == {("mira", "MET", "orlan")}


@pytest.mark.parametrize(
    ("only", "wrong"),
    [
        (Only(since="May"), "'May' is no date. Write 2025-08-01"),
        (Only(until="2031-02-30"), "2031-02-30"),
        (Only(since="2031-13"), "2031-13"),
        (Only(since="2031-05-06-07"), "2031-05-06-07"),
        (Only(since=""), "no date"),
        (Only(outlets=["Gazette", "Nowhere Times"]), "'Nowhere Times'. It holds .*Radio Meridian"),
        (Only(modalities=["perhaps"]), "'perhaps'. There are happened"),
    ],
)
def test_what_cannot_be_wanted_is_named(newsroom: Database, only: Only, wrong: str) -> None:
    with pytest.raises(GraphError, match=wrong):
        around(newsroom, "mira", only=only)


def test_a_greater_depth_holds_what_is_told_of_neighbours(newsroom: Database) -> None:
    assert "basin" not in ids(around(newsroom, "villain"), "Organization")
    deep = around(newsroom, "villain", depth=3)
    assert deep.nodes[0].id == "villain"
    assert {"mira", "orlan"} <= ids(deep, "Person")
    assert "warned" in ids(deep, "Statement")


def test_neighbours_are_the_closest_first() -> None:
    assert neighbours(NEWSROOM, "mira") == ["orlan", "solvia"]
    assert neighbours(NEWSROOM, "kardania") == []
    assert within(NEWSROOM, "basin", 2) == ["basin", "solvia", "mira", "orlan"]


def test_around_holds_statements_about_the_actor(newsroom: Database) -> None:
    graph = around(newsroom, "Solvia")
    assert told(graph, "ABOUT") >= {(id, "ABOUT", "solvia") for id in ("gates", "sign", "warned")}
    assert told(graph, "SAID") == {
        ("mira", "SAID", "gates"),
        ("orlan", "SAID", "sign"),
        ("basin", "SAID", "warned"),
    }


@pytest.mark.parametrize(
    ("kinds", "types"),
    [
        (("said",), {"SAID", "ABOUT", "DENIES", "REPORTED_IN"}),
        (("met",), {"MET"}),
        (("accused",), {"ACCUSED"}),
        (("events",), {"TOOK_PART", "AT", "TELLS_OF"}),
        (("met", "accused"), {"MET", "ACCUSED"}),
        ((), set()),
    ],
)
def test_kinds(newsroom: Database, kinds: Any, types: set[str]) -> None:
    assert {edge.type for edge in around(newsroom, "Tomas Orlan", kinds=kinds).edges} == types


def test_properties_are_plain_and_without_the_article_text(newsroom: Database) -> None:
    graph = around(newsroom, "Mira Veld")
    nodes = {node.id: node for node in graph.nodes}
    assert dict(nodes["article-1"].properties) == dict(NEWSROOM.nodes[-3].properties)
    assert nodes["mira"].properties == {
        "name": "Mira Veld",
        "aliases": ["Mira Veld", "President Veld", "the Kardanian president"],
        "named": True,
    }
    [met] = [edge for edge in graph.edges if edge.id == "met-2"]
    assert met.properties["date"] == datetime.date(2031, 6, 1)
    assert met.properties["modality"] == "planned"
    assert nodes["gates"].properties["topics"] == ["water", "dam"]


def test_limit_keeps_the_newest(newsroom: Database) -> None:
    graph = around(newsroom, "Mira Veld", kinds=["met"], limit=1)
    assert [edge.id for edge in graph.edges] == ["met-2"]
    assert ids(around(newsroom, "Tomas Orlan", kinds=["said"], limit=1), "Statement") >= {"never"}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Mira Veld", "Solvia", {("mira", "ACCUSED", "solvia"), ("mira", "SAID", "gates")}),
        ("Solvia", "Mira Veld", {("mira", "ACCUSED", "solvia"), ("mira", "SAID", "gates")}),
        ("Tomas Orlan", "Solvia", {("orlan", "SAID", "sign")}),
        ("Kardania", "Solvia", set()),
    ],
)
def test_between(newsroom: Database, a: str, b: str, expected: set[tuple[str, str, str]]) -> None:
    graph = between(newsroom, a, b)
    assert told(graph, "SAID", "MET", "ACCUSED") == expected
    assert {node.properties["name"] for node in graph.nodes[:2]} == {a, b}


def test_between_holds_common_events(newsroom: Database) -> None:
    assert ids(between(newsroom, "Mira Veld", "Tomas Orlan"), "Event") == {"talks"}
    assert ids(between(newsroom, "Mira Veld", "Solvia"), "Event") == set()


def test_whole(newsroom: Database) -> None:
    everything = whole(newsroom)
    tellings = {edge.id for edge in hostile().edges if edge.type in ("MET", "ACCUSED")}
    assert {edge.id for edge in everything.edges} >= tellings
    assert told(everything) == told(hostile())
    assert ids(whole(newsroom, limit=1), "Event") == {"talks"}
    assert len(whole(newsroom, limit=1, kinds=["met"]).edges) == 1


@pytest.mark.parametrize("cut", [lambda d: around(d, "Mira Veld"), whole])
def test_same_question_same_answer(newsroom: Database, cut: Any) -> None:
    assert to_json(cut(newsroom)) == to_json(cut(newsroom))


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Mira Veld", "mira"),
        ("mira veld", "mira"),
        ("President Veld", "mira"),
        ("Veld", "mira"),
        ("Orlan", "orlan"),
        ("the Kardanian president", "mira"),
        ("Tomas Orlen", "orlan"),
        ("basin", "basin"),
        (HOSTILE, "villain"),
    ],
)
def test_find(newsroom: Database, name: str, id: str) -> None:
    assert find(newsroom, name).id == id


@pytest.mark.parametrize("name", ["Zebedee Quux", "", "  ", '"}) DETACH DELETE n //', "*"])
def test_unknown_actor(newsroom: Database, name: str) -> None:
    with pytest.raises(UnknownActor, match="holds no actor called") as caught:
        around(newsroom, name)
    assert isinstance(caught.value, GraphError)
    assert find(newsroom, "Mira Veld").id == "mira"


def test_unknown_actor_offers_names_like_it(newsroom: Database) -> None:
    with pytest.raises(UnknownActor, match="Did you mean Ostra Basin Commission") as caught:
        find(newsroom, "Basin Commision of Ostra")
    assert caught.value.near[0] == "Ostra Basin Commission"


def test_of_two_actors_with_one_name_the_one_mentioned_most(database: Database) -> None:
    twins = (actor("a", "Person", "Ana Ruiz"), actor("b", "Organization", "Ana Ruiz"))
    mention = Edge("m", "MENTIONS", "article-1", "b", {"text": "Ruiz", "kind": "name", "start": 1, "end": 2})
    fill(database, Graph((*twins, NEWSROOM.nodes[-3]), (mention,)))
    assert find(database, "Ana Ruiz").id == "b"


def test_graph_without_anything(database: Database) -> None:
    assert whole(database) == Graph((), ())
    with pytest.raises(UnknownActor, match="Read an article that names it first"):
        around(database, "Mira Veld")


def test_to_json_is_plain() -> None:
    found = json.loads(to_json(NEWSROOM))
    assert found["nodes"][-1]["properties"]["published"] == "2031-05-09"
    assert len(found["edges"]) == len(NEWSROOM.edges)
    with pytest.raises(TypeError):
        to_json(Graph((), (edge("SAID", "a", "b", odd=object()),)))
