"""The graph's database over Bolt: read, write, schema. The one module that imports the neo4j driver.

The same calls and the same Cypher go to Neo4j and to the embedded server. Values come back as plain Python:

    node            {"labels": ["Actor", "Person"], "properties": {...}}
    relationship    {"type": "SAID", "properties": {...}}
    path            {"nodes": [...], "relationships": [...]}
    date, time      datetime.date, datetime.datetime, ...

Reading never changes the graph: Neo4j refuses a write in a READ transaction, the embedded server refuses it
to the user who reads, and a read is always rolled back. Writing is by explicit transactions that are safe to
repeat: an auto-committed MERGE batch was seen to lose properties on the embedded server.
"""

import logging
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar
from urllib.parse import urlsplit

from cypher import library, server
from cypher.server import DatabaseError


@contextmanager
def _absent(*names: str) -> Iterator[None]:
    """Imports inside find none of these modules, except those that are loaded already."""
    hidden: dict[str, Any] = {name: None for name in names if name not in sys.modules}
    sys.modules.update(hidden)
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


# Where they are installed the driver would load them, half a second, to take their values too: it gets none.
with _absent("numpy", "pandas", "pyarrow"):
    import neo4j
    from neo4j import exceptions, graph, time

__all__ = [
    "AddressError",
    "CypherError",
    "Database",
    "DatabaseError",
    "LoginError",
    "Reader",
    "ServerDown",
    "Transaction",
    "WriteRefused",
]

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what it has to say comes as an exception

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
BATCH = 1000  # rows a statement
RETRIES = 30.0  # seconds in which a server that is restarted is waited for
ATTEMPTS = 5  # at a write that loses a race
Step = tuple[str, Sequence[Mapping[str, Any]]]
Outcome = TypeVar("Outcome")


class AddressError(DatabaseError):
    """The address is none that a Bolt driver takes."""


class ServerDown(DatabaseError):
    """Nobody answers at the address, or not in Bolt, or no longer."""


class LoginError(DatabaseError):
    """The server does not let this user in."""


class CypherError(DatabaseError):
    """The server does not take the query: it says why and where."""


class WriteRefused(DatabaseError):
    """The query would change the graph where only reading is allowed."""


