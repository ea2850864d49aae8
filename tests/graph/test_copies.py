"""The same text and words in several outlets: linked to the earliest, in whatever order they come."""

import datetime
import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
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


WORDS = [f"{number:x}word" for number in range(400)]
# each is nearly the same as its neighbours, and not as theirs: copies of copies
CHAIN = [
    page(f"C{at}", " ".join(WORDS[at * 14 : at * 14 + 160]), day, *said)
    for at, (day, said) in enumerate(
        [
            (3, [(PLAIN, "indirect")]),
            (1, [("that nothing was wrong", "indirect")]),
            (2, [(PLAIN, "indirect"), ("that nothing was wrong", "indirect")]),
            (5, []),
            (None, [(PLAIN, "indirect")]),
            (4, [("that nothing was wrong", "indirect")]),
        ]
    )
]


def test_a_copy_of_a_copy_leads_to_the_first(database: Database) -> None:
    load(database, CHAIN)
    assert links(database, "COPY_OF") == {("C0", "C1"), ("C2", "C1"), ("C3", "C1"), ("C4", "C5")}
    assert links(database, "SAME_AS") == {("C2", "C1"), ("C0", "C2")}
    assert list(check.flaws(database)) == []


@given(
    st.lists(st.tuples(st.integers(0, len(CHAIN) - 1), st.booleans()), min_size=3, max_size=9),
)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_copies_of_copies_are_the_same_whatever_came_and_went(
    database: Database, steps: list[tuple[int, bool]]
) -> None:
    empty(database)
    database.schema()
    held: set[int] = set()
    for number, there in steps:
        if there:
            growth.put(database, CHAIN[number], "1")
            held.add(number)
        elif number in held:
            growth.withdraw(database, article_id(CHAIN[number].article))
            held.remove(number)
    assert list(check.flaws(database)) == []
    found = dump(database)
    assert load(database, [CHAIN[number] for number in sorted(held)]) == found


@pytest.mark.parametrize("type", ["COPY_OF", "SAME_AS"])
def test_a_link_that_is_missing_is_found(database: Database, type: str) -> None:
    load(database, CHAIN)
    cut = {
        "COPY_OF": "UNWIND $rows AS row MATCH (:Article {source: 'C3'})-[r:COPY_OF]->() DELETE r",
        "SAME_AS": "UNWIND $rows AS row MATCH (:Statement)-[r:SAME_AS]->() DELETE r",
    }
    database.write([(cut[type], [{}])])
    what = {"COPY_OF": "an article that is not linked", "SAME_AS": "a statement that is not linked"}
    assert any(flaw.what.startswith(what[type]) for flaw in check.flaws(database))


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
    where = {"before": 0, "around": False}
    asked = {"about": [], "topic": [], "since": None, "until": None, "outlets": [], "order": None} | where
    text = library.load("questions/how-many-statements").text
    rows = database.read(text, name=["Ida Lorn"], limit=9, **asked)
    assert [row["value"] for row in rows] == [2, 2, 2]
    [row] = database.read(library.load("questions/most-quoted").text, **asked)
    assert row["statements"] == 2


def accusing(key: str, day: str) -> Extraction:
    """A copy of STORY in which Ida Lorn accuses Oto Brandt."""
    told_of = told(key, day, [person("Ida Lorn"), person("Oto Brandt")], (STORY,))
    [met] = told_of.relations
    return replace(told_of, relations=(replace(met, type="ACCUSED", modality="asserted"),))


@pytest.mark.parametrize("since", [None, "2031-05-05"])
def test_what_copies_tell_is_counted_once_and_listed_for_each(database: Database, since: str | None) -> None:
    load(database, [accusing("a", "2031-05-04"), accusing("b", "2031-05-05"), accusing("c", "2031-05-06")])
    asked = {"since": since, "until": None, "outlets": [], "order": None}
    [accused] = database.read(library.load("questions/most-accused").text, **asked)
    assert (accused["name"], accused["accusations"]) == ("Oto Brandt", 1)
    mentioned = database.read(library.load("questions/most-mentioned").text, **asked)
    assert [row["articles"] for row in mentioned] == [1, 1]
    text = library.load("questions/how-many-articles-mention").text
    rows = database.read(text, name=["Ida Lorn"], limit=9, **asked)
    assert [row["value"] for row in rows] == ([1, 1] if since else [1, 1, 1])
