"""Names in a question -> actors of the graph: by name, alias, surname, title, acronym, misspelling.

A name that fits nobody stays unresolved; nothing is guessed from a first name, or from a title that
two actors bear. Only actors that are kept under a key of the question's words are looked at, so that a
question takes as long in a large graph as in a small one.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from cypher.words import FUNCTION_WORDS, Word, root, words

TITLES = frozenset(
    """
    mr mrs ms dr sir lady lord president prime minister premier chancellor king queen prince princess pope
    foreign defence defense finance interior secretary state general senator governor mayor ambassador
    spokesman spokeswoman spokesperson leader head chief director judge prosecutor professor vice deputy
    former
    """.split()  # noqa: SIM905
)
GENERATIONS = {"jr", "sr", "ii", "iii", "iv", "qc", "mp", "md"}
LONGEST_NAME = 8
START = 4  # letters of a word that a misspelling leaves as they are
RESEMBLES = 75  # from 0 to 100: a name that is so like the one asked for is proposed instead
VOWELS = str.maketrans("", "", "aeiouy")
SMALL = frozenset({"of", "for", "and", "on", "in", "to"})  # without a letter in the acronym of a name
PARTICLES = frozenset("bin al el ibn van von der den de da di do dos du la le of on for and in to".split())  # noqa: SIM905
LEAST = 3  # words of a name that stand for the whole, "House of Representatives"; letters of an acronym


def keys(forms: Iterable[str], aliases: Iterable[str], person: bool) -> set[str]:
    """The keys under which an actor of these names is found: by sound, by surname, by the title before it.

    ``forms`` are spellings of its name, ``aliases`` all that it is called.
    """
    found: set[str] = set()
    own: set[str] = set()
    for form in forms:
        name = words(form)
        own |= {word.folded for word in name}
        for part in (name, *(_parts(name) if person else _short(name))):
            found |= {_sound(part), *_start(part)}
    for alias in aliases:
        called = list(words(alias))
        found.add(_sound(called))
        while called and called[-1].folded in own:
            called.pop()
        found.add(_sound(called))
    return found - {""}


def _parts(name: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """What else a person is called: the last name, the first and the last, neither with "Jr"."""
    while len(name) > 1 and name[-1].folded in GENERATIONS:
        name = name[:-1]
    return [name, name[-1:], (name[0], name[-1])] if name else []


def _short(name: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """What else a body is called: by its acronym, and without the country or the body before its name."""
    ends = [name[start:] for start in (1, 2) if len(name) - start >= LEAST]
    found = [end for end in ends if end[0].text[0].isupper() and end[0].folded not in SMALL]
    return [*found, *([(acronym,)] if (acronym := _acronym(name)) else [])]


def _acronym(name: Sequence[Word]) -> Word | None:
    """The acronym of a name of several words: ICC for the International Criminal Court."""
    letters = "".join(word.text[0] for word in name if word.folded not in SMALL)
    return Word(letters, letters.lower()) if len(letters) > 1 and letters.isupper() else None


def _otherwise(name: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Other ways to write a name: "Goa's government", its acronym, the family name first or last."""
    if len(name) < 2:
        return []
    found = [(*name[1:], name[0]), (name[-1], *name[:-1])] if len(name) <= 3 else []
    for at, word in enumerate(name):
        if word.folded == "of" and 0 < at < len(name) - 1:
            found.append((*name[at + 1 :], *name[:at]))
    if len(name) == 2:
        found.append((name[1], Word("of", "of"), name[0]))
    acronym = _acronym(name)
    return [*found, (acronym,)] if acronym and len(acronym.text) >= LEAST else found


def asked_keys(text: Sequence[Word]) -> set[str]:
    """The keys of all names that may stand among these words."""
    windows = [
        text[start:end]
        for start in range(len(text))
        for end in range(start + 1, min(len(text), start + LONGEST_NAME) + 1)
    ]
    found = {_sound(name) for window in windows for name in (window, *_otherwise(window))}
    return (found | {key for word in text for key in _start([word])}) - {""}


def _sound(name: Sequence[Word]) -> str:
    """The key of a name: its consonants, which other transcriptions share: Zelensky, Zelenskiy."""
    if not name or {word.folded for word in name} <= FUNCTION_WORDS:
        return ""
    parts = (re.sub(r"(.)\1+", r"\1", word.folded[:1] + word.folded[1:].translate(VOWELS)) for word in name)
    return f"called:{' '.join(parts)}"


