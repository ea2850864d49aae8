"""The prompt: what is typed comes out as questions, names are completed."""

from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from graph import prompt

NAMES = ("Mira Kovel", "Mira Lind", "Port Selle")


class Actors:
    """A graph that only knows names."""

    def read(self, text: str, /, **parameters: Any) -> list[dict[str, Any]]:
        return [
            {"name": name, "type": "Person"} for name in NAMES if name.startswith(str(parameters["start"]))
        ]


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("who met Mi", ["Mira Kovel", "Mira Lind"]),
        ("who met Mira K", ["Mira Kovel"]),
        ("Who met Port Selle", ["Port Selle"]),
        ("who met mi", []),
        ("who met M", []),
        ("who met Zz", []),
        ("", []),
    ],
)
def test_names_are_completed(written: str, offered: list[str]) -> None:
    found = prompt.Names(Actors()).get_completions(Document(written), CompleteEvent())
    assert [each.text for each in found] == offered


@pytest.mark.parametrize("end", ["\x04", "\x03"])
def test_questions_are_typed_until_the_end(tmp_path: Path, end: str) -> None:
    with create_pipe_input() as typed:
        typed.send_text("who met Kovel?\r\r" + end)
        asked = list(prompt.asked(Actors(), tmp_path / "new" / "history", typed, DummyOutput()))
    assert asked == ["who met Kovel?"]
    assert "who met Kovel?" in (tmp_path / "new" / "history").read_text(encoding="utf-8")
