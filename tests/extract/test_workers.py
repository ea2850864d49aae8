"""Several processes that read: the same as one, and what happens when one of them or their parent ends."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from extract.annotation import Article, ArticleError
from extract.articles import read_articles
from extract.record import record
from extract.workers import WorkerError, extractions

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return list(read_articles([str(resources.files("extract") / "samples")]))


def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def broken(article: Article) -> Article:
    """An article that the reading fails at."""
    nothing: Any = None
    return replace(article, path="broken.txt", paragraphs=nothing)


def test_two_processes_read_as_one_and_keep_the_order(articles: list[Article]) -> None:
    mixed = [*articles[:3], broken(articles[0]), *articles[3:]]
    told: list[list[str]] = []
    read = []
    for workers in (1, 2):
        told.append([])
        found = extractions(mixed, workers, lambda error: told[-1].append(str(error)), worth=0)
        read.append([json.dumps(record(extraction)) for extraction in found])
    assert read[0] == read[1]
    assert len(read[0]) == len(articles)
    assert [json.loads(line)["article"]["id"] for line in read[0]] == [article.id for article in articles]
    assert told[0] == told[1]
    [line] = told[0]
    assert line.startswith("broken.txt: the reading failed (TypeError")
    assert not multiprocessing.active_children()


def test_an_article_that_cannot_be_read_is_raised_if_nobody_is_told(articles: list[Article]) -> None:
    with pytest.raises(ArticleError, match=r"broken\.txt"):
        list(extractions([broken(articles[0])]))


def test_few_articles_start_no_process(articles: list[Article]) -> None:
    for _ in extractions(articles[:2], workers=2):
        assert not multiprocessing.active_children()


def test_a_killed_process_is_told_in_one_line(articles: list[Article]) -> None:
    endless = (article for _ in range(10_000) for article in articles)
    found = extractions(endless, workers=2, worth=0)
    next(found)
    for process in multiprocessing.active_children():
        os.kill(process.pid or 0, signal.SIGKILL)
    with pytest.raises(WorkerError, match=r"a reading process was killed.*\.txt") as caught:
        list(found)
    assert "\n" not in str(caught.value)
    until(lambda: not multiprocessing.active_children())


def test_closing_ends_the_processes(articles: list[Article]) -> None:
    with closing(extractions(articles * 100, workers=2, worth=0)) as found:
        next(found)
        assert multiprocessing.active_children()
    until(lambda: not multiprocessing.active_children())


@pytest.fixture
def many(tmp_path: Path, articles: list[Article]) -> Path:
    """A file with so many articles that reading it takes minutes."""
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(300):
            article = articles[number % len(articles)]
            file.write(json.dumps({"text": f"{article.text}\n\nThis was report number {number}."}) + "\n")
    return path


def reading(many: Path) -> subprocess.Popen[str]:
    """A command that reads with two processes, in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "extract", "--workers", "2", str(many)],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def children(pid: int) -> list[int]:
    """The processes that a process has started, by Linux's own account."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


@linux
def test_ctrl_c_ends_all_with_one_line(many: Path) -> None:
    with reading(many) as process:
        until(lambda: len(children(process.pid)) >= 3)  # two that read, and Python's tracker of resources
        started = children(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert told == "onrecord: stopped; run it again to go on\n"
    until(lambda: not any(map(is_running, started)))


@linux
def test_the_processes_end_with_a_parent_that_is_killed(many: Path) -> None:
    with reading(many) as process:
        until(lambda: len(children(process.pid)) >= 3)
        started = children(process.pid)
        process.kill()
        until(lambda: not any(map(is_running, started)))


def is_running(pid: int) -> bool:
    """Whether it is there, and no zombie that nobody waits for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
