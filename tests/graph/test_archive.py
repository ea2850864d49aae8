"""Runs of reading: what is read, left alone, replaced, withdrawn and noted; and what check finds."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from people import article, person

from cypher.database import Database
from extract.annotation import Article, ArticleError, Extraction
from extract.identity import identified
from graph import archive, check, growth
from graph.model import GraphError
from tests.conftest import dump, empty
from tests.cypher.press import PRESS
from tests.graph.test_corrections import MIXED, told

PATHS = "MATCH (a:Article) RETURN a.path AS path, a.title AS title, a.text AS text ORDER BY path, title"


def page(path: Path, title: str, name: str, url: str | None = None, start: int = 0) -> Article:
    text = f"{title}\n{name}"
    return Article(
        f"{title} {name}", str(path), start, start + len(text), text, (), title, "Quay Post", url, None
    )


def run(database: Database, pages: Iterable[Article], reader: str = "1") -> archive.Outcome:
    """Read these articles, each of which says its second line's name."""

    def extractions(chosen: archive.Choose) -> Iterable[Extraction]:
        for each in chosen(identified(pages)):
            name = each.text.split("\n")[1]
            said = article("x", "2031-05-04", person(name))
            yield Extraction(each, said.entities, (), (), ())

    return archive.read(database, extractions, reader, [], [])


def held(database: Database) -> list[tuple[str, str]]:
    return [(Path(row["path"]).name, row["text"].replace("\n", ": ")) for row in database.read(PATHS)]


def test_what_is_there_is_left_alone_and_what_changed_is_replaced(database: Database, tmp_path: Path) -> None:
    a, b, web = tmp_path / "a.txt", tmp_path / "b.txt", "https://quay.example/1"
    first = [page(a, "Fish", "Ida Lorn"), page(b, "Fish", "Bo Lund", url=web)]
    done = run(database, first)
    assert (done.loaded["Article"], done.unchanged, done.withdrawn) == (2, 0, 0)
    before = dump(database)
    done = run(database, first)
    assert (done.loaded["Article"], done.unchanged, done.withdrawn) == (0, 2, 0)
    assert dump(database) == before
    done = run(database, [page(a, "Fish, corrected", "Ida Lorn"), page(a, "Herring", "Eva Dorn", url=web)])
    assert (done.loaded["Article"], done.unchanged, done.withdrawn) == (2, 0, 0)
    assert held(database) == [("a.txt", "Fish, corrected: Ida Lorn"), ("a.txt", "Herring: Eva Dorn")]
    done = run(database, first[:1], reader="2")
    assert (done.loaded["Article"], done.withdrawn) == (1, 0)


