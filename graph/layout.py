"""Where the nodes of a drawing stand: actors and events by their ties, statements between those they tie.

A force layout of everything is a ball of wool, as most nodes are statements that just two lines hold. So a
statement counts as a tie between its speaker and whom it is about; the forces see actors and events alone.
Then the statements are put in: on the way between two, or in rings around a speaker where they are about
nobody. Parts that nothing ties together are set side by side.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.model import Graph

if TYPE_CHECKING:
    import networkx as nx

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom

SPACING = 150.0  # pixels between neighbours, half of them nearer, half farther
ROOM = 34.0  # around an actor, for its name
STEP = 22.0  # between two statements
ARC = 0.72 * math.tau  # the part of a ring that is used: the name stands below
GAP = 70.0  # between parts that nothing ties together
ROUNDS = 40_000  # iterations times nodes: a second or two at the most
SCREEN = 4 / 3  # width to height
SEED = 20  # any fixed one will do


def positions(graph: Graph, sizes: Mapping[str, float]) -> dict[str, tuple[int, int]]:
    """Pixels for every node; ``sizes`` are radii. The same graph gives the same positions."""
    import networkx as nx

    ties, held = _ties(graph)
    rings: dict[str, list[str]] = defaultdict(list)
    ways: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for statement, holders in held.items():
        if len(holders) == 1:
            rings[holders[0]].append(statement)
        else:
            ways[tuple(sorted(holders))].append(statement)
    reach = {id: sizes[id] + ROOM + STEP * _rings(len(rings[id]), sizes[id]) for id in ties}
    # networkx gives components as sets, whose order is chance: sort them by the order of the graph
    order = {id: index for index, id in enumerate(ties)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(ties)]
    parts.sort(key=lambda part: (-len(part), order[part[0]]))
    found = _pack([_part(ties, part, reach) for part in parts], reach)
    for holder, statements in rings.items():
        found |= _around(found[holder], sizes[holder], statements)
    for holders, statements in ways.items():
        found |= _between([found[id] for id in holders], statements)
    found = _clear(found, {id: sizes[id] + STEP / 4 for id in found}, movable=held.keys())
    return {id: (round(x), round(y)) for id, (x, y) in found.items()}


def _ties(graph: Graph) -> tuple["nx.Graph[str]", dict[str, tuple[str, ...]]]:
    """Actors and events with what ties them, and per statement the ones it hangs on, its speaker first."""
    import networkx as nx

    holders: dict[str, dict[str, None]] = {node.id: {} for node in graph.nodes if node.label == "Statement"}
    ties: nx.Graph[str] = nx.Graph()
    ties.add_nodes_from(node.id for node in graph.nodes if node.id not in holders)
    for edge in graph.edges:
        if edge.type == "SAID":
            holders[edge.target] = {edge.source: None, **holders[edge.target]}
        elif edge.type == "ABOUT":
            holders[edge.source][edge.target] = None
        elif edge.type != "DENIES" and edge.source != edge.target:
            ties.add_edge(edge.source, edge.target)
    for edge in graph.edges:
        if edge.type == "DENIES":  # where one of the two is nobody's, it stands with the other
            one, other = holders[edge.source], holders[edge.target]
            holders[edge.source] = one or dict(list(other.items())[:1])
            holders[edge.target] = other or dict(list(one.items())[:1])
    for statement, held in holders.items():
        first, *others = held or [statement]
        ties.add_node(first)  # itself, where nobody said it and it is about nobody
        ties.add_edges_from((first, other) for other in others)
    return ties, {id: tuple(held) for id, held in holders.items() if held}


def _part(ties: "nx.Graph[str]", part: Sequence[str], reach: Mapping[str, float]) -> dict[str, Point]:
    """One connected part by ForceAtlas2 (Jacomy et al. 2014), its longest side across."""
    import networkx as nx
    import numpy as np

    if len(part) == 1:
        return {part[0]: (0.0, 0.0)}
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(part)
    simple.add_edges_from(ties.edges(part))
    rounds = max(40, min(400, ROUNDS // len(part)))
    found = nx.forceatlas2_layout(simple, seed=SEED, max_iter=rounds, scaling_ratio=4.0, gravity=1.0)
    points = np.array([found[id] for id in part])
    points -= points.mean(axis=0)
    points = points @ np.linalg.svd(points, full_matrices=False)[2].T
    index = {id: number for number, id in enumerate(part)}
    lengths = [np.linalg.norm(points[index[a]] - points[index[b]]) for a, b in simple.edges]
    points *= SPACING / max(float(np.median(lengths)), 1e-9)
    placed = {id: (float(x), float(y)) for id, (x, y) in zip(part, points, strict=True)}
    return _clear(placed, reach, movable=placed.keys())


def _clear(
    places: Mapping[str, Point], radii: Mapping[str, float], movable: Collection[str]
) -> dict[str, Point]:
    """Move those that may move until no two circles overlap, or nearly so."""
    import numpy as np

    points = np.array(list(places.values())).reshape(-1, 2)
    # a hair apart: what stands on one spot has no direction to be pushed in
    turns = np.arange(len(points))
    points += 0.01 * np.column_stack((np.cos(turns), np.sin(turns)))
    size = np.array([radii[id] for id in places])
    free = np.array([id in movable for id in places], dtype=bool)
    least = size[:, None] + size[None]
    np.fill_diagonal(least, 0)
    for _ in range(60):
        x, y = points.T
        near = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2 < least**2
        one, other = np.nonzero(near & free[:, None])
        if not len(one):
            break
        apart = points[one] - points[other]
        distance = np.maximum(np.linalg.norm(apart, axis=1), 1e-6)
        # a little too far, so that the last circles do not creep apart for ever
        push = 0.35 * (least[one, other] - distance + 1) / distance
        np.add.at(points, one, apart * push[:, None])
    return {id: (float(x), float(y)) for id, (x, y) in zip(places, points, strict=True)}


def _pack(parts: Iterable[Mapping[str, Point]], reach: Mapping[str, float]) -> dict[str, Point]:
    """The parts side by side, the greatest first, each where the whole stays near the shape of a screen."""
    result: dict[str, Point] = {}
    boxes: list[Box] = []
    for part in parts:
        left, top = (min(place[axis] - reach[id] for id, place in part.items()) for axis in (0, 1))
        right, bottom = (max(place[axis] + reach[id] for id, place in part.items()) for axis in (0, 1))
        x, y = _free_corner(boxes, right - left + GAP, bottom - top + GAP)
        boxes.append((x, y, x + right - left + GAP, y + bottom - top + GAP))
        result |= {id: (px - left + x, py - top + y) for id, (px, py) in part.items()}
    return result


def _free_corner(boxes: Sequence[Box], width: float, height: float) -> Point:
    """Where a box of that size fits beside the others and lets the whole grow least."""
    across = max((box[2] for box in boxes), default=0.0)
    down = max((box[3] for box in boxes), default=0.0)
    corners = {(0.0, 0.0)}
    for left, top, right, bottom in boxes:
        corners |= {(right, top), (left, bottom), (right, 0.0), (0.0, bottom)}

    def grown(corner: Point) -> tuple[float, float, Point]:
        x, y = corner
        return max(max(across, x + width) / SCREEN, max(down, y + height)), math.hypot(x, y), corner

    free = [
        (x, y)
        for x, y in corners
        if not any(x < box[2] and x + width > box[0] and y < box[3] and y + height > box[1] for box in boxes)
    ]
    return min(free, key=grown)


def _rings(statements: int, size: float) -> int:
    """How many rings so many statements need around a node of that size."""
    rings = 0
    while statements > 0:
        rings += 1
        statements -= _places(rings, size)
    return rings


def _places(ring: int, size: float) -> int:
    return int(ARC * (size + ROOM + (ring - 1) * STEP) / STEP)


def _around(centre: Point, size: float, statements: Sequence[str]) -> dict[str, Point]:
    """Statements in open rings around their speaker, evenly."""
    result: dict[str, Point] = {}
    ring, rest = 0, list(statements)
    while rest:
        ring += 1
        now, rest = rest[: _places(ring, size)], rest[_places(ring, size) :]
        radius = size + ROOM + (ring - 1) * STEP
        for number, id in enumerate(now):
            # y grows downwards: the arc is centred above the node
            angle = -math.pi / 2 + ARC * ((number + 0.5) / len(now) - 0.5)
            result[id] = (centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle))
    return result


def _between(ends: Sequence[Point], statements: Sequence[str]) -> dict[str, Point]:
    """Statements on the way between those they hang on, by turns on either side of the straight line."""
    x, y = (sum(end[axis] for end in ends) / len(ends) for axis in (0, 1))
    along = (ends[1][0] - ends[0][0], ends[1][1] - ends[0][1])
    length = math.hypot(*along) or 1.0
    result = {}
    for number, id in enumerate(statements):
        aside = STEP * (number // 2 + 1) * (1 if number % 2 else -1)
        result[id] = (x - along[1] / length * aside, y + along[0] / length * aside)
    return result
