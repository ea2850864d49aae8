"""The database over Bolt, on both servers: values, refusals, transactions, errors."""

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from cypher import server
from cypher.database import (
    AddressError,
    CypherError,
    Database,
    DatabaseError,
    LoginError,
    ServerDown,
    WriteRefused,
    connect,
)

ACTORS = "UNWIND $rows AS row MERGE (a:Actor:Person {id: row.id}) SET a += row.properties"
MET = """
UNWIND $rows AS row
MATCH (a:Actor {id: row.a})
MATCH (b:Actor {id: row.b})
MERGE (a)-[r:MET {id: row.id}]->(b)
SET r.evidence = row.id
"""
COUNT = "MATCH (n) RETURN count(n) AS n"


def people(*ids: str, **properties: Any) -> tuple[str, list[dict[str, Any]]]:
    return ACTORS, [{"id": id, "properties": properties} for id in ids]


@pytest.mark.parametrize(
    "value",
    [
        None, True, 7, 2.5, "text", [1, 2], [], {"a": [{"b": None}]}, 2**53 + 1, "it's \"x\" \\ ğ 😀",
        datetime.date(2031, 5, 4),
        datetime.datetime(2031, 5, 4, 12, 30, tzinfo=datetime.UTC),
    ],
)  # fmt: skip
def test_values_come_back_as_plain_python(database: Database, value: object) -> None:
    [row] = database.read("RETURN $value AS value", value=value)
    assert row == {"value": value}
    assert type(row["value"]) is type(value)


def test_nodes_relationships_and_paths_come_back_as_plain_python(database: Database) -> None:
    day = datetime.date(2031, 5, 4)
    database.write([people("a", "b", born=day), (MET, [{"id": "m", "a": "a", "b": "b"}])])
    a, b = ({"labels": ["Actor", "Person"], "properties": {"id": id, "born": day}} for id in ("a", "b"))
    met = {"type": "MET", "properties": {"id": "m", "evidence": "m"}}
    [row] = database.read("MATCH p = (a)-[r:MET]->() RETURN a, r, p, [a] AS list, {of: r} AS map")
    assert row == {
        "a": a, "r": met, "p": {"nodes": [a, b], "relationships": [met]}, "list": [a], "map": {"of": met},
    }  # fmt: skip


def test_rows_keep_their_order_and_their_columns(database: Database) -> None:
    assert database.read("UNWIND [3, 1, 2] AS x RETURN x AS b, -x AS a") == [
        {"b": 3, "a": -3}, {"b": 1, "a": -1}, {"b": 2, "a": -2},
    ]  # fmt: skip
    assert database.read("MATCH (n:Person) RETURN n") == []


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (:Person {id: 'x'})",
        "MERGE (:Person {id: 'x'})",
        "MATCH (a:Person) SET a.name = 'x'",
        "MATCH (a:Person) REMOVE a.name",
        "MATCH (a) DETACH DELETE a",
        "MATCH ()-[r:MET]->() DELETE r",
        "MATCH ()-[r:MET]->() SET r.id = 'x' RETURN r",
        "MATCH (a:Person {id: 'a'}), (b:Person {id: 'b'}) CREATE (a)-[:ACCUSED {id: 'x'}]->(b)",
        "MATCH (a:Person) FOREACH (x IN [1] | SET a.n = x)",
        "MATCH (a:Person) CALL { CREATE (:Place {id: 'x'}) } RETURN a",
        "CREATE INDEX nothing IF NOT EXISTS FOR (a:Person) ON (a.shoeSize)",
        "DROP CONSTRAINT actor_id",
    ],
)
def test_a_query_that_writes_is_refused_and_changes_nothing(database: Database, query: str) -> None:
    database.write([people("a", "b", name="Ada"), (MET, [{"id": "m", "a": "a", "b": "b"}])])
    everything = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r ORDER BY n.id"
    indexes = "SHOW INDEXES YIELD name RETURN name ORDER BY name"
    before = database.read(everything), database.read(indexes)
    with pytest.raises(WriteRefused, match="only reading"):
        database.read(query)
    assert (database.read(everything), database.read(indexes)) == before


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("MATCH (p:Person RETURN p", r"line 1, column 17: "),
        ("MATCH (p:Person)\nRETURN p p", r"line 2, column 10"),
        ("RETURN nobody", "nobody"),
        ("RETURN $absent", "absent"),
        ("RETURN 1 / 0", "zero"),
        ("nonsense", "nonsense"),
    ],
)
def test_a_query_that_is_wrong_is_an_error_of_one_line(database: Database, query: str, message: str) -> None:
    with pytest.raises(CypherError, match=message) as error:
        database.read(query)
    assert "\n" not in str(error.value)


