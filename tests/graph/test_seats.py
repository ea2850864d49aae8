"""Places that act for a government, and those that do not."""

from dataclasses import replace

import pytest
from people import Told, article, body, person, place

from extract.annotation import Relation
from graph.names import names
from graph.seats import acting, governed
from tests.graph.test_growth import says


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("russia", "Russia"), ("moscow", "Russia"), ("kremlin", "Russia"), ("kyiv", "Ukraine"),
        ("kiev", "Ukraine"),
        ("white house", "United States"), ("velmar", None), ("munich", None), ("europe", None),
    ],
)  # fmt: skip
def test_for_which_country_a_place_acts(words: str, country: str | None) -> None:
    assert governed(words) == country


@pytest.mark.parametrize(
    ("told", "country"),
    [
        (place("Moscow"), "Russia"),
        (body("Kremlin"), "Russia"),
        (place("Munich"), None),
        (person("Paris Lorn"), None),
    ],
)
def test_who_speaks_acts(told: Told, country: str | None) -> None:
    silent = article("a", None, told)
    assert not acting(silent, names(silent))
    assert list(acting(says(silent), names(silent)).values()) == ([country] if country else [])


def test_who_meets_or_is_accused_acts() -> None:
    told = article("a", None, place("Moscow"), place("Kyiv"), place("Beijing"))
    words = told.article.span(0, 3)
    accused = Relation("r", "ACCUSED", told.entities[0].id, told.entities[1].id, "asserted", words, words)
    assert {*acting(replace(told, relations=(accused,)), names(told)).values()} == {"Russia", "Ukraine"}
