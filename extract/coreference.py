"""Coreference within one article: which mentions mean the same actor."""

from bisect import bisect_left
from collections.abc import Iterable

from extract.annotation import Entity, Mention


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

    def at(self, start: int, end: int) -> Entity | None:
        """The entity that the words from ``start`` to ``end`` mean, None where they mean no known one.

        The mention with just these offsets; else the first, longest one inside them, since in English what
        follows the first noun phrase only describes it ("officials in Moscow"); else the shortest mention
        around them that has the same last word ("Putin" of "President Putin").
        """
        inside: list[tuple[Mention, Entity]] = []
        around: list[tuple[Mention, Entity]] = []
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        for mention, entity in self._rows[first:last]:
            span = mention.span
            if span.start == start and span.end == end:
                return entity
            if span.start >= start and span.end <= end:
                inside.append((mention, entity))
            elif span.start <= start and span.end == end:
                around.append((mention, entity))
        if inside:
            return min(inside, key=lambda row: row[0].kind == "pronoun")[1]
        return around[-1][1] if around else None
