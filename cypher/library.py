"""Cypher files: a ``.cypher`` file as question, comment, parameters, phrasings and text; and folded names.

A file begins with a header, the unbroken run of ``//`` lines at its top::

    // Who met an actor?
    // The newest telling comes first.
    // name: the actor, by any name
    // ask: who (met|saw) {name}
    MATCH ...

- The first line is the question (of a load file: what it loads).
- ``// name: meaning`` describes the parameter ``$name``; exactly those that the query uses are described.
- ``// ask: phrasing`` is English that leads to the query; questions.py says how it is written.
- Every other line is comment.

What follows the header is the query, without ``;`` at its end. The whole file runs in Neo4j Browser as it is.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
NAMES = ("name", "other", "accuser", "claimant", "place")  # parameters of questions that are lists of names
_HEADER = re.compile(r"//[ \t]?(.*)")
_FIELD = re.compile(r"([a-z]\w*):\s+(.+)")
_PARAMETER = re.compile(r"\$(\w+)")
_QUOTED_OR_COMMENT = re.compile(
    r"""'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | `[^`]*` | //[^\n]* | /\*.*?\*/""", re.VERBOSE | re.DOTALL
)
# letters whose stroke or hook is no combining character, and the apostrophes of print
_BARE = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "’": "'", "‘": "'"}
)


class QuestionError(Exception):
    """The root of what can go wrong with a question, or with the file that answers it."""


@dataclass(frozen=True, slots=True)
class Query:
    """One Cypher file: ``name`` is its name without ``.cypher``, ``text`` the query without the header."""

    name: str
    question: str
    comment: str
    parameters: Mapping[str, str]
    phrasings: tuple[str, ...]
    text: str


@cache
def load(name: str) -> Query:
    """The query of a path under cypher/ without its suffix: ``load("questions/who-met")``.

    Raises QuestionError where there is no such file, or where its header does not fit its query.
    """
    path = FOLDER / f"{name}.cypher"
    try:
        return parse(path.stem, path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise QuestionError(f"there is no query {name!r}: no file {path}") from None


def questions() -> tuple[Query, ...]:
    """The queries that answer English questions, by name."""
    return tuple(load(f"questions/{path.stem}") for path in sorted((FOLDER / "questions").glob("*.cypher")))


def parse(name: str, source: str) -> Query:
    """The query that the text of a file holds. Raises QuestionError for a header that does not fit it."""
    lines = source.splitlines()
    header: list[str] = []
    while len(header) < len(lines) and (match := _HEADER.fullmatch(lines[len(header)])):
        header.append(match[1].strip())
    text = "\n".join(lines[len(header) :]).strip()
    if not (header and header[0] and text):
        raise QuestionError(f"{name}.cypher: it needs `// question` as its first line and a query below")
    comment: list[str] = []
    phrasings: list[str] = []
    parameters: dict[str, str] = {}
    for line in header[1:]:
        field = _FIELD.fullmatch(line)
        if field is None:
            comment.append(line)
        elif field[1] == "ask":
            phrasings.append(field[2])
        else:
            parameters[field[1]] = field[2]
    used = set(_PARAMETER.findall(_QUOTED_OR_COMMENT.sub(" ", text)))
    if used != parameters.keys():
        disputed = ", ".join(f"${parameter}" for parameter in sorted(used ^ parameters.keys()))
        raise QuestionError(f"{name}.cypher: its header and its query do not agree about {disputed}")
    return Query(name, header[0], "\n".join(comment), parameters, tuple(phrasings), text)


def statements(path: str) -> tuple[str, ...]:
    """The statements of a schema file under cypher/, each of which ends with ``;`` at the end of a line."""
    source = (FOLDER / path).read_text(encoding="utf-8")
    code = "\n".join(line for line in source.splitlines() if not line.startswith(("//", "--")))
    return tuple(part.strip() for part in re.split(r";[ \t]*$", code, flags=re.MULTILINE) if part.strip())


def fold(text: str) -> str:
    """The form in which names and words are compared: no case, no accents, one space between words.

    The ``search`` properties of the graph are made of it.

    >>> fold("Recep Tayyip  Erdoğan")
    'recep tayyip erdogan'
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_BARE).casefold())
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())
