"""Titles as articles write them -> country, office and field: "the German chancellor", "Iran's king".

The words come from fields.toml beside this module and from the lists of extract.roles.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.roles import fold, gazetteer

_FORMER = {"former", "ex", "late", "then", "outgoing", "deceased", "onetime"}
_VOID = {
    "the",
    "a",
    "an",
    "current",
    "acting",
    "new",
    "newly",
    "elected",
    "incumbent",
    "his",
    "her",
    "their",
    "its",
}
_LONGEST = 5  # words of a country's name


# what one person at a time is; and every "... minister"
_SINGLE = {
    "president", "vice-president", "prime minister", "chancellor", "king", "queen", "emperor", "leader",
    "pope",
    "state secretary", "supreme leader", "ruler", "secretary-general", "director-general", "crown prince",
    "treasury secretary", "defence secretary", "prosecutor general",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: ``country`` and ``field`` are "" where it does not tell."""

    country: str
    office: str
    former: bool
    field: str

    @property
    def key(self) -> str:
        """What one holder at a time has, "Germany/chancellor"; "" for "the minister", "a Russian aide"."""
        single = self.office in _SINGLE or (
            self.office.endswith(" minister") and not self.office.startswith("deputy")
        )
        if self.country:
            return f"{self.country}/{self.office}" if single else ""
        # "European Council president": an office of a body
        return (
            f"/{self.office}" if len(self.office.split()) > 1 and self.office.split()[-1] in _SINGLE else ""
        )


@dataclass(frozen=True, slots=True)
class Fields:
    """fields.toml: noun -> field, field -> those that it does not go with, seat -> country, words of the
    bodies of a state, and of those that every state has, bodies of one state only, country -> the office
    of its leader, one form of an office.
    """

    of: Mapping[str, str]
    apart: Mapping[str, frozenset[str]]
    seats: Mapping[str, str]
    public: frozenset[str]
    national: frozenset[str]
    only: Mapping[str, str]
    leads: Mapping[str, str]
    same: Mapping[str, str]


@cache
def fields() -> Fields:
    """fields.toml, read once."""
    lists = tomllib.loads((files("graph") / "fields.toml").read_text(encoding="utf-8"))
    return Fields(
        of={noun: field for field, nouns in lists["nouns"].items() for noun in nouns.split()},
        apart={field: frozenset(others.split()) for field, others in lists["apart"].items()},
        seats=lists["seats"],
        public=frozenset(lists["public"]["words"].split()),
        only=lists["only"],
        national=frozenset(lists["national"]["words"].split()),
        leads={
            country.strip(): office
            for office, countries in lists["leads"].items()
            for country in countries.split(";")
        },
        same=lists["same"],
    )


@cache
def title(phrase: str) -> Title | None:
    """What a phrase says of its bearer; None where no noun in it means a person by what it is.

    >>> title("Iran's foreign minister").key
    'Iran/foreign minister'
    """
    country, words = country_in(re.findall(r"[^\s,]+", phrase))
    if words and words[0] in gazetteer().full_names:
        # "UN Secretary-General"
        words[:1] = fold(gazetteer().full_names[words[0]]).split()
    former = not _FORMER.isdisjoint(words)
    office = normal(" ".join(word for word in words if word not in _FORMER | _VOID))
    if office == "leader":
        office = fields().leads.get(country, office)
    noun = office.rsplit(" ", 1)[-1]
    role = gazetteer().roles.get(noun) or gazetteer().roles.get(noun.partition("-")[0])
    if role is None or role.type != "Person":
        return None
    return Title(
        country, office, former, fields().of.get(noun) or fields().of.get(noun.partition("-")[0], "")
    )


def normal(office: str) -> str:
    """One form of an office: "minister of foreign affairs", "foreign minister" -> "foreign minister"."""
    same = fields().same
    office = re.sub(r"\b(secretary|director|vice)[ -](general|president|premier)\b", r"\1-\2", fold(office))
    before, of, after = re.sub(r"\b(?:the|federal|of state council)\b", "", office).strip().partition(" of ")
    if not of:
        before, of, after = before.partition(" for ")
    head = same.get(before, before)
    if not of:
        # "external affairs minister", "defense minister"
        first, _, last = head.rpartition(" ")
        turned = f"{same.get(first, first)} {last}".strip()
        return same.get(turned, turned)
    after = after.strip()
    turned = f"{same.get(after, after)} {head.strip()}"
    return same.get(turned, turned)


def country_in(words: Sequence[str]) -> tuple[str, list[str]]:
    """The country that the words name, whatever its form, and the other words, folded."""
    known = gazetteer()
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            form = re.sub(r"['’]s?$", "", " ".join(words[start : start + size]))
            country = known.adjectives.get(form) or (
                known.countries.get(fold(form)) if form[0].isupper() else None
            )
            if country:
                left = list(words[:start])
                while left and left[-1].lower() in ("of", "for", "the", "to"):
                    left = left[:-1]
                return country, fold(" ".join((*left, *words[start + size :]))).split()
    return "", fold(" ".join(words)).split()
