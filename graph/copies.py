"""The same text in several outlets, and the same words: which article is a copy of which, which statement.

    (copy:Article)-[:COPY_OF {like}]->(:Article)    where the text is first told
    (:Statement)-[:SAME_AS]->(:Statement)           the earliest statement with the same quotation; of what is
                                                    not quoted, with the same words in copies of one article

Each article repeats the earliest that it is nearly the same as (``like``), that one another, and so on to the
first, which is no copy: COPY_OF goes there. So no copy has copies, and what is linked is told once.
Two articles are nearly the same when LIKE of the five-word shingles of both are in both, as MinHash tells
(Broder 1997). Those that may be are found by bands of it (Leskovec, Rajaraman & Ullman, Mining of Massive
Datasets, 3.4), kept as keys in the graph, so that this costs the same however many articles there are. Who is
linked to whom depends on the pairs alone, and so not on the order in which articles come and go.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """What was linked through an article: its fellow copies and what each repeats, keys of its quotations."""

    likes: Mapping[str, str | None]
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
    rows = transaction.read(library.load("copies/signature").text, ids=[article])
    likes: dict[str, str | None] = {}
    if rows and (rows[0]["first"] or rows[0]["copies"]):
        first = rows[0]["first"] or article
        likes = {row["id"]: row["like"] for row in _stars(transaction, [first])} | {first: None}
        likes.pop(article)
    quotes = transaction.read(library.load("copies/quotes").text, article=article)
    keys = _bands(rows[0]["signature"]) if rows else []
    transaction.write(
        [
            (library.load("copies/clear").text, [{"article": article}]),
            (library.load("copies/clear_keys").text, [{"id": key} for key in keys]),
        ]
    )
    return Links(likes, frozenset(row["quote"] for row in quotes))


def relink(transaction: Transaction, article: str, before: Links) -> None:
    """Link an article to the first that tells its text, those that repeat it likewise, and their statements.

    ``before``: what was linked through it, which is linked anew.
    """
    touched = _link_articles(transaction, article, before.likes)
    _link_words(transaction, touched)
    quotes = transaction.read(library.load("copies/quotes").text, article=article)
    _link_quotes(transaction, sorted(before.quotes | {row["quote"] for row in quotes}))


def _link_articles(transaction: Transaction, article: str, before: Mapping[str, str | None]) -> set[str]:
    """Link articles; which of them are among copies, or were, so that their statements may change."""
    likes = dict(before)  # of the articles that may be concerned: which one each repeats
    firsts: dict[str, str] = {}  # of the others: where their text is first told
    for id in [id for id, like in before.items() if like == article]:
        near = _like(transaction, id)
        likes[id] = _earliest(id, near)
        firsts |= {row["id"]: row["first"] or row["id"] for row in near if row["id"] not in before}
    near = _like(transaction, article)
    held = {row["id"]: row for row in near}
    if article in held:
        firsts |= {row["id"]: row["first"] or row["id"] for row in near if row["id"] not in before}
        repeating = _repeating(transaction, held[article], near, likes)
        stars = {firsts.get(id, id) for id in repeating} - before.keys() - {article}
        likes |= {row["id"]: row["like"] for row in _stars(transaction, sorted(stars))}
        likes |= dict.fromkeys(stars) | dict.fromkeys(repeating, article)
        likes[article] = _earliest(article, near)
    if not any(likes.values()) and not before:
        return set()
    rows = transaction.read(library.load("copies/signature").text, ids=sorted(likes))
    linked = {row["id"]: (row["first"], row["like"]) for row in rows}
    now = {id: (first_of(id, likes, firsts), likes[id]) for id in likes}
    wrong = {id: told for id, told in now.items() if linked.get(id, (None, None)) != _link(id, told)}
    transaction.write(
        [
            (library.load("copies/unpoint").text, [{"id": id} for id in sorted(wrong)]),
            (
                library.load("load/COPY_OF").text,
                [
                    {"id": digest("COPY_OF", id), "source": id, "target": first, "properties": {"like": like}}
                    for id, (first, like) in sorted(wrong.items())
                    if like
                ],
            ),
        ]
    )
    return {article, *wrong, *before}


def _link(id: str, told: tuple[str, str | None]) -> tuple[str | None, str | None]:
    return (None, None) if told[0] == id else told


def _repeating(
    transaction: Transaction,
    own: Mapping[str, Any],
    near: Iterable[Mapping[str, Any]],
    likes: Mapping[str, str | None],
) -> list[str]:
    """Of the articles near to this one, those that repeat none that is earlier than it."""
    later = {row["id"]: likes.get(row["id"], row["like"]) for row in near if _order(row) > _order(own)}
    ids = sorted({like for like in later.values() if like})
    rows = transaction.read(library.load("copies/signature").text, ids=ids) if ids else []
    days = {row["id"]: _order(row) for row in rows}
    return [id for id, like in later.items() if like is None or _order(own) < days[like]]


def first_of(id: str, likes: Mapping[str, str | None], firsts: Mapping[str, str] | None = None) -> str:
    """Where the text of an article is first told: what it repeats, what that repeats, and so on.

    ``likes``: which one each repeats; ``firsts``: of some that are not among them, where theirs is told.

    >>> first_of("c", {"c": "b", "b": "a", "a": None})
    'a'
    """
    while like := likes.get(id):
        id = like
    return (firsts or {}).get(id, id) if id not in likes else id


def _like(transaction: Transaction, article: str) -> list[Mapping[str, Any]]:
    """The articles that are nearly the same as this one, and itself; none where it is too short, or gone."""
    rows = transaction.read(library.load("copies/signature").text, ids=[article])
    if not rows or not rows[0]["signature"]:
        return []
    near = transaction.read(library.load("copies/near").text, keys=_bands(rows[0]["signature"]))
    return [row for row in near if _likeness(rows[0]["signature"], row["signature"]) >= LIKE]


def _earliest(id: str, near: Iterable[Mapping[str, Any]]) -> str | None:
    first = min(near, key=_order, default=None)
    return first["id"] if first is not None and first["id"] != id else None


def _order(row: Mapping[str, Any]) -> tuple[str, str]:
    """The earliest comes first; what has no day, last."""
    return str(row["published"] or "9999"), row["id"]


def _stars(transaction: Transaction, firsts: Sequence[str]) -> Sequence[Mapping[str, Any]]:
    """The copies of these articles."""
    return transaction.read(library.load("copies/copies").text, ids=firsts) if firsts else []


def _link_words(transaction: Transaction, touched: Iterable[str]) -> None:
    """What copies say without quotation marks is what the first of them says in the same words."""
    if not (ids := sorted(touched)):
        return
    words = library.load("copies/words").text
    own = transaction.read(words, ids=ids, searches=None)
    firsts = sorted({row["original"] for row in own})
    others = sorted({row["id"] for row in _stars(transaction, firsts)}.union(firsts) - {*ids})
    searches = sorted({row["search"] for row in own})
    told = [*own, *(transaction.read(words, ids=others, searches=searches) if others else ())]
    _link_same(transaction, same_words(told))


def _link_quotes(transaction: Transaction, quotes: Sequence[str]) -> None:
    """Of one quotation each is the same as the earliest."""
    rows = transaction.read(library.load("copies/quoted").text, quotes=quotes) if quotes else []
    _link_same(transaction, same_quotes(rows))


def same_quotes(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], str | None]]:
    """Each statement with the earliest of its quotation, where that is another."""
    for same in _grouped(rows, "quote"):
        first = min(same, key=_order)["id"]
        yield from ((row, first if row["id"] != first else None) for row in same)


def same_words(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], str | None]]:
    """Each statement with the one of its words in the earliest article among copies, if that is another."""
    for same in _grouped(rows, "original", "search"):
        first = min(same, key=lambda row: (*_order({**row, "id": row["article"]}), row["id"]))
        yield from ((row, first["id"] if row["article"] != first["article"] else None) for row in same)


def _grouped(rows: Iterable[Mapping[str, Any]], *keys: str) -> Iterable[list[Mapping[str, Any]]]:
    groups: defaultdict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[key] for key in keys)].append(row)
    return groups.values()


def _link_same(transaction: Transaction, same: Iterable[tuple[Mapping[str, Any], str | None]]) -> None:
    """Link statements that are not linked so."""
    wrong = [(row["id"], first) for row, first in same if row["first"] != first]
    links = [
        {"id": digest("SAME_AS", id), "source": id, "target": first, "properties": {}}
        for id, first in wrong
        if first
    ]
    transaction.write(
        [
            (library.load("copies/unquote").text, [{"id": id} for id, _ in wrong]),
            (library.load("load/SAME_AS").text, links),
        ]
    )


def expected(rows: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str | None, str | None]]:
    """What each article is a copy of and which one it repeats, told from all signatures together.

    ``rows``: id, published and signature of every article; for graph.check.
    """
    by_band: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        for band in _bands(row["signature"]):
            by_band[band].append(row)
    likes: dict[str, str | None] = {}
    for row in rows:
        near = {each["id"]: each for band in _bands(row["signature"]) for each in by_band[band]}
        like = [each for each in near.values() if _likeness(row["signature"], each["signature"]) >= LIKE]
        likes[row["id"]] = _earliest(row["id"], like)
    return {id: _link(id, (first_of(id, likes), likes[id])) for id in likes}
