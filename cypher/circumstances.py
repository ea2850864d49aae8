"""When and how many: what a question says besides its form: "in August", "since the summit", "latest".

    words of a question -> Circumstances(since, until, order, limit) and the words that are left

Days are inclusive. A month without a year is the last such month that the newest article of the graph may
tell of; "last week" is the week before today.
"""

import calendar
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cypher.words import Word

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
EARLIEST = {"first", "earliest", "oldest"}
LATEST = {"last", "latest", "newest"}
PEOPLE = {"person", "people", "one", "leader", "politician", "country", "official"}
_IN, _SINCE, _UNTIL = {"in", "during", "on", "within", "of"}, {"since", "from"}, {"until", "till", "by"}
_DAY = datetime.timedelta(days=1)
Days = tuple[datetime.date, datetime.date]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What was understood; ``told`` says it in words, one entry for each."""

    since: datetime.date | None = None
    until: datetime.date | None = None
    order: str | None = None
    limit: int | None = None
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are understood by: today, the day of the newest article, and the days of events."""

    today: datetime.date
    newest: Callable[[], datetime.date]
    event: Callable[[Sequence[Word]], datetime.date | None]


def timed(asked: Sequence[Word], known: Calendar) -> tuple[Circumstances, tuple[Word, ...]]:
    """The days that the question is about, and its words without them."""
    for at in range(len(asked)):
        if found := _period(asked, at, known):
            since, until, end = found
            told = f"{' '.join(word.text for word in asked[at:end])}: {_told(since, until)}"
            return Circumstances(since, until, told=(told,)), (*asked[:at], *asked[end:])
    return Circumstances(), tuple(asked)


def ordered(asked: Sequence[Word], before: Circumstances) -> tuple[Circumstances, tuple[Word, ...]]:
    """Whether the first or the latest is asked for, how many, and the words without that."""
    for at, word in enumerate(asked):
        text, end = word.folded, at + 1
        if text == "most" and end < len(asked) and asked[end].folded in ("recent", "recently"):
            text, end = "last", end + 1
        if text in ("recently", "lately"):
            return replace(before, order="last", told=(*before.told, "the latest come first")), (
                *asked[:at],
                *asked[end:],
            )
        if text not in EARLIEST | LATEST:
            continue
        count = 1
        if end < len(asked) and (number := _number(asked[end].folded)):
            count, end = number, end + 1
        start = at
        # "who was the first to accuse": who accuse
        if end < len(asked) and asked[end].folded in PEOPLE and asked[end + 1 : end + 2]:
            end += asked[end + 1].folded == "to"
        if (
            asked[end : end + 1]
            and asked[end].folded == "to"
            and at
            and asked[at - 1].folded in ("is", "was")
        ):
            start, end = at - 1, end + 1
        if asked[end : end + 1] and asked[end].folded == "time":
            end += 1
        order = "first" if text in EARLIEST else "last"
        told = f"{'the earliest' if order == 'first' else 'the latest'}{f' {count}' if count > 1 else ''}"
        return replace(before, order=order, limit=count, told=(*before.told, told)), (
            *asked[:start],
            *asked[end:],
        )
    return before, tuple(asked)


def _number(text: str) -> int | None:
    return NUMBERS.get(text) or (int(text) if text.isdigit() and 1 < int(text) < 100 else None)


def _told(since: datetime.date | None, until: datetime.date | None) -> str:
    if since and until:
        return str(since) if since == until else f"{since} to {until}"
    return f"since {since}" if since else f"until {until}"


