"""The README's command reference is what --help prints. To renew it: python -m tests.test_readme"""

import re
from pathlib import Path

from typer.testing import CliRunner

from cli import app

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"<!-- commands -->.*<!-- /commands -->", re.DOTALL)


def reference() -> str:
    """The help of every command, as the README shows it."""
    runner = CliRunner(env={"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"})
    names = [
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    ]
    texts = [
        runner.invoke(app, [*arguments, "--help"], prog_name="onrecord").output.strip()
        for arguments in ([], *([name] for name in names))
    ]
    blocks = [f"```text\n{text}\n```" for text in texts]
    return "\n\n".join(["<!-- commands -->", *blocks, "<!-- /commands -->"])


def test_the_readme_shows_the_help_of_every_command() -> None:
    match = BLOCK.search(README.read_text(encoding="utf-8"))
    assert match is not None
    assert match[0] == reference(), "run: python -m tests.test_readme"


def test_every_command_ends_with_an_example() -> None:
    assert all("Example: onrecord" in (command.epilog or "") for command in app.registered_commands)


if __name__ == "__main__":
    README.write_text(BLOCK.sub(lambda _: reference(), README.read_text(encoding="utf-8")), encoding="utf-8")
