"""What one article says -> its nodes and edges."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from extract.annotation import Article, Code, Date, Entity, Event, Extraction, Relation, Statement, digest
from graph.copies import quote
from graph.model import Edge, Graph, Node

ELLIPSIS = " … "  # stands between the pieces of a statement that its cue splits


def build(extraction: Extraction) -> Graph:
    """The article's share of the graph. Ids come from content: building twice gives equal graphs.

    Those of statements, meetings and accusations come from the article's key and their own words, so that
    they outlast a correction elsewhere in the text.
    """
    article = replace(extraction.article, id=article_id(extraction.article))
    ids = _ids(extraction, article.id)
    events = {event.entity.id for event in extraction.events}
    actors = {entity.id: entity for entity in extraction.entities if entity.id not in events}
    nodes = [article_node(extraction.article)]
    edges: list[Edge] = []
    for entity in actors.values():
        nodes.append(_actor(entity))
        edges.extend(_mentions(article, entity))
    for event in extraction.events:
        nodes.append(_event(event))
        edges.extend(_mentions(article, event.entity))
        edges.extend(_told(article, event))
    for statement in extraction.statements:
        denies = ids[statement.denies] if statement.denies else None
        statement = replace(statement, id=ids[statement.id], denies=denies)
        nodes.append(_statement(statement, article))
        edges.extend(_said(statement, article))
    for relation in extraction.relations:
        edges.append(_relation(replace(relation, id=ids[relation.id]), article, actors))
    return Graph(
        tuple({node.id: node for node in nodes}.values()), tuple({edge.id: edge for edge in edges}.values())
    )


def article_id(article: Article) -> str:
    """The id of an article's node: made of its key, or of its text where nothing tells which one it is."""
    return digest("article", article.key) if article.key else article.id


def article_node(article: Article) -> Node:
    """The node of an article, without who read it and when."""
    return Node(
        article_id(article),
        "Article",
        {
            "title": article.title,
            "source": article.source,
            "url": article.url,
            "published": article.published,
            "path": article.path,
            "offset": article.start,
            "text": article.text,
            "key": article.key or None,
            "version": article.id,
        },
    )


def _ids(extraction: Extraction, article: str) -> dict[str, str]:
    """The ids of statements and relations in the graph; of those with the same words each has its number."""
    found: dict[str, str] = {}
    times: Counter[tuple[object, ...]] = Counter()
    for statement in extraction.statements:
        pieces = ELLIPSIS.join(piece.text for piece in statement.content)
        words: tuple[object, ...] = ("statement", article, pieces)
        found[statement.id] = digest(*words, times[words])
        times[words] += 1
    for relation in extraction.relations:
        ends = relation.subject, relation.object
        words = (relation.type, article, *ends, relation.modality, relation.evidence.text)
        found[relation.id] = digest(*words, times[words])
        times[words] += 1
    return found


def _actor(entity: Entity) -> Node:
    return Node(
        entity.id,
        entity.type,
        {"name": entity.name, "aliases": sorted({entity.name, *entity.aliases}), "named": entity.named},
    )


def _event(event: Event) -> Node:
    return Node(
        event.entity.id,
        "Event",
        _facts(event),
    )


def _facts(event: Event) -> dict[str, Any]:
    """What the article knows of an event; what all know together is folded of it."""
    return {
        "name": event.entity.name,
        "kind": event.kind,
        "status": event.status,
        **_date(event.date),
        **_code(event.code),
    }


def _date(date: Date | None) -> dict[str, Any]:
    if date is None:
        return {"date": None, "datePrecision": None, "dateWords": None}
    return {"date": date.value, "datePrecision": date.precision, "dateWords": date.words}


def _code(code: Code | None) -> dict[str, Any]:
    return {"plover": code.plover if code else None, "cameo": code.cameo if code else None}


def _mentions(article: Article, entity: Entity) -> Iterator[Edge]:
    for mention in entity.mentions:
        span = mention.span
        yield Edge(
            digest("MENTIONS", article.id, entity.id, span.start, span.end),
            "MENTIONS",
            article.id,
            entity.id,
            {"text": span.text, "kind": mention.kind, "start": span.start, "end": span.end},
        )


def _told(article: Article, event: Event) -> Iterator[Edge]:
    evidence, id = event.evidence, event.entity.id
    yield Edge(
        digest("TELLS_OF", article.id, id),
        "TELLS_OF",
        article.id,
        id,
        {"evidence": evidence.text, "start": evidence.start, "end": evidence.end, **_facts(event)},
    )
    for participant in event.participants:
        yield Edge(digest("TOOK_PART", participant, id), "TOOK_PART", participant, id)
    if event.place:
        yield Edge(digest("AT", id, event.place), "AT", id, event.place)


def _statement(statement: Statement, article: Article) -> Node:
    text = ELLIPSIS.join(piece.text for piece in statement.content)
    return Node(
        statement.id,
        "Statement",
        {
            "text": text,
            "quote": quote(text, statement.kind),
            "kind": statement.kind,
            "denied": statement.denied,
            "grade": statement.grade,
            "cue": statement.cue.text if statement.cue else None,
            "source": statement.source.text if statement.source else None,
            "sentence": statement.sentence.text,
            "topics": list(statement.topics),
            "start": statement.content[0].start,
            "end": statement.content[-1].end,
            "published": article.published,
        },
    )


def _said(statement: Statement, article: Article) -> Iterator[Edge]:
    sentence = statement.sentence
    yield Edge(
        digest("REPORTED_IN", statement.id, article.id),
        "REPORTED_IN",
        statement.id,
        article.id,
        {"start": sentence.start, "end": sentence.end},
    )
    if statement.speaker:
        yield Edge(digest("SAID", statement.speaker, statement.id), "SAID", statement.speaker, statement.id)
    for about in statement.about:
        yield Edge(digest("ABOUT", statement.id, about), "ABOUT", statement.id, about)
    if statement.denies:
        yield Edge(digest("DENIES", statement.id, statement.denies), "DENIES", statement.id, statement.denies)


def _relation(relation: Relation, article: Article, actors: dict[str, Entity]) -> Edge:
    source, target = relation.subject, relation.object
    by = actors.get(relation.by) if relation.by else None
    properties: dict[str, Any] = {
        "modality": relation.modality,
        "by": by.name if by else None,
        "grade": relation.grade,
        **_code(relation.code),
        "evidence": relation.evidence.text,
        "sentence": relation.sentence.text,
        "article": article.id,
        "start": relation.evidence.start,
        "end": relation.evidence.end,
        "published": article.published,
    }
    if relation.type == "MET":
        source, target = sorted((source, target), key=lambda id: (actors[id].name, id))
        place = actors.get(relation.place) if relation.place else None
        properties |= {**_date(relation.date), "place": place.name if place else None}
    else:
        properties["of"] = relation.of
    return Edge(relation.id, relation.type, source, target, properties)
