"""Write what docs/ says of questions and figures out of the files that decide it: python docs/pages.py

docs/questions.md comes from cypher/questions, the table in docs/reading.md from tests/baseline.json.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from cypher import library  # noqa: E402
from cypher.phrasings import example  # noqa: E402

QUESTIONS = ROOT / "docs" / "questions.md"
READING = ROOT / "docs" / "reading.md"
BASELINE = ROOT / "tests" / "baseline.json"
FIGURES = re.compile(r"<!-- figures -->.*<!-- /figures -->", re.DOTALL)
HEAD = """\
# What can be asked

Made from the headers of [cypher/questions](../cypher/questions) by `python docs/pages.py`. In capitals: what
you put in, a name by any alias, title or misspelling. Each file runs unchanged in Neo4j Browser; `--cypher`
prints it with its parameters. A question that the articles do not answer gets told so.
"""


def questions() -> str:
    """docs/questions.md: every question with a plain way to ask it, its parameters and its file."""
    parts = [HEAD]
    for query in library.questions():
        asked = re.sub(r"\{(\w+)\}", lambda slot: slot[1].upper(), example(query.phrasings[0]))
        lines = [f"## {query.question}", "", f"> {asked[0].upper()}{asked[1:]}?", ""]
        lines += [query.comment.strip(), ""] if query.comment.strip() else []
        lines += [f"- `{key}`: {meaning}" for key, meaning in query.parameters.items()]
        lines += [f"- [{query.name}.cypher](../cypher/questions/{query.name}.cypher)", ""]
        parts.append("\n".join(lines))
    return "\n".join(parts).rstrip() + "\n"


def reading() -> str:
    """docs/reading.md, its table renewed: a figure a row, a set a column, with intervals where measured."""
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    table = _table(baseline["figures"], baseline.get("intervals", {}))
    text = READING.read_text(encoding="utf-8")
    return FIGURES.sub(lambda _: f"<!-- figures -->\n{table}\n<!-- /figures -->", text)


def _table(figures: dict[str, dict[str, float]], intervals: dict[str, Any]) -> str:
    rows = dict.fromkeys(key for scores in figures.values() for key in scores)
    lines = ["| | " + " | ".join(figures) + " |", "|---" * (len(figures) + 1) + "|"]
    for row in rows:
        cells = [_cell(scores.get(row), intervals.get(name, {}).get(row)) for name, scores in figures.items()]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(value: float | None, interval: list[float] | None) -> str:
    if value is None:
        return ""
    between = f" ({interval[0]:.2f}–{interval[1]:.2f})" if interval else ""
    return f"{value:.2f}{between}"


if __name__ == "__main__":
    QUESTIONS.write_text(questions(), encoding="utf-8")
    READING.write_text(reading(), encoding="utf-8")
