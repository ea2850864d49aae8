"""Judgements in the graph: they split and join, outlast reading again, and are taken back in turn."""

from collections.abc import Sequence

import pytest
from people import Told, person

from cypher.database import Database
from graph import growth, judging
from graph.judgements import from_lines, to_lines
from graph.model import GraphError
from tests.conftest import dump
from tests.graph.test_growth import SPEAKERS, in_order, told

DAY = "2031-05-04"
ROWS: Sequence[tuple[str | None, Sequence[Told]]] = [
    (DAY, [person("Ida Lorn", "Chilean President Ida Lorn")]),
    (DAY, [person("Lorn")]),
    (DAY, [person("Bo Lund")]),
]


def speakers(database: Database) -> list[str]:
    return [row["name"] for row in database.read(SPEAKERS)]


def test_what_is_judged_outlasts_reading_again(database: Database) -> None:
    rows = told(*ROWS)
    before = in_order(database, rows)
    judging.judge(database, "different", "Ida Lorn", "Lorn")
    assert speakers(database) == ["Ida Lorn", "Lorn", "Bo Lund"]
    growth.load(database, rows)
    assert speakers(database) == ["Ida Lorn", "Lorn", "Bo Lund"]
    judging.judge(database, "same", "Bo Lund", "Ida Lorn")
    one, alone, other = speakers(database)
    assert one == other != alone
    judging.undo(database)
    assert speakers(database) == ["Ida Lorn", "Lorn", "Bo Lund"]
    judging.undo(database)
    assert dump(database) == before
    with pytest.raises(GraphError, match="nothing to take back"):
        judging.undo(database)


def test_judgements_outlast_a_rebuild_as_lines(database: Database) -> None:
    rows = told(*ROWS)
    in_order(database, rows)
    judging.judge(database, "different", "Ida Lorn", "Lorn")
    judged, lines = dump(database), list(to_lines(growth.judgements(database)))
    in_order(database, [])
    judging.keep(database, list(from_lines(lines)))
    growth.load(database, reversed(rows))
    assert dump(database) == judged


@pytest.mark.parametrize(
    ("verdict", "a", "b"),
    [("same", "Ida Lorn", "Lorn"), ("different", "Lorn", "Lorn"), ("same", "Bo Lund", "Nobody Atall")],
)
def test_a_judgement_that_says_nothing_is_an_error(database: Database, verdict: str, a: str, b: str) -> None:
    before = in_order(database, told(*ROWS))
    with pytest.raises(GraphError):
        judging.judge(database, "same" if verdict == "same" else "different", a, b)
    assert dump(database) == before
