"""The whole graph written to files, and read again by those who read such files."""

import csv
import datetime
import io
import json
from pathlib import Path

import networkx
import pytest
from newsroom import HOSTILE, NEWSROOM

from cypher.database import Database, connect
from graph import check, formats
from graph.export import elements, labels, write_json_lines
from graph.model import Graph, GraphError, Node
from tests.conftest import dump, empty, fill
from tests.neo4j.server import Neo4j, Unavailable

WORDS = (
    HOSTILE,
    "one line\nand, the next\r\n\tand more",
    '"',
    '""',
    "\\",
    'ends in a backslash \\"\\',
    "",
    " spaces ",
    "=HYPERLINK(1)",
    "]]> & <!-- ' --",
    "🙂 “so” — é",
    "a;b|c",
    "\x00\x07\x1b\x1f",
)


def hostile() -> Graph:
    """People, and statements and articles, whose every property holds what may break a format."""
    nodes = [*NEWSROOM.nodes]
    for number, words in enumerate(WORDS):
        listed = {"name": words, "aliases": sorted({words, "Tal"}), "named": True}
        nodes.append(Node(f"person-{number:03}", "Person", listed))
        told = {"text": words, "topics": [], "start": number, "denied": False, "score": 0.5}
        told["published"] = datetime.date(2031, 5, 1)
        nodes.append(Node(f"statement-{number:03}", "Statement", told))
        nodes.append(Node(f"article-{number:03}", "Article", {"title": words, "text": f"{words}\n\n{words}"}))
    return Graph(tuple(nodes), NEWSROOM.edges)


@pytest.fixture
def filled(database: Database) -> Database:
    """Either database, with a graph that is hard to write down."""
    fill(database, hostile())
    return database


def test_every_node_and_edge_comes_once_in_order(filled: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.export.PAGE", 3)
    nodes, edges = dump(filled)
    found = list(elements(filled))
    exported = [element for element in found if isinstance(element, Node)]
    assert sorted(node.id for node in exported) == sorted(node["properties"]["id"] for node in nodes)
    assert sorted(edge[0].id for edge in found if not isinstance(edge, Node)) == [
        edge["properties"]["id"] for edge in edges
    ]
    assert list(elements(filled)) == found


def test_json_lines(filled: Database) -> None:
    out = io.StringIO()
    count = write_json_lines(filled, out)
    rows = [json.loads(line) for line in out.getvalue().split("\n")[:-1]]
    nodes = {row["node"]: row for row in rows if "node" in row}
    assert count == (len(nodes), len(rows) - len(nodes))
    for number, words in enumerate(WORDS):
        assert nodes[f"person-{number:03}"]["properties"]["name"] == words
        assert nodes[f"person-{number:03}"]["labels"] == labels("Person")
    assert nodes["statement-000"]["properties"]["published"] == "2031-05-01"
    edges = [row for row in rows if "edge" in row]
    assert all(row["source"] in nodes and row["target"] in nodes for row in edges)


def test_csv(filled: Database, tmp_path: Path) -> None:
    formats.write(filled, "csv", tmp_path / "out")
    with (tmp_path / "out" / "Statement.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    for number, words in enumerate(WORDS):
        row = rows[f"statement-{number:03}"]
        assert row["text"] == words
        assert (row["start"], row["denied"], row["score"]) == (str(number), "false", "0.5")
    with (tmp_path / "out" / "Person.csv").open(encoding="utf-8", newline="") as file:
        people = {row["id"]: row for row in csv.DictReader(file)}
    assert json.loads(people["person-000"]["aliases"]) == sorted({WORDS[0], "Tal"})
    with (tmp_path / "out" / "MET.csv").open(encoding="utf-8", newline="") as file:
        met = list(csv.DictReader(file))
    assert {(row["source"], row["target"]) for row in met} == {
        (edge.source, edge.target) for edge in NEWSROOM.edges if edge.type == "MET"
    }


def test_graphml(filled: Database, tmp_path: Path) -> None:
    nodes, edges = formats.write(filled, "graphml", tmp_path / "out.graphml")
    graph = networkx.read_graphml(tmp_path / "out.graphml", force_multigraph=True)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (nodes, edges)
    for number, words in enumerate(WORDS[:-1]):
        node = graph.nodes[f"person-{number:03}"]
        assert node["name"] == words.replace("\x1b", "\ufffd")
        assert node["labels"] == "Actor Person"
        assert node["named"] is True
    assert graph.nodes["person-012"]["name"] == "\ufffd" * 4
    assert graph.nodes["statement-003"]["start"] == 3
    assert {data["type"] for *_, data in graph.edges(data=True)} == {edge.type for edge in NEWSROOM.edges}


@pytest.mark.parametrize("form", ["jsonl", "csv", "graphml", "neo4j"])
def test_the_same_graph_gives_the_same_files(filled: Database, tmp_path: Path, form: formats.Form) -> None:
    written = []
    for name in ("one", "two"):
        out = tmp_path / name
        formats.write(filled, form, out)
        files = sorted(out.iterdir()) if out.is_dir() else [out]
        written.append([file.read_bytes() for file in files])
    assert written[0] == written[1]


@pytest.mark.parametrize("form", ["jsonl", "csv", "graphml", "neo4j"])
def test_a_place_that_cannot_be_written_is_named(
    database: Database, tmp_path: Path, form: formats.Form
) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(GraphError, match="file"):
        formats.write(database, form, tmp_path / "file" / "out")


@pytest.mark.parametrize("form", ["csv", "neo4j"])
def test_a_folder_with_something_in_it_is_left_alone(
    database: Database, tmp_path: Path, form: formats.Form
) -> None:
    (tmp_path / "mine.csv").write_text("x")
    with pytest.raises(GraphError, match="is not empty"):
        formats.write(database, form, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.csv"]


def test_neo4j_imports_what_was_exported(
    embedded: Database, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty(embedded)
    fill(embedded, hostile())
    told = formats.write(embedded, "neo4j", tmp_path / "import")
    try:
        running = Neo4j(tmp_path_factory.mktemp("imported"), imported=tmp_path / "import")
    except Unavailable as reason:
        pytest.skip(str(reason))
    with running, connect(running.uri, running.user, running.password) as imported:
        imported.schema()
        assert check.digest(imported) == check.digest(embedded)
        fill(imported, hostile())
        assert check.digest(imported) == check.digest(embedded)
        assert told == (len(dump(imported)[0]), len(dump(imported)[1]))
