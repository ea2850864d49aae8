"""Judgements as JSON Lines."""

import pytest

from graph.judgements import Judgement, from_lines, to_lines
from graph.model import GraphError

MADE = [
    Judgement("same", "a", "b", ("Ida Lorn", "Lorn"), 1),
    Judgement("different", "b", "c", ("Lorn", "Lunđ"), 2),
]


def test_what_is_written_is_read() -> None:
    lines = list(to_lines(reversed(MADE)))
    assert list(from_lines([*lines, "", "\n"])) == MADE


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "{}", '{"verdict": "maybe", "a": "x", "b": "y"}', '{"verdict": "same", "a": "x"}', "7"],
)
def test_what_is_no_judgement_is_named_by_its_line(line: str) -> None:
    with pytest.raises(GraphError, match="line 2"):
        list(from_lines(['{"verdict": "same", "a": "x", "b": "y"}', line]))
