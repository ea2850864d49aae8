"""The dated table of offices."""

import datetime

import pytest
from people import only, person

from graph.offices import known_holder, offices


@pytest.mark.parametrize(
    ("key", "day", "holder"),
    [
        ("United States/president", "2016-05-01", "Barack Obama"),
        ("United States/president", "2019-05-01", "Donald Trump"),
        ("United States/president", "2022-05-01", "Joe Biden"),
        ("United States/president", "2025-08-01", "Donald Trump"),
        ("Germany/chancellor", "2025-08-01", "Friedrich Merz"),
        ("Germany/chancellor", "2025-05-06", "Friedrich Merz"),
        ("Ukraine/foreign minister", "2023-07-01", "Dmytro Kuleba"),
        ("/united nations secretary-general", "2005-03-01", "Kofi Annan"),
        ("Japan/prime minister", "2007-12-01", "Yasuo Fukuda"),
        ("South Korea/president", "2025-07-01", "Lee Jae-myung"),
        ("Austria/chancellor", "2020-06-01", "Sebastian Kurz"),
        ("United Kingdom/foreign minister", "2017-03-01", "Boris Johnson"),
        ("United States/president", "1850-01-01", None),
        ("Velmar/president", "2025-01-01", None),
    ],
)
def test_who_held_an_office_on_a_day(key: str, day: str, holder: str | None) -> None:
    term = offices().holder(key, datetime.date.fromisoformat(day))
    assert (term.person if term else None) == holder


def test_the_table_is_silent_about_late_days_of_open_terms() -> None:
    term = offices().holder("Norway/prime minister", datetime.date(2024, 6, 1))
    assert term
    assert term.is_certain(datetime.date(2024, 6, 1))
    assert not term.is_certain(datetime.date(2030, 6, 1))


@pytest.mark.parametrize(
    ("name", "aliases", "wikidata"),
    [
        ("Vladimir Zelensky", ("Ukrainian President Vladimir Zelensky",), "Q3874799"),
        ("Volodymyr Zelenskyy", ("President of Ukraine",), "Q3874799"),
        ("Angela Merkel", ("Chancellor Angela Merkel",), "Q567"),
        ("Angela Merkel", ("Chilean nurse Angela Merkel",), None),
        ("Angela Merkel", (), "Q567"),
        ("Angela Merkel", ("nurse Angela Merkel",), None),
        ("A. Merkel", (), None),
        ("Ida Lorn", ("Ukrainian President Ida Lorn",), None),
    ],
)
def test_a_person_is_found_by_name_and_office(
    name: str, aliases: tuple[str, ...], wikidata: str | None
) -> None:
    term = known_holder([only(person(name, *aliases))])
    assert (term.wikidata if term else None) == wikidata
