"""What articles call an actor, and what they say of it: the units that resolution.py makes actors of.

    extraction -> {entity id: Name}

A person's full name is one Name in all articles that say the same of its bearer, so that there are only as
many as there are names, however many the articles; so is the name of an organization or place. A surname
alone, and a title alone ("the Russian president"), is a Name of its article: whom it means is up to its day.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from cypher import names as asked_by
from extract.annotation import Entity, EntityType, Extraction, digest
from extract.roles import fold, gazetteer
from graph.titles import Title, country_in, fields, normal, title

Kind = Literal["full", "single", "title", "body"]

_GENERATIONS = {"jr", "sr", "ii", "iii", "iv", "qc", "mp"}
_SMALL = {"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "und"}
_LONGEST_ACRONYM = 6
_MAIN, _LEAST = 0.6, 3  # of all mentions of countries, and so many: the country of an article
# consonants that transcriptions write in several ways
_SOUNDS = (
    ("sch", "s"), ("tch", "c"), ("ch", "c"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("gh", "g"), ("ts", "c"),
    ("tz", "c"), ("cz", "c"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("dj", "j"), ("w", "v"), ("q", "k"),
    ("x", "ks"),
)  # fmt: skip
# family names that stand first, where they do
_FAMILY_FIRST = frozenset(
    """
    xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin gao luo zheng liang xie
    song tang deng jiang han qin pan geng mao wen peng hou yi dong kim lee park moon yoon choi jung kang
    cho jang lim ri nguyen tran pham ban
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what articles say of its bearer; ``merged`` lets it grow.

    ``words`` is the name folded, of a title alone its key; ``forms`` are its spellings, ``aliases`` these and
    the titles; ``titles`` are keys of offices with the year ("Ukraine/president@2025"); ``day`` is that of
    its article, where the Name is one article's.
    """

    id: str
    type: EntityType
    kind: Kind
    words: str
    forms: tuple[str, ...]
    aliases: tuple[str, ...]
    titles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    day: datetime.date | None = None

    @property
    def home(self) -> str:
        """The blocking key: only Names that share it can be one actor without a judgement or an office."""
        if self.kind == "body":
            return f"body:{letters(self.words)}"
        return f"title:{self.words}" if self.kind == "title" else f"person:{sound(surname(self.words)[0])}"

    @property
    def keys(self) -> tuple[str, ...]:
        """Under what the Name is kept: full names and bodies by ``home``, and by offices, for titles alone.

        Names of one article are kept apart from these, for there are as many as articles.
        """
        if self.kind == "single":
            return (f"single:{self.home}",)
        if self.kind == "title":
            return tuple(f"alone:{each}" for each in self.near)
        return (self.home, *(f"title:{each}" for each in self.titles))

    @property
    def found_by(self) -> tuple[str, ...]:
        """All keys that it is kept under: by which it is compared, and by which it is asked for."""
        called = (*self.aliases, *(each for title in self.titles for each in offices_of(title)))
        asked = asked_by.keys(self.forms, called, self.kind in ("full", "single"))
        return tuple(sorted({*self.keys, *asked}))

    @property
    def near(self) -> tuple[str, ...]:
        """Of a title alone: the office in the year of the article, the year before and the one after."""
        if self.day is None:
            return (f"{self.words}@",)
        return tuple(f"{self.words}@{self.day.year + shift}" for shift in (0, -1, 1))


def offices_of(title: str) -> tuple[str, ...]:
    """How a country's office of a title may be asked for; nothing where the country is not known.

    >>> offices_of("Russia/foreign minister@2025")[1:]
    ('foreign minister of Russia', 'Russian foreign minister')
    """
    country, _, office = title.rpartition("@")[0].partition("/")
    if not country:
        return ()
    of = " of ".join(reversed(office.split())) if len(office.split()) == 2 else office
    lands = [country, *(each for each, land in gazetteer().adjectives.items() if land == country)]
    ways = [f"{land} {each}" for land in lands for each in dict.fromkeys((office, of))]
    return tuple(dict.fromkeys((ways[0], f"{office} of {country}", f"{of} of {country}", *ways[1:])))


def names(extraction: Extraction) -> dict[str, Name]:
    """The Names of an article by entity id: none for events and for "police"."""
    events = {event.entity.id for event in extraction.events}
    article = extraction.article
    country = _main_country(extraction.entities)
    found: dict[str, Name] = {}
    for entity in extraction.entities:
        if entity.id not in events and (name := _name(entity, article.id, article.published, country)):
            found[entity.id] = name
    return found


def _main_country(entities: Iterable[Entity]) -> str:
    """The country that most of an article is about, whose "Supreme Court" stands in it; "" for none."""
    known = gazetteer()
    counts: Counter[str] = Counter()
    for entity in entities:
        words = fold(entity.name)
        country = known.countries.get(words) or known.of_capital.get(words, "")
        if entity.type != "Person" and not country:
            country, _ = country_in(entity.name.split())
        if country:
            counts[country] += len(entity.mentions)
        if entity.type == "Person":
            counts.update(
                {told.country for alias in entity.aliases if (told := title(alias)) and told.country}
            )
    most = counts.most_common(1)
    return most[0][0] if most and most[0][1] >= max(_MAIN * counts.total(), _LEAST) else ""


def merged(one: Name, other: Name) -> Name:
    """What two readings of one Name say together; the order does not matter."""
    return replace(
        one,
        forms=tuple(sorted({*one.forms, *other.forms})),
        aliases=tuple(sorted({*one.aliases, *other.aliases})),
        titles=tuple(sorted({*one.titles, *other.titles})),
        offices=tuple(sorted({*one.offices, *other.offices})),
        years=tuple(sorted({*one.years, *other.years})),
    )


def government(country: str) -> Name:
    """The Name of a country's government."""
    the = "the " if country.startswith("United") or country.endswith("s") else ""
    form = f"Government of {the}{country}"
    words = body_words(form, "Organization")
    return Name(digest("name", "Organization", words), "Organization", "body", words, (form,), (form,))


