"""The reading, measured on the development sets, is no worse than the floors in baseline.json."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
BASELINE = json.loads((ROOT / "tests" / "baseline.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    if not (SHARED / "score").is_dir():
        pytest.skip(f"no development sets under {SHARED} (set ONRECORD_SHARED)")
    command = [sys.executable, "bench/scores.py", "--shared", str(SHARED), "--json"]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


FLOORS = [(name, key) for name, floors in BASELINE["floors"].items() for key in floors]


@pytest.mark.parametrize(("name", "key"), FLOORS)
def test_no_figure_falls_below_its_floor(figures: dict[str, dict[str, float]], name: str, key: str) -> None:
    assert figures[name][key] >= BASELINE["floors"][name][key]


def test_the_floors_are_near_what_was_measured() -> None:
    for name, key in FLOORS:
        assert BASELINE["floors"][name][key] >= BASELINE["figures"][name][key] - 0.011


def test_the_readme_shows_the_measured_figures() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = list(BASELINE["figures"])
    assert f"| | {' | '.join(names)} |" in readme
    for key in {key for scores in BASELINE["figures"].values() for key in scores}:
        cells = [
            f"{BASELINE['figures'][name][key]:.2f}" if key in BASELINE["figures"][name] else ""
            for name in names
        ]
        assert f"| {key} | {' | '.join(cells)} |" in readme
