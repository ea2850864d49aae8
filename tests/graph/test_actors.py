"""What an actor is called, and its type."""

import pytest
from people import Told, body, only, person, place

from graph.actors import actors, best, body_type


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        (["Peña", "Jose Pena", "José Peña"], "José Peña"),
        (["JOSE PENA", "Jose Pena"], "Jose Pena"),
        (["Ida Lorn", "Ida Maria Lorn", "Lorn"], "Ida Maria Lorn"),
    ],
)
def test_the_best_spelling(forms: list[str], name: str) -> None:
    assert best(forms) == best(reversed(forms)) == name
    assert best(forms, usual=forms[0]) == forms[0]


@pytest.mark.parametrize(
    ("words", "type"),
    [
        ("russia", "Place"),
        ("kyiv", "Place"),
        ("kremlin", "Organization"),
        ("velmar", None),
        ("english channel", None),
    ],
)
def test_what_the_tables_know_of_a_type(words: str, type: str | None) -> None:
    assert body_type(words) == type


@pytest.mark.parametrize(
    ("told", "name", "type"),
    [
        ((place("Kremlin"), body("Kremlin")), "Kremlin", "Organization"),
        ((body("US"), place("United States")), "United States", "Place"),
        ((body("the Russian government"),), "Government of Russia", "Organization"),
        ((person("Ida Lorn"), person("Lorn")), "Ida Lorn", "Person"),
    ],
)
def test_a_set_of_names_is_an_actor(told: tuple[Told, ...], name: str, type: str) -> None:
    ours = sorted(
        (only((each[0], each[1].removeprefix("the "), each[2])) for each in told), key=lambda name: name.id
    )
    [actor] = actors([ours], set(), {})
    assert (actor.name, actor.type, actor.names) == (name, type, tuple(each.id for each in ours))
