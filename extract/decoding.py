"""Scores -> structures: dependency trees (Chu-Liu-Edmonds) and names (constrained Viterbi over BIOES)."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from extract.encoder import Encoder, Reading

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

NEVER = np.float32(-1e6)

NAME_TYPES = ("PERSON", "ORG", "PLACE", "EVENT")
NAME_TAGS = ("O", *(f"{prefix}-{kind}" for kind in NAME_TYPES for prefix in "BIES"))
"""The tags of Reading.names, in the order of the network's output."""


def _may_follow(tag: str, following: str) -> bool:
    if tag[0] in "BI":
        return following[0] in "IE" and following[2:] == tag[2:]
    return following[0] in "OBS"


FOLLOWS = np.array([[_may_follow(tag, following) for following in NAME_TAGS] for tag in NAME_TAGS])
MAY_START = np.array([tag[0] in "OBS" for tag in NAME_TAGS])
MAY_END = np.array([tag[0] in "OES" for tag in NAME_TAGS])


def name_tags(scores: Floats) -> Ints:
    """The best sequence of NAME_TAGS in which every name is whole. scores: (n, 17), n > 0."""
    best: Ints = scores.argmax(axis=1)
    if MAY_START[best[0]] and MAY_END[best[-1]] and FOLLOWS[best[:-1], best[1:]].all():
        return best
    transitions = np.where(FOLLOWS, np.float32(0), NEVER)
    total = scores[0] + np.where(MAY_START, np.float32(0), NEVER)
    pointers = []
    for emission in scores[1:]:
        paths = total[:, None] + transitions
        pointers.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + emission
    best[-1] = (total + np.where(MAY_END, np.float32(0), NEVER)).argmax()
    for i in range(len(pointers) - 1, -1, -1):
        best[i] = pointers[i][best[i + 1]]
    return best


def trees(reading: Reading, encoder: Encoder) -> tuple[Ints, Ints]:
    """Heads and labels of a reading, as in Reading, with exactly one root and no cycle in each sentence.

    The network chooses each word's head by itself, which makes a tree nearly always; the other sentences
    are decoded again.
    """
    head, dep = reading.head.copy(), reading.dep.copy()
    starts = np.flatnonzero(np.diff(reading.sentence, prepend=reading.sentence[0] - 1))
    ancestor = np.concatenate(([0], head))
    for _ in range(len(head).bit_length()):
        ancestor = ancestor[
            ancestor
        ]  # twice as far up each time: what is not at the root by now is in a cycle
    cyclic = np.logical_or.reduceat(ancestor[1:] != 0, starts)
    roots = np.add.reduceat((head == 0).astype(int), starts)
    bounds = [*starts.tolist(), len(head)]
    for (start, end), wrong in zip(pairwise(bounds), cyclic | (roots != 1), strict=True):
        if not wrong:
            continue
        columns = [0, *range(start + 1, end + 1)]
        for word, best in enumerate(_tree(reading.arcs[start:end, columns]), start):
            new = best + start if best else 0
            if new != head[word]:
                head[word], dep[word] = new, encoder.label(reading, word, new)
    return head, dep


def _tree(arcs: Floats) -> list[int]:
    """Heads of the best tree with one root. arcs: (n, n + 1), scores as in Reading."""
    scores = np.full((len(arcs) + 1, len(arcs) + 1), NEVER, dtype=np.float32)
    scores[1:] = arcs
    root = int(scores[1:, 0].argmax()) + 1
    scores[:, 0] = NEVER
    scores[root, 0] = -NEVER
    return [int(head) for head in arborescence(scores)[1:]]


def arborescence(scores: Floats) -> Ints:
    """Chu-Liu-Edmonds: the head of each node in the best tree under node 0, in quadratic time.

    scores: (n, n), of node j as the head of node i. The head of node 0 is given as 0.
    """
    scores = scores.astype(np.float64)
    np.fill_diagonal(scores, -np.inf)
    head: Ints = scores.argmax(axis=1)
    head[0] = 0
    contracted = []
    while cycle := _cycle(head):
        # Let the first node stand for the cycle, which is left, and entered, where that costs least
        node, *others = cycle
        leaving = scores[:, cycle]
        entering = scores[cycle] - scores[cycle, head[cycle]][:, None]
        contracted.append((cycle, head[cycle], leaving.argmax(axis=1), entering.argmax(axis=0)))
        scores[:, node], scores[node] = leaving.max(axis=1), entering.max(axis=0)
        scores[node, node] = -np.inf
        scores[:, others] = -np.inf
        head[np.isin(head, cycle)] = node
        head[others] = 0
        head[node] = scores[node].argmax()
    for cycle, inside, leaving, entering in reversed(contracted):
        outside = head[cycle[0]]
        dependents = np.flatnonzero(head == cycle[0])
        head[dependents] = np.array(cycle)[leaving[dependents]]
        head[cycle] = inside
        head[cycle[entering[outside]]] = outside
    return head


def _cycle(head: Ints) -> list[int]:
    """The nodes of a cycle; none, if there is no cycle."""
    done = {0}
    for start in range(1, len(head)):
        path: list[int] = []
        node = start
        while node not in done:
            done.add(node)
            path.append(node)
            node = int(head[node])
        if node in path:
            return path[path.index(node) :]
    return []
