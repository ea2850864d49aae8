"""The same text in several outlets, and the same words: which article is a copy of which, which statement.

    (copy:Article)-[:COPY_OF]->(:Article)       the earliest article that it is nearly the same as
    (:Statement)-[:SAME_AS]->(:Statement)       the earliest statement with the same quotation; of what is not
                                                quoted, that of the article that its article is a copy of

Two articles are nearly the same when LIKE of the five-word shingles of both are in both, as MinHash tells
(Broder 1997). Those that may be are found by bands of it (Leskovec, Rajaraman & Ullman, Mining of Massive
Datasets, 3.4), kept as keys in the graph, so that this costs the same however many articles there are. Who is
linked to whom depends on the pairs alone, and so not on the order in which articles come and go.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cypher import library
from cypher.database import Transaction
from extract.annotation import Article, digest
from graph.model import Edge, Node

LIKE = 0.75
WORDS = 6  # of a quotation, at least: fewer are said by many
_SHINGLE = 5  # words
_LEAST = 30  # shingles: of a shorter text nothing is told
_BANDS, _ROWS = 20, 5  # of two like ones .99 share a band, of two that share a half of their shingles .47
_WIDTH = 8  # hexadecimal digits of a hash value


@dataclass(frozen=True, slots=True)
class Links:
    """What was linked through an article: ids of its copies, keys of its quotations."""

    copies: Sequence[str]
    quotes: frozenset[str]


def quote(text: str, kind: str) -> str | None:
    """What a quotation shares with the same one elsewhere; None for what is not quoted, or too short."""
    words = re.findall(r"\w+", library.fold(text))
    return digest("quote", *words) if kind != "indirect" and len(words) >= WORDS else None


def signature(article: Article) -> str | None:
    """MinHash of what is read of an article, in hexadecimal digits; None for a text that is too short."""
    parts = [article.text[part.start : part.end] for part in article.paragraphs if part.kind == "body"]
    words = re.findall(r"\w+", library.fold(" ".join(parts) if parts else article.text))
    shingles = {
        " ".join(words[start : start + _SHINGLE]).encode("utf-8", "replace")
        for start in range(len(words) - _SHINGLE + 1)
    }
    if len(shingles) < _LEAST:
        return None
    from datasketch import MinHash

    hashed = MinHash(_BANDS * _ROWS, seed=1, scheme="affine32")
    hashed.update_batch(sorted(shingles))
    return "".join(f"{value:0{_WIDTH}x}" for value in hashed.hashvalues.tolist())


def banded(article: str, signature: str | None) -> tuple[dict[str, Node], list[Edge]]:
    """The keys under which an article is kept with those that it may be nearly the same as."""
    keys = _bands(signature)
    edges = [Edge(digest("BANDED", article, key), "BANDED", article, key) for key in keys]
    return {key: Node(key, "Key") for key in keys}, edges


def _bands(signature: str | None) -> list[str]:
    if signature is None:
        return []
    size = _ROWS * _WIDTH
    return [f"copy:{band}:{signature[band * size : (band + 1) * size]}" for band in range(_BANDS)]


def _likeness(one: str, other: str) -> float:
    """The share of shingles in both of those in either, as two signatures tell it."""
    size = _BANDS * _ROWS * _WIDTH
    same = sum(one[at : at + _WIDTH] == other[at : at + _WIDTH] for at in range(0, size, _WIDTH))
    return same / (_BANDS * _ROWS)


def unlinked(transaction: Transaction, article: str) -> Links:
    """Take out what links an article to others, before it is replaced or withdrawn; what it was."""
    copies = transaction.read(library.load("copies/copies").text, article=article)
    quotes = transaction.read(library.load("copies/quotes").text, article=article)
    rows = transaction.read(library.load("copies/signature").text, article=article)
    keys = _bands(rows[0]["signature"]) if rows else []
    transaction.write(
        [
            (library.load("copies/clear").text, [{"article": article}]),
            (library.load("copies/clear_keys").text, [{"id": key} for key in keys]),
        ]
    )
    return Links([row["id"] for row in copies], frozenset(row["quote"] for row in quotes))


def relink(transaction: Transaction, article: str, before: Links) -> None:
    """Link an article to those it is a copy of, or that are copies of it, and its statements likewise.

    ``before``: what was linked through it, which is linked anew.
    """
    touched = {*before.copies}
    for id in before.copies:
        _point(transaction, id, min(_like(transaction, id), key=_order, default=None))
    like = _like(transaction, article)
    own = [row for row in like if row["id"] == article]
    if own:
        touched.add(article)
        _point(transaction, article, min(like, key=_order))
        for row in like:
            first = row["of"] if row["of"] and row["of"].get("id") else None
            if _order(row) > _order(own[0]) and (first is None or _order(own[0]) < _order(first)):
                _point(transaction, row["id"], own[0])
                touched.add(row["id"])
    held = transaction.read(library.load("copies/copies").text, article=article)
    _link_words(transaction, sorted(touched | {article} | {row["id"] for row in held}))
    quotes = transaction.read(library.load("copies/quotes").text, article=article)
    _link_quotes(transaction, sorted(before.quotes | {row["quote"] for row in quotes}))


def _like(transaction: Transaction, article: str) -> list[Mapping[str, Any]]:
    """The articles that are nearly the same as this one, and itself; none where it is too short, or gone."""
    rows = transaction.read(library.load("copies/signature").text, article=article)
    if not rows or not rows[0]["signature"]:
        return []
    own = rows[0]["signature"]
    near = transaction.read(library.load("copies/near").text, keys=_bands(own))
    return [row for row in near if _likeness(own, row["signature"]) >= LIKE]


def _order(row: Mapping[str, Any]) -> tuple[str, str]:
    """The earliest comes first; what has no day, last."""
    return str(row["published"] or "9999"), row["id"]


def _point(transaction: Transaction, copy: str, first: Mapping[str, Any] | None) -> None:
    """Make an article a copy of the earliest one, or of none, where it is that itself."""
    transaction.write([(library.load("copies/unpoint").text, [{"id": copy}])])
    if first is not None and first["id"] != copy:
        row = {"id": digest("COPY_OF", copy), "source": copy, "target": first["id"], "properties": {}}
        transaction.write([(library.load("load/COPY_OF").text, [row])])


def _link_words(transaction: Transaction, articles: Iterable[str]) -> None:
    """What copies say without quotation marks is what their originals say in the same words."""
    rows = [{"id": id} for id in articles]
    transaction.write([(library.load("copies/unsay").text, rows)])
    same = transaction.read(library.load("copies/words").text, ids=[row["id"] for row in rows])
    transaction.write([(library.load("load/SAME_AS").text, [_same(row["id"], row["first"]) for row in same])])


def _link_quotes(transaction: Transaction, quotes: Sequence[str]) -> None:
    """Of one quotation each is the same as the earliest."""
    groups: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in transaction.read(library.load("copies/quoted").text, quotes=quotes) if quotes else ():
        groups[row["quote"]].append(row)
    wrong: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    for same in groups.values():
        first = min(same, key=_order)["id"]
        for told in same:
            if told["first"] != (first if told["id"] != first else None):
                wrong.append({"id": told["id"]})
                links += [_same(told["id"], first)] if told["id"] != first else []
    transaction.write([(library.load("copies/unquote").text, wrong)])
    transaction.write([(library.load("load/SAME_AS").text, links)])


def _same(statement: str, first: str) -> dict[str, Any]:
    return {"id": digest("SAME_AS", statement), "source": statement, "target": first, "properties": {}}
