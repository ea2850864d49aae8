"""The wheel holds all that is needed, and nothing that is not; it runs in an empty environment."""

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("onrecord-*.whl"))


def test_the_wheel_holds_the_packages_with_their_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {
        path.relative_to(ROOT).as_posix()
        for room in ("extract", "cypher", "graph")
        for path in (ROOT / room).rglob("*")
        if path.is_file() and not {"__pycache__", "training"} & set(path.parts)
    }
    assert shipped <= names
    assert "cli.py" in names
    assert not {name for name in names if name.startswith(("tests/", "bench/", "docs/", "extract/training"))}


def test_it_runs_from_the_wheel_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    constraints = tmp_path / "constraints.txt"
    constraints.write_text(re.sub(r" *\\\n +--hash=\S+", "", lock), encoding="utf-8")
    install = [scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "--constraint", constraints, wheel], check=True, cwd=tmp_path)
    bare = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "ONRECORD_URI")}
    demo = [scripts / "onrecord", "demo", "--home", tmp_path / "home", "--out", tmp_path / "demo.html"]
    done = subprocess.run(demo, cwd=tmp_path, env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Ilian Maresh" in done.stdout
    assert (tmp_path / "demo.html").stat().st_size > 100_000
