"""Whether the graph is true to its articles, and one digest of all that it holds."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from cypher import library
from cypher.database import Database
from graph import copies
from graph.build import ELLIPSIS
from graph.growth import SHARE, judgements
from graph.names import Name
from graph.resolution import resolve
from graph.settling import name_of

_BATCH = 100  # articles whose texts are held at once


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong: ``what`` is not to be, ``id`` and ``words`` tell where it is."""

    what: str
    id: str | None
    words: str


def digest(database: Database) -> str:
    """64 hexadecimal digits: equal for graphs that hold the same, on both servers, whenever it was read."""
    total = 0
    for name in ("digest/nodes", "digest/edges"):
        for row in database.stream(library.load(name).text):
            if "labels" in row:
                row["labels"].sort()
            row["properties"] = {
                key: value
                for key, value in row["properties"].items()
                # the embedded server keeps no empty lists
                if key != "readAt" and value is not None and value != []
            }
            line = json.dumps(row, sort_keys=True, ensure_ascii=False, default=str)
            # added up, so that their order does not matter and none need be held
            total += int.from_bytes(hashlib.sha256(line.encode("utf-8", "replace")).digest())
    return f"{total % 2**256:064x}"


def flaws(database: Database) -> Iterator[Flaw]:
    """What breaks an invariant: evidence that is no slice of its article, orphans, doubles, wrong sums."""
    for path in sorted((library.FOLDER / "checks").glob("*.cypher")):
        query = library.load(f"checks/{path.stem}")
        for row in database.stream(query.text):
            yield Flaw(query.question, row["id"], row["words"] or "")
    ids = [row["id"] for row in database.stream(library.load("digest/articles").text)]
    for start in range(0, len(ids), _BATCH):
        yield from _evidence(database, ids[start : start + _BATCH])
    yield from _names(database)
    yield from _copies(database)


def _evidence(database: Database, ids: Sequence[str]) -> Iterator[Flaw]:
    texts = {row["id"]: row["text"] for row in database.read(library.load("evidence/texts").text, ids=ids)}
    for name in ("statements", "sentences", "mentions", "events", "relations"):
        for row in database.read(library.load(f"evidence/{name}").text, ids=ids):
            found = (texts[row["article"]] or "")[row["start"] : row["end"]]
            if found != row["words"] and not (name == "statements" and _joined(found, row["words"])):
                yield Flaw(f"evidence of {name} that is not what its article says", row["id"], row["words"])


def _joined(found: str, words: str) -> bool:
    """Whether the pieces of a statement stand in a slice in their order, from its begin to its end."""
    pieces = words.split(ELLIPSIS)
    if not (found.startswith(pieces[0]) and found.endswith(pieces[-1])):
        return False
    at = 0
    for piece in pieces:
        at = found.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _names(database: Database) -> Iterator[Flaw]:
    """Names are what all articles together call by them, and mean whom all names together give."""
    names: dict[str, Name] = {}
    means: dict[str, dict[str, Any]] = {}
    for row in database.stream(library.load("digest/names").text):
        name = name_of(row.pop("properties"))
        names[name.id], means[name.id] = name, row
    listed = sorted(names)
    for start in range(0, len(listed), _BATCH):
        ids = listed[start : start + _BATCH]
        for row in database.read(library.load("articles/called").text, ids=ids):
            said = {key: tuple(sorted({one for each in row[key] for one in each})) for key in SHARE}
            if any(getattr(names[row["id"]], key) != said[key] for key in SHARE):
                yield Flaw("a name that is not what its articles say", row["id"], names[row["id"]].words)
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    for id, actor in resolve(names.values(), judgements(database)).items():
        aliases[means[id]["id"]] |= {*names[id].aliases, actor.name}
        if means[id]["id"] != actor.id or means[id]["name"] != actor.name:
            words = f"{names[id].words}: {means[id]['name']}, should be {actor.name}"
            yield Flaw("a name that means another actor than all names together give", id, words)
    for row in {row["id"]: row for row in means.values()}.values():
        if {*row["aliases"]} != aliases[row["id"]]:
            yield Flaw("an actor that is called what no article calls it", row["id"], row["name"])


def _copies(database: Database) -> Iterator[Flaw]:
    """Articles are linked to the first that tells their text, statements to the first with their words."""
    listed = database.read(library.load("digest/copies").text)
    expected = copies.expected(listed)
    for row in listed:
        if (row["first"], row["like"]) != expected[row["id"]]:
            yield Flaw(
                "an article that is not linked to the first that tells its text", row["id"], row["words"]
            )
    what = "a statement that is not linked to the first with its words"
    quoted = database.stream(library.load("digest/quotes").text)
    for _, rows in groupby(quoted, itemgetter("quote")):
        for told, first in copies.same_quotes(rows):
            if told["first"] != first:
                yield Flaw(what, told["id"], told["words"])
    members: defaultdict[str, list[str]] = defaultdict(list)
    for row in listed:
        members[row["first"] or row["id"]].append(row["id"])
    words = library.load("copies/words").text
    alone = [ids[0] for ids in members.values() if len(ids) == 1]
    groups = [alone[start : start + _BATCH] for start in range(0, len(alone), _BATCH)]
    for ids in (*groups, *(ids for ids in members.values() if len(ids) > 1)):
        for told, first in copies.same_words(database.read(words, ids=ids, searches=None)):
            if told["first"] != first:
                yield Flaw(what, told["id"], told["search"])
