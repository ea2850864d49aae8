"""A run of Ray on this machine with two processes that read: the same as reading here."""

import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from extract import cluster
from extract.annotation import ArticleError
from extract.articles import read_articles
from extract.records import FIELDS
from extract.tables import read_tables
from extract.workers import extractions

pytest.importorskip("ray")

ROOT = Path(__file__).parents[2]


def test_two_processes_of_ray_read_as_this_one(tmp_path: Path) -> None:
    sources = tmp_path / "in"
    sources.mkdir()
    (sources / "empty.txt").touch()
    for sample in (resources.files("extract") / "samples").iterdir():
        (sources / sample.name).write_bytes(sample.read_bytes())
    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "read", "--engine", "ray", "--workers", "2",
         "--out", str(out), str(sources)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert f"onrecord load {out}" in done.stderr
    failed: list[ArticleError] = []
    expected = list(extractions(read_articles([str(sources)], failed.append)))
    errors: list[ArticleError] = []
    found = [extraction for _, extraction in read_tables([str(out)], errors.append)]
    assert sorted(found, key=lambda x: x.article.id) == sorted(expected, key=lambda x: x.article.id)
    assert [str(error) for error in errors] == [str(error) for error in failed]
    assert errors


@pytest.mark.parametrize("source", ["-", "https://news.example/1"])
def test_only_files_can_be_shared_out(tmp_path: Path, source: str) -> None:
    with pytest.raises(ArticleError, match="Ray reads files and folders"):
        cluster.read([source], tmp_path / "out", FIELDS, 2)


def test_a_folder_with_something_in_it_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(ArticleError, match="is not empty"):
        cluster.read([str(tmp_path / "a.txt")], tmp_path, FIELDS, 2)
