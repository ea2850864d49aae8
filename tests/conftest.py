"""The databases that tests run on: the embedded server, and a real Neo4j where there is one.

A test that takes ``database`` runs once on each, on an empty graph. Neo4j is the server at ONRECORD_URI, if
that is set (its graph is emptied!), else one made of its Maven artifacts, where Java and Maven are there.
Tests that were skipped are named at the end; with ONRECORD_TEST_ALL set they fail the run.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from cypher import server
from cypher.database import Database, connect
from graph import store
from graph.model import Graph
from tests.neo4j.server import Neo4j, Unavailable

# The same examples every time, and as long as they take on a busy machine
settings.register_profile("onrecord", derandomize=True, deadline=None)
settings.load_profile("onrecord")

NODES = "MATCH (n) WHERE NOT n:Lock RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id"
EDGES = """
MATCH (n)-[r]->(m)
RETURN n.id AS source, type(r) AS type, m.id AS target, properties(r) AS properties ORDER BY r.id
"""
EMPTY = "UNWIND $rows AS row MATCH (n) DETACH DELETE n"


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The home of the embedded server that the tests share."""
    home = tmp_path_factory.mktemp("home")
    yield home
    server.stop(home)


@pytest.fixture(scope="session")
def embedded(home: Path) -> Iterator[Database]:
    """The embedded server's database, as it is."""
    with connect(home=home) as database:
        database.schema()
        yield database


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """A Neo4j of our own, with its Browser; skips where there is none."""
    try:
        running = Neo4j(tmp_path_factory.mktemp("neo4j"))
    except Unavailable as reason:
        pytest.skip(str(reason))
    with running:
        yield running


@pytest.fixture(scope="session")
def neo4j_login(request: pytest.FixtureRequest) -> tuple[str, str, str]:
    """Address, user and password of a Neo4j; skips where there is none."""
    if uri := os.environ.get("ONRECORD_URI"):
        return uri, os.environ.get("ONRECORD_USER", "neo4j"), os.environ["ONRECORD_PASSWORD"]
    running = request.getfixturevalue("neo4j_server")
    return running.uri, running.user, running.password


@pytest.fixture(scope="session")
def neo4j(neo4j_login: tuple[str, str, str]) -> Iterator[Database]:
    """A Neo4j's database, as it is; skips where there is none."""
    with connect(*neo4j_login) as database:
        database.schema()
        yield database


@pytest.fixture(params=["embedded", "neo4j"], scope="session")
def any_database(request: pytest.FixtureRequest) -> Database:
    """Either database, as it is: for modules that fill it once and then only read."""
    database: Database = request.getfixturevalue(request.param)
    return database


@pytest.fixture
def database(any_database: Database) -> Database:
    """Either database, empty."""
    empty(any_database)
    return any_database


def empty(database: Database) -> None:
    """Take all nodes and relationships out."""
    database.write([(EMPTY, [{}])])


def fill(database: Database, *graphs: Graph) -> None:
    """Load graphs as they are, each in a transaction of its own."""
    database.schema()
    for graph in graphs:
        database.write(store.steps(store.rows(graph)))


def dump(database: Database) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """All nodes and relationships, but not when they were read."""
    nodes = database.read(NODES)
    for node in nodes:
        node["labels"].sort()
        node["properties"].pop("readAt", None)
    return nodes, database.read(EDGES)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests that did not run, and why."""
    for report in terminalreporter.stats.get("skipped", []):
        terminalreporter.write_line(f"skipped: {report.nodeid}: {report.longrepr[2]}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where every test must run, one that was skipped fails the run."""
    reporter: pytest.TerminalReporter | None = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and os.environ.get("ONRECORD_TEST_ALL") and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
