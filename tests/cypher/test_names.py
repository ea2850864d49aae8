"""Names in a question, to the actors of a hand-made list."""

import pytest

from cypher.names import Names, asked_keys, keys
from cypher.words import root, topic_words, words

ROWS = [
    {"name": name, "aliases": [name, *aliases], "type": type, "mentions": mentions}
    for name, type, mentions, aliases in (
        ("Kim Jong Un", "Person", 9, ["Kim", "Kim Jong-un"]),
        ("Kim Yo Jong", "Person", 2, ["Kim"]),
        ("Recep Tayyip Erdoğan", "Person", 5, ["Turkish President Recep Tayyip Erdoğan"]),
        ("Karim Khan", "Person", 5, ["Khan", "ICC prosecutor Karim Khan"]),
        ("Volodymyr Zelenskyy", "Person", 8, ["Zelenskyy", "the president"]),
        ("Friedrich Merz", "Person", 4, ["Merz", "Chancellor Friedrich Merz"]),
        ("Emmanuel Macron", "Person", 3, ["the president"]),
        ("Macron", "Person", 1, []),
        ("United States", "Place", 7, ["US", "U.S."]),
        ("Russia", "Place", 7, []),
        ("Australia", "Place", 2, []),
        ("Northern Herring and Eel Authority", "Organization", 2, []),
        ("PIB", "Organization", 2, []),
        ("Velmark's government", "Organization", 2, []),
        ("two officials", "Person", 2, []),
    )
]
NAMES = Names(ROWS)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Kim Jong Un", "Kim Jong Un"),
        ("kim jong-un", "Kim Jong Un"),
        ("Kim", "Kim Jong Un"),  # the one mentioned more
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("the Turkish president", "Recep Tayyip Erdoğan"),
        ("President Erdogan", "Recep Tayyip Erdoğan"),
        ("prosecutor Khan's", "Karim Khan"),
        ("Kareem Khan", "Karim Khan"),
        ("Khan Karim", "Karim Khan"),
        ("Herring and Eel Authority", "Northern Herring and Eel Authority"),
        ("NHEA", "Northern Herring and Eel Authority"),
        ("Port Inspection Board", "PIB"),
        ("Government of Velmark", "Velmark's government"),
        ("Zelenskiy", "Volodymyr Zelenskyy"),
        ("Volodimir Zelensky", "Volodymyr Zelenskyy"),
        ("the U.S.", "United States"),
        ("two officials", "two officials"),
        # another given name, another name, another place
        ("Lina Khan", None),
        ("Eel Authority", None),
        ("Port Board", None),
        ("Government of Ostrania", None),
        ("Angela Merkel", None),
        ("Merkel", None),
        ("Austria", None),
        ("Russian", None),
        ("Yo", None),
        ("", None),
        ("x " * 500, None),
    ],
)
def test_resolve(asked: str, name: str | None) -> None:
    understood = NAMES.resolve(words(asked))
    assert (understood.name if understood else None) == name


def test_a_full_name_is_the_actor_of_that_name() -> None:
    rows = [
        {"name": "Vladimir Zelensky", "aliases": [], "type": "Person", "mentions": 9},
        {"name": "Volodymyr Zelenskyy", "aliases": [], "type": "Person", "mentions": 14},
    ]
    understood = Names(rows).resolve(words("vladimir zelensky"))
    assert understood is not None
    assert (understood.name, understood.others) == ("Vladimir Zelensky", ())


@pytest.mark.parametrize("asked", ["Zelensky", "Zelenskyy", "President Zelenskiy"])
def test_two_spellings_are_one_actor(asked: str) -> None:
    rows = [
        {"name": "Vladimir Zelensky", "aliases": ["Zelensky"], "type": "Person", "mentions": 9},
        {"name": "Volodymyr Zelenskyy", "aliases": ["Zelenskyy"], "type": "Person", "mentions": 14},
    ]
    understood = Names(rows).resolve(words(asked))
    assert understood is not None
    assert (understood.name, understood.others) == ("Volodymyr Zelenskyy", ())


def test_homonyms_are_told() -> None:
    understood = NAMES.resolve(words("Kim"))
    assert understood is not None
    assert understood.others == ("Kim Yo Jong",)


def test_title_of_several_is_nobody() -> None:
    understood = NAMES.resolve(words("the president"))
    assert understood is not None
    assert (understood.name, understood.others) == (None, ("Volodymyr Zelenskyy", "Emmanuel Macron"))