def _period(
    asked: Sequence[Word], at: int, known: Calendar
) -> tuple[datetime.date | None, datetime.date | None, int] | None:
    """The period that begins at this word: its first and last day, and the word after it."""
    word = asked[at].folded
    if found := _relative(asked, at + (word in _IN), known):
        (first, last), end = found
        return first, last, end
    if word in ("between", "from"):
        if (one := _date(asked, at + 1, known)) and asked[one[1] : one[1] + 1]:
            joined = asked[one[1]].folded in ({"and"} if word == "between" else {"to", "until", "till"})
            if joined and (other := _date(asked, one[1] + 1, known)):
                return one[0][0], other[0][1], other[1]
        if word == "between":
            return None
    if word not in {*_IN, *_SINCE, *_UNTIL, "before", "after"}:
        return None
    found = _date(asked, at + 1, known)
    if found is None and word in ("since", "after", "before"):
        day = known.event(asked[at + 1 :]) if asked[at + 1 :] else None
        found = ((day, day), len(asked)) if day else None
    if found is None:
        return None
    (first, last), end = found
    if word in _SINCE:
        return first, None, end
    if word == "after":
        return last + _DAY, None, end
    if word == "before":
        return None, first - _DAY, end
    return (None, last, end) if word in _UNTIL else (first, last, end)


def _relative(asked: Sequence[Word], at: int, known: Calendar) -> tuple[Days, int] | None:
    """ "Yesterday", "last week", "this year", "the last 10 days"."""
    texts = [word.folded for word in asked[at : at + 3]] + [""] * 3
    if texts[0] in ("today", "yesterday"):
        day = known.today - _DAY * (texts[0] == "yesterday")
        return (day, day), at + 1
    if texts[0] not in ("last", "past", "this", "previous"):
        return None
    this = texts[0] == "this"
    number = _number(texts[1])
    unit = texts[2].removesuffix("s") if number else texts[1]
    end = at + (3 if number else 2)
    if number and unit in ("day", "week", "month", "year"):
        days = {"day": 1, "week": 7, "month": 30, "year": 365}[unit] * number
        return (known.today - _DAY * days, known.today), end
    if unit == "week":
        monday = known.today - _DAY * known.today.weekday()
        return ((monday, known.today) if this else (monday - 7 * _DAY, monday - _DAY)), end
    if unit == "month":
        day = known.today if this else known.today.replace(day=1) - _DAY
        return _month(day.year, day.month), end
    if unit == "year":
        year = known.today.year - (not this)
        return (datetime.date(year, 1, 1), datetime.date(year, 12, 31)), end
    return None


def _date(asked: Sequence[Word], at: int, known: Calendar) -> tuple[Days, int] | None:
    """A year, a month, a day of a month, 2031-03-03: its days, and the word after it."""
    texts = [word.folded for word in asked[at : at + 4]] + [""] * 4
    if texts[0] == "year" and _year(texts[1]):
        return _date(asked, at + 1, known)
    if (year := _year(texts[0])) and texts[1].isdigit() and texts[2].isdigit():
        return _days(year, int(texts[1]), int(texts[2]), at + 3)
    if year:
        return (datetime.date(year, 1, 1), datetime.date(year, 12, 31)), at + 1
    if (day := _ordinal(texts[0])) and texts[1 + (texts[1] == "of")] in MONTHS:
        shift = 1 + (texts[1] == "of")
        month, year = MONTHS[texts[shift]], _year(texts[shift + 1])
        return _days(year or _latest(month, known), month, day, at + shift + 1 + bool(year))
    if texts[0] not in MONTHS:
        return None
    month = MONTHS[texts[0]]
    if day := _ordinal(texts[1]):
        year = _year(texts[2])
        return _days(year or _latest(month, known), month, day, at + 2 + bool(year))
    year = _year(texts[1])
    return _month(year or _latest(month, known), month), at + 1 + bool(year)


def _year(text: str) -> int | None:
    return int(text) if len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2100 else None


def _ordinal(text: str) -> int | None:
    digits = text.rstrip("stndrh")
    return int(digits) if digits.isdigit() and len(digits) < 3 and 1 <= int(digits) <= 31 else None


def _latest(month: int, known: Calendar) -> int:
    """The year of the last such month that is not after the newest article."""
    newest = known.newest()
    return newest.year - (month > newest.month)


def _month(year: int, month: int) -> Days:
    return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])


def _days(year: int, month: int, day: int, end: int) -> tuple[Days, int] | None:
    try:
        found = datetime.date(year, month, day)
    except ValueError:
        return None
    return (found, found), end
