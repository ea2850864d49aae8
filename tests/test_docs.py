"""What docs/ says is true: what is generated is up to date, links lead somewhere, commands exist."""

import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest

from cli import app
from graph.model import LABELS, TYPES

ROOT = Path(__file__).parent.parent
DOCS = sorted((ROOT / "docs").glob("*.md"))
COMMANDS = {
    command.name or (command.callback and command.callback.__name__) for command in app.registered_commands
}


@pytest.fixture(scope="module")
def pages() -> Any:
    spec = importlib.util.spec_from_file_location("pages", ROOT / "docs" / "pages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_up_to_date(pages: Any) -> None:
    assert pages.QUESTIONS.read_text(encoding="utf-8") == pages.questions(), "run: python docs/pages.py"
    assert pages.READING.read_text(encoding="utf-8") == pages.reading(), "run: python docs/pages.py"


def test_every_figure_is_explained() -> None:
    explained = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8").partition("<!-- /figures -->")[2]
    figures = json.loads((ROOT / "tests" / "baseline.json").read_text(encoding="utf-8"))["figures"]
    for name, scores in figures.items():
        assert f"*{name}*" in explained
        for key in scores:
            assert f"**{key.removeprefix('attributed ')}**" in explained, key


@pytest.mark.parametrize(
    "page", [*DOCS, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", [*DOCS, ROOT / "README.md"], ids=lambda page: page.name)
def test_commands_exist(page: Path) -> None:
    for command in re.findall(r"^    onrecord ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE):
        assert command in COMMANDS


def test_the_model_is_described_whole() -> None:
    text = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    drawing = (ROOT / "docs" / "model.svg").read_text(encoding="utf-8")
    for name in (*LABELS, *TYPES):
        assert f"`{name}`" in text, name
    for name in ("Actor", "Statement", "Event", "Article", "SAID", "ABOUT", "MET", "ACCUSED", "DENIES"):
        assert name in drawing
