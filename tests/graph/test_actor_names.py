"""What articles call an actor: keys by which like names meet, and Names that are one in all articles."""

import pytest
from people import Told, article, body, only, person, place

from graph.names import body_words, letters, merged, names, offices_of, person_words, sound, surname


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zelensky", "zelenskyj"), ("selenskyj", "selensky"), ("qaddafi", "kadafi"),
        ("tchaikovsky", "chaikovsky"),
        ("muhammad", "mohammed"),
    ],
)  # fmt: skip
def test_transcriptions_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("merkel", "merz"), ("biden", "bidault"), ("orban", "urban")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("name", "words", "family"),
    [
        ("Lorn, Ida", "ida lorn", "lorn"),
        ("Ida Lorn Jr.", "ida lorn", "lorn"),
        ("Kim Jong-un", "kim jong un", "kim"),
        ("Xi Jinping", "xi jinping", "xi"),
        ("Nicole Kim", "nicole kim", "kim"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan", "erdogan"),
    ],
)
def test_the_family_name_of_a_person(name: str, words: str, family: str) -> None:
    assert person_words(name) == words
    assert surname(words)[0] == family


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US Department of Justice", "United States Justice Department"),
        ("Norwegian Ministry of Foreign Affairs", "Foreign Ministry of Norway"),
        ("UN Security Council", "United Nations Security Council"),
        ("Chilean government", "Government of Chile"),
        ("World Herring Organisation", "World Herring Organization"),
        ("Chilean Ministry of Defence", "Defense Ministry of Chile"),
        ("US White House", "White House"),
        ("US State Department", "State Department"),
        ("Department of State", "State Department"),
        ("German Bundestag", "the Bundestag"),
    ],
)
def test_one_body_has_one_form(one: str, other: str) -> None:
    assert body_words(one, "Organization") == body_words(other, "Organization")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bank of America", "US Bank"),
        ("New Mexico", "Mexico"),
        ("Chilean State Department", "State Department"),
    ],
)
def test_two_bodies_have_two(one: str, other: str) -> None:
    assert body_words(one, "Organization") != body_words(other, "Organization")


def test_an_acronym_is_kept_with_its_name() -> None:
    assert letters("velmar bureau of investigation") == letters("vbi")
    assert letters("kremlin") == "kremlin"


def test_a_full_name_is_one_in_all_articles_that_say_the_same_of_it() -> None:
    told = person("Ida Lorn", "Norwegian President Ida Lorn", "Norwegian President")
    assert only(told, id="a").id == only(told, id="b").id
    assert only(told).id != only(person("Ida Lorn", "surgeon Ida Lorn")).id
    assert only(told).titles == ("Norway/president@2031",)


def test_a_surname_or_title_alone_is_its_articles() -> None:
    for told in (person("Lorn"), person("the Norwegian president")):
        assert only(told, id="a").id != only(told, id="b").id


def test_actors_of_one_article_have_no_name() -> None:
    told = article(
        "a", None, person("the two officials"), person("the mayor"), body("the police"), place("Velmar")
    )
    assert [name.words for name in names(told).values()] == ["velmar"]


def test_what_readings_say_is_joined_in_any_order() -> None:
    one = only(person("Ida Lorn", "President Ida Lorn"), "2031-01-01")
    other = only(person("Ida Lorn", "Ms Ida Lorn", "President Ida Lorn"), "2032-01-01")
    assert merged(one, other) == merged(other, one)
    assert merged(one, other).years == (2031, 2032)


CHILE = (
    place("Chile"),
    body("Chilean Ministry of Defence"),
    person("Ida Lorn", "Chilean President"),
)


@pytest.mark.parametrize(
    ("others", "court", "words"),
    [
        (CHILE, "Supreme Court", "chile supreme court"),
        (CHILE, "Norwegian Supreme Court", "norway supreme court"),
        (CHILE, "Lorn Police Department", "lorn police department"),
        (CHILE, "Velmar Company", "velmar company"),
        ((*CHILE, place("Norway"), place("Peru"), place("Cuba")), "Supreme Court", "supreme court"),
        ((place("Chile"),), "Supreme Court", "supreme court"),
    ],
)
def test_a_body_that_every_state_has_is_that_of_the_articles_country(
    others: tuple[Told, ...], court: str, words: str
) -> None:
    told = article("a", "2031-05-04", body(court), *others)
    assert next(iter(names(told).values())).words == words


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Russia/foreign minister@2025", "Russian foreign minister"),
        ("Russia/foreign minister@2025", "foreign minister of Russia"),
        ("United States/state secretary@2025", "US secretary of state"),
        ("Ukraine/president@", "president of Ukraine"),
    ],
)
def test_an_office_may_be_asked_for(title: str, asked: str) -> None:
    assert asked in offices_of(title)


@pytest.mark.parametrize("title", ["/opposition leader@2025", "/president@", ""])
def test_an_office_of_no_country_is_nobodys(title: str) -> None:
    assert offices_of(title) == ()
