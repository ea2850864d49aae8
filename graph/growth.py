"""Articles into the graph, one by one: whom their names mean, and whose names mean another actor now.

A new name is compared with those under its keys only, so that an article costs the same in a large graph as
in a small one; what is told under a name that turns out to mean another actor moves there. The graph that
comes out is that of resolution.resolve() over all names at once, in whatever order the articles come.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from cypher import library
from cypher.database import Database, Step
from extract.annotation import Extraction, digest
from graph import store
from graph.actors import Actor, best
from graph.build import build
from graph.judgements import Judgement
from graph.model import Edge, Graph, Node
from graph.names import Name, government, merged, names, person_words, sound, surname
from graph.offices import offices
from graph.resolution import Cluster, cluster, resolve
from graph.seats import acting


@dataclass(slots=True)
class Known:
    """Names out of the graph, and the actor that each means there."""

    names: dict[str, Name] = field(default_factory=dict)
    means: dict[str, Actor] = field(default_factory=dict)

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Take the names of these rows; one that is there already stays as it is."""
        for row in rows:
            name = name_of(row["properties"])
            self.names.setdefault(name.id, name)
            if actor := row["actor"]:
                self.means[name.id] = Actor(
                    actor["id"],
                    row["type"],
                    actor["name"],
                    (),
                    (),
                    actor.get("wikidata"),
                    actor.get("gender"),
                    bool(actor.get("named")),
                )


@dataclass(frozen=True, slots=True)
class Change:
    """What new names change: whom names mean now, what is cut off before the load, what follows it."""

    actors: Mapping[str, Actor]
    first: tuple[Step, ...]
    graph: Graph
    last: tuple[Step, ...]


def load(database: Database, extractions: Iterable[Extraction]) -> dict[str, int]:
    """Load what articles say, each in a transaction of its own; how many nodes and edges, by label and type.

    Loading one again changes nothing, and the order of loading does not matter. Raises DatabaseError.
    """
    database.schema()
    judged = judgements(database)
    ids: dict[str, set[str]] = {name: set() for name in store.LOADED}
    for extraction in extractions:
        graph, change = grown(database, extraction, judged)
        _write(database, graph, change)
        for node in graph.nodes:
            ids[node.label].add(node.id)
        for edge in graph.edges:
            ids[edge.type].add(edge.id)
    return {name: len(ids[name]) for name in store.LOADED}


def judgements(database: Database) -> tuple[Judgement, ...]:
    """What a user said, in order."""
    rows = [row["properties"] for row in database.read(library.load("resolution/judgements").text)]
    return tuple(
        Judgement(row["verdict"], row["a"], row["b"], (row["asked"][0], row["asked"][1]), row["number"])
        for row in rows
    )


def rejudge(database: Database, judged: Sequence[Judgement], about: Iterable[Judgement]) -> None:
    """Let the graph follow its judgements again where these ones were made or taken back."""
    known = Known()
    known.add(_by_ids(database, {id for each in about for id in (each.a, each.b)}))
    if known.names:
        change = resettled(database, known.names, judged, whole=True)
        _write(database, Graph((), ()), change)


def grown(database: Database, extraction: Extraction, judged: Sequence[Judgement]) -> tuple[Graph, Change]:
    """The article's share of the graph, with the actors that its names mean, and what changes for others."""
    called = names(extraction)
    seats = {id: government(country) for id, country in acting(extraction, called).items()}
    before = Known()
    before.add(_by_ids(database, {name.id for name in (*called.values(), *seats.values())}))
    now = dict(before.names)
    for name in (*called.values(), *seats.values()):
        now[name.id] = merged(now[name.id], name) if name.id in now else name
    changed = {id: name for id, name in now.items() if before.names.get(id) != name or id not in before.means}
    change = resettled(database, changed, judged)
    actors = {id: change.actors.get(id) or before.means[id] for id in now}
    nodes, edges = _told(build(extraction), called, seats, actors)
    for name in now.values():
        nodes[name.id] = name_node(name)
        nodes |= {key: Node(key, "Key") for key in name.keys}
        edges += kept(name, actors[name.id])
    return Graph(tuple(nodes.values()), tuple(edges)), change


def resettled(
    database: Database, changed: Mapping[str, Name], judged: Sequence[Judgement], whole: bool = False
) -> Change:
    """Whom new or changed names mean, and whom others under their keys mean now.

    With ``whole`` surnames and titles alone count as others in any case: a judgement was made.
    """
    if not changed:
        return Change({}, (), Graph((), ()), ())
    known, before = Known(dict(changed)), Known()
    homes = {name.home for name in changed.values() if name.kind == "full"}
    rows = [*_by_ids(database, changed), *_under(database, homes)]
    known.add(rows)
    before.add(rows)
    # most new names say of a person what is known: then no surname and no title alone means another now
    whole = whole or bool(judged) or _shape(before.names.values()) != _shape(known.names.values())
    _add_others(database, known, judged, homes, whole)
    concerned = set(known.names)
    _add_surroundings(database, known, judged)
    found = resolve(known.names.values(), judged)
    actors = _known_as(database, {id: found[id] for id in sorted(concerned)}, known)
    moved = {
        id: known.means[id] for id in actors if id in known.means and known.means[id].id != actors[id].id
    }
    return _change(database, actors, moved, known)


