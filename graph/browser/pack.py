"""Write the pack for Neo4j Browser and serve its guide.

What Neo4j Browser 5 takes in: a ``.grass`` file dropped on it sets the style (no caption may hold a colon); a
``.zip`` of ``.cypher`` files becomes saved queries, its folders their folders, the first comment their names;
``:guide URL`` opens slides beside the editor, from localhost too, where they come with CORS headers.
"""

import http.server
import io
import os
import zipfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlencode

from graph.browser.examples import Example
from graph.model import GraphError

HERE = Path(__file__).parent
FILES = ("README.md", "style.grass", "guide.html", "saved-queries.zip")
PAGE = 5  # queries on one slide of the guide
THEN = (1980, 1, 1, 0, 0, 0)  # the date of every file in the archive: the same graph, the same bytes


def write(folder: Path, drawn: Sequence[Example], asked: Sequence[Example]) -> None:
    """Write the pack into ``folder``. Raises GraphError where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("README.md", "style.grass"):
            (folder / name).write_bytes((HERE / name).read_bytes())
        (folder / "guide.html").write_text(guide(drawn, asked), encoding="utf-8", newline="\n")
        _save(folder / "saved-queries.zip", {"onrecord drawings": drawn, "onrecord questions": asked})
    except OSError as error:
        raise GraphError(f"Cannot write into {folder}: {error.strerror}. Choose another place.") from error


def guide(drawn: Sequence[Example], asked: Sequence[Example]) -> str:
    """The guide, as Neo4j Browser shows it."""
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True)
    style = " ".join((HERE / "style.grass").read_text(encoding="utf-8").split())
    return environment.get_template("guide.html").render(
        style=style, drawings=list(_pages(drawn)), questions=list(_pages(asked))
    )


def saved(each: Example) -> str:
    """A query as Neo4j Browser saves it: its first comment is its name."""
    first = ["// first run", *(f"//   {command};" for command in each.commands)] if each.parameters else []
    return "\n".join([f"// {each.sentence}", *first, each.query.text, ""])


def serve(folder: Path, port: int) -> http.server.ThreadingHTTPServer:
    """A server of the pack's files on this machine alone, not yet running. Port 0 takes any that is free.

    Raises GraphError where the port is taken.
    """
    try:
        return http.server.ThreadingHTTPServer(
            ("127.0.0.1", port), partial(_Pack, directory=os.fspath(folder))
        )
    except OSError as error:
        raise GraphError(
            f"Cannot serve on port {port}: {error.strerror}. Name another with --port."
        ) from error


def address(browser: str, port: int) -> str:
    """The address that opens Neo4j Browser with the guide. It lets localhost in by that name only."""
    return f"{browser}?{urlencode({'cmd': 'guide', 'arg': f'http://localhost:{port}/guide.html'})}"


def _pages(examples: Sequence[Example]) -> Iterator[Sequence[Example]]:
    for start in range(0, len(examples), PAGE):
        yield examples[start : start + PAGE]


def _save(path: Path, folders: dict[str, Sequence[Example]]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for folder, examples in folders.items():
            for each in examples:
                entry = zipfile.ZipInfo(f"{folder}/{each.query.name}.cypher", THEN)
                archive.writestr(entry, saved(each), zipfile.ZIP_DEFLATED)


class _Pack(http.server.SimpleHTTPRequestHandler):
    """The files of the pack and no others, for pages of any origin: they hold nothing but questions."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the head of a file of the pack, or say that there is none."""
        if self.path.partition("?")[0].lstrip("/") not in FILES:
            self.send_error(404)
            return None
        return super().send_head()

    def do_OPTIONS(self) -> None:
        """Allow the headers with which Neo4j Browser says that it wants no cached guide."""
        self.send_response(204)
        self.end_headers()

    def end_headers(self) -> None:
        """Let Neo4j Browser's page read what is sent."""
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: a guide that opens is all there is to see."""
