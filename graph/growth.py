"""Articles into the graph and out of it, one by one, each in a transaction that is alone.

An article that comes again with another text, or read by another reader, is replaced: what only its old text
held goes, what stands unchanged stays. The graph that comes out is that of the articles as they are now,
in whatever order they came and whatever they were before.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any

from cypher import library
from cypher.database import Database, Reader, Transaction
from extract.annotation import Article, Extraction, digest
from graph import copies, store
from graph.actors import Actor
from graph.build import article_id, article_node, build
from graph.judgements import Judgement
from graph.model import Edge, Graph, Node
from graph.names import Name, government, merged, names
from graph.seats import acting
from graph.settling import Change, Known, actor_node, kept, name_node, names_of, recalled, resettled

SHARE = ("forms", "aliases", "titles", "offices", "years")  # of a Name, what articles add up to
_WHERE = {"id", "evidence", "start", "end", "holds"}  # of a telling: where it stands, not what it tells


def load(database: Database, extractions: Iterable[Extraction], reader: str = "") -> dict[str, int]:
    """Load what articles say, each in a transaction of its own; how many nodes and edges, by label and type.

    ``reader`` is the version of what read them (extract.version). One that the graph holds so already is left
    alone, and the order of loading does not matter. Raises DatabaseError.
    """
    database.schema()
    ids: dict[str, set[str]] = {name: set() for name in store.LOADED}
    for extraction in extractions:
        graph = put(database, extraction, reader)
        for node in graph.nodes:
            ids[node.label].add(node.id)
        for edge in graph.edges:
            ids[edge.type].add(edge.id)
    return {name: len(ids[name]) for name in store.LOADED}


def put(database: Database, extraction: Extraction, reader: str = "") -> Graph:
    """Make the graph hold what an article says now, and nothing that an older text of it said; its share."""
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")

    def work(transaction: Transaction) -> Graph:
        if holds(transaction, extraction.article, reader):
            return Graph((), ())
        return _replaced(transaction, article_id(extraction.article), extraction, reader, now)

    return database.transact(work)


def withdraw(database: Database, id: str) -> None:
    """Take an article out, and whatever only it held."""
    database.transact(lambda transaction: _replaced(transaction, id, None, "", ""))


def holds(reader: Reader, article: Article, version: str) -> bool:
    """Whether the graph holds this article with this text, read by this version of the reader."""
    node = article_node(article)
    rows = reader.read(library.load("articles/held").text, ids=[node.id])
    wanted = {**node.properties, "reader": version or None}
    return bool(rows) and all(
        value == rows[0]["properties"].get(key) for key, value in wanted.items() if key != "text"
    )


def judgements(reader: Reader) -> tuple[Judgement, ...]:
    """What a user said, in order."""
    rows = [row["properties"] for row in reader.read(library.load("resolution/judgements").text)]
    return tuple(
        Judgement(row["verdict"], row["a"], row["b"], (row["asked"][0], row["asked"][1]), row["number"])
        for row in rows
    )


def rejudge(transaction: Transaction, judged: Sequence[Judgement], about: Iterable[Judgement]) -> None:
    """Let the graph follow its judgements again where these ones were made or taken back."""
    known = Known()
    known.add(names_of(transaction, {id for each in about for id in (each.a, each.b)}))
    if known.names:
        change = resettled(transaction, known.names, judged, whole=True)
        _write(transaction, Graph((), ()), change)
        _tidy(transaction, change.touched, (), judged)


@dataclass(frozen=True, slots=True)
class _Share:
    """What an article says of Names: ``names`` as it alone knows them, ``acts`` seat -> government."""

    called: Mapping[str, Name] = field(default_factory=dict)  # by entity id
    seats: Mapping[str, Name] = field(default_factory=dict)  # governments by entity id of their seat
    names: Mapping[str, Name] = field(default_factory=dict)
    acts: Mapping[str, str] = field(default_factory=dict)

    def said(self, id: str) -> dict[str, Any]:
        """The properties of the edge to a Name."""
        return {**{key: list(getattr(self.names[id], key)) for key in SHARE}, "actsFor": self.acts.get(id)}


def _share(extraction: Extraction) -> _Share:
    called = names(extraction)
    seats = {id: government(country) for id, country in acting(extraction, called).items()}
    found: dict[str, Name] = {}
    for name in (*called.values(), *seats.values()):
        found[name.id] = merged(found[name.id], name) if name.id in found else name
    return _Share(called, seats, found, {called[id].id: seats[id].id for id in seats})


def _replaced(
    transaction: Transaction, id: str, extraction: Extraction | None, reader: str, now: str
) -> Graph:
    """Put what an article says in the place of what it said before; nothing, where it is withdrawn."""
    judged = judgements(transaction)
    graph, share = Graph((), ()), _Share()
    if extraction is not None:
        graph = build(extraction)
        share = _share(replace(extraction, article=replace(extraction.article, id=id)))
    before = _cleared(transaction, id, graph, share)
    known = Known()
    known.add(names_of(transaction, before.names.keys() | share.names.keys()))
    changed, gone = _changed(transaction, before.names, share, known)
    touched = {known.means[name].id for name in (*changed, *gone) if name in before.names}
    transaction.write([(library.load("articles/clear_names").text, [{"id": name} for name in gone])])
    change = resettled(transaction, changed, judged, gone)
    if extraction is not None:
        actors = {name: change.actors.get(name) or known.means[name] for name in share.names}
        nodes, edges = _told(graph, share, actors)
        signature = copies.signature(extraction.article)
        facts = {"reader": reader, "readAt": now, "signature": signature}
        nodes[id] = replace(nodes[id], properties={**nodes[id].properties, **facts})
        bands, banded = copies.banded(id, signature)
        nodes |= bands
        edges += banded
        for name in (changed.get(name) or known.names[name] for name in share.names):
            nodes[name.id] = name_node(name)
            nodes |= {key: Node(key, "Key") for key in name.found_by}
            edges += kept(name, actors[name.id])
            edges.append(Edge(digest("CALLS", id, name.id), "CALLS", id, name.id, share.said(name.id)))
        graph = Graph(tuple(nodes.values()), tuple(edges))
    rest = [name for name_id, name in changed.items() if name_id not in share.names]
    _write(transaction, Graph((*graph.nodes, *map(name_node, rest)), graph.edges), change)
    under = [{"id": name.id, "keys": list(name.found_by)} for name in changed.values()]
    past = (known.names[name] for name in (*changed, *gone) if name in before.names)
    keys = sorted({key for name in past for key in name.found_by})
    transaction.write(
        [
            (library.load("articles/clear_under").text, under if before.names else []),
            (library.load("articles/clear_keys").text, [{"id": key} for key in keys]),
        ]
    )
    _refold(transaction, before.events)
    _tidy(transaction, change.touched | touched, before.actors, judged)
    copies.relink(transaction, id, before.links)
    return graph


@dataclass(frozen=True, slots=True)
class _Before:
    """What an article told before: Names with the properties of their edges, ids of actors and events."""

    names: Mapping[str, Mapping[str, Any]]
    actors: Sequence[str]
    events: Sequence[str]
    links: copies.Links


def _cleared(transaction: Transaction, id: str, graph: Graph, share: _Share) -> _Before:
    """Take out what is the article's own; what it was."""
    if not transaction.read(library.load("articles/held").text, ids=[id]):
        return _Before({}, (), (), copies.Links({}, frozenset()))
    links = copies.unlinked(transaction, id)
    names = {
        row["id"]: row["properties"]
        for row in transaction.read(library.load("articles/calls").text, article=id)
    }
    told = transaction.read(library.load("articles/told").text, article=id)
    stay = [node.id for node in graph.nodes if node.label == "Statement"]
    transaction.write(
        [
            (library.load("articles/clear_statements").text, [{"article": id, "stay": stay}]),
            (library.load("articles/clear_tellings").text, [{"article": id}]),
        ]
    )
    for relations in ("met", "accused"):
        transaction.change(library.load(f"articles/clear_{relations}").text, article=id)
    seats = [
        {"id": name, "edge": digest("ACTS_FOR", name, said["actsFor"])}
        for name, said in names.items()
        if said.get("actsFor") and name not in share.acts
    ]
    transaction.write([(library.load("articles/clear_seats").text, seats)])
    if not graph.nodes:
        transaction.write([(library.load("articles/clear_article").text, [{"article": id}])])
    return _Before(
        names,
        [row["id"] for row in told if row["label"] == "Actor"],
        [row["id"] for row in told if row["label"] == "Event"],
        links,
    )