def _shape(names: Iterable[Name]) -> set[tuple[str, Cluster, frozenset[str]]]:
    """What decides whom surnames and titles alone mean: the persons with full names, what is said of them."""
    full = {name.id: name for name in names if name.kind == "full"}
    return {
        (
            actor.id,
            replace(cluster("", [full[id] for id in actor.names]), names=()),
            frozenset(surname(full[id].words)[0] for id in actor.names),
        )
        for actor in resolve(full.values()).values()
    }


def _add_others(
    database: Database, known: Known, judged: Sequence[Judgement], fetched: set[str], whole: bool
) -> None:
    """Names whose meaning may change: those under the same keys, surnames and titles alone that fit."""
    partners = {id for each in judged for id in (each.a, each.b)}
    if partners:
        apart = Known()
        apart.add(_by_ids(database, partners))
        homes = {name.home for name in apart.names.values()}
    else:
        homes = set()
    while True:
        keys: set[str] = set()
        for name in known.names.values():
            if name.kind in ("full", "body"):
                keys.add(name.home)
                keys |= {f"single:{name.home}"} if whole and name.kind == "full" else set()
                keys |= {f"alone:{title}" for title in name.titles} if whole else set()
            elif name.kind == "single" and (whole or name.home in homes):
                keys |= {name.home, f"single:{name.home}"}
        linked = {
            id
            for each in judged
            if each.a in known.names or each.b in known.names
            for id in (each.a, each.b)
            if id not in known.names
        }
        if linked:
            known.add(_by_ids(database, linked))
        if not (keys - fetched or linked & known.names.keys()):
            return
        known.add(_under(database, keys - fetched))
        fetched = fetched | keys


def _add_surroundings(database: Database, known: Known, judged: Sequence[Judgement]) -> None:
    """Names that decide what the known ones mean: the full names that surnames and titles alone may mean."""
    fetched: set[str] = set()
    while True:
        keys: set[str] = set()
        for name in known.names.values():
            if name.kind == "title":
                keys |= {f"title:{key}" for key in name.near}
                term = offices().holder(name.words, name.day) if name.day else None
                if term:
                    keys.add(f"person:{sound(surname(person_words(term.person))[0])}")
            else:
                keys.add(name.home)
        linked = {id for each in judged for id in (each.a, each.b)} - known.names.keys()
        if linked:
            known.add(_by_ids(database, linked))
        if not (keys - fetched or linked & known.names.keys()):
            return
        known.add(_under(database, keys - fetched))
        fetched |= keys


def _known_as(database: Database, actors: Mapping[str, Actor], known: Known) -> dict[str, Actor]:
    """The actors; surnames alone have the best of all spellings, in earlier articles too."""
    alone = {
        actor.id
        for actor in actors.values()
        if not actor.wikidata and all(known.names[name].kind == "single" for name in actor.names)
    }
    text = library.load("resolution/called").text
    before = {row["id"]: row["name"] for row in database.read(text, ids=sorted(alone))} if alone else {}
    return {
        id: replace(actor, name=best((actor.name, before.get(actor.id, actor.name))))
        for id, actor in actors.items()
    }


def _change(
    database: Database, actors: Mapping[str, Actor], moved: Mapping[str, Actor], known: Known
) -> Change:
    """What to cut off the actors that names meant before, to load at the ones they mean now, and to set."""
    by_actor: defaultdict[str, list[str]] = defaultdict(list)
    for id, actor in moved.items():
        by_actor[actor.id].append(id)
    cut: list[dict[str, Any]] = []
    edges: dict[str, Edge] = {}
    left: list[dict[str, Any]] = []
    for old, ids in by_actor.items():
        rows = database.read(library.load("resolution/edges").text, actor=old, names=ids)
        cut.append({"actor": old, "edges": [row["id"] for row in rows], "names": ids})
        left += _left(database, old, set(ids), actors)
        for row in rows:
            edges.setdefault(row["id"], _moved(row, actors))
    # the article's own actors come with its graph
    new = {actors[id].id: actors[id] for id in moved}
    nodes = [
        actor_node(actor, [known.names[name].aliases for name in actor.names if name in moved])
        for actor in new.values()
    ]
    means = [_means(id, actors[id]) for id in moved]
    settle = {
        actor.id: {"id": actor.id, "name": actor.name, "wikidata": actor.wikidata, "gender": actor.gender}
        for id, actor in actors.items()
        if id not in known.means or _known_by(known.means[id]) != _known_by(actor)
    }
    return Change(
        actors,
        ((library.load("resolution/cut").text, cut),),
        Graph(tuple(nodes), (*edges.values(), *means)),
        (
            (library.load("resolution/aliases").text, left),
            (library.load("resolution/settle").text, list(settle.values())),
            (library.load("resolution/leave").text, [{"id": old} for old in by_actor]),
        ),
    )


