"""Events: named ones, and the meetings, attacks, accidents, elections, trials, deaths ... that are told of.

A trigger of the lexicon tells of an event only where the text anchors it: by an actor or a place of its
own. "Elections are costly" tells of none, "the election in Peru" of one. What an article tells twice is
one event: the same kind, status and actors, and no other place or date.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from extract.annotation import Article, Date, Entity, Event, Mention, Modality, Span, digest
from extract.arguments import Cast, after, conjuncts, having, is_passive, patients, subjects
from extract.circumstances import date_of, modality, place_of
from extract.lexicon import code, section
from extract.meetings import evidence_of, parties
from extract.roles import fold

TOGETHER = ("meeting", "negotiation")  # kinds that take two
SUDDEN = ("accident", "attack", "death", "disaster")  # kinds that are told of only when they happened


@dataclass(frozen=True, slots=True)
class _Told:
    """One telling of an event."""

    kind: str
    noun: str
    words: str
    trigger: Mention
    status: Modality
    participants: tuple[str, ...]
    place: str | None
    date: Date | None
    evidence: Span


def events(
    doc: Doc, article: Article, actors: Sequence[Entity], found: Iterable[Mention]
) -> tuple[Event, ...]:
    """The events of the article, each once, in the order of their first telling."""
    cast = Cast(doc, article, actors, ())
    merged: list[tuple[_Told, list[Mention]]] = []
    for told in _tellings(cast):
        for number, (known, mentions) in enumerate(merged):
            if _same(known, told):
                merged[number] = (_joined(known, told), [*mentions, told.trigger])
                break
        else:
            merged.append((told, [told.trigger]))
    named = _named(cast, [mention for mention in found if mention.type == "Event"])
    anchored = [_event(cast, told, mentions) for told, mentions in merged]
    events = {event.entity.id: event for event in (*named, *anchored)}
    return tuple(sorted(events.values(), key=lambda event: event.evidence))


def _tellings(cast: Cast) -> Iterator[_Told]:
    for sentence in cast.sentences():
        for token in sentence:
            if (kind := _kind(token)) and (told := _telling(cast, sentence, token, *kind)):
                yield told


def _kind(token: Token) -> tuple[str, str] | None:
    """The kind of event that the word tells of, and the noun that names it."""
    if token.pos_ not in ("NOUN", "VERB"):
        return None
    noun = token.lemma_
    if token.pos_ == "VERB":
        verbs = section("events.verbs")
        noun = next((name for name, lemmas in verbs.items() if token.lemma_ in lemmas), "")
    nouns = section("events.nouns")
    return next(((kind, noun) for kind, lemmas in nouns.items() if noun in lemmas), None)


def _telling(cast: Cast, sentence: Words, trigger: Token, kind: str, noun: str) -> _Told | None:
    place = place_of(cast, trigger, ())
    if kind in TOGETHER:
        pairs = list(parties(cast, trigger))
        tokens = [token for pair in pairs for _, token in pair]
        participants = tuple(sorted({id for pair in pairs for id, _ in pair}))
        if len(participants) < 2:
            return None
    else:
        tokens = _participants(trigger)
        participants = tuple(sorted({id for id, _ in cast.all(tokens) if id != place}))
    date = date_of(cast, sentence, trigger)
    status = modality(trigger)
    if (not participants and place is None) or (kind in SUDDEN and status != "happened"):
        return None
    words = evidence_of(sentence, trigger, [token for token in tokens if cast.actor(token)])
    span = cast.article.span(_first(trigger).idx, trigger.idx + len(trigger))
    return _Told(
        kind=kind,
        noun=noun,
        words=_words(trigger, noun),
        trigger=Mention(span, "title", "Event"),
        status=status,
        participants=participants,
        place=None if place in participants else place,
        date=date,
        evidence=cast.article.span(words.start_char, words.end_char),
    )


def _first(trigger: Token) -> Token:
    """Where the words that name the event begin: "[presidential election]", "[arrested]"."""
    if trigger.pos_ == "VERB":
        return trigger
    before = [child for child in trigger.lefts if child.dep_ in ("compound", "amod")]
    first = min([trigger, *before], key=lambda token: token.i)
    joined = all(token in before or token.head in before for token in trigger.doc[first.i : trigger.i])
    return first if joined else trigger


def _participants(trigger: Token) -> list[Token]:
    """Who did it or suffered it: "the attack on Meyer by rebels", "Meyer's trial", "Meyer was arrested"."""
    if trigger.pos_ == "VERB":
        direct = patients(trigger)
        return [*direct, *subjects(trigger)] if direct or is_passive(trigger) else subjects(trigger)
    owners = having(trigger, "nmod:poss", "compound")
    return list(
        conjuncts([*owners, *after(trigger, ("of", "on", "against", "by", "between", "with"), "nmod")])
    )


def _words(trigger: Token, noun: str) -> str:
    """The noun with what classifies it: "presidential election", "peace talks"."""
    if trigger.pos_ == "VERB":
        return noun
    described = [
        child.lower_
        for child in trigger.lefts
        if (child.dep_ == "compound" and child.pos_ == "NOUN" and not having(child, "nummod"))
        or (child.dep_ == "amod" and child.tag_ == "JJ")
    ]
    return " ".join([*described[-2:], trigger.lower_])


def _same(known: _Told, told: _Told) -> bool:
    """Can both tellings be of one event?"""
    if known.kind != told.kind or known.status != told.status:
        return False
    if not _agree(known.place, told.place) or not _agree(_day(known.date), _day(told.date)):
        return False
    ours, theirs = set(known.participants), set(told.participants)
    return ours <= theirs or theirs <= ours


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _day(date: Date | None) -> datetime.date | None:
    return date.value if date else None


def _joined(known: _Told, told: _Told) -> _Told:
    return replace(
        known,
        participants=max(known.participants, told.participants, key=len),
        place=known.place or told.place,
        date=known.date if _day(known.date) or not told.date else told.date,
    )


def _event(cast: Cast, told: _Told, mentions: Iterable[Mention]) -> Event:
    name = _name(cast, told)
    when = _iso(told.date)
    # with a date, and a place or names, another article that tells the same tells of it
    anchored = told.place or all(cast.entities[id].named for id in told.participants)
    known = (_key(cast, told), when) if when and anchored else (fold(name), cast.article.id)
    entity = Entity(
        id=digest("event", told.kind, told.noun, *known),
        type="Event",
        name=name,
        aliases=tuple(sorted({mention.span.text for mention in mentions})),
        mentions=tuple(sorted(mentions)),
        named=False,
    )
    return Event(
        entity,
        told.kind,
        told.status,
        told.participants,
        told.place,
        told.date,
        told.evidence,
        code("events", told.noun, told.kind),
    )


def _key(cast: Cast, told: _Told) -> tuple[object, ...]:
    """Who took part and where, as any article calls them: persons by their last name."""
    entities = [cast.entities[id] for id in told.participants]
    names = sorted(fold(e.name).split()[-1] if e.type == "Person" else fold(e.name) for e in entities)
    return tuple(names), fold(cast.entities[told.place].name) if told.place else None


def _name(cast: Cast, told: _Told) -> str:
    """ "talks between Norland and Sudland, Oslo, 2024-05-03"."""
    names = [cast.entities[id].name for id in told.participants]
    if told.kind in TOGETHER:
        head = [f"{told.words} between {', '.join(names[:-1])} and {names[-1]}"]
    elif told.kind in ("death", "legal") and len(names) == 1:
        head = [f"{told.words} of {names[0]}"]
    else:
        head = [told.words, *names]
    place = [cast.entities[told.place].name] if told.place else []
    return ", ".join([*head, *place, *_iso(told.date)])


def _iso(date: Date | None) -> list[str]:
    """The date as far as it is known: "2024", "2024-05", "2024-05-03"."""
    if date is None or date.value is None:
        return []
    return [date.value.isoformat()[: {"year": 4, "month": 7}.get(date.precision or "day", 10)]]


def _named(cast: Cast, mentions: Iterable[Mention]) -> Iterator[Event]:
    """Events that bear a name, "the World Cup": the same in every article."""
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_name.setdefault(fold(mention.span.text), []).append(mention)
    for folded, same in by_name.items():
        aliases = sorted({mention.span.text for mention in same}, key=lambda alias: (-len(alias), alias))
        entity = Entity(
            id=digest("event", "named", folded),
            type="Event",
            name=same[0].span.text,
            aliases=tuple(aliases),
            mentions=tuple(sorted(same)),
        )
        first = min(same).span
        words = cast.doc.char_span(first.start, first.end, alignment_mode="expand")
        if words is not None:
            place = place_of(cast, words.root, ())
            yield Event(entity, "named", "happened", (), place, None, first)
