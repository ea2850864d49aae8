"""Titles: country, office, whether it is past; and one form of each office."""

import pytest

from graph.titles import title


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("Norwegian Prime Minister", "Norway/prime minister"),
        ("the prime minister of Norway", "Norway/prime minister"),
        ("Norway's premier", "Norway/prime minister"),
        ("U.S. President", "United States/president"),
        ("the US Secretary of State", "United States/state secretary"),
        ("Minister of Foreign Affairs of Chile", "Chile/foreign minister"),
        ("Chile’s foreign minister", "Chile/foreign minister"),
        ("the Chilean leader", "Chile/president"),
        ("the Norwegian leader", "Norway/prime minister"),
        ("British foreign secretary", "United Kingdom/foreign minister"),
        ("the newly elected Peruvian president", "Peru/president"),
        ("Secretary-General of the United Nations", "/united nations secretary-general"),
        ("UN Secretary-General", "/united nations secretary-general"),
    ],
)
def test_an_office_of_one_holder_has_one_key(phrase: str, key: str) -> None:
    told = title(phrase)
    assert told
    assert (told.key, told.former) == (key, False)


@pytest.mark.parametrize(
    "phrase",
    [
        "president",
        "the Norwegian opposition leader",
        "the foreign minister",
        "a Norwegian lawyer",
        "Deputy Prime Minister of Chile",
        "US actor",
    ],
)
def test_other_roles_tell_no_single_holder(phrase: str) -> None:
    told = title(phrase)
    assert told
    assert not told.key


@pytest.mark.parametrize(
    "phrase", ["former Chilean president", "ex-President of Chile", "the late king of Norway"]
)
def test_what_was_is_former(phrase: str) -> None:
    told = title(phrase)
    assert told
    assert told.former


@pytest.mark.parametrize("phrase", ["Norwegian", "the bridge", "", "Bank of Norway"])
def test_no_role_is_no_title(phrase: str) -> None:
    assert title(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "field"),
    [
        ("surgeon", "medicine"),
        ("Chilean striker", "sport"),
        ("Kiwi", None),
        ("defence lawyer", "law"),
        ("NATO secretary-general", "office"),
    ],
)
def test_the_noun_tells_the_field(phrase: str, field: str | None) -> None:
    told = title(phrase)
    assert (told.field if told else None) == field