def _name(entity: Entity, article: str, day: datetime.date | None, country: str) -> Name | None:
    aliases = tuple(sorted({entity.name, *entity.aliases}))
    years = (day.year,) if day else ()
    if entity.type == "Event":
        return None
    if not entity.named:
        alone = title(entity.name) if entity.type == "Person" else None
        if alone is None or not alone.key or alone.former:
            return None
        id = digest("name", article, entity.id)
        return Name(
            id,
            "Person",
            "title",
            alone.key,
            (),
            aliases,
            countries=(alone.country,) if alone.country else (),
            years=years,
            day=day,
        )
    if entity.type != "Person":
        words = body_words(entity.name, entity.type, country)
        forms = tuple(
            alias
            for alias in aliases
            if body_words(alias, entity.type, country) == words or _is_acronym(alias)
        )
        id = digest("name", entity.type, words)
        return Name(id, entity.type, "body", words, forms, aliases, years=years) if words else None
    words = person_words(entity.name)
    if not words:
        return None
    forms = tuple(alias for alias in aliases if {*person_words(alias).split()} <= {*words.split()})
    told = tuple(_titles(aliases, words))
    titles = {f"{each.key}@{day.year if day else ''}" for each in told if each.key and not each.former}
    countries = tuple(sorted({each.country for each in told if each.country}))
    known_in = tuple(sorted({each.field for each in told if each.field}))
    parts = (entity.type, words, *known_in, *countries) if " " in words else (article, entity.id)
    return Name(
        digest("name", *parts),
        "Person",
        "full" if " " in words else "single",
        words,
        forms,
        aliases,
        tuple(sorted(titles)),
        tuple(sorted({each.office for each in told})),
        countries,
        known_in,
        years,
        None if " " in words else day,
    )


def _titles(aliases: Iterable[str], words: str) -> Iterator[Title]:
    """The titles among the aliases, with and without the name behind them."""
    own = {*words.split()}
    for alias in aliases:
        parts = alias.split()
        while parts and {*fold(parts[-1]).split()} <= own:
            parts.pop()
        if parts and (told := title(" ".join(parts))):
            yield told