def _known_by(actor: Actor) -> tuple[str, str, str | None, str | None]:
    return actor.id, actor.name, actor.wikidata, actor.gender


def _moved(row: Mapping[str, Any], actors: Mapping[str, Actor]) -> Edge:
    """An edge between the actors that its names mean now."""
    properties = {key: value for key, value in row["properties"].items() if key != "id"}
    source, target = (
        actors[name].id if (name := str(properties.get(f"{end}Name"))) in actors else row[end]
        for end in ("source", "target")
    )
    return Edge(row["id"], row["type"], source, target, properties)


def _left(
    database: Database, actor: str, gone: set[str], actors: Mapping[str, Actor]
) -> Iterator[dict[str, Any]]:
    """What an actor is still called when some of its names have gone; nothing where all have."""
    rows = database.read(library.load("resolution/means").text, actor=actor)
    stay = [name for row in rows if (name := name_of(row["properties"])).id not in gone]
    if not stay:
        return
    called = {each.id: each.name for each in (*resolve(stay).values(), *actors.values())}.get(actor)
    aliases = sorted({alias for each in stay for alias in each.aliases} | ({called} if called else set()))
    search = sorted({library.fold(alias) for alias in aliases})
    yield {"id": actor, "name": called, "aliases": aliases, "search": search}


def _told(
    graph: Graph, called: Mapping[str, Name], seats: Mapping[str, Name], actors: Mapping[str, Actor]
) -> tuple[dict[str, Node], list[Edge]]:
    """The nodes and edges of an article, with actors in place of its entities; the edges keep the names."""
    meant = {id: actors[name.id] for id, name in called.items()}
    nodes: dict[str, Node] = {}
    for node in graph.nodes:
        if node.id not in meant:
            nodes[node.id] = node
            continue
        actor = meant[node.id]
        before = nodes[actor.id].properties["aliases"] if actor.id in nodes else ()
        nodes[actor.id] = actor_node(actor, [before, called[node.id].aliases])
    edges = []
    for edge in graph.edges:
        ends = {
            f"{end}Name": called[id].id
            for end, id in (("source", edge.source), ("target", edge.target))
            if id in called
        }
        source, target = (meant[id].id if id in meant else id for id in (edge.source, edge.target))
        edges.append(replace(edge, source=source, target=target, properties={**edge.properties, **ends}))
    for id, name in seats.items():
        body = actors[name.id]
        nodes.setdefault(body.id, actor_node(body, [name.aliases]))
        ends = {"sourceName": called[id].id, "targetName": name.id}
        edges.append(
            Edge(digest("ACTS_FOR", called[id].id, name.id), "ACTS_FOR", meant[id].id, body.id, ends)
        )
    return nodes, edges


def actor_node(actor: Actor, aliases: Iterable[Iterable[str]]) -> Node:
    """The node of an actor that is called all this."""
    called = sorted({actor.name, *(alias for each in aliases for alias in each)})
    return Node(actor.id, actor.type, {"name": actor.name, "aliases": called, "named": actor.named})


def name_node(name: Name) -> Node:
    """The node that keeps a Name."""
    return Node(name.id, "Name", _properties(name))


def kept(name: Name, actor: Actor) -> list[Edge]:
    """Whom a Name means, and under which keys it is kept."""
    under = [Edge(digest("UNDER", name.id, key), "UNDER", name.id, key) for key in name.keys]
    return [_means(name.id, actor), *under]


def _means(name: str, actor: Actor) -> Edge:
    return Edge(digest("MEANS", name), "MEANS", name, actor.id)


def _write(database: Database, graph: Graph, change: Change) -> None:
    rows = [store.rows(each, whole=False) for each in (change.graph, graph)]
    steps = [step for each in rows for step in store.steps(each)]
    database.write([*change.first, *steps, *change.last])


def _properties(name: Name) -> dict[str, Any]:
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in asdict(name).items()
        if key != "id"
    }


def name_of(properties: Mapping[str, Any]) -> Name:
    """The Name that a node keeps; a server keeps no empty lists apart from nothing."""
    held: dict[str, Any] = {
        key: tuple(properties.get(key) or ())
        for key in ("forms", "aliases", "titles", "offices", "countries", "fields", "years")
    }
    held |= {key: properties[key] for key in ("id", "type", "kind", "words")}
    return Name(**held, day=properties.get("day"))


def _by_ids(database: Database, ids: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    if wanted := sorted(ids):
        yield from database.read(library.load("resolution/names").text, ids=wanted)


def _under(database: Database, keys: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    if wanted := sorted(keys):
        yield from database.read(library.load("resolution/under").text, keys=wanted)
