"""The whole graph, out of the database into files: JSON Lines, CSV, GraphML, and what neo4j-admin imports.

The graph may be larger than the memory. It is read once, a page at a time, in the order of ids; what a format
must know beforehand (which properties there are, of which type) is gathered in a spool on the disk.
"""

import datetime
import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Literal, Self

from cypher import library
from graph.model import ACTOR_LABELS, LABELS, Edge, Node

if TYPE_CHECKING:
    from cypher.database import Database

PAGE = 500
FAMILIES = tuple(label for label in LABELS if label not in (*ACTOR_LABELS, "Lock"))
"""The labels whose ids are unique; all actors share theirs. A Lock is of no use elsewhere."""

Kind = Literal["string", "long", "double", "boolean", "date", "string[]", "long[]"]


@dataclass(frozen=True, slots=True)
class Ends:
    """The families that an edge leads from and to."""

    source: str
    target: str


def elements(database: "Database") -> Iterator[Node | tuple[Edge, Ends]]:
    """All nodes by family and id, each followed by the edges that leave it, by type and id."""
    for family in FAMILIES:
        after, text = "", library.load(f"export/{family}").text
        while rows := database.read(text, after=after, limit=PAGE):
            for row in rows:
                properties = dict(row["node"]["properties"])
                after = properties.pop("id")
                label = next((each for each in row["node"]["labels"] if each in ACTOR_LABELS), family)
                yield Node(after, label, properties)
                edges = [edge for edge in row["edges"] if edge["type"] is not None]
                for edge in sorted(edges, key=lambda edge: (edge["type"], edge["properties"]["id"])):
                    told = dict(edge["properties"])
                    id = told.pop("id")
                    target = next(each for each in FAMILIES if each in edge["labels"])
                    yield Edge(id, edge["type"], after, edge["target"], told), Ends(family, target)


def write_json_lines(database: "Database", out: IO[str]) -> tuple[int, int]:
    """One object a node or edge; how many of each."""
    nodes = edges = 0
    for element in elements(database):
        if isinstance(element, Node):
            nodes += 1
            row = {
                "node": element.id,
                "labels": labels(element.label),
                "properties": plain(element.properties),
            }
        else:
            edges += 1
            edge = element[0]
            row = {
                "edge": edge.id,
                "type": edge.type,
                "source": edge.source,
                "target": edge.target,
                "properties": plain(edge.properties),
            }
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return nodes, edges


def labels(label: str) -> list[str]:
    """All labels of a node, by the most telling one."""
    return ["Actor", label] if label in ACTOR_LABELS else [label]


def plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties in the order of their names, as JSON can hold them."""
    return {
        key: value.isoformat() if isinstance(value, datetime.date) else value
        for key, value in sorted(properties.items())
        if value is not None
    }


@dataclass(slots=True)
class Group:
    """Nodes of one label, or edges of one type between two families: their file, and what they hold."""

    name: str
    ends: Ends | None
    file: IO[str]
    count: int = 0
    kinds: dict[str, Kind] = field(default_factory=dict)

    def rows(self) -> Iterator[dict[str, Any]]:
        """What the file holds: {"id", "properties"}, of an edge also {"source", "target"}."""
        self.file.seek(0)
        return map(json.loads, self.file)


class Spool:
    """The graph on the disk, sorted into groups; to be used in a ``with``."""

    def __init__(self, database: "Database") -> None:
        """Read the whole graph."""
        self._folder = tempfile.TemporaryDirectory(prefix="onrecord-export-")
        self._groups: dict[tuple[str, Ends | None], Group] = {}
        for element in elements(database):
            if isinstance(element, Node):
                self._add(element.label, None, {"id": element.id}, element.properties)
            else:
                edge, ends = element
                row = {"id": edge.id, "source": edge.source, "target": edge.target}
                self._add(edge.type, ends, row, edge.properties)

    def __enter__(self) -> Self:
        """The spool itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Delete it."""
        for group in self._groups.values():
            group.file.close()
        self._folder.cleanup()

    @property
    def nodes(self) -> list[Group]:
        """The groups of nodes, in the order of their names."""
        return sorted((each for each in self._groups.values() if each.ends is None), key=lambda x: x.name)

    @property
    def edges(self) -> list[Group]:
        """The groups of edges, in the order of their names."""
        groups = [
            (each.name, each.ends.source, each.ends.target, each)
            for each in self._groups.values()
            if each.ends
        ]
        return [group for *_, group in sorted(groups, key=lambda x: x[:3])]

    def _add(self, name: str, ends: Ends | None, row: dict[str, Any], properties: Mapping[str, Any]) -> None:
        group = self._groups.get((name, ends))
        if group is None:
            path = Path(self._folder.name, f"{len(self._groups)}.jsonl")
            group = Group(name, ends, path.open("w+", encoding="utf-8"))
            self._groups[name, ends] = group
        for key, value in properties.items():
            if value is not None:
                group.kinds[key] = _common(group.kinds.get(key), _kind(value))
        group.file.write(json.dumps({**row, "properties": plain(properties)}) + "\n")
        group.count += 1


def _kind(value: object) -> Kind:
    match value:
        case bool():
            return "boolean"
        case int():
            return "long"
        case float():
            return "double"
        case datetime.date():
            return "date"
        case list():
            return "long[]" if value and all(isinstance(each, int) for each in value) else "string[]"
    return "string"


def _common(one: Kind | None, other: Kind) -> Kind:
    """The type that holds the values of both; an empty list may be of numbers."""
    if one is None or one == other:
        return other
    for kinds, common in ((("long", "double"), "double"), (("long[]", "string[]"), "long[]")):
        if {one, other} == set(kinds):
            return common  # type: ignore[return-value]
    return "string"
