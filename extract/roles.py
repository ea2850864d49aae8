"""What words say of an actor: role nouns, forms of address, first names, countries and their adjectives.

The words stand in roles.toml, first_names.tsv, countries.tsv and outlets.txt beside this module.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from extract.annotation import EntityType

Gender = Literal["male", "female"]

# NFKD leaves these letters whole
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class Role:
    """A noun of roles.toml: the section it stands in, and the type of actor it means."""

    kind: str
    type: EntityType


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The word lists. Keys are folded (see ``fold``), but for ``adjectives``: "US" is no "us"."""

    roles: Mapping[str, Role]
    wider: Mapping[str, str]
    general: frozenset[str]
    firms: frozenset[str]
    address: Mapping[str, Gender | None]
    genders: Mapping[str, Gender]
    temporal: frozenset[str]
    first_names: Mapping[str, Gender]
    countries: Mapping[str, str]
    adjectives: Mapping[str, str]
    capitals: Mapping[str, str]
    of_capital: Mapping[str, str]
    full_names: Mapping[str, str]
    company: frozenset[str]
    part_of_name: frozenset[str]
    outlets: frozenset[str]


@lru_cache(maxsize=1 << 16)  # news repeats its names; the bound keeps a huge corpus from filling the memory
def fold(name: str) -> str:
    """The name without accents, capitals, points, "the" and 's: what its spellings share.

    Romanised endings are one: -skyy, -skiy, -skij, -ski are -sky, and -iy, -yi, -ij are -y ("Zelenskyy").
    """
    text = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES)).casefold().translate(_LETTERS)
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = re.sub(r"'s?$", "", re.sub(r"\.(?=\S)|\.$|[\"“”()]", "", text))
    text = re.sub(r"(?<=\wsk)i\b|(?<=[^\W\d_]{3})(?:iy|yy|yi|ij)\b", "y", text)
    words = re.sub(r"[\s.-]+", " ", text).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("extract") / name).read_text(encoding="utf-8")
    yield from (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


_GENDERS: dict[str, Gender] = {"male": "male", "female": "female"}


@cache
def gazetteer() -> Gazetteer:
    """The word lists, read once."""
    lists = tomllib.loads((files("extract") / "roles.toml").read_text(encoding="utf-8"))
    roles: dict[str, Role] = {}
    for kind, section in lists.items():
        for noun in section["nouns"].split() if "nouns" in section else ():
            roles.setdefault(noun, Role(kind, section["type"]))
    address: dict[str, Gender | None] = dict.fromkeys(lists["address"]["either"].split())
    genders: dict[str, Gender] = {}
    for word in ("male", "female"):
        address |= dict.fromkeys(lists["address"][word].split(), _GENDERS[word])
        genders |= dict.fromkeys(lists["gender"][word].split(), _GENDERS[word])
    countries: dict[str, str] = {}
    adjectives: dict[str, str | None] = {}
    capitals: dict[str, str] = {}
    of_capital: dict[str, str] = {}
    for country, others, forms, seats in _rows("countries.tsv"):
        # "Kyiv;Kiev": the first is the usual name
        capitals |= {fold(seat): seats.split(";")[0] for seat in seats.split(";") if seat}
        for seat in filter(None, seats.split(";")):
            of_capital.setdefault(fold(seat), country)
        for form in filter(None, (country, *others.split(";"))):
            countries[fold(form)] = country
        for form in filter(None, forms.split(";")):
            # "Congolese", "Dominican": two countries, so neither
            adjectives[form] = None if form in adjectives else country
    return Gazetteer(
        roles=roles,
        wider=lists["wider"],
        general=frozenset(lists["general"]["words"].split()),
        firms=frozenset(lists["general"]["firms"].split()),
        address=address,
        genders=genders,
        temporal=frozenset(lists["temporal"]["words"].split()),
        first_names={fold(name): _GENDERS[word] for name, word in _rows("first_names.tsv")},
        countries=countries,
        capitals=capitals,
        of_capital=of_capital,
        full_names={**lists["short_names"], **countries},
        company=frozenset(lists["company"]["words"].split()),
        outlets=frozenset(fold(row[0]) for row in _rows("outlets.txt")),
        part_of_name=frozenset(lists["part_of_name"]["words"].split()),
        adjectives={form: country for form, country in adjectives.items() if country is not None},
    )