def _changed(
    transaction: Transaction, before: Mapping[str, Mapping[str, Any]], share: _Share, known: Known
) -> tuple[dict[str, Name], dict[str, Name]]:
    """The Names of which another is said now, as they are now; and those that nobody bears any more."""
    now: dict[str, Name] = {}
    for id in share.names.keys() - before.keys():
        name = share.names[id]
        now[id] = merged(known.names[id], name) if id in known.names else name
    less = [
        id
        for id in before
        if id not in share.names
        or share.names[id].kind in ("single", "title")  # its article's own: all of it may be another
        or any(list(before[id].get(key) or ()) != share.said(id)[key] for key in SHARE)
    ]
    rows = transaction.read(library.load("articles/called").text, ids=sorted(less)) if less else []
    others: dict[str, dict[str, Any]] = {
        row["id"]: {key: tuple(sorted({one for each in row[key] for one in each})) for key in SHARE}
        for row in rows
    }
    gone = {}
    for id in less:
        if id in others:
            rest = replace(known.names[id], **others[id])
            now[id] = merged(rest, share.names[id]) if id in share.names else rest
        elif id in share.names:
            now[id] = share.names[id]
        else:
            gone[id] = known.names[id]
    changed = {id: name for id, name in now.items() if known.names.get(id) != name or id not in known.means}
    return changed, gone


