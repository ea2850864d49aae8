"""Which articles the graph holds: read where it does not hold them as they are, listed, taken out."""

import datetime
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cypher import library
from cypher.database import Database
from extract.annotation import Article, ArticleError, Extraction, digest
from graph import growth
from graph.build import article_id
from graph.model import GraphError

Choose = Callable[[Iterable[Article]], Iterator[Article]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of reading did: nodes and edges ``loaded`` by label and type; numbers of articles."""

    loaded: dict[str, int]
    unchanged: int
    withdrawn: int


def read(
    database: Database,
    extractions: Callable[[Choose], Iterable[Extraction]],
    reader: str,
    sources: Sequence[str],
    failed: Sequence[ArticleError],
) -> Outcome:
    """Make the graph hold the articles of the sources as they are now, as this version of the reader reads.

    ``extractions`` reads those of all articles that the function it is given leaves it: the others are in the
    graph so already, which makes reading go on where it was broken off. An article without an address is
    withdrawn when its file holds it no more. ``failed``: what could not be read, as far as reading has got.
    """
    seen: defaultdict[str, set[str]] = defaultdict(set)
    unchanged = 0

    def unread(articles: Iterable[Article]) -> Iterator[Article]:
        nonlocal unchanged
        for article in articles:
            seen[article.path].add(article_id(article))
            if growth.holds(database, article, reader):
                unchanged += 1
            else:
                yield article

    database.schema()
    loaded = growth.load(database, extractions(unread), reader)
    gone = [
        row["id"]
        for row in database.read(library.load("articles/at").text, paths=sorted(seen.keys() - {"-"}))
        if row["url"] is None and row["id"] not in seen[row["path"]]
    ]
    for id in gone:
        growth.withdraw(database, id)
    _note(database, {*sources, *seen}, failed, reader)
    return Outcome(loaded, unchanged, len(gone))


def _note(database: Database, places: set[str], failed: Sequence[ArticleError], reader: str) -> None:
    """Keep what could not be read; forget what failed there before."""
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    told = {(error.path or str(error).partition(": ")[0], str(error)) for error in failed}
    rows = [
        {
            "id": digest("failure", path, message),
            "properties": {"path": path, "message": message, "reader": reader, "readAt": now},
        }
        for path, message in sorted(told)
    ]
    paths = [{"path": path} for path in sorted(places | {path for path, _ in told})]
    database.write(
        [
            (library.load("articles/clear_failures").text, paths),
            (library.load("load/Failure").text, rows),
        ]
    )


def withdraw(database: Database, what: str) -> list[str]:
    """Take the articles of this id, address, file or folder out; their places. Raises GraphError for none."""
    path = os.path.abspath(what)  # noqa: PTH100 - as it was named, links and all
    query = library.load("articles/find").text
    found = database.read(query, what=what, path=path, folder=os.path.join(path, ""))  # noqa: PTH118
    if not found:
        raise GraphError(f"no article has the id, address or file {what!r}: see onrecord articles")
    for row in found:
        growth.withdraw(database, row["id"])
    return [row["title"] or row["path"] for row in found]


def listing(database: Database) -> list[dict[str, Any]]:
    """The articles of the graph by their places, then what could not be read."""
    rows = [
        row
        for name in ("articles/list", "articles/failures")
        for row in database.read(library.load(name).text)
    ]
    for row in rows:
        row["published"] = row["published"] and row["published"].isoformat()
    return rows


def older(database: Database, reader: str) -> tuple[list[str], list[ArticleError]]:
    """The files and addresses that another version of the reader read; and what of them is lost."""
    rows = database.read(library.load("articles/older").text, reader=reader)
    paths = [row["path"] for row in rows]
    found = [path for path in paths if "://" in path or os.path.exists(path)]  # noqa: PTH110 - any string
    lost = []
    for path in paths:
        if path not in found:
            error = ArticleError(
                f"{path}: was read before and is no longer there; withdraw it or bring it back"
            )
            error.path = path
            lost.append(error)
    return found, lost
