"""Cut a readable piece out of the database: around an actor, between two, or the newest of everything.

The queries are in cypher/subgraph. They choose at most ``limit`` of each kind, the newest first, so that the
same question to the same graph gives the same answer, in the same order.
"""

import calendar
import datetime
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from rapidfuzz import fuzz, process

from cypher.library import fold, load
from cypher.names import Names
from cypher.words import words
from extract.annotation import digest
from graph.model import ACTOR_LABELS, LABELS, Edge, Graph, GraphError, Node

if TYPE_CHECKING:
    from cypher.database import Database

Kind = Literal["said", "met", "accused", "events"]
KINDS: tuple[Kind, ...] = ("said", "met", "accused", "events")
HAVE_MODALITY: tuple[Kind, ...] = ("met", "accused", "events")
MODALITIES = ("happened", "planned", "proposed", "unlikely", "denied", "asserted")
CLOSEST = 10  # neighbours of an actor that are told of at a greater depth
SOME = 12  # outlets that are named where another is asked for
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


@dataclass(frozen=True, slots=True)
class Only:
    """What of the graph is wanted: articles of these days and outlets, and tellings of these modalities.

    ``since`` and ``until`` are days, months or years, as 2025-08-01, 2025-08, 2025, both included. An outlet
    is any part of its name. Empty means all.
    """

    since: str | None = None
    until: str | None = None
    outlets: Sequence[str] = ()
    modalities: Sequence[str] = ()

    def parameters(self, database: "Database") -> Row:
        """Parameters of the queries. Raises GraphError for what is no day, no modality, no known outlet."""
        for modality in self.modalities:
            if modality not in MODALITIES:
                raise GraphError(f"No modality is called {modality!r}. There are {', '.join(MODALITIES)}.")
        return {
            "since": _day(self.since, first=True),
            "until": _day(self.until, first=False),
            "outlets": sorted({name for outlet in self.outlets for name in _outlets(database, outlet)}),
            "modalities": list(self.modalities),
        }


ALL = Only()


def _kinds(kinds: Collection[Kind] | None, only: Only) -> Collection[Kind]:
    """The kinds that are wanted; where none is named all, or with modalities those that have one."""
    if kinds is not None:
        return kinds
    return HAVE_MODALITY if only.modalities else KINDS


def around(
    database: "Database",
    name: str,
    kinds: Collection[Kind] | None = None,
    limit: int = 50,
    only: Only = ALL,
    depth: int = 1,
) -> Graph:
    """What is told of an actor: statements by and about it, meetings, accusations both ways, events.

    The actor is the first node. Without ``kinds`` all, or with modalities what has one. At most ``limit`` of
    each kind. With ``depth`` 2 the same is told of its neighbours, and so on. Raises UnknownActor, and
    GraphError for an ``only`` that cannot be.
    """
    actor = find(database, name)
    chosen = only.parameters(database)
    kinds = _kinds(kinds, only)
    graph = _cut(database, [actor], _around([actor.id], chosen, limit), kinds)
    for step in range(1, depth):
        graph = _cut(database, [actor], _around(within(graph, actor.id, step), chosen, limit), kinds)
    return graph


def within(graph: Graph, id: str, steps: int) -> list[str]:
    """The actor and its neighbours, theirs and so on, so many steps away, the nearest first."""
    found = rim = [id]
    for _ in range(steps):
        reached = dict.fromkeys(other for each in rim for other in neighbours(graph, each))
        rim = [other for other in reached if other not in found]
        found = [*found, *rim]
    return found


def neighbours(graph: Graph, id: str) -> list[str]:
    """The actors that met or accused this one, or that one spoke of the other, the closest first."""
    labels = {node.id: node.label for node in graph.nodes}
    speakers: dict[str, set[str]] = defaultdict(set)
    about: dict[str, set[str]] = defaultdict(set)
    ties: Counter[str] = Counter()
    for edge in graph.edges:
        if edge.type == "SAID":
            speakers[edge.target].add(edge.source)
        elif edge.type == "ABOUT":
            about[edge.source].add(edge.target)
        elif edge.type in ("MET", "ACCUSED") and id in (edge.source, edge.target):
            ties[edge.target if edge.source == id else edge.source] += 1
    for statement, said_by in speakers.items():
        if id in said_by:
            ties.update(about[statement])
        elif id in about[statement]:
            ties.update(said_by)
    close = [
        (-number, other) for other, number in ties.items() if other != id and labels[other] in ACTOR_LABELS
    ]
    return [other for _, other in sorted(close)[:CLOSEST]]


def between(
    database: "Database",
    a: str,
    b: str,
    kinds: Collection[Kind] | None = None,
    limit: int = 50,
    only: Only = ALL,
) -> Graph:
    """What two actors said of each other, their meetings, accusations and common events.

    The two actors are the first nodes, also when there is nothing between them. Raises UnknownActor, and
    GraphError for an ``only`` that cannot be.
    """
    first, second = find(database, a), find(database, b)
    chosen = only.parameters(database)
    there = {"actor": first.id, "other": second.id, "limit": limit, **chosen}
    back = {**there, "actor": second.id, "other": first.id}
    queries: Queries = {
        "said": [("said", there), ("said", back)],
        "met": [("met", there)],
        "accused": [("accused", there)],
        "events": [("took_part", there)],
    }
    return _cut(database, [first, second], queries, _kinds(kinds, only))


def whole(
    database: "Database", limit: int = 300, kinds: Collection[Kind] | None = None, only: Only = ALL
) -> Graph:
    """The newest statements, meetings, accusations and events, ``limit`` of each kind, of whomever.

    Raises GraphError for an ``only`` that cannot be.
    """
    newest = {"limit": limit, **only.parameters(database)}
    queries: Queries = {
        "said": [("all_said", newest)],
        "met": [("all_met", newest)],
        "accused": [("all_accused", newest)],
        "events": [("all_events", newest)],
    }
    return _cut(database, [], queries, _kinds(kinds, only))


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


def _around(actors: Iterable[str], chosen: Row, limit: int) -> Queries:
    """What is told of each of these actors."""
    queries: dict[Kind, list[tuple[str, Row]]] = {kind: [] for kind in KINDS}
    for actor in actors:
        anyone = {"actor": actor, "other": None, "limit": limit, **chosen}
        queries["said"] += [("said", anyone), ("about", anyone)]
        queries["met"].append(("met", anyone))
        queries["accused"].append(("accused", anyone))
        queries["events"].append(("took_part", anyone))
    return queries


def _day(written: str | None, first: bool) -> str | None:
    """The first or the last day of a day, month or year. Raises GraphError for what is none."""
    if written is None:
        return None
    try:
        match [int(part) for part in written.split("-")]:
            case [year]:
                day = datetime.date(year, 1, 1) if first else datetime.date(year, 12, 31)
            case [year, month]:
                day = datetime.date(year, month, 1 if first else calendar.monthrange(year, month)[1])
            case [year, month, number]:
                day = datetime.date(year, month, number)
            case _:
                raise ValueError(written)
    except ValueError:
        raise GraphError(f"{written!r} is no date. Write 2025-08-01, 2025-08 or 2025.") from None
    return day.isoformat()


def _outlets(database: "Database", part: str) -> list[str]:
    """The outlets whose names hold that part. Raises GraphError with those that there are."""
    known = [row["outlet"] for row in _read(database, "outlets")]
    found = [outlet for outlet in known if fold(part) in fold(outlet)]
    if not found:
        there = f"It holds {', '.join(known[:SOME])}." if known else "Its articles name none."
        raise GraphError(f"The graph holds no article of an outlet called {part!r}. {there}")
    return found


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
