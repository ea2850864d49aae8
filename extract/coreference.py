"""Coreference within one article: which mentions mean the same actor.

Names first (variants.py), then the role phrases beside them (titles.py), then, as the text goes on, other
role phrases and pronouns (pronouns.py). What could mean two actors means none: null is better than wrong.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from extract.annotation import Article, Attribution, Entity, Mention, digest
from extract.drafts import Draft, Scene
from extract.phrases import role_of
from extract.pronouns import Antecedents, add_first_person
from extract.roles import fold, gazetteer
from extract.titles import Bearers, add_titles, own_roles
from extract.variants import body_key, canonical, clean, variants

# where an unnamed actor acts or is acted upon; elsewhere ("the hospital" of "in the hospital") it is scenery
_ACTING = {"nsubj", "nsubj:pass", "nsubj:outer", "obl:agent", "obj", "iobj", "appos", "vocative"}
_TOWARDS = {"with", "to", "against", "by", "between", "from"}


class Actors:
    """The entities of one article, found by the words that mean them or by id."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_id = {entity.id: entity for entity in entities}
        rows = [(mention, entity) for entity in self._by_id.values() for mention in entity.mentions]
        # leftmost first, and of those with one start the longest
        self._rows = sorted(rows, key=lambda row: (row[0].span.start, -row[0].span.end))
        self._starts = [mention.span.start for mention, _ in self._rows]
        self._longest = max((mention.span.end - mention.span.start for mention, _ in rows), default=0)

    def get(self, id: str) -> Entity | None:
        """The entity with this id."""
        return self._by_id.get(id)

    def at(self, start: int, end: int, head: int | None = None) -> Entity | None:
        """The entity that the words from ``start`` to ``end`` mean, None where they mean no known one.

        The mention with just these offsets; else the one that they are the title of ("Kremlin spokesman" of
        "Kremlin spokesman Dmitry Peskov"); else the one inside them with the word at ``head``, the offset of
        what connects them with the sentence ("Oslo's mayor" is not Oslo); else the first, longest one inside
        them, since in English what follows the first noun phrase only describes it ("officials in Moscow"),
        or names it ("one outlet, Reuters"); else the shortest mention around them that has the same last word
        ("Putin" of "President Putin"); else the name that they are the beginning of.
        """
        titled: list[Entity] = []
        inside: list[tuple[Mention, Entity]] = []
        around: list[tuple[Mention, Entity]] = []
        cut: list[Entity] = []
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        for mention, entity in self._rows[first:last]:
            span = mention.span
            if span.start == start and span.end == end:
                return entity
            if span.start == start and span.end > end and mention.kind == "title":
                titled.append(entity)
            elif span.start >= start and span.end <= end:
                inside.append((mention, entity))
            elif span.start <= start and span.end == end:
                around.append((mention, entity))
            elif mention.kind == "name" and span.start < end < span.end:
                cut.append(entity)
        if titled:
            return titled[-1]
        if inside:
            heading = [
                row for row in inside if head is not None and row[0].span.start <= head < row[0].span.end
            ]
            return _first(heading or inside)
        if around:
            return around[-1][1]
        return cut[-1] if cut else None


def _first(inside: Sequence[tuple[Mention, Entity]]) -> Entity:
    """The first mention that is no pronoun, or the name that stands in apposition to it."""
    first, entity = min(inside, key=lambda row: row[0].kind == "pronoun")
    if not entity.named:
        for mention, other in inside:
            # no more than ", the" between them
            beside = first.span.end < mention.span.start <= first.span.end + len(", the ")
            if beside and other.named and other.type == entity.type and mention.kind == "name":
                return other
    return entity


