"""Which actors the graph holds, and which merges and non-merges of names are nearest to the line, and why."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from cypher import library
from cypher.database import Database
from graph.likeness import LINE, compare, like_family
from graph.names import Name, surname
from graph.resolution import against, cluster
from graph.settling import Known

_SURNAME_ALONE = 0.8  # one person fits
_TWO_FIT = 0.7


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two names, the actors that they mean, whether it is one, and how like they are (one from LINE on)."""

    a: str
    b: str
    means_a: str
    means_b: str
    same: bool
    score: float
    reasons: tuple[str, ...]


def actors(database: Database, ids: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """The named actors, the most mentioned first: names, titles, counts, outlets."""
    rows = database.read(library.load("resolution/actors").text, ids=list(ids) if ids is not None else None)
    for row in rows:
        row["titles"] = sorted({title for titles in row["titles"] for title in titles or ()})
        row["outlets"] = sorted(outlet for outlet in row["outlets"] if outlet)
    return rows


def doubts(database: Database) -> list[Doubt]:
    """Pairs of persons' names of one sound, the nearest to the line first."""
    known = Known()
    known.add(database.read(library.load("resolution/persons").text))
    blocks: defaultdict[str, list[Name]] = defaultdict(list)
    for name in known.names.values():
        blocks[name.home].append(name)
    found: dict[tuple[str, str], Doubt] = {}
    for block in blocks.values():
        for doubt in (*_full(block, known), *_alone(block, known)):
            key = min(doubt.a, doubt.b), max(doubt.a, doubt.b)
            if key not in found or abs(doubt.score - LINE) < abs(found[key].score - LINE):
                found[key] = doubt
    return sorted(found.values(), key=lambda doubt: (abs(doubt.score - LINE), doubt.a, doubt.b))


def _full(block: Sequence[Name], known: Known) -> Iterator[Doubt]:
    for a, b in combinations([name for name in block if name.kind == "full"], 2):
        comparison = compare(a, b)
        if 0 < comparison.score < 1:
            same = known.means[a.id].id == known.means[b.id].id
            means = known.means[a.id].name, known.means[b.id].name
            yield Doubt(_called(a), _called(b), *means, same, comparison.score, comparison.reasons)


def _alone(block: Sequence[Name], known: Known) -> Iterator[Doubt]:
    """A surname alone and each person whom it fits."""
    full = [name for name in block if name.kind == "full"]
    for single in block:
        if single.kind != "single":
            continue
        bearers: defaultdict[str, list[Name]] = defaultdict(list)
        for name in full:
            if like_family(surname(name.words)[0], single.words):
                bearers[known.means[name.id].id].append(name)
        fitting = {
            actor: known.means[names[0].id].name
            for actor, names in bearers.items()
            if not against(single, cluster(actor, names))
        }
        for actor, called in sorted(fitting.items()):
            same = known.means[single.id].id == actor
            reason = "no other fits" if len(fitting) == 1 else f"{len(fitting)} persons fit"
            score = _SURNAME_ALONE if len(fitting) == 1 else _TWO_FIT
            means = known.means[single.id].name, called
            yield Doubt(_called(single), called, *means, same, score, ("a surname alone", reason))


def _called(name: Name) -> str:
    """The longest thing an article calls it."""
    return max(name.aliases, key=lambda alias: (len(alias), alias))
