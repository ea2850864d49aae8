"""The graph: its labels, relationship types, nodes and edges.

    (:Article {id, title, source, url, published, path, offset, text, key, version, reader, readAt})
    (:Actor:Person | :Actor:Organization | :Actor:Place {id, name, aliases, named, wikidata, gender})
    (:Event {id, name, kind, status, date, datePrecision, dateWords, plover, cameo})
    (:Statement {id, text, kind, denied, grade, cue, source, sentence, topics, start, end, published})

    (actor)-[:SAID]->(statement)                   (statement)-[:ABOUT]->(actor or event)
    (statement)-[:REPORTED_IN {start, end}]->(article)
    (statement)-[:DENIES]->(statement)
    (actor)-[:MET {id, modality, by, grade, date, datePrecision, dateWords, place, plover, cameo, evidence,
                   sentence, article, start, end, published}]->(actor)
    (actor)-[:ACCUSED {id, modality, by, of, grade, plover, cameo, evidence, sentence, article, start, end,
                       published}]->(actor)
    (actor)-[:TOOK_PART]->(event)                  (event)-[:AT]->(place)
    (article)-[:TELLS_OF {evidence, start, end, name, kind, status, date, datePrecision, dateWords}]->(event)
    (article)-[:MENTIONS {id, text, kind, start, end}]->(actor or event)
    (actor)-[:ACTS_FOR]->(:Organization)           "Moscow said": for the Government of Russia

    (article)-[:COPY_OF {like}]->(article)               the same text, to the first that tells it
    (statement)-[:SAME_AS]->(statement)                  the same quotation, to the earliest one
    (article)-[:BANDED]->(:Key {id})                     it is compared with those under its keys only

    (article)-[:CALLS {forms, aliases ...}]->(:Name)     what it calls somebody: its share of the Name
    (:Name {id, words, forms ...})-[:MEANS]->(actor)   what articles call it; resolution.py says whom it means
    (name)-[:UNDER]->(:Key {id})                         a name is compared with those under its keys only
    (:Judgement {id, verdict, a, b, number})             what a user said of two names
    (:Failure {id, path, message})                       what could not be read
    (:Lock {id})                                         whose turn it is to write

An article's ``id`` is made of its ``key`` (extract.identity), ``version`` of its text; a corrected text keeps
the id, and its statements keep theirs where their words stand unchanged.
``like`` of COPY_OF is the id of the earliest article that is nearly the same, which may be a copy itself.
``start`` and ``end`` count code points in ``Article.text``; ``Article.offset`` moves them into the file.
Edges of actors carry ``sourceName`` and ``targetName``, ids of the Names that their article calls them by.
Actors, events and statements also carry ``search``, their names or words folded, for full-text search.
MET goes from the lesser to the greater name. ``place`` of MET is the name of the place; ``by`` is the name of
who says whether it took place, or of who denies the accusation. ``grade``: "sure" where two ways of reading
agree, else "likely". ``plover`` and ``cameo``: event type and root of the codebooks that political scientists
count with.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ACTOR_LABELS = ("Person", "Organization", "Place")
LABELS = (
    "Article",
    "Actor",
    *ACTOR_LABELS,
    "Event",
    "Statement",
    "Name",
    "Key",
    "Judgement",
    "Failure",
    "Lock",
)
TYPES = (
    "SAID", "ABOUT", "REPORTED_IN", "DENIES", "MET", "ACCUSED", "TOOK_PART", "AT", "TELLS_OF", "MENTIONS",
    "ACTS_FOR", "COPY_OF", "SAME_AS", "BANDED", "CALLS", "MEANS", "UNDER",
)  # fmt: skip


class GraphError(Exception):
    """What the graph cannot give or show; the message says what was wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node; ``label`` is the most telling one: Person rather than Actor."""

    id: str
    label: str
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship from node id ``source`` to node id ``target``. ``id`` tells parallel ones apart."""

    id: str
    type: str
    source: str
    target: str
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges, each id once, in a fixed order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
