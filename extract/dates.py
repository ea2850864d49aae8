"""Dates: the words of a sentence that say when, resolved against the day the article was published.

What the words look like is decided here, what they mean by dateparser, with everything that it would guess
switched off: English only, never the system clock, and no date at all where the words need a day to count
from ("on Friday") and the article's is not known.
"""

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from dateparser.date import DateDataParser

from extract.annotation import Date, DatePrecision

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_SINCE = r"(?:in|since|until|by|during|before|after)"
_COUNT = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"

# precision of what the words say, and their form; the first that fits at a place wins
_FORMS: tuple[tuple[DatePrecision | None, str], ...] = (
    ("day", rf"{_YEAR}-\d\d-\d\d"),
    ("day", rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY},? {_YEAR}"),
    ("day", rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY}(?: of)? {_MONTH},? {_YEAR}"),
    ("day", rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?!\d|:)"),
    ("day", rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY}(?: of)? {_MONTH}"),
    ("month", rf"(?:{_SINCE} )?(?:(?:early|mid|late)[ -])?{_MONTH},? (?:of )?{_YEAR}"),
    ("month", rf"(?:last|next|this) {_MONTH}"),
    ("day", rf"(?:(?:last|next|this|on) )?{_WEEKDAY}"),
    ("day", r"(?:the day before yesterday|the day after tomorrow|yesterday|today|tonight|tomorrow)"),
    ("day", rf"{_COUNT} (?:days?|weeks?) ago"),
    ("month", rf"{_COUNT} months? ago"),
    ("year", rf"{_COUNT} years? ago"),
    ("month", r"(?:last|next|this) month"),
    ("year", r"(?:last|next|this) year"),
    (None, r"(?:earlier |later )?(?:last|next|this) (?:week|weekend|spring|summer|autumn|fall|winter)"),
    (None, r"(?:earlier|later) (?:today|this (?:month|year)|that day)"),
    (
        "month",
        rf"(?:in |since |until |by |during |before |after |early |mid-|late )(?:early |mid-|late )?{_MONTH}",
    ),
    (
        "year",
        rf"(?:in|since|until|by|during|before|after|early|late) (?:early |mid-|late )?{_YEAR}(?![-\d%])",
    ),
)
_PATTERN = re.compile("|".join(rf"(?P<f{i}>\b{form}(?!\w))" for i, (_, form) in enumerate(_FORMS)))
# what goes before a date and is no part of it for dateparser
_LEADING = re.compile(
    r"^(?:in|since|until|by|during|before|after|on|the|of|early|mid|late)[ -]", re.IGNORECASE
)
_RELATIVE_MONTH = re.compile(rf"(?P<which>last|next|this) (?P<what>month|year|{_MONTH})$")
_WEEK_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def dates(text: str, published: datetime.date | None) -> Iterator[tuple[int, int, Date]]:
    """The dates that the text tells of, in its order: where their words start and end, and the Date.

    ``published`` is the day to count from; without it "yesterday", "May 9" and "on Friday" stay words.
    """
    for match in _PATTERN.finditer(text):
        precision = _FORMS[int((match.lastgroup or "f0")[1:])][0]
        words = match.group()
        value = resolve(words, published) if precision else None
        yield match.start(), match.end(), Date(words, value, precision if value else None)


def resolve(words: str, published: datetime.date | None, ahead: bool = False) -> datetime.date | None:
    """The day that the words mean (of a month or a year: its first), None where that is not known.

    ``ahead``: it may be a day to come; "May 9" is then the nearest one, "on Friday" the next, else the last.
    """
    core = words
    while _LEADING.match(core):
        core = _LEADING.sub("", core)
    core = core.replace("tonight", "today")
    absolute = re.search(_YEAR, core) is not None
    if not absolute and published is None:
        return None
    if re.fullmatch(_YEAR, core):
        return datetime.date(int(core), 1, 1)
    if published and (relative := _RELATIVE_MONTH.match(core)):
        return _shifted(relative["which"], relative["what"], published)
    if published and (weekday := _weekday(core)) is not None:
        return _day_of_week(core, weekday, published, ahead)
    day = published or datetime.date(2000, 1, 1)
    found = [_parser(day, future).get_date_data(core).date_obj for future in {False, ahead}]
    days: list[datetime.date] = [moment.date() for moment in found if moment is not None]
    if not days:
        return None
    value = min(days, key=lambda one: abs(one - day))
    if re.search(r"months? ago", core):
        value = value.replace(day=1)
    if re.search(r"years? ago", core):
        value = value.replace(month=1, day=1)
    return value


@lru_cache(maxsize=64)
def _parser(day: datetime.date, future: bool) -> DateDataParser:
    """dateparser, counting back or ahead from the day and guessing nothing else."""
    return DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.datetime.combine(day, datetime.time()),
            "PREFER_DATES_FROM": "future" if future else "past",
            "PREFER_DAY_OF_MONTH": "first",
            "DATE_ORDER": "MDY",
            "NORMALIZE": True,
            "PARSERS": ["relative-time", "absolute-time"],
        },
    )


def _weekday(words: str) -> int | None:
    name = words.split()[-1].lower()
    return _WEEK_DAYS.index(name) if name in _WEEK_DAYS else None


def _day_of_week(words: str, weekday: int, published: datetime.date, ahead: bool) -> datetime.date:
    """News names the days around its own: the last such day, the day itself included; "next" looks ahead."""
    back = (published.weekday() - weekday) % 7
    if words.lower().startswith("next"):
        return published + datetime.timedelta(days=7 - back)
    if ahead and not words.lower().startswith("last"):
        return published + datetime.timedelta(days=-back % 7)
    if words.lower().startswith("last") and back == 0:
        back = 7
    return published - datetime.timedelta(days=back)


def _shifted(which: str, what: str, published: datetime.date) -> datetime.date | None:
    step = {"last": -1, "this": 0, "next": 1}[which]
    if what == "year":
        return datetime.date(published.year + step, 1, 1)
    if what == "month":
        month = published.year * 12 + published.month - 1 + step
        return datetime.date(month // 12, month % 12 + 1, 1)
    number = resolve(f"{what} {published.year}", None)
    if number is None:
        return None
    if which == "last" and number.month >= published.month:
        return number.replace(year=number.year - 1)
    if which == "next" and number.month <= published.month:
        return number.replace(year=number.year + 1)
    return number
