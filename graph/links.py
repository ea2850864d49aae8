"""Where a passage of an article can be opened: the line of its file, or its web page at the words.

For terminals that follow links (OSC 8). The fragment of a file's address is the line, as kitty and editors
take it; that of a web page is a text fragment, which browsers scroll to.
"""

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

LINES = (".txt", ".md")  # where an article's text is the text of its file
WORDS = 8  # of a passage, by which a browser finds it
WEB = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f\"<>#]+", re.IGNORECASE)


def link(article: Mapping[str, Any], start: int | None, words: str = "") -> str | None:
    """The address of a passage that begins ``start`` code points into its file; None where there is none."""
    path = Path(str(article.get("path") or ""))
    if path.is_file():
        line = _line(path, start) if start is not None and path.suffix.lower() in LINES else None
        return path.resolve().as_uri() + (f"#{line}" if line else "")
    url = str(article.get("url") or "")
    if not WEB.fullmatch(url):
        return None
    passage = " ".join(words.split(" … ")[0].split()[:WORDS])
    return f"{url}#:~:text={quote(passage, safe='').replace('-', '%2D')}" if passage else url


def _line(path: Path, start: int) -> int | None:
    """The number of the line that a code point stands in."""
    text = _text(path)
    return text.count("\n", 0, start) + 1 if start <= len(text) else None


@functools.lru_cache(maxsize=64)
def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            return file.read()
    except OSError:
        return ""
