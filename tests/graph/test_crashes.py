"""A read is killed, or is not alone, or its server fails: the graph is that of an undisturbed run."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.kills import ROOT, Place, digest, finish, killed, started, written
from cypher import server
from cypher.database import Database, DatabaseError, LoginError, ServerDown, connect
from extract.annotation import Extraction
from graph import check, growth
from tests.conftest import dump, empty
from tests.graph.test_corrections import MIXED, told
from tests.neo4j.server import Neo4j

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


def interrupted(steps: Callable[[], None]) -> Iterator[Extraction]:
    """All pages; something happens after the first of them is in the graph."""
    yield PAGES[0]
    steps()
    yield from PAGES[1:]


def undisturbed(place: Place) -> str:
    """The digest of a graph of all pages; the graph is empty afterwards."""
    with place.open() as database:
        growth.load(database, PAGES, "1")
        found = check.digest(database)
        empty(database)
    return found


def asking(place: Place) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "ask", "--json", *place.options, "Who met whom?"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def answered(process: "subprocess.Popen[str]") -> bool:
    """Whether a question had an answer; it has printed nothing but that."""
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    return bool(json.loads(out)["answered"])


def test_kills_leave_the_graph_of_an_undisturbed_run(place: Place, tmp_path: Path) -> None:
    """Processes that read, too, where there is enough to read: on one server, as it takes long."""
    paths = written(tmp_path / "articles", *((4, 8) if place.uri else (14, 80)))
    finish(started(place, paths))
    expected = digest(place)
    with place.open() as database:
        empty(database)
    hit, several = killed(place, paths, kills=2)
    assert hit >= 1
    assert place.uri or not sys.platform.startswith("linux") or several >= 1
    assert digest(place) == expected


def test_two_that_read_and_two_that_ask_at_once_are_all_served(place: Place, tmp_path: Path) -> None:
    paths = written(tmp_path / "articles", 5, 8)
    finish(started(place, paths))
    expected = digest(place)
    with place.open() as database:
        empty(database)
    readers = started(place, paths), started(place, paths[::-1])
    while any(each.poll() is None for each in readers):
        for question in (asking(place), asking(place)):
            answered(question)
    finish(*readers)
    assert digest(place) == expected
    assert answered(asking(place))


def test_two_that_ask_at_once_start_one_server(tmp_path: Path) -> None:
    place = Place(tmp_path / "home")
    try:
        assert [answered(each) for each in (asking(place), asking(place))] == [False, False]
        found = server.status(place.home)
        assert found
        assert server.start(place.home) == found
    finally:
        server.stop(place.home)


def test_two_loads_of_names_that_hang_together(place: Place) -> None:
    expected = undisturbed(place)

    def load(pages: list[Extraction]) -> None:
        with place.open() as database:
            growth.load(database, pages, "1")

    threads = [threading.Thread(target=load, args=(pages,)) for pages in (PAGES, PAGES[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert digest(place) == expected


@pytest.fixture
def restarted(request: pytest.FixtureRequest) -> tuple[Place, Neo4j]:
    """A Neo4j of our own that may be stopped, and an empty graph in it."""
    running: Neo4j = request.getfixturevalue("neo4j_server")
    place = Place(Path(), running.uri, running.user, running.password)
    with place.open() as database:
        empty(database)
    return place, running


def test_neo4j_that_is_restarted_in_mid_load(restarted: tuple[Place, Neo4j]) -> None:
    """A restart is waited for, as long as the driver tries again."""
    place, running = restarted
    expected = undisturbed(place)

    def restart() -> None:
        running.stop()
        running.start()

    with place.open() as database:
        growth.load(database, interrupted(restart), "1")
    assert digest(place) == expected


def test_neo4j_that_goes_down_in_mid_load(
    restarted: tuple[Place, Neo4j], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, no half article, and the same load goes on when it is up again."""
    monkeypatch.setattr("cypher.database.RETRIES", 1.0)
    place, running = restarted
    expected = undisturbed(place)
    try:
        with place.open() as database, pytest.raises(ServerDown) as error:
            growth.load(database, interrupted(running.stop), "1")
        assert "\n" not in str(error.value)
        with pytest.raises(ServerDown, match=rf"no server answers at {place.uri}"):
            place.open()
    finally:
        running.start()
    with place.open() as database:
        assert database.read("MATCH (a:Article) RETURN count(a) AS articles") == [{"articles": 1}]
        assert list(check.flaws(database)) == []
        growth.load(database, PAGES, "1")
    assert digest(place) == expected


def test_a_wrong_password_of_neo4j(neo4j_login: tuple[str, str, str]) -> None:
    uri, user, _ = neo4j_login
    with pytest.raises(LoginError, match="ONRECORD_PASSWORD") as error:
        connect(uri, user, "wrong")
    assert "\n" not in str(error.value)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sets a limit of another process")
def test_a_server_that_cannot_write_any_more(tmp_path: Path) -> None:
    """What a full disk does: every write of the server fails. What was loaded stays, and it goes on."""
    import resource

    place = Place(tmp_path / "home")

    def limit(size: int) -> None:
        found = server.status(place.home)
        assert found
        resource.prlimit(found.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    try:
        expected = undisturbed(place)
        with place.open() as database:
            with pytest.raises(DatabaseError) as error:
                growth.load(database, interrupted(lambda: limit(0)), "1")
            assert "\n" not in str(error.value)
            limit(resource.RLIM_INFINITY)
            assert database.read("MATCH (a:Article) RETURN count(a) AS articles") == [{"articles": 1}]
            assert list(check.flaws(database)) == []
            growth.load(database, PAGES, "1")
        server.stop(place.home)
        assert digest(place) == expected
    finally:
        server.stop(place.home)


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