def entities(
    doc: Doc, article: Article, found: Sequence[Mention], said: Sequence[Attribution]
) -> tuple[Entity, ...]:
    """The actors of an article with all their mentions; mentions that mean no known actor are in none.

    ``found`` is what entities.mentions gave, ``said`` who said what, as words: "I" in a quotation is its
    source.
    Named actors have the same id in every article, unnamed ones ("police", "two officials") only in this one.
    """
    scene = Scene(doc, article, said)
    names = [mention for mention in found if mention.kind == "name" and mention.type != "Event"]
    for type_, group in variants(names, article):
        name = canonical(group)
        draft = Draft(type_, name, named=True)
        draft.roles += own_roles(name, draft)
        scene.drafts.append(draft)
        for mention in group:
            scene.add(draft, mention)
    rest = set(add_titles(scene, [mention for mention in found if mention.kind == "title"], names))
    for draft in scene.drafts:
        draft.forms |= {fold(clean(mention)) for mention in draft.mentions}
    scene.drafts += _follow(scene, found, rest)
    add_first_person(scene, [mention for mention in found if mention.kind == "pronoun"])
    return tuple(_merged(scene, (draft for draft in scene.drafts if draft.named or _acts(scene, draft))))


def _follow(scene: Scene, found: Sequence[Mention], rest: set[Mention]) -> Iterable[Draft]:
    """Go through the text and resolve role phrases and pronouns; returns the actors that this brings in."""
    bearers = Bearers(scene)
    antecedents = Antecedents(scene)
    for mention in found:
        head = scene.head(mention.span)
        is_open = True
        if mention.kind == "pronoun":
            draft = antecedents.of(head)
        elif mention in rest:
            draft = bearers.of(mention)
        else:
            draft, is_open = scene.draft_at(head), False
        if draft is None:
            continue
        if is_open:
            scene.add(draft, mention)
        bearers.add(draft, mention.span.start)
        antecedents.add(head, draft)
    return bearers.new


def _acts(scene: Scene, draft: Draft) -> bool:
    """Whether an unnamed actor says something, acts or is dealt with anywhere in the article.

    The bodies of a country ("Russian forces") are kept, whatever they do.
    """
    if any(scene.is_source(scene.token_at(mention.span.start)) for mention in draft.mentions):
        return True
    if any(role.role.kind in ("text", "place") for role in draft.roles):
        return False
    countries = gazetteer().countries
    if draft.type == "Organization" and any(role.qualifiers & countries.keys() for role in draft.roles):
        return True
    return any(_is_acting(scene.head(mention.span)) for mention in draft.mentions)


def _is_acting(head: Token) -> bool:
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in ("obl", "nmod"):
        return any(child.dep_ == "case" and child.lower_ in _TOWARDS for child in head.lefts)
    return head.dep_ in _ACTING


def _aliases(scene: Scene, draft: Draft) -> Iterator[str]:
    """What an actor is called; "the statement", which speaks for its author, is no name of his."""
    yield from draft.titles
    is_text = any(role.role.kind == "text" for role in draft.roles)
    for mention in draft.mentions:
        if mention.kind == "name":
            yield clean(mention)
        elif mention.kind == "title":
            role = role_of(scene.head(mention.span))
            if is_text or role is None or role.kind != "text":
                yield clean(mention)


def _merged(scene: Scene, drafts: Iterable[Draft]) -> Iterator[Entity]:
    """The drafts as entities; those that come to have the same id are one."""
    by_id: dict[str, list[Draft]] = {}
    for draft in drafts:
        where = draft.mentions[0].span.start
        key = fold(draft.name) if draft.type == "Person" else body_key(draft.name)
        parts = (draft.type, key) if draft.named else (scene.article.id, draft.name, where)
        by_id.setdefault(digest("actor", *parts), []).append(draft)
    for id, same in by_id.items():
        mentions = sorted(
            {mention for draft in same for mention in draft.mentions}, key=lambda mention: mention.span
        )
        aliases = {alias for draft in same for alias in _aliases(scene, draft)}
        yield Entity(
            id,
            same[0].type,
            same[0].name,
            tuple(sorted(aliases, key=lambda alias: (-len(alias), alias))),
            tuple(mentions),
            same[0].named,
        )
