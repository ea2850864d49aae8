"""The dated table of offices: who held which one when. offices.tsv, its data, names source and licence."""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.likeness import like_family, like_given
from graph.names import Name, person_words, sound, surname

# the day the table ends: after it, who is in office may have left
LAST_DAY = datetime.date(2025, 1, 31)


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office; ``key`` is that of titles.Title, ``until`` None where no end is known."""

    key: str
    country: str
    person: str
    wikidata: str
    gender: str
    since: datetime.date
    until: datetime.date | None

    def covers(self, day: datetime.date) -> bool:
        """Whether the person was in office on this day, as far as the table knows."""
        return self.since <= day and (self.until is None or day < self.until)

    def is_certain(self, day: datetime.date) -> bool:
        """Whether the table is not silent about the day: the term has an end, or the table reaches it."""
        return self.until is not None or day <= max(LAST_DAY, self.since + datetime.timedelta(days=180))


@dataclass(frozen=True, slots=True)
class Offices:
    """The terms by office and by person."""

    by_key: Mapping[str, Sequence[Term]]
    by_person: Mapping[str, Sequence[Term]]

    def holder(self, key: str, day: datetime.date) -> Term | None:
        """Who held an office on a day; None where the table does not say, or names two."""
        terms = [term for term in self.by_key.get(key, ()) if term.covers(day)]
        return terms[0] if len({term.person for term in terms}) == 1 else None


@cache
def offices() -> Offices:
    """The table, read once."""
    by_key: defaultdict[str, list[Term]] = defaultdict(list)
    by_person: defaultdict[str, list[Term]] = defaultdict(list)
    for line in (files("graph") / "offices.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        country, office, person, wikidata, gender, since, until = line.split("\t")
        term = Term(
            f"{country}/{office}",
            country,
            person,
            wikidata,
            gender,
            _day(since),
            _day(until) if until else None,
        )
        by_key[term.key].append(term)
        by_person[person].append(term)
    return Offices(by_key, by_person)


def _day(text: str) -> datetime.date:
    """The first day of a year, a month, or the day itself."""
    return datetime.date.fromisoformat((text + "-01-01")[:10] if len(text) < 8 else text)


def known_holder(names: Sequence[Name]) -> Term | None:
    """The person of the table of offices that these full names mean: named so, and called or placed so."""
    best: dict[str, Term] = {}
    for name in names:
        family = sound(surname(name.words)[0])
        said = {key.partition("@")[0] for key in name.titles}
        for person, terms in _by_sound().get(family, {}).items():
            spelt = _spelt(name.words, person_words(person))
            for term in terms if spelt else ():
                office = term.key.partition("/")[2]
                placed = term.key in said or (term.country and term.country in name.countries)
                # "President Donald Trump", "Angela Merkel": nothing speaks against it
                bare = spelt == 1 and not name.countries and (not name.fields or office in name.offices)
                if placed or bare:
                    best[person] = term
    return min(best.values(), key=lambda term: (term.person, term.since)) if len(best) == 1 else None


def _spelt(one: str, other: str) -> float:
    if one == other:
        return 1.0
    (family_a, given_a), (family_b, given_b) = surname(one), surname(other)
    return like_family(family_a, family_b) * like_given(given_a, given_b)[0] if given_a and given_b else 0.0


@cache
def _by_sound() -> dict[str, dict[str, Sequence[Term]]]:
    """The persons of the table by the sound of their surname."""
    found: dict[str, dict[str, Sequence[Term]]] = {}
    for person, terms in offices().by_person.items():
        found.setdefault(sound(surname(person_words(person))[0]), {})[person] = terms
    return found
