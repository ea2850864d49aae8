"""Which names of an article are one actor."""

import pytest

from extract.annotation import Article, EntityType, Mention, Paragraph
from extract.roles import fold
from extract.variants import abbreviates, canonical, variants


def groups(type_: EntityType, text: str, *names: str) -> list[list[str]]:
    """The names, found in the text one after the other, in groups."""
    article = Article("id", "a.txt", 0, len(text), text, (Paragraph(0, len(text), "body"),))
    found, at = [], 0
    for name in names:
        at = text.index(name, at)
        found.append(Mention(article.span(at, at + len(name)), "name", type_))
        at += len(name)
    return [[name.span.text for name in group] for _, group in variants(found, article)]


@pytest.mark.parametrize(
    ("type_", "names"),
    [
        ("Person", ["Anna Berg", "Berg"]),
        ("Person", ["Berg", "Anna Berg"]),
        ("Person", ["Anna Berg", "Anna"]),
        ("Person", ["Anna Maria Berg", "Anna Berg", "A. Berg"]),
        ("Person", ["Aleksandr Dahl", "Alexander Dahl"]),
        ("Person", ["Anna Ladin", "Anna Laden"]),
        ("Person", ["Carl Lund Jr.", "Carl Lund"]),
        ("Person", ["Zoë Lünd", "Zoe Lund"]),
        ("Organization", ["World Mill Union", "WMU"]),
        ("Organization", ["Red Harbour Company", "Red Harbour"]),
        ("Organization", ["House Mill Committee", "Mill Committee"]),
        ("Organization", ["Mill Committee of Norway", "Mill Committee"]),
        ("Organization", ["US Mill Office", "United States Mill Office"]),
        ("Organization", ["United States Mill Office", "MO"]),
        ("Place", ["Heath International Airport", "Heath Airport"]),
        ("Place", ["U.S.", "United States"]),
        ("Place", ["Britain", "the UK"]),
    ],
)
def test_variants_of_a_name_are_one(type_: EntityType, names: list[str]) -> None:
    assert groups(type_, " and ".join(names), *names) == [names]


@pytest.mark.parametrize(
    ("type_", "names"),
    [
        ("Person", ["Anna Berg", "Carl Berg"]),
        ("Person", ["Anna Berg", "Anna Lund"]),
        ("Person", ["Anna Berg", "Anton Berg"]),
        ("Organization", ["Mill Committee", "Harbour Committee", "Committee"]),
        ("Organization", ["Norway", "Norway Mill Office"]),
        ("Place", ["Norway", "Sweden"]),
        ("Place", ["North Korea", "South Korea"]),
    ],
)
def test_different_names_stay_apart(type_: EntityType, names: list[str]) -> None:
    assert groups(type_, " and ".join(names), *names) == [[name] for name in names]


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("TfL", "Transport for London", True),
        ("PKK", "Kurdistan Workers' Party", True),
        ("Lumo", "Zefor Lumo Works", True),
        ("Zelum", "Zefor Lumo Works", True),
        ("Paris", "Agency for Space", False),
        ("Works2", "Zefor Lumo Works", False),
        ("umo", "Zefor Lumo Works", False),
    ],
)
def test_what_may_stand_for_a_name_in_brackets(short: str, long: str, expected: bool) -> None:
    assert abbreviates(short, long) == expected


def test_acronym_in_brackets_means_the_name_before_it() -> None:
    names = ["Mill Workers of the North", "ZQ", "ZQ"]
    assert groups("Organization", "Mill Workers of the North (ZQ) met. ZQ paid.", *names) == [names]


def test_acronym_in_the_next_sentence_does_not() -> None:
    assert len(groups("Organization", "Mill Workers met. (ZQ paid.)", "Mill Workers", "ZQ")) == 2


def test_of_two_bearers_of_a_surname_the_last_named_is_meant() -> None:
    names = ["Anna Berg", "Carl Berg", "Berg"]
    assert groups("Person", "Anna Berg met Carl Berg. Berg paid.", *names) == [
        ["Anna Berg"],
        ["Carl Berg", "Berg"],
    ]


def test_canonical_name_is_the_fullest() -> None:
    def name(text: str) -> Mention:
        return Mention(Article("", "", 0, 0, text, ()).span(0, len(text)), "name", "Person")

    assert canonical([name("Berg"), name("Anna Berg"), name("Berg")]) == "Anna Berg"
    assert canonical([name("OSLO FJORD"), name("Oslo Fjord")]) == "Oslo Fjord"
    assert canonical([name("the U.S."), name("America")]) == "United States"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelensky", "Zelenskiy"),
        ("Sergei", "Sergei's"),
        ("The Hague", "Hague"),
        ("J.D. Lund", "JD Lund"),
        ("Łukasz Ødegård", "Lukasz Odegard"),
        ("Jean-Luc", "Jean Luc"),
    ],
)
def test_spellings_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Berg", "Berger"), ("Lund", "Lunds"), ("Ski", "Sky"), ("Mali", "Maly")]
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)
