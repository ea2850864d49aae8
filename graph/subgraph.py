"""Cut a readable piece out of the database: around an actor, between two, or the newest of everything.

The queries are in cypher/subgraph. They choose at most ``limit`` of each kind, the newest first, so that the
same question to the same graph gives the same answer, in the same order.
"""

import datetime
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Literal

from rapidfuzz import fuzz, process

from cypher.library import fold, load
from cypher.names import Names
from cypher.words import words
from extract.annotation import digest
from graph.model import LABELS, Edge, Graph, GraphError, Node

if TYPE_CHECKING:
    from cypher.database import Database

Kind = Literal["said", "met", "accused", "events"]
KINDS: tuple[Kind, ...] = ("said", "met", "accused", "events")
NEAR = 70  # rapidfuzz score from which a name is worth offering instead

Row = dict[str, Any]
# Per kind: which files of cypher/subgraph to ask, with which parameters.
Queries = Mapping[Kind, Sequence[tuple[str, Mapping[str, Any]]]]


class UnknownActor(GraphError):
    """No actor goes by that name; ``near`` are names that the graph does hold and that look like it."""

    def __init__(self, name: str, near: Sequence[str] = ()) -> None:
        self.name = name
        self.near = tuple(near)
        hint = f"Did you mean {' or '.join(near)}?" if near else "Read an article that names it first."
        super().__init__(f"The graph holds no actor called {name!r}. {hint}")


def around(database: "Database", name: str, kinds: Collection[Kind] = KINDS, limit: int = 50) -> Graph:
    """What is told of an actor: statements by and about it, meetings, accusations both ways, events.

    The actor is the first node. At most ``limit`` of each kind. Raises UnknownActor.
    """
    actor = find(database, name)
    anyone = {"actor": actor.id, "other": None, "limit": limit}
    queries: Queries = {
        "said": [("said", anyone), ("about", {"actor": actor.id, "limit": limit})],
        "met": [("met", anyone)],
        "accused": [("accused", anyone)],
        "events": [("took_part", anyone)],
    }
    return _cut(database, [actor], queries, kinds)


def between(database: "Database", a: str, b: str, kinds: Collection[Kind] = KINDS, limit: int = 50) -> Graph:
    """What two actors said of each other, their meetings, accusations and common events.

    The two actors are the first nodes, also when there is nothing between them. Raises UnknownActor.
    """
    first, second = find(database, a), find(database, b)
    there = {"actor": first.id, "other": second.id, "limit": limit}
    back = {"actor": second.id, "other": first.id, "limit": limit}
    queries: Queries = {
        "said": [("said", there), ("said", back)],
        "met": [("met", there)],
        "accused": [("accused", there)],
        "events": [("took_part", there)],
    }
    return _cut(database, [first, second], queries, kinds)


def whole(database: "Database", limit: int = 300, kinds: Collection[Kind] = KINDS) -> Graph:
    """The newest statements, meetings, accusations and events, ``limit`` of each kind, of whomever."""
    newest = {"limit": limit}
    queries: Queries = {
        "said": [("all_said", newest)],
        "met": [("all_met", newest)],
        "accused": [("all_accused", newest)],
        "events": [("all_events", newest)],
    }
    return _cut(database, [], queries, kinds)


def find(database: "Database", name: str) -> Node:
    """The actor of this id or name, found as a name in a question is: by alias, title or misspelling too.

    Where several go by the name it is the one mentioned most. Raises UnknownActor with names like it.
    """
    rows = _read(database, "actors")
    understood = Names(rows).resolve(words(name))
    meant = understood.name if understood else name
    for row in rows:
        if row["id"] == name or row["name"] == meant:
            return _node(row["id"], row["labels"], row["properties"])
    if understood:
        raise UnknownActor(name, understood.others)
    names = list(dict.fromkeys(row["name"] for row in rows))
    near = process.extract(name, names, scorer=fuzz.WRatio, processor=fold, score_cutoff=NEAR, limit=3)
    raise UnknownActor(name, [text for text, _, _ in near])


def to_json(graph: Graph) -> str:
    """One JSON object: nodes of {id, label, properties}, edges of {id, type, source, target, properties}."""
    return json.dumps(asdict(graph), ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"not a plain value: {value!r}")


def _cut(database: "Database", start: Sequence[Node], queries: Queries, kinds: Collection[Kind]) -> Graph:
    """The nodes of ``start``, what the queries choose, and the articles that it stands in."""
    nodes = {node.id: node for node in start}
    edges: dict[str, Edge] = {}

    def add(rows: Iterable[Row]) -> None:
        for row in rows:
            for end in ("source", "target"):
                node = _node(row[end], row[f"{end}Labels"], row[f"{end}Properties"])
                nodes.setdefault(node.id, node)
            edge = _edge(row)
            edges.setdefault(edge.id, edge)

    def chosen(kind: Kind) -> Iterator[Row]:
        for name, parameters in queries[kind] if kind in kinds else ():
            yield from _read(database, name, **parameters)

    def ids(label: str) -> set[str]:
        return {node.id for node in nodes.values() if node.label == label}

    statements = {row["id"] for row in chosen("said")}
    events = {row["id"] for row in chosen("events")}
    add(_read(database, "statements", ids=sorted(statements)))
    add(chosen("met"))
    add(chosen("accused"))
    add(_read(database, "events", ids=sorted(events)))
    # A denied statement and an event that is talked about came along: they stand in articles, too.
    add(_read(database, "reported_in", ids=sorted(statements | ids("Statement"))))
    add(_read(database, "tells_of", ids=sorted(events | ids("Event"))))
    tellings = {edge.properties["article"] for edge in edges.values() if edge.type in ("MET", "ACCUSED")}
    for row in _read(database, "articles", ids=sorted(tellings - nodes.keys())):
        nodes[row["id"]] = _node(row["id"], row["labels"], row["properties"])
    return Graph(tuple(nodes.values()), tuple(edges.values()))


def _read(database: "Database", name: str, **parameters: Any) -> list[Row]:
    return database.read(load(f"subgraph/{name}").text, **parameters)


def _node(id: str, labels: Collection[str], properties: Row) -> Node:
    label = max(labels, key=LABELS.index)  # LABELS names Actor before Person: the later, the more telling
    return Node(id, label, _without(properties, "id", "search"))  # ``search`` is for the full-text index


def _edge(row: Row) -> Edge:
    type, source, target = row["type"], row["source"], row["target"]
    id = row["properties"].get("id") or digest(type, source, target)
    return Edge(id, type, source, target, _without(row["properties"], "id"))


def _without(properties: Row, *keys: str) -> Row:
    return {key: value for key, value in properties.items() if key not in keys}