def person_words(name: str) -> str:
    """A person's name folded, given name first, without "Jr": "Putin, Vladimir" is "vladimir putin"."""
    last, comma, first = name.partition(", ")
    if comma and fold(first) not in _GENERATIONS and len(last.split()) == 1:
        name = f"{first} {last}"
    words = [word for word in fold(name.replace(",", "")).split() if word.strip("'-")]
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words.pop()
    return " ".join(words)


def surname(words: str) -> tuple[str, tuple[str, ...]]:
    """Family name and given names of a folded name: "xi jinping" has the family name first.

    >>> surname("kim jong un")
    ('kim', ('jong', 'un'))
    """
    parts = tuple(words.split())
    if 1 < len(parts) <= 3 and parts[0] in _FAMILY_FIRST and parts[-1] not in gazetteer().first_names:
        return parts[0], parts[1:]
    return parts[-1], parts[:-1]


@cache
def sound(word: str) -> str:
    """The consonants of a word as transcriptions share them: Zelensky, Selenskyj; Qaddafi, Gadhafi.

    >>> sound("zelensky"), sound("qaddafi")
    ('zlnsk', 'kdf')
    """
    for letters, letter in _SOUNDS:
        word = word.replace(letters, letter)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word[:1] + re.sub(r"[aeiouyj']", "", word[1:])


def body_words(name: str, type: EntityType, main: str = "") -> str:
    """The name of an organization or place folded; a country, capital or known acronym in it in full.

    Public bodies have one order of words: "Department of State" is "state department". ``main`` is the
    country of bodies that every state has: "Supreme Court".
    """
    known = gazetteer()
    words = fold(name).split()
    if words and words[0] in known.full_names:
        words[0] = fold(known.full_names[words[0]])
    text = " ".join(words)
    text = fold(known.countries.get(text) or known.capitals.get(text) or text)
    text = _american(text)
    if not text or text in known.countries:
        return text
    first, *others = name.removeprefix("the ").removeprefix("The ").split()
    country, rest = country_in([*known.full_names.get(fold(first), first).split(), *others])
    if " ".join(rest) in fields().seats:
        return " ".join(rest)
    if (only := fields().only.get(normal(" ".join(rest)))) and country in ("", only):
        return f"{fold(only)} {normal(' '.join(rest))}"
    if type == "Organization" and not fields().public.isdisjoint(rest):
        if len(rest) > 1 and fields().national.issuperset(_american(" ".join(rest)).split()):
            country = country or main
        return _american(f"{fold(country)} {normal(' '.join(rest))}".strip())
    return text


def _american(words: str) -> str:
    """One spelling of English words: "organisation", "centre", "defence", "labour"."""
    words = re.sub(r"isation(s?)\b", r"ization\1", words)
    return (
        re.sub(r"\b(cent|theat)re\b", r"\1er", words).replace("defence", "defense").replace("labour", "labor")
    )


def letters(words: str) -> str:
    """The initials of a body in alphabetical order, those of an acronym as well: under them both are kept.

    >>> letters("federal bureau of investigation") == letters("fbi")
    True
    """
    parts = [word for word in words.split() if word not in _SMALL]
    if len(parts) > 1:
        return "".join(sorted(word[0] for word in parts))
    return "".join(sorted(words)) if len(words) <= _LONGEST_ACRONYM else words


def initials(form: str) -> str:
    """What the acronym of a name would be: "International Criminal Court" -> "icc"."""
    return "".join(word[0] for word in fold(form).split() if word not in _SMALL)


def _is_acronym(form: str) -> bool:
    return 2 <= len(form) <= _LONGEST_ACRONYM and form.isupper()


@cache
def given_names() -> dict[str, frozenset[int]]:
    """Given name -> the lines of given_names.txt that it stands in."""
    found: dict[str, frozenset[int]] = {}
    text = (files("graph") / "given_names.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()):
        for word in () if line.startswith("#") else line.split():
            found[word] = found.get(word, frozenset()) | {number}
    return found
