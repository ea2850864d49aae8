"""What a page says of its article: publication date, outlet, address; from header lines and datelines.

Nothing is guessed. A date counts only where a line says little else, where it is labelled ("Published: ..."),
or in a dateline with its year ("MOSCOW, Aug. 5, 2025 (AP) -"); "03/04/2025", which is March to some and April
to others, is no date.
"""

import datetime
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LONGEST_PLACE = 3  # words of the place in a dateline
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/](?P<number>\d\d)[-/](?P<day>\d\d)(?!\d)",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>(?:19|20)\d\d)\b",
        r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)",
    )
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?"
_LABEL = re.compile(
    rf"\W*(?:first |originally )?(?:published|posted|date|dated)\b(?: on| at)?\W*(?:{_WEEKDAY})?\W*", re.I
)
_BEFORE = re.compile(rf"\W*(?:{_WEEKDAY})?\W*|(?:by )?[^.!?]{{2,60}}[|·•–—]\s*(?:{_WEEKDAY}\s*)?", re.I)
_AFTER = re.compile(
    r"(?:[\s,.\-–|·•/()T]|\bat\b|\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?|\b\d{1,2}(?=\s*[ap]\.?m\b)|[ap]\.?m\b\.?"
    r"|\b(?:GMT|UTC|Z|[A-Z]{2,4}T|local time)\b|[+-]\d{1,2}:?\d{2}|Z\b"
    r"|\b(?:last )?(?:updated|modified)\b.*)*",
    re.I,
)
_AGE = re.compile(
    r"\W*(?:(?:an?|one|\d+)\s*(?:seconds?|secs?|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?)\s+ago"
    r"|yesterday|just now)\W*",
    re.I,
)
_BYLINE = re.compile(
    r"(?:by|from|story by|written by|author:)\s+(?:[A-Z][\w.’'-]*|and|in|for|,|&|of|the|\s|[|·•–—/-])+"
)
_FIELD = re.compile(
    r"(?P<key>title|headline|source|outlet|publisher|url|link|published|date|author|section|tags)"
    r"\s*[:=]\s*(?P<value>\S.*)",
    re.I,
)
_ADDRESS = re.compile(r"https?://\S+", re.I)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][^()\n—–]{1,60}?)\s*(?:\((?P<agency>[A-Z][\w .&/’'-]{1,30})\))?\s*"
    r"(?:[—–]|-{1,2}(?=\s))\s*(?=[^a-z\s])"  # "NATO — the alliance" is none
)
_OUTLET = re.compile(
    r"(?:more from|copyright(?: ©)?|©|\(c\))\s*(?:(?:19|20)\d\d)?\s*(?P<name>[A-Z][\w.&’' -]{1,40}?)"
    r"(?:[.,|]|\s+all rights reserved).*"
    r"|(?:more from|©)\s+(?:(?:19|20)\d\d\s+)?(?P<whole>[A-Z][\w.&’' -]{1,40})",
    re.I,
)


@cache
def boilerplate(section: str) -> frozenset[str]:
    """The entries of one section of boilerplate.toml."""
    with (Path(__file__).parent / "boilerplate.toml").open("rb") as file:
        return frozenset(tomllib.load(file)[section])


def parse_date(text: str) -> datetime.date | None:
    """The first calendar day in ``text`` that can be read in one way only."""
    match = _match_date(text)
    return _day(match) if match else None


def published(line: str) -> datetime.date | None:
    """The day of a line that gives little else: "August 01, 2025 05:26 PM", "Published: 1 May 2025"."""
    match = _match_date(line)
    if not match:
        return None
    before, after = line[: match.start()], line[match.end() :]
    if _LABEL.fullmatch(before) or (_BEFORE.fullmatch(before) and _AFTER.fullmatch(after)):
        return _day(match)
    return None


def is_labelled(line: str) -> bool:
    """Whether the date of the line is called its publication date."""
    match = _match_date(line)
    return bool(match and _LABEL.fullmatch(line[: match.start()]))


def is_age(line: str) -> bool:
    """ "16 minutes ago", "an hour ago"."""
    return bool(_AGE.fullmatch(line))


def is_byline(line: str) -> bool:
    """ "By Jane Doe and John Roe", with nothing written in small letters but joining words."""
    match = _BYLINE.match(line[:1].lower() + line[1:])
    return bool(match and match.end() == len(line)) and len(line.split()) <= 14


def opens(line: str) -> bool:
    """Whether a header line is of those that open an article: its date, its age or its author."""
    return bool(published(line) or is_age(line) or is_byline(line))


def field(line: str) -> tuple[str, str] | None:
    """The key, in small letters, and the value of a line such as "Source: The Courier"."""
    match = _FIELD.fullmatch(line)
    return (match["key"].lower(), match["value"].strip().strip("\"'")) if match else None


def address(line: str) -> str | None:
    """The http(s) address that a line is."""
    return line if _ADDRESS.fullmatch(line) else None


def outlet(line: str) -> str | None:
    """The outlet that a line names: "The Evening Courier", "More from X", "© 2025 X. All rights reserved"."""
    match = _OUTLET.fullmatch(line)
    if match:
        return (match["name"] or match["whole"]).strip()
    words = line.split()
    named = 2 <= len(words) <= 5 and all(word[:1].isupper() or word in ("of", "the", "and") for word in words)
    is_section = all(word.lower() in boilerplate("sections") for word in words)
    return line if named and words[-1].lower() in boilerplate("outlets") and not is_section else None


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence of an article; ``end`` is where that sentence begins."""

    place: str
    day: datetime.date | None
    agency: str | None
    end: int


def dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens a paragraph: "MOSCOW, Aug. 5, 2025 (AP) - ..."; None where none does."""
    match = _DATELINE.match(paragraph)
    if not match:
        return None
    place = match["place"].split(",")[0].strip()
    if not (place.isupper() or (match["agency"] and "," in match["place"])):
        return None
    if len(place.split()) > LONGEST_PLACE or place.lower() in boilerplate("labels"):
        return None
    return Dateline(place, parse_date(match["place"]), match["agency"], match.end())


def _match_date(text: str) -> re.Match[str] | None:
    found = [match for pattern in _DATES if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start(), default=None)


def _day(match: re.Match[str]) -> datetime.date | None:
    part = match.groupdict()
    if part.get("month"):
        month, day = MONTHS.index(part["month"][:3].lower()) + 1, int(part["day"])
    elif part.get("number"):
        month, day = int(part["number"]), int(part["day"])
    else:
        first, second = int(part["first"]), int(part["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (second, first) if first > 12 else (first, second)
    try:
        return datetime.date(int(part["year"]), month, day)
    except ValueError:
        return None
