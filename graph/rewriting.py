"""Extractions with the actors of resolution.py in place of those of each article alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extract.annotation import Entity, Event, Extraction, Relation, Statement
from graph.actors import Actor
from graph.judgements import Judgement
from graph.names import Name, merged, names
from graph.resolution import resolve


def resolved(extractions: Iterable[Extraction], judgements: Sequence[Judgement] = ()) -> list[Extraction]:
    """The same extractions, in their order: an actor has one id, type and name in all of them."""
    held = [(extraction, names(extraction)) for extraction in extractions]
    known: dict[str, Name] = {}
    for _, found in held:
        for name in found.values():
            known[name.id] = merged(known[name.id], name) if name.id in known else name
    actors = resolve(known.values(), judgements)
    return [
        rewritten(extraction, {id: actors[name.id] for id, name in found.items()})
        for extraction, found in held
    ]


def rewritten(extraction: Extraction, actors: Mapping[str, Actor]) -> Extraction:
    """An extraction with these actors, by entity id; entities that are one actor become one."""
    ids = {id: actor.id for id, actor in actors.items()}

    def new(id: str) -> str:
        return ids.get(id, id)

    def some(id: str | None) -> str | None:
        return None if id is None else new(id)

    def each(statement: Statement) -> Statement:
        about = tuple(dict.fromkeys(map(new, statement.about)))
        return replace(statement, speaker=some(statement.speaker), about=about)

    def relation(told: Relation) -> Relation:
        return replace(
            told, subject=new(told.subject), object=new(told.object), place=some(told.place), by=some(told.by)
        )

    def event(told: Event) -> Event:
        participants = tuple(dict.fromkeys(map(new, told.participants)))
        return replace(told, participants=participants, place=some(told.place))

    return replace(
        extraction,
        entities=tuple(_entities(extraction.entities, actors)),
        statements=tuple(map(each, extraction.statements)),
        relations=tuple(map(relation, extraction.relations)),
        events=tuple(map(event, extraction.events)),
    )


def _entities(entities: Iterable[Entity], actors: Mapping[str, Actor]) -> Iterable[Entity]:
    """Each actor once, where its first entity stood, with the mentions and aliases of all."""
    found: dict[str, Entity] = {}
    for entity in entities:
        actor = actors.get(entity.id)
        if actor is not None:
            entity = replace(entity, id=actor.id, type=actor.type, name=actor.name, named=actor.named)
        if (before := found.get(entity.id)) is not None:
            mentions = tuple(sorted({*before.mentions, *entity.mentions}, key=lambda mention: mention.span))
            aliases = tuple(
                sorted({*before.aliases, *entity.aliases}, key=lambda alias: (-len(alias), alias))
            )
            entity = replace(before, aliases=aliases, mentions=mentions)
        found[entity.id] = entity
    return found.values()
