"""Whom "the company", "the city", "the government" mean where nothing says that somebody is one.

The text has called these actors by name only. The one that stands near, and is the one the article tells of,
is meant; where two are likely, nobody is.
"""

from collections import Counter
from collections.abc import Callable
from functools import cached_property

from spacy.tokens import Token

from extract.drafts import Draft, Scene
from extract.phrases import Description
from extract.roles import fold, gazetteer

_NEAR = 4  # sentences, the one of the phrase and those before it
_CLEARLY = 2  # times as often as the next one
_MAIN = 0.6  # of all mentions of countries: the one that an article is about
_CITIES = {"city", "town", "capital"}


class Context:
    """The actors mentioned so far, and where each was mentioned last."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._latest: dict[Draft, int] = {}

    def add(self, draft: Draft, offset: int) -> None:
        """An actor is mentioned here."""
        self._latest[draft] = offset

    def latest(self, draft: Draft) -> int:
        """Where the actor was mentioned last; -1 if it was not."""
        return self._latest.get(draft, -1)

    def meant(self, role: Description, head: Token) -> Draft | None:
        """The named body or place that a role noun with "the" means, None where none or two may be meant."""
        words = gazetteer()
        if role.qualifiers:
            return None
        if role.lemma in words.general:
            return self._nearest(head, lambda draft: _may_be_body(draft, role))
        if role.lemma in _CITIES:
            return self._nearest(head, _may_be_city)
        return None

    def _nearest(self, head: Token, fits: Callable[[Draft], bool]) -> Draft | None:
        here = self._scene.sentence_of.get(head.i)
        if here is None:
            return None
        near = [
            draft
            for draft, offset in self._latest.items()
            if draft.named
            and fits(draft)
            and here - self._scene.sentence_of.get(self._scene.token_at(offset).i, -_NEAR) < _NEAR
        ]
        near.sort(key=lambda draft: -len(draft.mentions))
        if len(near) > 1 and len(near[0].mentions) < _CLEARLY * len(near[1].mentions):
            return None
        return near[0] if near else None

    def country(self) -> str | None:
        """The country that the article is about, by far the most mentioned one; None if there is none."""
        words = gazetteer()
        counts: Counter[str] = Counter()
        for draft in self._scene.drafts:
            if draft.named and draft.type == "Place":
                country = words.countries.get(fold(draft.name)) or words.of_capital.get(fold(draft.name))
                if country is not None:
                    counts[country] += len(draft.mentions)
        counts.update(self._adjectives)
        most = counts.most_common(1)
        return most[0][0] if most and most[0][1] >= _MAIN * counts.total() else None

    @cached_property
    def _adjectives(self) -> Counter[str]:
        """How often the text says "French", "Kenyan": by country."""
        known = gazetteer().adjectives
        return Counter(known[token.text] for token in self._scene.doc if token.text in known)


def _may_be_body(draft: Draft, role: Description) -> bool:
    """A company for "the company"; for "the group", a body of which the text says nothing else."""
    words = gazetteer()
    return (
        draft.type == "Organization"
        and draft.forms.isdisjoint(words.outlets | words.full_names.keys())
        and all({role.lemma, other.lemma} <= words.firms for other in draft.roles)
    )


def _may_be_city(draft: Draft) -> bool:
    """A place that is no country and says of itself nothing else: no river, no province."""
    return (
        draft.type == "Place"
        and draft.forms.isdisjoint(gazetteer().countries)
        and all(role.lemma in _CITIES for role in draft.roles)
    )
