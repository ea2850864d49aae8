"""Questions that this graph answers, one of each form, with the names, topics and places that it holds."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from cypher import library
from cypher.phrasings import example
from cypher.questions import answer
from graph.model import Graph, GraphError
from graph.subgraph import whole

if TYPE_CHECKING:
    from cypher.database import Database

NEWEST = 300  # statements, meetings, accusations and events that are looked at for names
TRIES = 5  # names that a question is tried with
QUOTED = 5  # words of a statement that stand for it
Value = TypeVar("Value")
SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, the query that answers it, and the parameters that this graph has rows for."""

    sentence: str
    query: library.Query
    parameters: Mapping[str, Any]

    @property
    def commands(self) -> list[str]:
        """The commands of Neo4j Browser that set the parameters: :params would make every number a float."""
        return [
            f":param {name} => {json.dumps(value, ensure_ascii=False, default=str)}"
            for name, value in self.parameters.items()
        ]


@dataclass(frozen=True, slots=True)
class Values:
    """What can be put into a question: pairs of actors that had to do with each other, and words."""

    pairs: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    places: tuple[str, ...]
    quotes: tuple[str, ...]


def values(database: "Database") -> Values:
    """What the newest part of the graph holds, most frequent first. Raises GraphError for an empty one."""
    graph = whole(database, limit=NEWEST)
    if not graph.nodes:
        raise GraphError("The graph is empty. Read articles first: onrecord read articles/")
    called = {
        word
        for node in graph.nodes
        for alias in node.properties.get("aliases") or ()
        for word in library.fold(alias).split()
    }
    names = {node.id: str(node.properties.get("name") or "") for node in graph.nodes}
    direct = [
        node.properties["text"]
        for node in graph.nodes
        if node.label == "Statement" and node.properties.get("kind") == "direct"
    ]
    return Values(
        _frequent((names[source], names[target]) for source, target in _pairs(graph)),
        _frequent(
            topic
            for node in graph.nodes
            for topic in node.properties.get("topics") or ()
            if topic not in called  # "president" is whoever is called so
        ),
        _frequent(
            [names[edge.target] for edge in graph.edges if edge.type == "AT"]
            + [edge.properties["place"] for edge in graph.edges if edge.properties.get("place")]
        ),
        tuple(" ".join(text.split()[:QUOTED]).rstrip(",.;:!?") for text in direct),
    )


def examples(database: "Database") -> tuple[list[Example], list[Example]]:
    """Drawings, and questions that the graph answers. Raises GraphError where it is empty."""
    given = values(database)
    return drawings(given), questions(database, given)


def drawings(given: Values) -> list[Example]:
    """The queries of cypher/browser, which return nodes and relationships, for the first of the values."""
    known = {
        "name": given.pairs[0][0] if given.pairs else "",
        "other": given.pairs[0][1] if given.pairs else "",
        "topic": library.fold(given.topics[0]) if given.topics else "",
    }
    queries = [
        library.load(f"browser/{path.stem}") for path in sorted((library.FOLDER / "browser").glob("*.cypher"))
    ]
    return [
        Example(query.question, query, {key: known[key] for key in query.parameters}) for query in queries
    ]


def questions(database: "Database", given: Values) -> list[Example]:
    """One answered question of each form that the graph has an answer to."""
    found = (_answered(database, query, given) for query in library.questions())
    return [each for each in found if each]


def _answered(database: "Database", query: library.Query, given: Values) -> Example | None:
    for sentence in _sentences(query, given):
        got = answer(database, sentence)
        if got.answered and got.form == query.name:
            return Example(sentence, query, got.parameters)
    return None


def _sentences(query: library.Query, given: Values) -> Iterator[str]:
    """Plain sentences of a question, with values in their slots."""
    phrasing = example(query.phrasings[0])
    slots = dict.fromkeys(SLOT.findall(phrasing))
    words = {"topic": given.topics, "place": given.places, "quote": given.quotes}
    for number in range(TRIES if slots else 1):
        pair = iter(_pick(given.pairs, number) or ())
        filled = {slot: _pick(words[slot], number) if slot in words else next(pair, None) for slot in slots}
        if None not in filled.values():
            sentence = phrasing
            for slot, value in filled.items():
                sentence = sentence.replace(f"{{{slot}}}", f'"{value}"' if slot == "quote" else str(value))
            yield f"{sentence[0].upper()}{sentence[1:]}?"


def _pairs(graph: Graph) -> Iterator[tuple[str, str]]:
    for edge in graph.edges:
        if edge.type in ("MET", "ACCUSED"):
            yield edge.source, edge.target


def _frequent(found: Iterable[Value]) -> tuple[Value, ...]:
    """Each value once, the most frequent first, and among equals in the order of the alphabet."""
    counts = Counter(found)
    return tuple(sorted(counts, key=lambda value: (-counts[value], str(value))))


def _pick(known: Sequence[Value], number: int) -> Value | None:
    return known[number] if number < len(known) else None
