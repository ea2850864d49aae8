"""The same text and words in several outlets: linked to the earliest, in whatever order they come."""

import datetime
import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest
from people import person

from cypher import library
from cypher.database import Database
from extract.annotation import Article, Extraction, Paragraph, Statement, StatementKind, digest
from graph import check, growth
from graph.build import article_id
from graph.copies import quote, signature
from tests.conftest import dump, empty
from tests.graph.test_corrections import told

STORY = (
    "The harbour of Port Selle was closed on Tuesday after a storm tore away part of the northern quay. "
    "Nobody was hurt, but eleven boats were sunk or driven on the rocks, and the fish market stayed shut. "
    "Engineers of the port authority went out with the first light to see what can be saved of the wall. "
    "They found cracks as wide as a hand on both sides of the lighthouse, and water under the new road. "
    "The town council meets on Thursday to decide whether the ferries to the islands can run at Easter."
)
OTHER = (
    "A bakery in the hills above Kardan has won the prize for the best rye bread of the country, again. "
    "The judges praised its crust and said nothing else had come near it among the two hundred loaves. "
    "Its owner bakes four times a week in an oven that her grandfather built of river stones in a shed. "
    "She sells to whoever comes before seven, and has refused every offer to open a shop in the capital."
)
SAID = "We will rebuild every stone of it before the winter comes."
PLAIN = "that the wall was old"


def page(key: str, text: str, day: int | None, *said: tuple[str, StatementKind]) -> Extraction:
    """An article of an outlet that reports these words under its text."""
    whole = "\n".join((text, *(words for words, _ in said)))
    published = datetime.date(2031, 5, day) if day else None
    body = (Paragraph(0, len(text), "body"),)
    article = Article(
        digest(whole), f"{key}.txt", 0, len(whole), whole, body, key, key, None, published, False, key
    )
    statements = []
    for number, (words, kind) in enumerate(said):
        start = whole.index(words)
        span = article.span(start, start + len(words))
        statements.append(
            Statement(digest(key, number), None, None, None, (span,), kind, False, (), (), span)
        )
    return Extraction(article, (), tuple(statements), (), ())


def links(database: Database, type: str) -> set[tuple[str, str]]:
    """Outlets of both ends of the links of this type."""
    ends = {
        "COPY_OF": "MATCH (a:Article)-[:COPY_OF]->(b:Article)",
        "SAME_AS": "MATCH (a:Article)<-[:REPORTED_IN]-()-[:SAME_AS]->()-[:REPORTED_IN]->(b:Article)",
    }
    rows = database.read(f"{ends[type]} RETURN a.source AS a, b.source AS b")
    return {(row["a"], row["b"]) for row in rows}


FIRST = page("Wire", STORY, 3, (SAID, "direct"), (PLAIN, "indirect"))
CUT = page("Gazette", STORY.rsplit(". ", 1)[0] + ".", 4, (SAID, "direct"), (PLAIN, "indirect"))
UNDATED = page("Radio", f"Storm. {STORY}", None, (PLAIN, "indirect"))
BREAD = page("Courier", OTHER, 2, (SAID, "direct"), (PLAIN, "indirect"))
PAGES = (FIRST, CUT, UNDATED, BREAD)


def load(database: Database, pages: Sequence[Extraction]) -> object:
    empty(database)
    growth.load(database, pages, "1")
    return dump(database)


def test_copies_lead_to_the_earliest_and_words_are_told_once(database: Database) -> None:
    expected = load(database, PAGES)
    assert links(database, "COPY_OF") == {("Gazette", "Wire"), ("Radio", "Wire")}
    assert links(database, "SAME_AS") == {
        ("Wire", "Courier"), ("Gazette", "Courier"), ("Gazette", "Wire"), ("Radio", "Wire"),
    }  # fmt: skip
    assert list(check.flaws(database)) == []
    for order in itertools.islice(itertools.permutations(PAGES), 5, 24, 6):
        assert load(database, order) == expected


@pytest.mark.parametrize("gone", range(4))
def test_what_is_withdrawn_is_no_ones_original(database: Database, gone: int) -> None:
    expected = load(database, [*PAGES[:gone], *PAGES[gone + 1 :]])
    load(database, PAGES)
    growth.withdraw(database, article_id(PAGES[gone].article))
    assert dump(database) == expected


def test_a_corrected_article_is_a_copy_no_more(database: Database) -> None:
    new = replace(BREAD, article=replace(BREAD.article, key="Gazette", source="Gazette", id="new"))
    expected = load(database, [FIRST, new, UNDATED])
    load(database, PAGES[:3])
    growth.load(database, [new], "1")
    assert dump(database) == expected
    assert links(database, "COPY_OF") == {("Radio", "Wire")}


@pytest.mark.parametrize(
    ("text", "other", "same"),
    [
        (SAID, SAID, True),
        (SAID, "we will rebuild – every stone of it, before the winter comes", True),
        (SAID, "We will rebuild every stone of it before the spring comes.", False),
        (SAID, "We will rebuild every stone of it.", False),
    ],
)
def test_a_quotation_is_the_same_whatever_its_marks(text: str, other: str, same: bool) -> None:
    assert (quote(text, "direct") == quote(other, "mixed")) is same


@pytest.mark.parametrize(("text", "kind"), [("I did not do it", "direct"), (SAID, "indirect")])
def test_what_is_short_or_not_quoted_has_no_key(text: str, kind: str) -> None:
    assert quote(text, kind) is None


def test_a_signature_is_of_the_body_only_and_of_enough_of_it() -> None:
    article = FIRST.article
    assert signature(article) == signature(replace(article, text=f"{article.text} Subscribe now"))
    assert signature(article) != signature(BREAD.article)
    assert signature(replace(article, text="Too short.", paragraphs=())) is None


def test_what_two_outlets_quote_is_counted_once_and_listed_twice(database: Database) -> None:
    lorn = [person("Ida Lorn")]
    load(database, [told("a", "2031-05-04", lorn, (SAID,)), told("b", "2031-05-05", lorn, (SAID, "No."))])
    asked = {"about": [], "topic": [], "since": None, "until": None, "outlets": [], "order": None}
    text = library.load("questions/how-many-statements").text
    rows = database.read(text, name=["Ida Lorn"], limit=9, **asked)
    assert [row["value"] for row in rows] == [2, 2, 2]
    [row] = database.read(library.load("questions/most-quoted").text, **asked)
    assert row["statements"] == 2
