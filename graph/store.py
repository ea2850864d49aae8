"""Graphs -> rows -> the steps that load them."""

from collections.abc import Iterator, Mapping
from typing import Any

from cypher import library
from cypher.database import Step
from graph.model import ACTOR_LABELS, LABELS, TYPES, Edge, Graph, GraphError, Node

# Every label and type has its file in cypher/load; an actor is loaded as Person, Organization or Place.
# Nodes come first, for an edge is only made between nodes that are there.
LOADED = (*(label for label in LABELS if label != "Actor"), *TYPES)


def steps(rows: Mapping[str, list[dict[str, Any]]]) -> Iterator[Step]:
    """The steps that load rows, nodes first."""
    for name in LOADED:
        yield library.load(f"load/{name}").text, rows[name]


def rows(graph: Graph, whole: bool = True) -> dict[str, list[dict[str, Any]]]:
    """The rows of a graph by label and type.

    Raises GraphError for an edge whose ends it lacks, if the graph is ``whole``, no piece of the one in the
    database.
    """
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in LOADED}
    known = {node.id for node in graph.nodes}
    for node in graph.nodes:
        rows[node.label].append(_node(node))
    for edge in graph.edges:
        if whole and (missing := {edge.source, edge.target} - known):
            raise GraphError(
                f"{edge.type} {edge.id} leads to {sorted(missing)}, and the graph has no such node"
            )
        rows[edge.type].append(_edge(edge))
    return rows


def _node(node: Node) -> dict[str, Any]:
    """The row of a node, as the file of its label takes it."""
    properties = _storable(node.properties)
    if node.label in ACTOR_LABELS:
        search = sorted({library.fold(name) for name in (properties["name"], *properties["aliases"])})
        return {**properties, "id": node.id, "search": search}
    if node.label == "Event":
        return {**properties, "id": node.id, "search": library.fold(properties["name"])}
    if node.label == "Statement":
        properties["search"] = library.fold(properties["text"])
    return {"id": node.id, "properties": properties}


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "properties": _storable(edge.properties),
    }


def _storable(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties as Bolt can send them: half a surrogate pair becomes a replacement mark."""
    return {
        key: value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if isinstance(value, str)
        else value
        for key, value in properties.items()
    }