def test_half_a_character_is_an_error_and_nothing_is_broken(database: Database) -> None:
    for query, value in (("RETURN $value AS value", "\ud83d"), ("RETURN '\udcff', $value", "")):
        with pytest.raises(CypherError, match="half a character"):
            database.read(query, value=value)
    assert database.read("RETURN 1 AS one") == [{"one": 1}]


def test_all_steps_are_written_or_none(database: Database) -> None:
    with pytest.raises(CypherError):
        database.write([people("a", "b"), people("c", bad={"a": "map"})])
    assert database.read(COUNT) == [{"n": 0}]
    database.write([people("a"), people("b"), (MET, [])])
    assert database.read(COUNT) == [{"n": 2}]


def test_a_write_may_be_repeated(database: Database) -> None:
    steps = [people("a", "b", name="Ada"), (MET, [{"id": "m", "a": "a", "b": "b"}])]
    database.write(steps)
    database.write(steps)
    assert database.read("MATCH (n)-[r]->() RETURN count(r) AS r") == [{"r": 1}]
    assert database.read(COUNT) == [{"n": 2}]


def test_writers_that_race_make_each_node_once(database: Database) -> None:
    ready = threading.Barrier(4)
    ids = [f"p{n}" for n in range(200)]
    met = [{"id": f"m{n}", "a": f"p{n}", "b": f"p{n + 1}"} for n in range(199)]

    def write(_: int) -> None:
        ready.wait()
        database.write([people(*ids, name="Ada"), (MET, met)])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    assert database.read(COUNT) == [{"n": 200}]
    assert database.read("MATCH ()-[r:MET]->() WHERE r.evidence = r.id RETURN count(r) AS n") == [{"n": 199}]


def test_one_id_is_one_node_even_for_another_label(database: Database) -> None:
    database.write([people("a")])
    with pytest.raises(CypherError, match="a"):
        database.write([("UNWIND $rows AS row CREATE (:Actor:Place {id: row.id})", [{"id": "a"}])])
    assert database.read(COUNT) == [{"n": 1}]


def test_the_schema_may_be_repeated(database: Database) -> None:
    indexes = "SHOW INDEXES YIELD name, type WHERE type = 'FULLTEXT' RETURN count(*) AS n"
    before = database.read(indexes)
    database.schema()
    assert database.read(indexes) == before
    assert before[0]["n"] >= 2


@pytest.mark.parametrize(
    "uri",
    ["http://localhost:7474", "localhost:7687", "", "bolt://", "bolt://localhost:port", "bolt://h:1?x=1"],
)
def test_an_address_that_is_none(uri: str) -> None:
    with pytest.raises(AddressError, match="no Bolt address"):
        connect(uri, "neo4j", "secret")


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1"])
def test_a_server_that_is_down(uri: str) -> None:
    with pytest.raises(ServerDown, match=r"127\.0\.0\.1:1"):
        connect(uri, "neo4j", "secret")


def test_a_server_that_does_not_speak_bolt(embedded: Database, home: Path) -> None:
    found = server.status(home)
    assert found
    with pytest.raises(ServerDown, match="in Bolt"):
        connect(f"bolt://127.0.0.1:{found.http}", "neo4j", "secret")


@pytest.mark.parametrize(("user", "password"), [("root", "wrong"), ("nobody", "wrong"), ("", "")])
def test_a_wrong_password(embedded: Database, home: Path, user: str, password: str) -> None:
    found = server.status(home)
    assert found
    with pytest.raises(LoginError, match="ONRECORD_PASSWORD"):
        connect(found.uri, user, password)


def test_every_error_is_a_database_error() -> None:
    for error in (AddressError, CypherError, LoginError, ServerDown, WriteRefused):
        assert issubclass(error, DatabaseError)
