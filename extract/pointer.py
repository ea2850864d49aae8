"""The attribution network at work: which words may be a cue, and which words are its source and its content.

Two graphs. The first, a MiniLM encoder quantised to int8, reads a window of word pieces with their features
and tags cues; the second takes the vectors of the words and asks for each cue and each word of the window:
nothing of this cue's, its source, or its content? So a word may belong to several statements, one in another.

Windows overlap, and a cue is read where it lies most central. Every window is a run of its own, in
one thread: what an article gives depends on nothing but the article (see encoder.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extract.encoder import MODEL, WordPieces, opening, session
from extract.units import BEGINS, QUOTES, Units, branches, windows

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

WINDOW, STRIDE = 320, 220  # word pieces; the network learnt from windows of that size
CANDIDATE = 0.1  # a unit that is more likely than this to begin a cue is tried as one
BEGIN, INSIDE = 1, 2  # cue tags
SOURCE, CONTENT = 1, 2  # roles
WIKINEWS = 1  # the guidelines that are followed: see extract/training/README.md

# Where a distance in units falls; how many sentences, paragraphs and cues away are told apart.
EDGES = (-50, -30, -20, -14, -9, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 10, 15, 21, 31, 51)
SENTENCES, PARAGRAPHS, BETWEEN, SEGMENTS = 9, 7, 5, 3


@dataclass(frozen=True, slots=True)
class Pointer:
    """A cue, and how likely the n units from ``start`` on are its source and its content.

    first, last      units of the article
    probability      that it is a cue
    source, content  (n,)
    """

    first: int
    last: int
    probability: float
    start: int
    source: Floats
    content: Floats


class AttributionNetwork:
    """The two graphs and the word pieces. ``read`` keeps no state and may be called from several threads."""

    def __init__(self, folder: Path = MODEL) -> None:
        """Load from a folder; raises ModelError."""
        self._sessions = [session(folder / name) for name in ("attribution.onnx", "pointer.onnx")]
        with opening(folder / "vocab.txt") as path:
            self.pieces = WordPieces(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def read(self, units: Units) -> Iterator[Pointer]:
        """What may be cues, in the order of the text, with all that they point at."""
        spans = windows(units, WINDOW, STRIDE)
        home = most_central(spans, len(units))
        encoder, pointer = self._sessions
        for number, (start, end) in enumerate(spans):
            ids, features, first_pieces = window_features(units, start, end, WIKINEWS, self.pieces)
            h, tags = encoder.run(
                ["h", "tags"],
                {"ids": ids[None], "features": features[None], "first": first_pieces[None]},
            )
            begins = softmax(tags[0])[:, BEGIN]
            cues = candidates(begins, tags[0].argmax(-1))
            if not any(home[first + start] == number for first, _ in cues):
                continue
            relations = cue_relations(units, start, end, [(a + start, b + start) for a, b in cues])
            firsts, lasts = np.array(cues, dtype=np.int64).T
            (scores,) = pointer.run(
                ["roles"],
                {"h": h, "first": firsts[None], "last": lasts[None], "relations": relations[None]},
            )
            roles = softmax(scores[0])
            for column, (first, last) in enumerate(cues):
                if home[first + start] == number:
                    yield Pointer(
                        first=first + start,
                        last=last + start,
                        probability=float(begins[first]),
                        start=start,
                        source=roles[:, column, SOURCE],
                        content=roles[:, column, CONTENT],
                    )


@lru_cache(maxsize=1)
def load(folder: Path = MODEL) -> AttributionNetwork:
    """One network for all articles of a process."""
    return AttributionNetwork(folder)


def window_features(
    units: Units, start: int, end: int, style: int, word_pieces: WordPieces
) -> tuple[Ints, Ints, Ints]:
    """What the encoder reads of the units from ``start`` to ``end``, with [CLS] and [SEP] around them.

    Numbers of the L word pieces (L,); for each its shape, part of a quotation, what begins there, part of
    speech, dependency and the guidelines to follow (6, L); the first piece of each unit (W,).
    """
    ids, owner, begins, first = [word_pieces.start], [-1], [False], []
    for unit in range(start, end):
        pieces = units.pieces[unit]
        first.append(len(ids))
        ids += pieces
        owner += [unit] * len(pieces)
        begins += [True] + [False] * (len(pieces) - 1)
    own = np.array([*owner, -1])
    inside = own >= 0
    rows = [
        np.where(inside, units.shape[own], 0),
        np.where(inside, units.quote[own], QUOTES),
        np.where(inside, units.begin[own] * np.array([*begins, False]), BEGINS),
        np.where(inside, units.pos[own], 0),
        np.where(inside, units.dep[own], 0),
        np.full(len(own), style),
    ]
    return np.array([*ids, word_pieces.end]), np.stack(rows), np.array(first)


def cue_relations(units: Units, start: int, end: int, cues: Sequence[tuple[int, int]]) -> Ints:
    """(6, W, C): how each unit of a window lies to each cue, numbered as the pointer's tables are.

    Distances in units, sentences and paragraphs; whether it is quoted, and where the cue is; how many cues
    lie between; the branch of the parse. ``cues``: first and last unit in the article.
    """
    window = slice(start, end)
    first = np.array([cue[0] for cue in cues])

    def away(numbers: Ints, farthest: int) -> Ints:
        distances: Ints = np.clip(numbers[:, None] - numbers[first - start], -farthest, farthest)
        return distances + farthest

    quoted = units.quotation[window, None]
    begun = np.bincount(first - start, minlength=end - start).cumsum()
    return np.stack(
        [
            np.searchsorted(np.array(EDGES), np.arange(start, end)[:, None] - first, "right"),
            away(units.sentence[window], SENTENCES // 2),
            away(units.paragraph[window], PARAGRAPHS // 2),
            np.where(quoted == 0, 0, np.where(quoted == units.quotation[first], 1, 2)),
            away(begun, BETWEEN // 2),
            branches(units, start, end, cues),
        ]
    )


def candidates(begins: Floats, tags: Ints) -> list[tuple[int, int]]:
    """First and last unit, within the window, of what may be a cue.

    begins: (W,) probability that a cue begins there; tags: (W,) the likeliest tag.
    """
    found = []
    for first in np.flatnonzero(begins > CANDIDATE).tolist():
        last = first
        while last + 1 < len(tags) and tags[last + 1] == INSIDE:
            last += 1
        found.append((first, last))
    return found


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    powers: Floats = np.exp(scores - scores.max(axis=-1, keepdims=True))
    powers /= powers.sum(axis=-1, keepdims=True)
    return powers


def most_central(spans: Sequence[tuple[int, int]], n: int) -> Ints:
    """(n,) the window in which each unit has most context; no more is missing at the ends of the article."""
    at = np.arange(n)
    margins = [
        np.where(
            (start <= at) & (at < end),
            np.minimum(at - start if start else n, end - 1 - at if end < n else n),
            -1,
        )
        for start, end in spans
    ]
    return np.argmax(margins, axis=0) if spans else at
