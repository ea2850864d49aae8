"""The prompt of ``onrecord ask``: one question a line, with history and completion of names."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from cypher import library
from cypher.refusals import Reader

SHORTEST = 2  # letters from which a name is completed
LONGEST = 4  # words of a name that are looked at


class Names(Completer):
    """Completes the names of actors, the most mentioned first, from what is written with a capital."""

    def __init__(self, database: Reader) -> None:
        """Take the names out of this graph."""
        self._database = database

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002 - prompt_toolkit's own signature
    ) -> Iterable[Completion]:
        """Names that go on as the last words do: of the most words that some name begins with."""
        written = document.text_before_cursor.split(" ")
        for count in range(min(LONGEST, len(written)), 0, -1):
            start = " ".join(written[-count:])
            if len(start) < SHORTEST or not start[0].isupper():
                continue
            rows = self._database.read(library.load("completion").text, start=start)
            if rows:
                for row in rows:
                    yield Completion(row["name"], -len(start), display_meta=row["type"])
                return


def asked(
    database: Reader, history: Path, input: Input | None = None, output: Output | None = None
) -> Iterator[str]:
    """The questions that a user types, until the end of input (Ctrl-D) or an interrupt (Ctrl-C).

    ``input`` and ``output`` are the terminal's, unless a test gives others.
    """
    history.parent.mkdir(parents=True, exist_ok=True)
    session: PromptSession[str] = PromptSession(
        "ask> ", history=FileHistory(str(history)), completer=Names(database), input=input, output=output
    )
    while True:
        try:
            line = session.prompt()
        except (EOFError, KeyboardInterrupt):
            return
        if line.strip():
            yield line
