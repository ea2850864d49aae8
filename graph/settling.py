"""Whom names mean, and whose names mean another actor now that some are new, changed or gone.

A name is compared with those under its keys only, so that an article costs the same in a large graph as in a
small one; what is told under a name that turns out to mean another actor moves there. The outcome is that of
resolution.resolve() over all names at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from cypher import library
from cypher.database import Reader, Step
from extract.annotation import digest
from graph.actors import Actor, best
from graph.judgements import Judgement
from graph.model import Edge, Graph, Node
from graph.names import Name, person_words, sound, surname
from graph.offices import offices
from graph.resolution import Cluster, cluster, resolve


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
            if row["id"]:
                [type] = [label for label in row["labels"] if label != "Actor"]
                facts = row["wikidata"], row["gender"], bool(row["named"])
                self.means[name.id] = Actor(row["id"], type, row["actor"], (), (), *facts)


@dataclass(frozen=True, slots=True)
class Change:
    """What new names change: whom names mean now, what is cut off before the load, what is set after it.

    ``touched`` are ids of actors that lost names to others, or are best known by another name now: see
    recalled().
    """

    actors: Mapping[str, Actor]
    first: tuple[Step, ...]
    graph: Graph
    last: tuple[Step, ...]
    touched: frozenset[str]


def resettled(
    reader: Reader,
    changed: Mapping[str, Name],
    judged: Sequence[Judgement],
    gone: Mapping[str, Name] | None = None,
    whole: bool = False,
) -> Change:
    """Whom new or changed names mean, and whom others under their keys mean now.

    ``gone`` are names as they were, which the graph does not hold any more. With ``whole`` surnames and
    titles alone count as others in any case: a judgement was made.
    """
    gone = gone or {}
    if not (changed or gone):
        return Change({}, (), Graph((), ()), (), frozenset())
    known, before = Known(dict(changed)), Known(dict(gone))
    homes = {name.home for name in (*changed.values(), *gone.values()) if name.kind == "full"}
    rows = [*names_of(reader, changed), *_under(reader, homes)]
    known.add(rows)
    before.add(rows)
    # most new names say of a person what is known: then no surname and no title alone means another now
    whole = whole or bool(judged) or _shape(before.names.values()) != _shape(known.names.values())
    past = [before.names[id] for id in (*changed, *gone) if id in before.names]
    _add_others(reader, known, past, judged, homes, whole)
    concerned = set(known.names)
    _add_surroundings(reader, known, judged)
    found = resolve(known.names.values(), judged)
    actors = _known_as(reader, {id: found[id] for id in sorted(concerned)}, known)
    moved = {
        id: known.means[id] for id in actors if id in known.means and known.means[id].id != actors[id].id
    }
    return _change(reader, actors, moved, known)


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
    reader: Reader,
    known: Known,
    past: Sequence[Name],
    judged: Sequence[Judgement],
    fetched: set[str],
    whole: bool,
) -> None:
    """Names whose meaning may change: those under the same keys, surnames and titles alone that fit.

    ``past``: what changed names were before, and those that are gone.
    """
    lost = {name.id for name in past} - known.names.keys()
    partners = {id for each in judged for id in (each.a, each.b)}
    if partners:
        apart = Known()
        apart.add(names_of(reader, partners))
        homes = {name.home for name in apart.names.values()}
    else:
        homes = set()
    while True:
        keys: set[str] = set()
        for name in (*known.names.values(), *past):
            if name.kind in ("full", "body"):
                keys.add(name.home)
                keys |= {f"single:{name.home}"} if whole and name.kind == "full" else set()
                keys |= {f"alone:{title}" for title in name.titles} if whole else set()
            elif name.kind == "single" and (whole or name.home in homes):
                keys |= {name.home, f"single:{name.home}"}
        linked = {
            id
            for each in judged
            if not {each.a, each.b}.isdisjoint(known.names.keys() | lost)
            for id in (each.a, each.b)
            if id not in known.names
        }
        if linked:
            known.add(names_of(reader, linked))
        if not (keys - fetched or linked & known.names.keys()):
            return
        known.add(_under(reader, keys - fetched))
        fetched = fetched | keys


def _add_surroundings(reader: Reader, known: Known, judged: Sequence[Judgement]) -> None:
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
            known.add(names_of(reader, linked))
        if not (keys - fetched or linked & known.names.keys()):
            return
        known.add(_under(reader, keys - fetched))
        fetched |= keys


def _known_as(reader: Reader, actors: Mapping[str, Actor], known: Known) -> dict[str, Actor]:
    """The actors; surnames alone have the best of all spellings, in earlier articles too."""
    alone = {
        actor.id
        for actor in actors.values()
        if not actor.wikidata and all(known.names[name].kind == "single" for name in actor.names)
    }
    text = library.load("resolution/called").text
    before = {row["id"]: row["name"] for row in reader.read(text, ids=sorted(alone))} if alone else {}
    return {
        id: replace(actor, name=best((actor.name, before.get(actor.id, actor.name))))
        for id, actor in actors.items()
    }


def _change(reader: Reader, actors: Mapping[str, Actor], moved: Mapping[str, Actor], known: Known) -> Change:
    """What to cut off the actors that names meant before, to load at the ones they mean now, and to set."""
    by_actor: defaultdict[str, list[str]] = defaultdict(list)
    for id, actor in moved.items():
        by_actor[actor.id].append(id)
    cut: list[dict[str, Any]] = []
    edges: dict[str, Edge] = {}
    for old, ids in by_actor.items():
        rows = reader.read(library.load("resolution/edges").text, actor=old, names=ids)
        cut.append({"actor": old, "edges": [row["id"] for row in rows], "names": ids})
        for row in rows:
            edges.setdefault(row["id"], _moved(row, actors))
    # the article's own actors come with its graph
    new = {actors[id].id: actors[id] for id in moved}
    nodes = [
        actor_node(actor, [known.names[name].aliases for name in actor.names if name in moved])
        for actor in new.values()
    ]
    means = [_means(id, actors[id]) for id in moved]
    settled = {
        actor.id: actor
        for id, actor in actors.items()
        if id not in known.means or _known_by(known.means[id]) != _known_by(actor)
    }
    renamed = {
        actor.id
        for id, actor in actors.items()
        if id in known.means and known.means[id].id == actor.id and known.means[id].name != actor.name
    }
    return Change(
        actors,
        ((library.load("resolution/cut").text, cut),),
        Graph(tuple(nodes), (*edges.values(), *means)),
        ((library.load("resolution/settle").text, [_settled(actor) for actor in settled.values()]),),
        frozenset(by_actor.keys() | renamed),
    )


def _settled(actor: Actor) -> dict[str, Any]:
    return {key: getattr(actor, key) for key in ("id", "name", "wikidata", "gender", "named")}


def _known_by(actor: Actor) -> tuple[object, ...]:
    return actor.id, actor.name, actor.wikidata, actor.gender, actor.named


def _moved(row: Mapping[str, Any], actors: Mapping[str, Actor]) -> Edge:
    """An edge between the actors that its names mean now."""
    properties = {key: value for key, value in row["properties"].items() if key != "id"}
    source, target = (
        actors[name].id if (name := str(properties.get(f"{end}Name"))) in actors else row[end]
        for end in ("source", "target")
    )
    return Edge(row["id"], row["type"], source, target, properties)


def recalled(reader: Reader, actors: Iterable[str], judged: Sequence[Judgement]) -> list[Step]:
    """Steps that make these actors be called what the names say that mean them now, and nothing else."""
    aliases: list[dict[str, Any]] = []
    settled: list[dict[str, Any]] = []
    for id in sorted(actors):
        rows = reader.read(library.load("resolution/means").text, actor=id)
        names = [name_of(row["properties"]) for row in rows]
        if not names:
            continue
        now = {actor.id: actor for actor in resolve(names, judged).values()}.get(id)
        called = {alias for name in names for alias in name.aliases} | ({now.name} if now else set())
        search = sorted({library.fold(alias) for alias in called})
        aliases.append({"id": id, "aliases": sorted(called), "search": search})
        settled += [_settled(now)] if now else []
    return [
        (library.load("resolution/aliases").text, aliases),
        (library.load("resolution/settle").text, settled),
    ]


def actor_node(actor: Actor, aliases: Iterable[Iterable[str]]) -> Node:
    """The node of an actor that is called all this."""
    called = sorted({actor.name, *(alias for each in aliases for alias in each)})
    return Node(actor.id, actor.type, {"name": actor.name, "aliases": called, "named": actor.named})


def name_node(name: Name) -> Node:
    """The node that keeps a Name."""
    return Node(name.id, "Name", _properties(name))


def kept(name: Name, actor: Actor) -> list[Edge]:
    """Whom a Name means, and under which keys it is kept."""
    under = [Edge(digest("UNDER", name.id, key), "UNDER", name.id, key) for key in name.found_by]
    return [_means(name.id, actor), *under]


def _means(name: str, actor: Actor) -> Edge:
    return Edge(digest("MEANS", name), "MEANS", name, actor.id)


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


def names_of(reader: Reader, ids: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """The rows of Names, and of the actors that they mean; for Known.add()."""
    if wanted := sorted(ids):
        yield from reader.read(library.load("resolution/names").text, ids=wanted)


def _under(reader: Reader, keys: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    if wanted := sorted(keys):
        yield from reader.read(library.load("resolution/under").text, keys=wanted)