def _start(name: Sequence[Word]) -> set[str]:
    """The key that a misspelt word of a name shares: how it begins."""
    return {f"start:{name[0].folded[:START]}"} if len(name) == 1 and len(name[0].folded) > START else set()


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor with its names, the canonical one first: as they are written, and as words."""

    name: str
    type: str
    mentions: int
    spellings: tuple[str, ...]
    names: tuple[tuple[Word, ...], ...]
    seats: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()

    def known_as(self) -> set[tuple[str, ...]]:
        """What it may be asked for by, folded: each name, parts of a person's, short forms of a body's."""
        parts = _parts(self.names[0]) if self.type == "Person" else _short(self.names[0])
        return {_key(name) for name in (*self.names, *parts)}


@dataclass(frozen=True, slots=True)
class Understood:
    """A name as it was asked for, and whom it was taken for; ``others`` bear it too.

    ``name`` is None for a title that several bear and that does not say which of them is meant. ``names`` are
    those of all nodes that are this actor, ``aliases`` all that it is called, ``seats`` who acts for it:
    Moscow and the Kremlin for Russia.
    """

    asked: str
    name: str | None
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Names:
    """The actors that the words of a question may name."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Takes the rows of names.cypher."""
        self.actors = tuple(filter(None, map(_actor, rows)))
        self._by_name: dict[tuple[str, ...], list[Actor]] = {}
        for actor in self.actors:
            for key in actor.known_as():
                self._by_name.setdefault(key, []).append(actor)
        self._by_initials: dict[str, list[tuple[str, ...]]] = {}
        for key in self._by_name:
            self._by_initials.setdefault(_initials(key), []).append(key)

    def resolve(self, asked: Sequence[Word]) -> Understood | None:
        """Who is meant by all these words together; None where nobody is."""
        if not asked or len(asked) > LONGEST_NAME:
            return None
        for find in (self._exact, self._titled, self._by_title, self._written_otherwise, self._misspelt):
            if bearers := find(asked):
                return self._choose(asked, bearers)
        return None

    def within(
        self, text: Sequence[Word], usual: Collection[str] = FUNCTION_WORDS
    ) -> list[tuple[int, int, Understood]]:
        """The names that stand somewhere in the words: from which word, up to which, and whose.

        ``usual`` are roots of words that are no names, unless they have a capital that is not the first.
        """
        found: list[tuple[int, int, Understood]] = []
        at = 0
        while at < len(text):
            for length in range(min(LONGEST_NAME, len(text) - at), 0, -1):
                understood = self._proper(text[at : at + length], usual, first=at == 0)
                if understood and understood.name:
                    end = at + length
                    # "Son Jong-woo", whom articles call Jong Woo Son
                    own = {word.folded for name in understood.aliases for word in words(name)}
                    while end < len(text) and text[end].folded in own - FUNCTION_WORDS:
                        end += 1
                    found.append((at, end, understood))
                    at = end
                    break
            else:
                at += 1
        return found

    def like(self, asked: Sequence[Word]) -> str | None:
        """The name of an actor that is spelt much like these words, to be proposed."""
        text = " ".join(word.folded for word in asked)
        scored = [
            (fuzz.ratio(text, " ".join(key)), actor.mentions, actor.name)
            for key, actors in self._by_name.items()
            for actor in actors
        ]
        best = max(scored, default=(0.0, 0, ""))
        return best[2] if best[0] >= RESEMBLES else None

    def _proper(self, asked: Sequence[Word], usual: Collection[str], first: bool) -> Understood | None:
        """A name amid other words: "us", "may" and "police" are none there, whatever the aliases."""
        if all(root(word.folded) in usual and (first or word.text.islower()) for word in asked):
            return None
        bearers = [actor for actor in self._exact(asked) if _is_proper(asked, actor)]
        ends = asked[0].text[0].isupper() and asked[-1].text[0].isupper()
        if not bearers and ends and all(w.text[0].isupper() or w.folded in PARTICLES for w in asked):
            # "Did Ada Lind": a word that begins the question is no part of an acronym
            begins = first and root(asked[0].folded) in usual
            bearers = [] if begins else self._written_otherwise(asked)
            bearers = bearers or self._misspelt(asked)
        if not bearers and TITLES & {word.folded for word in asked}:
            if asked[-1].text[0].isupper() or asked[-1].folded not in TITLES:
                bearers = self._titled(asked)
            if not bearers and any(word.text[0].isupper() for word in asked):
                bearers = self._by_title(asked)
        return self._choose(asked, bearers) if bearers else None

    def _choose(self, asked: Sequence[Word], bearers: Sequence[Actor]) -> Understood:
        """The one whose full name it is, else the one most mentioned. A bare title of several is nobody's."""
        key = _key(asked)
        full = [actor for actor in bearers if _key(actor.names[0]) == key]
        told = full or [actor for actor in self.actors if any(_same(actor, bearer) for bearer in bearers)]
        ranked = sorted(told, key=lambda actor: (-actor.mentions, actor.name))
        people: list[Actor] = []
        for actor in ranked:
            if not any(_same(actor, other) for other in people):
                people.append(actor)
        names = tuple(actor.name for actor in people)
        asked_for = " ".join(word.text for word in asked)
        if len(names) > 1 and TITLES & {*key} and not {*key} & {*_key(ranked[0].names[0])}:
            return Understood(asked_for, None, others=names)
        same = [actor for actor in self.actors if _same(actor, ranked[0])]
        nodes = tuple(dict.fromkeys(actor.name for actor in (ranked[0], *same)))
        seats = {seat for actor in same for seat in actor.seats}
        aliases = {spelling for actor in same for spelling in actor.spellings}
        return Understood(
            asked_for,
            names[0],
            nodes,
            names[1:],
            tuple(sorted(seats - {*nodes})),
            tuple(sorted(aliases | {*nodes})),
        )

    def _exact(self, asked: Sequence[Word]) -> list[Actor]:
        return self._by_name.get(_key(asked), [])

    def _written_otherwise(self, asked: Sequence[Word]) -> list[Actor]:
        """Actors whose name has these words in another order, or is their acronym."""
        return [
            actor
            for name in _otherwise(asked)
            for actor in self._exact(name)
            if actor.type == "Person"
            or "of" in (*_key(asked), *_key(name))
            or any(spelling.replace(".", "") == name[0].text for spelling in actor.spellings)
        ]

    def _titled(self, asked: Sequence[Word]) -> list[Actor]:
        """A person's name after titles or words out of its aliases: "Russian President Putin"."""
        for cut in range(1, len(asked)):
            title = {word.folded for word in asked[:cut]}
            bearers = [
                actor
                for actor in self._exact(asked[cut:]) or self._misspelt(asked[cut:])
                if actor.type == "Person"
                and title <= TITLES | {word.folded for name in actor.names[1:] for word in name}
                and not title <= {word.folded for word in actor.names[0]} - TITLES
            ]
            if bearers:
                return bearers
        return []

    def _by_title(self, asked: Sequence[Word]) -> list[Actor]:
        """A title that an alias sets before the name, or that it is kept under: "the Turkish president"."""
        if len(asked) < 2:
            return []
        title = _key(asked)
        kept = _sound(asked) if TITLES & {*title} else ""
        return [
            actor
            for actor in self.actors
            if actor.type == "Person"
            and (
                kept in actor.keys
                or any(
                    _key(name)[: len(title)] == title
                    and {*_key(name)[len(title) :]} <= {*_key(actor.names[0])}
                    for name in actor.names[1:]
                    if len(name) > len(title)
                )
            )
        ]

    def _misspelt(self, asked: Sequence[Word]) -> list[Actor]:
        """Actors with a name that these words are a spelling of, the nearest only."""
        key = _key(asked)
        near: dict[int, list[Actor]] = {}
        for name in self._by_initials.get(_initials(key), ()):
            for actor in self._by_name[name]:
                if distance := _spelling(key, name, actor.type):
                    near.setdefault(distance, []).append(actor)
        return near[min(near)] if near else []


