"""Articles that come again, corrected, or are withdrawn: the graph is that of the articles as they are."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from people import Told, article, body, person, place

from cypher.database import Database
from extract.annotation import Entity, Event, Extraction, Relation, Statement, digest
from graph import growth
from graph.build import article_id
from tests.conftest import dump, empty
from tests.cypher.press import PRESS
from tests.graph.test_resolution import DAYS, actors_told

DAY = "2031-05-04"
STATEMENTS = "MATCH (s:Statement) RETURN s.id AS id, s.text AS text ORDER BY text"


def told(key: str, day: str | None, actors: Sequence[Told], words: Sequence[str] = ("so",)) -> Extraction:
    """An article of this key: the first actor says all this, meets the second; all attend a fair."""
    page = article(key, day, *actors)
    text = "\n".join((page.article.text, *words))
    page_article = replace(page.article, id=digest("text", text, day), text=text, key=key, end=len(text))
    first = page.entities[0]
    where = page_article.span(0, len(first.name))
    spans = []
    for each in words:
        start = text.rindex(each)
        spans.append(page_article.span(start, start + len(each)))
    said = tuple(
        Statement(
            digest(page_article.id, number), first.id, where, None, (span,), "direct", False, (), (), span
        )
        for number, span in enumerate(spans)
    )
    met = tuple(
        Relation(digest("met", page_article.id), "MET", first.id, other.id, "happened", where, where)
        for other in page.entities[1:2]
    )
    fair = Entity(digest("fair"), "Event", f"the Fair of {words[0]}", (), ())
    held = Event(fair, "named", "happened", tuple({e.id: e for e in page.entities}), None, None, where)
    return Extraction(page_article, page.entities, said, met, (held,))


MIXED: tuple[tuple[str | None, list[Told]], ...] = (
    (DAY, [person("Lorn"), place("Kiev")]),
    (DAY, [person("Ida Lorn", "Chilean President Ida Lorn"), body("IHC"), place("Moscow")]),
    (DAY, [person("the Chilean president"), body("International Herring Council", "IHC")]),
    (DAY, [person("Eva Lorn"), place("Kyiv"), place("Moscow")]),
    ("2019-05-04", [person("the US president"), person("Zelensky", "President Zelensky")]),
    ("2019-06-04", [person("Vladimir Zelenskiy"), person("Donald Trump", "US President Donald Trump")]),
    ("2019-07-04", [person("Volodymyr Zelensky", "Ukrainian President Volodymyr Zelensky")]),
    ("2019-07-04", [place("Moscow"), person("the Russian president")]),
)


def fresh(database: Database, extractions: Sequence[Extraction]) -> object:
    empty(database)
    growth.load(database, extractions, "1")
    return dump(database)


def test_what_is_withdrawn_leaves_no_trace(database: Database) -> None:
    pages = [told(f"k{number}", day, actors) for number, (day, actors) in enumerate(MIXED)]
    pages.append(replace(PRESS, article=replace(PRESS.article, key="press")))
    for left in (1, 6, 8):
        expected = fresh(database, [page for number, page in enumerate(pages) if number != left])
        growth.load(database, pages, "1")
        growth.withdraw(database, article_id(pages[left].article))
        assert dump(database) == expected, left
    for page in pages:
        growth.withdraw(database, article_id(page.article))
    assert dump(database) == ([], [])


def test_a_corrected_article_replaces_its_old_text_only(database: Database) -> None:
    others = [told(f"k{number}", day, actors) for number, (day, actors) in enumerate(MIXED)]
    for number in (1, 2, 6):
        actors = MIXED[number][1]
        new = told(f"k{number}", "2031-05-05", [*MIXED[number - 1][1], *actors[:1]], ("no",))
        expected = fresh(database, [*others[:number], new, *others[number + 1 :]])
        fresh(database, others)
        growth.load(database, [new], "1")
        assert dump(database) == expected, number
        growth.load(database, [others[number]], "1")
        assert dump(database) == fresh(database, others), "and back"


def test_statements_that_stand_unchanged_keep_their_ids(database: Database) -> None:
    before = told("k", DAY, [person("Ida Lorn")], ("It rains.", "It pours.", "It rains."))
    after = told("k", DAY, [person("Ida Maria Lorn")], ("Well, it snows.", "It pours.", "It rains."))
    fresh(database, [before])
    old = {row["id"]: row["text"] for row in database.read(STATEMENTS)}
    assert len(old) == 3
    growth.load(database, [after], "1")
    new = {row["id"]: row["text"] for row in database.read(STATEMENTS)}
    assert sorted(new.values()) == ["It pours.", "It rains.", "Well, it snows."]
    assert {new[id] for id in old.keys() & new.keys()} == {"It pours.", "It rains."}


def test_what_a_user_adds_to_a_statement_outlasts_a_correction(database: Database) -> None:
    fresh(database, [told("k", DAY, [person("Ida Lorn")], ("It rains.", "It pours."))])
    note = "UNWIND $rows AS row MATCH (s:Statement {text: 'It rains.'}) SET s.note = row.note"
    database.write([(note, [{"note": "checked"}])])
    growth.load(database, [told("k", DAY, [person("Ida Lorn")], ("It rains.", "It snows."))], "1")
    rows = database.read("MATCH (s:Statement) RETURN s.note AS note ORDER BY s.text")
    assert rows == [{"note": "checked"}, {"note": None}]


def test_another_reader_replaces_what_an_older_one_read(database: Database) -> None:
    old = told("k", DAY, [person("Ida Lorn"), person("Bo Lund")], ("It rains.",))
    new = replace(old, statements=(), relations=(), entities=old.entities[:1], events=())
    expected = fresh(database, [new])
    fresh(database, [old])
    growth.load(database, [new], "1")
    assert dump(database) != expected, "one that was read by this reader is left alone"
    growth.load(database, [new], "2")
    nodes, edges = dump(database)
    for node in nodes:
        if "Article" in node["labels"]:
            assert node["properties"].pop("reader") == "2"
            node["properties"]["reader"] = "1"
    assert (nodes, edges) == expected


@pytest.mark.parametrize("key", ["", "k"])
def test_the_same_article_again_changes_nothing(database: Database, key: str) -> None:
    page = replace(PRESS, article=replace(PRESS.article, key=key))
    expected = fresh(database, [page])
    assert sum(growth.load(database, [page], "1").values()) == 0
    assert dump(database) == expected


PAGES = st.lists(st.tuples(DAYS, st.lists(actors_told(), min_size=1, max_size=2)), min_size=2, max_size=6)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PAGES, st.randoms())
def test_no_history_of_any_articles_matters(
    embedded: Database, rows: list[tuple[str | None, list[Told]]], chance: random.Random
) -> None:
    pages = [
        told(f"k{chance.randrange(3)}", day, list({each[1]: each for each in actors}.values()))
        for day, actors in rows
    ]
    last = {page.article.key: page for page in pages}
    gone = last.popitem()[1] if len(last) > 1 else None
    expected = fresh(embedded, [*last.values()])
    fresh(embedded, pages)
    if gone:
        growth.withdraw(embedded, article_id(gone.article))
    assert dump(embedded) == expected