def test_articles_of_one_file_come_and_go(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    pages = [page(file, title, "Ida Lorn", start=n) for n, title in enumerate(["Fish", "Herring", "Cod"])]
    run(database, pages)
    assert len(held(database)) == 3
    done = run(database, [pages[0], pages[2]])
    assert (done.unchanged, done.withdrawn) == (2, 1)
    assert [text for _, text in held(database)] == ["Cod: Ida Lorn", "Fish: Ida Lorn"]
    run(database, [])
    assert len(held(database)) == 2, "a file that was not read keeps its articles"


@pytest.mark.parametrize("by", ["id", "url", "path", "folder"])
def test_an_article_is_withdrawn_by_what_it_is_known_by(database: Database, tmp_path: Path, by: str) -> None:
    file, web = tmp_path / "a.txt", "https://quay.example/1"
    run(database, [page(Path("/elsewhere/b.txt"), "Cod", "Eva Dorn"), page(file, "Fish", "Ida Lorn", web)])
    [row] = database.read("MATCH (a:Article {url: $url}) RETURN a.id AS id", url=web)
    names = {"id": row["id"], "url": web, "path": str(file), "folder": str(tmp_path)}
    assert archive.withdraw(database, names[by]) == ["Fish"]
    assert [text for _, text in held(database)] == ["Cod: Eva Dorn"]
    with pytest.raises(GraphError, match="onrecord articles"):
        archive.withdraw(database, names[by])


def test_what_failed_is_listed_until_it_is_read(database: Database, tmp_path: Path) -> None:
    empty(database)
    error = ArticleError("a.txt: is empty; give a file with text in it")
    error.path = "a.txt"
    archive.read(database, lambda chosen: (), "1", ["a.txt"], [error])
    archive.read(database, lambda chosen: (), "1", ["b.txt"], [])
    [row] = archive.listing(database)
    assert (row["place"], row["failed"]) == ("a.txt", str(error))
    archive.read(database, lambda chosen: (), "1", ["a.txt"], [])
    assert archive.listing(database) == []
    run(database, [page(tmp_path / "a.txt", "Fish", "Ida Lorn")])
    [row] = archive.listing(database)
    assert (row["title"], row["reader"], row["statements"], row["failed"]) == ("Fish", "1", 0, None)
    assert row["read"]


def test_what_an_older_reader_read_is_found_again(database: Database, tmp_path: Path) -> None:
    there, gone = tmp_path / "a.txt", tmp_path / "b.txt"
    there.touch()
    run(database, [page(there, "Fish", "Ida Lorn"), page(gone, "Cod", "Eva Dorn")])
    assert archive.older(database, "1") == ([], [])
    found, lost = archive.older(database, "2")
    assert found == [str(there)]
    assert [error.path for error in lost] == [str(gone)]


BROKEN = {
    "an actor": "CREATE (:Actor:Person {id: 'nobody', name: 'Nobody'})",
    "an event": "CREATE (:Event {id: 'never', name: 'Nothing'})",
    "a statement": "CREATE (:Statement {id: 'silent', text: 'nothing'})",
    "a name that no": "CREATE (:Name {id: 'unheard', words: 'unheard'})",
    "a key": "CREATE (:Key {id: 'person:none'})",
    "a meeting": "MATCH (a:Actor)-[r:MET]->() SET r.article = 'nowhere'",
    "evidence of sentences": "MATCH (s:Statement) SET s.sentence = 'Never said.'",
    "evidence of statements": "MATCH (s:Statement) SET s.end = s.end - 1",
    "evidence of mentions": "MATCH ()-[r:MENTIONS]->() SET r.start = r.start + 1",
    "evidence of events": "MATCH ()-[r:TELLS_OF]->() SET r.evidence = 'talks'",
    "evidence of relations": "MATCH ()-[r:ACCUSED]->() SET r.evidence = 'stole'",
    "an actor that is called": "MATCH (a:Person {name: 'Mira Kovel'}) SET a.aliases = ['Kovel', 'Miss']",
    "a name that is not": "MATCH (n:Name {words: 'mira kovel'}) SET n.offices = ['queen']",
    "one who took part": "MATCH (a {name: 'Ada Lind'}), (e:Event) CREATE (a)-[:TOOK_PART {id: 'x'}]->(e)",
    "a relationship that is there twice": "MATCH (a:Person)-[r:SAID]->(s) CREATE (a)-[:SAID]->(s)",
}  # fmt: skip


def test_check_finds_nothing_in_a_true_graph(database: Database) -> None:
    empty(database)
    growth.load(database, [PRESS, *(told(f"k{n}", day, actors) for n, (day, actors) in enumerate(MIXED))])
    assert list(check.flaws(database)) == []


def test_check_finds_what_is_broken(embedded: Database) -> None:
    for flaw, query in BROKEN.items():
        empty(embedded)
        growth.load(embedded, [PRESS])
        before = check.digest(embedded)
        embedded.write([(f"UNWIND $rows AS row {query}", [{}])])
        assert any(each.what.startswith(flaw) for each in check.flaws(embedded)), flaw
        assert check.digest(embedded) != before, flaw


def test_a_digest_is_that_of_what_the_graph_holds_on_either_server(
    embedded: Database, neo4j: Database
) -> None:
    pages = [told(f"k{n}", day, actors) for n, (day, actors) in enumerate(MIXED[:3])]
    empty(embedded)
    empty(neo4j)
    growth.load(embedded, pages)
    growth.load(neo4j, reversed(pages))
    assert check.digest(embedded) == check.digest(neo4j)