def _same(one: Actor, other: Actor) -> bool:
    """Whether two nodes bear one name: Vladimir Zelensky, Volodymyr Zelenskyy.

    "Biden" and "Hunter Biden" that the graph keeps apart stay apart here.
    """
    a, b = _key(one.names[0]), _key(other.names[0])
    if a == b or one.type != "Person":
        return a == b and one.type == other.type
    return other.type == "Person" and _spelling(a, b, "Person") is not None


def _actor(row: Mapping[str, Any]) -> Actor | None:
    spellings = tuple(dict.fromkeys((row["name"], *(row["aliases"] or ()))))
    names = tuple(dict.fromkeys(filter(None, map(words, spellings))))
    seats = tuple(row.get("seats") or ())
    keys = frozenset(row.get("keys") or ())
    return Actor(row["name"], row["type"], row["mentions"], spellings, names, seats, keys) if names else None


def _key(name: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.folded for word in name)


def _initials(key: tuple[str, ...]) -> str:
    """The first letters of a name: no misspelling changes them, nor how many there are."""
    return "".join(word[0] for word in key)


def _is_proper(asked: Sequence[Word], actor: Actor) -> bool:
    """Some spelling has a capital; and a short word of capitals was asked for in capitals: US, not us."""
    called = actor.names if actor.type == "Person" else (*actor.names, *_short(actor.names[0]))
    spellings = [name for name in called if _key(name) == _key(asked)] or [actor.names[0][-1:]]
    return any(
        any(word.text[0].isupper() for word in name)
        and all(
            not (w.text.isupper() and len(w.text) <= 3) or w.text == a.text
            for w, a in zip(name, asked, strict=True)
        )
        for name in spellings
    )


def _spelling(asked: tuple[str, ...], name: tuple[str, ...], type: str) -> int | None:
    """How many letters lie between two spellings of one name; None if they are two names, or the same.

    Other vowels are another transcription (Kareem, Karim; Vladimir, Volodymyr); other consonants soon are
    another name: just one letter may differ, two in words of eight. "Russian" does not misspell "Russia".
    """
    if len(asked) != len(name):
        return None
    total = 0
    for a, b in zip(asked, name, strict=True):
        if a == b:
            continue
        distance = Levenshtein.distance(a, b)
        shorter = min(len(a), len(b))
        same_consonants = a.translate(VOWELS) == b.translate(VOWELS)
        allowed = shorter // 2 if same_consonants else 1 + (shorter >= 8)
        extended = type == "Place" and (a.startswith(b) or b.startswith(a))
        if shorter < 5 or a[0] != b[0] or distance > allowed or extended:
            return None
        total += distance
    return total or None
