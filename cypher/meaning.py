"""Words near in meaning: "legitimacy" finds legitimate, unconstitutional goes with constitution.

meanings.npz holds a vector for the roots of some 25,000 English words, distilled from all-MiniLM-L6-v2
(bench/make_meanings.py; LICENSES.md beside it). Thresholds were chosen on the training part of the annotated
Wikinews articles, by whether a statement that an annotator gave a topic is found by it: with NEAR alone the
F1 of finding it rises from .77 (the word itself) to .80; of statements about one actor, from .80 to .83 with
NEAR_BOUND, where others seldom mean something else. Neither more dimensions, nor phrases, nor the
vector of the whole statement, nor all of them together in a logistic regression find more.
"""

import functools
from typing import Any

from cypher import library

NEAR = 0.75  # cosine from which a word is taken for the topic's
NEAR_BOUND = 0.6  # the same, where an actor narrows the statements down
NEAR_FAMILY = 0.4  # the same, of words that share STEM letters: legitimate, illegitimate
STEM = 6
MOST = 30  # words, the nearest first


def near(root: str, threshold: float) -> tuple[str, ...]:
    """The roots that mean about the same as a root, the nearest first, without itself.

    >>> near("elect", 0.75)[:2]
    ('election', 'reelect')
    """
    roots, positions, vectors = _table()
    if root not in positions:
        return ()
    likeness = vectors @ vectors[positions[root]]
    order = (-likeness).argsort(kind="stable")[: 20 * MOST]
    found = [
        roots[other]
        for other in order
        if likeness[other] >= threshold or (likeness[other] >= NEAR_FAMILY and _family(root, roots[other]))
    ]
    return tuple(each for each in found if each != root)[:MOST]


def _family(one: str, other: str) -> bool:
    return any(one[start : start + STEM] in other for start in range(len(one) - STEM + 1))


@functools.cache
def _table() -> tuple[list[str], dict[str, int], Any]:
    """The roots, where each stands, and their vectors (roots, DIMENSIONS), of length 1."""
    import numpy as np

    with np.load(library.FOLDER / "meanings.npz") as held:
        roots = held["roots"].tobytes().decode().split("\n")
        vectors = held["vectors"].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return roots, {root: position for position, root in enumerate(roots)}, vectors
