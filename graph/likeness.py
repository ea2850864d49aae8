"""How like two full names of persons are, and why: spelling, forms of a given name, what is said of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from extract.roles import gazetteer
from graph.names import Name, given_names, sound, surname
from graph.titles import fields

LINE = 0.75  # from this score on two full names are one person
_SPELT = 0.8  # likeness of two spellings of one surname of the same sound


@dataclass(frozen=True, slots=True)
class Comparison:
    """How like two Names are, and why: from 0 to 1, one person from LINE on, unless ``apart``."""

    score: float
    reasons: tuple[str, ...]
    apart: bool = False


def compare(a: Name, b: Name) -> Comparison:
    """Two full names of persons: how like the names are, and what is said for and against one bearer."""
    family_a, given_a = surname(a.words)
    family_b, given_b = surname(b.words)
    score, reasons = 1.0, ["the same name"]
    if a.words != b.words:
        spelt = like_family(family_a, family_b)
        alike, how = like_given(given_a, given_b)
        if not spelt or not alike:
            return Comparison(0.0, (how if spelt else "other surnames",), apart=bool(spelt))
        score = spelt * alike
        reasons = ["the same surname" if spelt == 1 else "a surname in two spellings", how]
    offices_ = sorted({key.split("@")[0] for key in a.titles} & {key.split("@")[0] for key in b.titles})
    countries = sorted({*a.countries} & {*b.countries})
    against = [
        (one, other)
        for one in a.fields
        for other in b.fields
        if other in fields().apart.get(one, ()) and not {*a.fields} & {*b.fields}
    ]
    if offices_:
        country, _, office = offices_[0].partition("/")
        score += 0.15
        reasons.append(f"both called {office}{' of ' * bool(country)}{country}")
    elif countries:
        score += 0.1
        reasons.append(f"both of {countries[0]}")
    elif a.countries and b.countries:
        score -= 0.15
        reasons.append(f"one of {a.countries[0]}, one of {b.countries[0]}")
    if against and not offices_:
        score -= 0.3
        reasons.append(f"one known in {against[0][0]}, one in {against[0][1]}")
    score = round(min(score, 1.0), 2)
    return Comparison(
        score, tuple(reasons), apart=score < LINE and (bool(against) or bool(a.countries and b.countries))
    )


def like_family(one: str, other: str) -> float:
    """How like two surnames of one sound are; 0 if they are two."""
    if one == other:
        return 1.0
    if sound(one) != sound(other) or (one[0] != other[0] and one[0] not in "vwykjqc"):
        return 0.0
    return 0.95 if Levenshtein.normalized_similarity(one, other) >= _SPELT else 0.0


def like_given(one: Sequence[str], other: Sequence[str]) -> tuple[float, str]:
    """How like given names are (left out, by initial, spelt otherwise, forms of one); 0 for two names."""
    short, long = sorted((tuple(one), tuple(other)), key=lambda words: (len(words), words))
    if "".join(short) == "".join(long):
        return 1.0, "the same given name"
    known = gazetteer().first_names
    genders = {known.get(short[0]), known.get(long[0])} - {None}
    if len(genders) == 2:
        return 0.0, "given names of a man and of a woman"
    rest, least, how = list(long), 0.95, "a middle name left out"
    for word in short:
        best, reason, match = max(
            ((*_forms(word, each), each) for each in rest), key=lambda row: (row[0], row[2])
        )
        if not best:
            return 0.0, f"other given names: {' '.join(short)}, {' '.join(long)}"
        rest.remove(match)
        if best < least:
            least, how = best, reason
    # "Jose Maria Lopez", "Maria Lopez": the first of the given names is the one that is used
    if short and long and _forms(short[0], long[0])[0] == 0 and len(short) == 1:
        least = min(least, 0.7)
    return least, how


def _forms(one: str, other: str) -> tuple[float, str]:
    if one == other:
        return 1.0, "the same given name"
    if min(len(one), len(other)) <= 2 and one[0] == other[0]:
        return 0.7, f"{one} may stand for {other}" if len(one) < len(
            other
        ) else f"{other} may stand for {one}"
    known = given_names()
    if known.get(one, frozenset()) & known.get(other, frozenset()):
        return 0.85, f"{one} and {other} are forms of one given name"
    if one[0] == other[0] and sound(one) == sound(other) and fuzz.ratio(one, other) >= 70:
        return 0.9, f"{one} and {other} are spelt alike"
    return 0.0, "other given names"
