"""An Extraction as the public JSON object that ``onrecord extract`` prints, one a line.

Offsets move from the article into the file here. Keys may be added, none removed or renamed.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from extract.annotation import Code, Date, Entity, Extraction, Relation, Span, Statement


def only_sure(extraction: Extraction) -> Extraction:
    """The same without the statements and relations that are only likely."""
    kept = [one for one in extraction.statements if one.grade == "sure"]
    ids = {one.id for one in kept}
    return replace(
        extraction,
        statements=tuple(one if one.denies in ids else replace(one, denies=None) for one in kept),
        relations=tuple(one for one in extraction.relations if one.grade == "sure"),
    )


def record(extraction: Extraction) -> dict[str, Any]:
    """The public JSON object of one article; spans are ``{"start", "end", "text"}`` with file offsets.

    An article taken out of HTML or JSON has its text under ``article.text``: its offsets count there.
    """
    article = extraction.article
    head: dict[str, Any] = {
        "id": article.id,
        "path": article.path,
        "start": article.start,
        "end": article.end,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
    }
    if article.derived:
        head["text"] = article.text
    events = {event.entity.id: event for event in extraction.events}
    actors = [entity for entity in extraction.entities if entity.id not in events]
    return {
        "article": head,
        "entities": [_entity(entity, article.start) for entity in actors]
        + [
            {
                **_entity(event.entity, article.start),
                "kind": event.kind,
                "status": event.status,
                "participants": list(event.participants),
                "place": event.place,
                "date": _date(event.date),
                **_code(event.code),
            }
            for event in extraction.events
        ],
        "statements": [_statement(statement, article.start) for statement in extraction.statements],
        "relations": [_relation(relation, article.start) for relation in extraction.relations],
    }


def _span(span: Span, offset: int) -> dict[str, Any]:
    return {"start": span.start + offset, "end": span.end + offset, "text": span.text}


def _optional(span: Span | None, offset: int) -> dict[str, Any] | None:
    return _span(span, offset) if span else None


def _entity(entity: Entity, offset: int) -> Mapping[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "named": entity.named,
        "aliases": list(entity.aliases),
        "mentions": [{**_span(mention.span, offset), "kind": mention.kind} for mention in entity.mentions],
    }


def _statement(statement: Statement, offset: int) -> dict[str, Any]:
    return {
        "id": statement.id,
        "speaker": statement.speaker,
        "source": _optional(statement.source, offset),
        "cue": _optional(statement.cue, offset),
        "content": [_span(piece, offset) for piece in statement.content],
        "kind": statement.kind,
        "denied": statement.denied,
        "denies": statement.denies,
        "score": statement.score,
        "grade": statement.grade,
        "about": list(statement.about),
        "topics": list(statement.topics),
        "sentence": _span(statement.sentence, offset),
    }


def _relation(relation: Relation, offset: int) -> dict[str, Any]:
    return {
        "id": relation.id,
        "type": relation.type,
        "subject": relation.subject,
        "object": relation.object,
        "modality": relation.modality,
        "of": relation.of,
        "place": relation.place,
        "date": _date(relation.date),
        "grade": relation.grade,
        "by": relation.by,
        **_code(relation.code),
        "evidence": _span(relation.evidence, offset),
        "sentence": _span(relation.sentence, offset),
    }


def _code(code: Code | None) -> dict[str, Any]:
    return {"plover": code.plover if code else None, "cameo": code.cameo if code else None}


def _date(date: Date | None) -> str | None:
    """ISO 8601 to the known precision (2025, 2025-08, 2025-08-01), else the words as they stand."""
    if date is None:
        return None
    if date.value is None:
        return date.words
    return date.value.isoformat()[: {"year": 4, "month": 7, "day": 10}[date.precision or "day"]]
