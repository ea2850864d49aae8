"""Mentions of actors, on sentences with trees built by hand."""

from dataclasses import replace

import pytest
from cast import parsed
from trees import read

from extract.annotation import Attribution, Paragraph
from extract.entities import mentions

Row = tuple[str, str | None, str]


def rows(*sentences: str) -> list[Row]:
    return [(found.kind, found.type, found.span.text) for found in mentions(*parsed(*sentences))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norwegian Prime Minister Anna Berg met Carl Lund.",
            [
                ("title", "Person", "Norwegian Prime Minister Anna Berg"),
                ("name", "Person", "Anna Berg"),
                ("name", "Person", "Carl Lund"),
            ],
        ),
        ("Police arrested two officials.", [
            ("title", "Organization", "Police"), ("title", "Person", "two officials"),
        ]),
        (
            "A spokesman for the ministry left.",
            [("title", "Person", "A spokesman for the ministry"), ("title", "Organization", "the ministry")],
        ),
        (
            "Carl Lund, the mayor of Oslo, resigned.",
            [
                ("name", "Person", "Carl Lund"),
                ("title", "Person", "the mayor of Oslo"),
                ("name", "Place", "Oslo"),
            ],
        ),
        (
            "The minister, who met Carl Lund, resigned.",
            [("title", "Person", "The minister"), ("pronoun", None, "who"), ("name", "Person", "Carl Lund")],
        ),
        # the model saw no name in the brackets
        (
            "The Red Harbour Company (RHC) closed a mill.",
            [("name", "Organization", "Red Harbour Company"), ("name", "Organization", "RHC")],
        ),
        ("The government of Egypt paid.", [
            ("title", "Organization", "The government of Egypt"), ("name", "Place", "Egypt"),
        ]),
        ("She was tired.", [("pronoun", "Person", "She")]),
        ("Her car broke down.", [("pronoun", "Person", "Her")]),
        ("Lumo, which left, was tired.", [("name", "Organization", "Lumo")]),
        ("The law firm Tovar Dahl left.", [
            ("title", "Organization", "The law firm Tovar Dahl"), ("name", "Organization", "Tovar Dahl"),
        ]),
        ("The Home Secretary left.", [("title", "Person", "The Home Secretary")]),
        ("A Republican resigned.", [("title", "Person", "A Republican")]),
        ("Anna Berg-Lund resigned.", [("name", "Person", "Anna Berg-Lund")]),
        ("Deputy Harbour Minister Anna Berg resigned.", [
            ("title", "Person", "Deputy Harbour Minister Anna Berg"), ("name", "Person", "Anna Berg"),
        ]),
        ("On Monday Minister Anna Berg resigned.", [
            ("title", "Person", "Minister Anna Berg"), ("name", "Person", "Anna Berg"),
        ]),
    ],
)  # fmt: skip
def test_names_roles_and_pronouns_are_mentions(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Norwegian economy grew.",  # an adjective, even where the model calls it a place
        "The hills were quiet.",
        "It was tired.",  # an expletive
    ],
)
def test_other_words_are_none(sentence: str) -> None:
    assert rows(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "source", "expected"),
    [
        ("Norrland Herald reports it.", "Norrland Herald", ("name", "Organization", "Norrland Herald")),
        ("The data show it.", "The data", ("title", "Organization", "The data")),
    ],
)
def test_who_speaks_is_an_actor(sentence: str, source: str, expected: Row) -> None:
    doc, article = parsed(sentence)
    said = Attribution(article.span(0, len(source)), None, (article.span(0, 3),), "indirect")
    found = [(each.kind, each.type, each.span.text) for each in mentions(doc, article, [said])]
    assert expected in found
    assert expected not in rows(sentence)


def test_possessive_mark_is_no_part_of_a_name() -> None:
    assert ("name", "Place", "Berg") in rows("Berg's house was sold.")


def test_surname_of_a_person_is_a_person_whatever_the_model_says() -> None:
    assert ("name", "Person", "Berg") in rows("Anna Berg resigned.", "Berg's house was sold.")


def test_surname_that_is_a_capital_too_is_the_person() -> None:
    assert ("name", "Person", "Paris") in rows("Valeska Paris left.", "Paris was tired.")
    assert ("name", "Place", "Paris") in rows("Paris was tired.")


def test_known_name_is_found_where_the_model_saw_none() -> None:
    found = rows("The Red Harbour Company (RHC) closed a mill.", "RHC was tired.")
    assert found.count(("name", "Organization", "RHC")) == 2


@pytest.mark.parametrize(
    ("start", "expected"),
    [(9, [("name", "Place", "VELMAR"), ("name", "Person", "Berg")]), (0, [("name", "Person", "Berg")])],
)
def test_place_of_a_dateline_is_a_mention(start: int, expected: list[Row]) -> None:
    doc, article = read(
        "VELMAR - Berg resigned.",
        "VELMAR/NN/nsubj/4 -/:/punct/4 Berg/NNP/nsubj/4/Berg/PERSON resigned/VBD/ROOT/0/resign ././punct/4",
    )
    article = replace(article, paragraphs=(Paragraph(start, len(article.text), "body"),))
    assert [(found.kind, found.type, found.span.text) for found in mentions(doc, article)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ambassador to Norway Anna Berg left.", ["Ambassador to Norway Anna Berg", "Norway", "Anna Berg"]),
        ("Ambassador in Norway Anna Berg left.", ["Ambassador in Norway", "Norway", "Anna Berg"]),
    ],
)
def test_which_titles_belong_to_a_name(sentence: str, expected: list[str]) -> None:
    assert [text for _, _, text in rows(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Reuters was tired.", [("name", "Organization", "Reuters")]),
        ("Dahl was tired.", [("name", "Person", "Dahl")]),
    ],
)
def test_outlet_is_an_organization_whatever_the_model_says(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


def test_acronym_is_not_the_surname_of_the_same_letters() -> None:
    found = rows("Anna Un met the UN.")
    assert found == [("name", "Person", "Anna Un"), ("name", "Organization", "UN")]


def test_mentions_are_slices_of_the_text_in_order() -> None:
    doc, article = parsed("Norwegian Prime Minister Anna Berg met Carl Lund.", "He was tired.")
    spans = [found.span for found in mentions(doc, article)]
    assert all(article.text[span.start : span.end] == span.text for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