def test_all_nodes_of_one_name_are_looked_for() -> None:
    rows = [
        {"name": "Vladimir Zelensky", "aliases": ["Zelensky"], "type": "Person", "mentions": 9},
        {"name": "Volodymyr Zelenskyy", "aliases": ["Zelensky"], "type": "Person", "mentions": 14},
    ]
    understood = Names(rows).resolve(words("Zelensky"))
    assert understood is not None
    assert understood.names == ("Volodymyr Zelenskyy", "Vladimir Zelensky")


def test_actors_that_the_graph_keeps_apart_stay_apart() -> None:
    rows = [
        {"name": "Hunter Biden", "aliases": ["Biden", "Hunter Biden"], "type": "Person", "mentions": 2},
        {"name": "Biden", "aliases": ["Biden"], "type": "Person", "mentions": 9},
    ]
    understood = Names(rows).resolve(words("Hunter Biden"))
    assert understood is not None
    assert (understood.names, understood.others) == (("Hunter Biden",), ())


def test_who_acts_for_a_country_is_told() -> None:
    seats = ["Government of Russia", "Kremlin"]
    rows = [{"name": "Russia", "aliases": [], "type": "Place", "mentions": 9, "seats": seats}]
    understood = Names(rows).resolve(words("Russia"))
    assert understood is not None
    assert understood.seats == ("Government of Russia", "Kremlin")


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("the president of Ukraine", "Volodymyr Zelenskyy"),
        ("Ukrainian president", "Volodymyr Zelenskyy"),
        ("the president of Russia", None),
        ("the president", None),
        ("Ukraine", None),
    ],
)
def test_office_that_an_actor_is_kept_under(asked: str, name: str | None) -> None:
    held = keys(
        ["Volodymyr Zelenskyy"],
        ["Volodymyr Zelenskyy", "president of Ukraine", "Ukrainian president"],
        person=True,
    )
    rows = [
        {"name": "Volodymyr Zelenskyy", "aliases": [], "type": "Person", "mentions": 9, "keys": sorted(held)}
    ]
    understood = Names(rows).resolve(words(asked))
    assert (understood.name if understood else None) == name


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Did Volodimir Zelenski speak?", True),
        ("zelenskiy", True),
        ("the Ukrainian president's words", True),
        ("Zelenkov", True),  # looked at, for it begins alike, and refused by its spelling
        ("Vladimir", False),
        ("the president", False),
        ("Ukraine", False),
        ("", False),
    ],
)
def test_keys(asked: str, found: bool) -> None:
    kept = keys(
        ["Volodymyr Zelenskyy", "Zelenskyy"], ["Zelenskyy", "Ukrainian President Volodymyr Zelenskyy"], True
    )
    assert bool(kept & asked_keys(words(asked))) is found


@pytest.mark.parametrize(
    ("asked", "like"),
    [("Zelenskow", "Volodymyr Zelenskyy"), ("Erdogam", "Recep Tayyip Erdoğan"), ("Biden", None)],
)
def test_a_name_that_is_like_is_proposed(asked: str, like: str | None) -> None:
    assert NAMES.like(words(asked)) == like


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Erdoğan's ultimatum to the US", {"Erdoğan": "Recep Tayyip Erdoğan", "US": "United States"}),
        (
            "a summit between Kim Jong Un and Kareem Khan",
            {"Kim Jong Un": "Kim Jong Un", "Kareem Khan": "Karim Khan"},
        ),
        ("what President Zelenskyy said", {"President Zelenskyy": "Volodymyr Zelenskyy"}),
        ("the Turkish president's visit", {"Turkish president": "Recep Tayyip Erdoğan"}),
        ("zelenskyy and merz", {"zelenskyy": "Volodymyr Zelenskyy", "merz": "Friedrich Merz"}),
        ("what they gave us", {}),
        ("sanctions on two officials", {}),
        ("Merkel and the Russian economy", {}),
    ],
)
def test_within(text: str, names: dict[str, str]) -> None:
    asked = words(text)
    found = NAMES.within(asked)
    assert {
        " ".join(word.text for word in asked[start:end]): each.name for start, end, each in found
    } == names


def test_names_without_letters_are_left_out() -> None:
    assert Names([{"name": "—", "aliases": None, "type": "Person", "mentions": 1}]).actors == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("guarantee", "guarantees", True),
        ("deny", "denied", True),
        ("accuse", "accusing", True),
        ("say", "says", True),
        ("war", "warn", False),
        ("press", "pres", False),
        ("us", "use", False),
    ],
)
def test_root(one: str, other: str, same: bool) -> None:
    assert (root(one) == root(other)) is same


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("the security guarantees for them", ["securit", "guarante"]),
        ("that it isn't legitimate", ["not", "legitimat"]),
        ("about what they are", []),
        ("talks, talks and talks", ["talk"]),
    ],
)
def test_topic_words(text: str, topic: list[str]) -> None:
    assert topic_words(words(text)) == topic
