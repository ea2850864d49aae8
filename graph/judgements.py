"""What a user said: these two are the same, or are not. It outranks every rule of resolution.py."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from graph.model import GraphError

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on two Names (their ids come from content), the words they were named by, and its number."""

    verdict: Verdict
    a: str
    b: str
    asked: tuple[str, str] = ("", "")
    number: int = 0


def to_lines(judgements: Iterable[Judgement]) -> Iterator[str]:
    """JSON Lines, in the order they were made."""
    for judgement in sorted(judgements, key=lambda each: (each.number, each.a, each.b)):
        yield json.dumps(asdict(judgement), ensure_ascii=False)


def from_lines(lines: Iterable[str]) -> Iterator[Judgement]:
    """Judgements out of JSON Lines. Raises GraphError for a line that holds none."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            verdict, a, b = row["verdict"], row["a"], row["b"]
            asked = row.get("asked") or ("", "")
            judgement = Judgement(
                verdict, str(a), str(b), (str(asked[0]), str(asked[1])), int(row.get("number", 0))
            )
        except (ValueError, TypeError, KeyError, IndexError):
            raise GraphError(f"line {number} holds no judgement: {line.strip()[:80]!r}") from None
        if verdict not in ("same", "different"):
            raise GraphError(f"line {number}: the verdict is 'same' or 'different', not {verdict!r}")
        yield judgement


def latest(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Of several verdicts on one pair the last one."""
    by_pair = {frozenset((each.a, each.b)): each for each in sorted(judgements, key=lambda each: each.number)}
    return list(by_pair.values())