class Reader(Protocol):
    """What answers queries: a Database, or a Transaction, which sees what it has written itself."""

    def read(self, text: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, in its order, as plain values."""


def connect(
    uri: str | None = None, user: str = "neo4j", password: str = "", home: Path | None = None
) -> "Database":
    """An open database, to be used in a ``with``: Neo4j at ``uri``, or the embedded server of ``home``.

    Without ``uri`` the embedded server is found or started; without ``home`` it is in the user's data folder.
    Raises AddressError, LoginError, ServerDown, or DatabaseError where the embedded server cannot run.
    """
    if uri is None:
        return _embedded(home or server.default_home())
    if not _is_address(uri):
        raise AddressError(
            f"{uri!r} is no Bolt address: write bolt://HOST:7687 ({', '.join(SCHEMES)} are known)"
        )
    driver = _driver(uri, user, password)
    return Database(driver, driver, "neo4j", ("constraints", "indexes", "fulltext"))


def _embedded(home: Path) -> "Database":
    for last_chance in (False, True):
        found = server.start(home)
        try:
            writer = _driver(found.uri, found.user, found.password)
            reader = _driver(found.uri, found.reader, found.reader_password)
        except ServerDown:  # it went idle between the two lines
            if last_chance:
                raise
            server.wait(home)
        else:
            # the server has made its full-text indexes itself, in its own SQL
            schema = ("constraints", "indexes")
            return Database(reader, writer, server.DATABASE, schema, lambda: server.turn(home))
    raise AssertionError


def _is_address(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
        return parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # the port is no number
        return False


def _driver(uri: str, user: str, password: str) -> neo4j.Driver:
    try:
        driver = neo4j.GraphDatabase.driver(
            uri,
            auth=(user, password),
            max_transaction_retry_time=RETRIES,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        )
    except (ValueError, exceptions.ConfigurationError) as error:
        raise AddressError(f"{uri!r} is no Bolt address: {_line(str(error))}") from None
    try:
        driver.verify_connectivity()
    except exceptions.AuthError:
        driver.close()
        raise LoginError(
            f"{uri} does not let {user!r} in with this password: set ONRECORD_USER and ONRECORD_PASSWORD"
        ) from None
    except (exceptions.DriverError, exceptions.Neo4jError, ValueError):
        driver.close()
        raise ServerDown(
            f"no server answers at {uri} in Bolt: start it, or correct ONRECORD_URI "
            "(Neo4j speaks Bolt on port 7687, not on the browser's 7474)"
        ) from None
    return driver


class Database:
    """An open graph database. Made by connect()."""

    def __init__(
        self,
        reader: neo4j.Driver,
        writer: neo4j.Driver,
        name: str,
        schema: tuple[str, ...],
        turn: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """Use two drivers, which may be one: ``reader``'s user need only read. ``turn``: wait to write."""
        self._reader = reader
        self._writer = writer
        self._name = name
        self._schema = schema
        self._turn = turn

    def __enter__(self) -> Self:
        """The database itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the connections. The embedded server stays for others, until it is idle."""
        self._reader.close()
        self._writer.close()

    def read(self, text: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, in its order, as plain values.

        Raises WriteRefused for a query that would change the graph (and changes nothing), CypherError for
        one that the server does not take, ServerDown where it is gone.
        """
        return list(self.stream(text, **parameters))

    def stream(self, text: str, /, **parameters: Any) -> Iterator[dict[str, Any]]:
        """The rows as read() gives them, one by one, so that there may be more than memory holds."""
        with (
            _explained(),
            self._reader.session(database=self._name, default_access_mode=neo4j.READ_ACCESS) as session,
            session.begin_transaction() as transaction,
        ):
            result = transaction.run(text, parameters)
            yield from _rows(result)
            counters = result.consume().counters
            transaction.rollback()
        if counters.contains_updates or counters.contains_system_updates:
            # The embedded server refuses some changes only at the commit, which never comes.
            raise WriteRefused(_REFUSED)

    def write(self, steps: Iterable[Step]) -> None:
        """Run steps, each a query over ``$rows`` and its rows, in one transaction: all of them or none.

        A step must be safe to repeat (MERGE by id): a transaction that loses a race is run again, and after
        a crash nobody knows whether the last one was committed.
        """
        held = [(text, rows) for text, rows in steps if rows]
        self._attempt(lambda transaction: transaction.write(held))

    def transact(self, work: Callable[["Transaction"], Outcome]) -> Outcome:
        """What ``work`` gives, in one transaction that is alone: others of its kind wait.

        What it reads is therefore true until it has written. It may be run again, as steps of write() may.
        """

        def alone(transaction: Transaction) -> Outcome:
            # Neo4j lets a second one wait here; on the embedded server it would fail at its commit, and is
            # run again: its turn spares it that.
            transaction.write([(library.load("load/Lock").text, [{"id": "graph"}])])
            return work(transaction)

        with self._turn():
            return self._attempt(alone)

    def _attempt(self, work: Callable[["Transaction"], Outcome]) -> Outcome:
        with _explained(), self._writer.session(database=self._name) as session:
            for _ in range(ATTEMPTS - 1):
                # Two MERGEs of one id at once: the driver does not repeat the one that comes second.
                with suppress(exceptions.ConstraintError):
                    return session.execute_write(lambda running: work(Transaction(running)))
            return session.execute_write(lambda running: work(Transaction(running)))

    def schema(self) -> None:
        """Make sure that the constraints and indexes of cypher/schema are there."""
        with _explained(), self._writer.session(database=self._name) as session:
            for file in self._schema:
                for statement in library.statements(f"schema/{file}.cypher"):
                    session.run(statement).consume()


class Transaction:
    """An open transaction that writes; what it reads holds what it has written. Given by transact()."""

    def __init__(self, running: neo4j.ManagedTransaction) -> None:
        """Write through a transaction of the driver."""
        self._running = running

    def read(self, text: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, in its order, as plain values."""
        return list(_rows(self._running.run(text, parameters)))

    def change(self, text: str, /, **parameters: Any) -> None:
        """Run a query that changes the graph."""
        self._running.run(text, parameters).consume()

    def write(self, steps: Iterable[Step]) -> None:
        """Run steps, each a query over ``$rows`` and its rows."""
        for text, rows in steps:
            for start in range(0, len(rows), BATCH):
                held = [dict(row) for row in rows[start : start + BATCH]]
                self._running.run(text, rows=held).consume()


def _rows(result: neo4j.Result) -> Iterator[dict[str, Any]]:
    keys = result.keys()
    for record in result:
        yield dict(zip(keys, map(_plain, record.values()), strict=True))


def _plain(value: Any) -> Any:
    if isinstance(value, _PLAIN):  # most are, and to match all the rest takes ten times as long
        return value
    match value:
        case graph.Node():
            return {"labels": sorted(value.labels), "properties": _plain(dict(value))}
        case graph.Relationship():
            return {"type": value.type, "properties": _plain(dict(value))}
        case graph.Path():
            return {
                "nodes": [_plain(node) for node in value.nodes],
                "relationships": [_plain(relationship) for relationship in value.relationships],
            }
        case time.Date() | time.Time() | time.DateTime():
            return value.to_native()
        case time.Duration():
            return str(value)
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
    return value


_PLAIN = (str, int, float, bool, type(None))
_REFUSED = "this query does more than read the graph, and only reading is allowed here"
# "line 1, column 8 (offset: 7)" of Neo4j counts from 1; the two forms of the embedded server count from 0
_POSITION = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\)")
_POSITION_FROM_0 = re.compile(r"^Syntax error at line (\d+):(\d+) - | at line (\d+), column (\d+)$")


@contextmanager
def _explained() -> Iterator[None]:
    """The driver's errors as ours, one line each."""
    try:
        yield
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        raise ServerDown(f"the graph's server does not answer any more: {_line(str(error))}") from error
    except exceptions.TransientError as error:
        raise DatabaseError(f"the graph's server is too busy, try again: {_line(str(error))}") from error
    except exceptions.Forbidden as error:
        raise WriteRefused(_REFUSED) from error
    except exceptions.Neo4jError as error:
        if error.code == "Neo.ClientError.Statement.AccessMode":
            raise WriteRefused(_REFUSED) from error
        raise CypherError(_where(error.message or str(error))) from error
    except UnicodeEncodeError as error:  # what a shell makes of bytes that are no UTF-8
        raise CypherError("a query or parameter holds half a character, which is no text") from error
    except exceptions.DriverError as error:
        raise DatabaseError(f"the graph's server failed: {_line(str(error))}") from error


def _where(message: str) -> str:
    """What is wrong with a query, and where: "line 1, column 17: ...", from either server's words."""
    line = _line(message)
    if match := _POSITION.search(line):
        return f"line {match[1]}, column {match[2]}: {line[: match.start()]}"
    if match := _POSITION_FROM_0.search(line):
        row, column = match[1] or match[3], int(match[2] or match[4]) + 1
        return f"line {row}, column {column}: {line[: match.start()]}{line[match.end() :]}"
    return line


def _line(message: str) -> str:
    return message.strip().split("\n")[0].strip()
