"""Dates: which words tell one, and what they mean on the day of the article."""

import datetime

import pytest

from extract.annotation import Date, DatePrecision
from extract.dates import dates, resolve

WEDNESDAY = datetime.date(2024, 5, 15)


def find(text: str, published: datetime.date | None = WEDNESDAY) -> list[Date]:
    return [date for _, _, date in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value", "precision"),
    [
        ("They met on Friday.", "on Friday", "2024-05-10", "day"),
        ("They met on Wednesday.", "on Wednesday", "2024-05-15", "day"),
        ("They met last Wednesday.", "last Wednesday", "2024-05-08", "day"),
        ("They will meet next Monday.", "next Monday", "2024-05-20", "day"),
        ("They met yesterday.", "yesterday", "2024-05-14", "day"),
        ("They meet tomorrow.", "tomorrow", "2024-05-16", "day"),
        ("They spoke tonight.", "tonight", "2024-05-15", "day"),
        ("They met three days ago.", "three days ago", "2024-05-12", "day"),
        ("They met on May 9, 2023.", "May 9, 2023", "2023-05-09", "day"),
        ("They met on 9 May 2023.", "9 May 2023", "2023-05-09", "day"),
        ("They met on March 3.", "March 3", "2024-03-03", "day"),
        ("They met on December 3.", "December 3", "2023-12-03", "day"),
        ("They met in May 2022.", "in May 2022", "2022-05-01", "month"),
        ("They met in March.", "in March", "2024-03-01", "month"),
        ("They met last month.", "last month", "2024-04-01", "month"),
        ("They met two months ago.", "two months ago", "2024-03-01", "month"),
        ("They met in 2019.", "in 2019", "2019-01-01", "year"),
        ("They met last year.", "last year", "2023-01-01", "year"),
        ("They met on 2023-02-01.", "2023-02-01", "2023-02-01", "day"),
    ],
)
def test_a_date_is_resolved(text: str, words: str, value: str, precision: DatePrecision) -> None:
    assert find(text) == [Date(words, datetime.date.fromisoformat(value), precision)]


@pytest.mark.parametrize(
    ("words", "last", "nearest"),
    [
        ("on Friday", "2024-05-10", "2024-05-17"),
        ("Wednesday", "2024-05-15", "2024-05-15"),
        ("this Monday", "2024-05-13", "2024-05-20"),
        ("last Monday", "2024-05-13", "2024-05-13"),
        ("June 12", "2023-06-12", "2024-06-12"),
        ("in July", "2023-07-01", "2024-07-01"),
        ("May 9", "2024-05-09", "2024-05-09"),  # a week ago: the plan was of then
        ("May 15", "2024-05-15", "2024-05-15"),
        ("June 12, 2023", "2023-06-12", "2023-06-12"),
        ("yesterday", "2024-05-14", "2024-05-14"),
    ],
)
def test_what_is_to_come_may_be_ahead(words: str, last: str, nearest: str) -> None:
    found = resolve(words, WEDNESDAY), resolve(words, WEDNESDAY, ahead=True)
    assert [str(day) for day in found] == [last, nearest]


@pytest.mark.parametrize(
    "words", ["on Friday", "yesterday", "last month", "March 3", "in March", "two years ago"]
)
def test_without_a_day_to_count_from_a_date_stays_words(words: str) -> None:
    assert find(f"They met {words}.", None) == [Date(words, None, None)]


@pytest.mark.parametrize("text", ["They met last week.", "They met this summer."])
def test_what_names_no_day_month_or_year_stays_words(text: str) -> None:
    (date,) = find(text)
    assert (date.value, date.precision) == (None, None)


def test_an_absolute_date_needs_no_day_to_count_from() -> None:
    assert find("They met on May 9, 2023.", None) == [Date("May 9, 2023", datetime.date(2023, 5, 9), "day")]


@pytest.mark.parametrize(
    "text",
    [
        "May said so.",
        "She may march.",
        "He sold 2000 shares.",
        "Room 1984 burned.",
        "Meet the press.",
        "",
        "Sun",
    ],
)
def test_no_date(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text", ["They met on Friday, May 10.", "In 2019 and on 3 May 2023 they met yesterday."]
)
def test_the_words_are_where_it_says(text: str) -> None:
    for start, end, date in dates(text, WEDNESDAY):
        assert text[start:end] == date.words


def test_a_day_that_does_not_exist_stays_words() -> None:
    assert find("They met on February 30, 2023.") == [Date("February 30, 2023", None, None)]
