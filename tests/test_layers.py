"""Who may import whom: extract and cypher are leaves, graph joins them, cli shows."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = {"extract", "cypher", "graph", "cli"}
ALLOWED = {"extract": {"extract"}, "cypher": {"cypher"}, "graph": {"graph", "cypher"}, "cli": ROOMS}
ONLY_IN = {
    "spacy": {"extract"},
    "onnxruntime": {"extract"},
    "trafilatura": {"extract"},
    "feedparser": {"extract"},
    "fastwarc": {"extract"},
    "ray": {"extract/cluster.py"},
    "pyarrow": {"extract/tables.py"},
    "httpx": {"extract", "cypher/server.py"},
    "neo4j": {"cypher/database.py"},
    "arcadedb_embedded": {"cypher/server.py"},
    "pyvis": {"graph"},
    "networkx": {"graph"},
    "datasketch": {"graph/copies.py"},
    "typer": {"cli.py"},
    "rich": {"cli.py", "graph/terminal.py"},
}
HEAVY = {"spacy", "onnxruntime", "arcadedb_embedded", "pyvis", "networkx", "trafilatura", "httpx", "neo4j"}
HEAVY |= {"numpy", "pyarrow", "ray", "datasketch"}
FILES = [
    ROOT / "cli.py",
    *(path for room in ("extract", "cypher", "graph") for path in sorted((ROOT / room).rglob("*.py"))),
]


def imports(path: Path, top_level: bool = False) -> set[str]:
    """Dotted names that a file imports: anywhere in it, or as it is loaded."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in tree.body if top_level else ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_imports_only_what_its_room_may(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    room = place.split("/")[0].removesuffix(".py")
    for name in imports(path):
        top = name.split(".")[0]
        if top in ROOMS and top not in ALLOWED[room]:
            assert room == "graph", f"{place} imports {name}"
            assert name.startswith(("extract.annotation", "extract.roles")), (
                f"{place} imports {name}: of extract, graph knows annotation and the word lists only"
            )
        if top in ONLY_IN and not place.startswith("extract/training/"):
            assert ONLY_IN[top] & {room, place}, f"{place} imports {name}"


def test_help_loads_nothing_heavy() -> None:
    assert not {name.split(".")[0] for name in imports(ROOT / "cli.py", top_level=True)} & (HEAVY | ROOMS)


def test_a_question_loads_nothing_that_it_does_not_need() -> None:
    """What a process holds that is about to answer. The driver would load pandas and pyarrow by itself."""
    code = "import sys, cypher.database, cypher.questions, graph.terminal; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert "neo4j" in loaded.stdout.split()
    assert not {*loaded.stdout.split()} & (HEAVY - {"neo4j"} | {"pandas"})