def _told(graph: Graph, share: _Share, actors: Mapping[str, Actor]) -> tuple[dict[str, Node], list[Edge]]:
    """The nodes and edges of an article, with actors in place of its entities; the edges keep the names."""
    called = share.called
    meant = {id: actors[name.id] for id, name in called.items()}
    nodes: dict[str, Node] = {}
    for node in graph.nodes:
        if node.id not in meant:
            nodes[node.id] = node
            continue
        actor = meant[node.id]
        before = nodes[actor.id].properties["aliases"] if actor.id in nodes else ()
        nodes[actor.id] = actor_node(actor, [before, called[node.id].aliases])
    edges: dict[str, Edge] = {}
    holds: defaultdict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        ends = {
            f"{end}Name": called[id].id
            for end, id in (("source", edge.source), ("target", edge.target))
            if id in called
        }
        source, target = (meant[id].id if id in meant else id for id in (edge.source, edge.target))
        edge = replace(edge, source=source, target=target, properties={**edge.properties, **ends})
        if edge.type in ("TOOK_PART", "AT"):
            # two articles may tell it, and mean two by one name
            at, who = (source, target) if edge.type == "AT" else (target, source)
            edge = replace(edge, id=digest(edge.type, at, *(ends.values() or [who])))
            holds[at].append(edge.id)
        edges[edge.id] = edge
    for edge in [edge for edge in edges.values() if edge.type == "TELLS_OF"]:
        properties = {**edge.properties, "holds": sorted({*holds[edge.target]})}
        edges[edge.id] = replace(edge, properties=properties)
    for id, name in share.seats.items():
        body = actors[name.id]
        nodes.setdefault(body.id, actor_node(body, [name.aliases]))
        ends = {"sourceName": called[id].id, "targetName": name.id}
        edge = Edge(digest("ACTS_FOR", called[id].id, name.id), "ACTS_FOR", meant[id].id, body.id, ends)
        edges[edge.id] = edge
    return nodes, [*edges.values()]


def _refold(transaction: Transaction, events: Sequence[str]) -> None:
    """Make events what the articles that tell of them now make of them; take out those of none."""
    rows = [{"id": id} for id in events]
    transaction.write([(library.load("articles/clear_events").text, rows)])
    tellings: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in transaction.read(library.load("articles/tellings").text, ids=events) if events else ():
        told = {key: value for key, value in row["properties"].items() if key not in _WHERE}
        told |= {"id": row["id"], "search": library.fold(told["name"])}
        if told not in tellings[row["id"]]:
            tellings[row["id"]].append(told)
    transaction.write([(library.load("articles/forget_events").text, rows)])
    for together in zip_longest(*tellings.values()):
        transaction.write([(library.load("load/Event").text, [row for row in together if row])])


def _tidy(
    transaction: Transaction, touched: Iterable[str], told: Iterable[str], judged: Sequence[Judgement]
) -> None:
    """Take out those whom nothing names any more; those touched are called what they are now."""
    rows = [{"id": id} for id in sorted({*touched, *told})]
    transaction.write([(library.load("resolution/leave").text, rows)])
    transaction.write(recalled(transaction, touched, judged))


def _write(transaction: Transaction, graph: Graph, change: Change) -> None:
    rows = [store.rows(each, whole=False) for each in (change.graph, graph)]
    steps = [step for each in rows for step in store.steps(each)]
    transaction.write([*change.first, *steps, *change.last])
