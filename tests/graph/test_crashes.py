"""A process that loads is killed, or is not alone: the graph is that of an undisturbed run."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.kills import Place, digest, finish, killed, prepared, started
from cypher import server
from cypher.database import Database, ServerDown
from graph import check, growth
from tests.conftest import dump, empty
from tests.graph.test_corrections import MIXED, told

PAGES = [told(f"k{number}", day, actors) for number, (day, actors) in enumerate(MIXED)]


@pytest.fixture(params=["embedded", "neo4j"])
def place(request: pytest.FixtureRequest, home: Path) -> Iterator[Place]:
    """Where an empty graph is."""
    database: Database = request.getfixturevalue(request.param)
    empty(database)
    if request.param == "embedded":
        yield Place(home)
    else:
        uri, user, password = request.getfixturevalue("neo4j_login")
        yield Place(home, uri, user, password)


def test_kills_leave_the_graph_of_an_undisturbed_run(place: Place, tmp_path: Path) -> None:
    with place.open() as database:
        growth.load(database, PAGES, "bench")
        expected = check.digest(database)
        empty(database)
    assert killed(prepared(tmp_path, "job", place, PAGES), kills=2, longest=1) >= 1
    assert digest(place) == expected


def test_two_at_once_leave_the_graph_of_one_after_the_other(place: Place, tmp_path: Path) -> None:
    with place.open() as database:
        growth.load(database, PAGES, "bench")
        expected = check.digest(database)
        empty(database)
    jobs = prepared(tmp_path, "a", place, PAGES), prepared(tmp_path, "b", place, reversed(PAGES))
    finish(*map(started, jobs))
    assert digest(place) == expected


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_server_that_dies_in_mid_load_is_one_line_and_no_half_article(tmp_path: Path) -> None:
    place = Place(tmp_path / "home")

    def pages() -> Iterator[object]:
        yield PAGES[0]
        found = server.status(place.home)
        assert found
        os.kill(found.pid, signal.SIGKILL)
        yield PAGES[1]

    try:
        with place.open() as database, pytest.raises(ServerDown) as error:
            growth.load(database, pages(), "1")  # type: ignore[arg-type]
        assert "\n" not in str(error.value)
        server.wait(place.home)
        with place.open() as database:
            one = dump(database)
            growth.load(database, PAGES, "1")
            assert list(check.flaws(database)) == []
            for page in PAGES[1:]:
                growth.withdraw(database, growth.article_id(page.article))
            assert dump(database) == one
    finally:
        server.stop(place.home)
