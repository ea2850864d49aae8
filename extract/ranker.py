"""How likely two actors of a sentence met, or one accused the other: logistic regression.

The weights stand in model/pairs.tsv, one readable feature a line; training/ranking.py fits them. The
likelihood is the logistic function of the sum of the weights of the features that a pair has.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Literal

Kind = Literal["met", "accused"]
ALONE, AGREEING = "= likely alone", "= agrees with a rule"  # rows of the table that hold a threshold


def likelihood(kind: Kind, features: Iterable[str]) -> float:
    """From 0 to 1, for the features of a Pair; what the table does not know counts nothing."""
    weights = _table()[kind]
    total = math.fsum(weights.get(feature, 0.0) for feature in features)
    return 1 / (1 + math.exp(-total))


def together(values: Iterable[float]) -> float:
    """How likely one of several sentences at least tells of it."""
    return 1 - math.prod(1 - value for value in values)


def stands_alone(kind: Kind, value: float) -> bool:
    """Is the likelihood, of all sentences together, high enough where no rule found the pair?"""
    return value >= _table()[kind][ALONE]


def agrees(kind: Kind, value: float) -> bool:
    """Is the likelihood high enough to call sure what a rule found?"""
    return value >= _table()[kind][AGREEING]


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    text = resources.files("extract").joinpath("model", "pairs.tsv").read_text(encoding="utf-8")
    tables: dict[str, dict[str, float]] = {"met": {}, "accused": {}}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, feature, weight = line.split("\t")
            tables[kind][feature] = float(weight)
    return tables
