"""Files, folders, standard input and web addresses -> Article.

What comes from outside is checked here, once. What cannot be read, and what is not English, is an
ArticleError with its name, the reason and the way out; the rest goes on.
"""

import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from extract import headers
from extract.annotation import Article, Paragraph, digest
from extract.language import language_of
from extract.segmentation import Segment, segments

SUFFIXES = {".txt": "text", ".md": "text", ".html": "html", ".htm": "html", ".jsonl": "json"}
MAX_BYTES = 20_000_000  # of a file, a page, or a line of .jsonl
MAX_LINE = 100_000  # characters: no paragraph is so long, and reading one takes memory
MAX_ARTICLE = 500_000  # characters
TIMEOUT = 20.0  # seconds, for each step of fetching a page

Skip = Callable[["ArticleError"], None]

_KEYS = {
    "text": ("text", "body", "content", "articleBody"),
    "title": ("title", "headline"),
    "source": ("source", "outlet", "publisher", "sitename"),
    "url": ("url", "link"),
    "published": ("published", "date", "datePublished", "published_at", "publish_date", "pubDate"),
}
_SIGNATURES = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip file",
}
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_PUBLISHED = (
    "//meta[@property='article:published_time' or @property='og:article:published_time'"
    " or @itemprop='datePublished' or @name='date' or @name='pubdate' or @name='publish-date'"
    " or @name='parsely-pub-date' or @name='DC.date.issued']/@content"
    " | //time[@itemprop='datePublished' or @pubdate]/@datetime"
)
_LINKED_DATA = "//script[@type='application/ld+json']/text()"
_DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_SURROGATES = re.compile("[\ud800-\udfff]")


class ArticleError(Exception):
    """Something holds no article that can be read. The message names it, says why, and what to do."""


def read_articles(sources: Sequence[str], onerror: Skip | None = None) -> Iterator[Article]:
    """The articles of files, folders, "-" (standard input) and http(s) addresses, in their order.

    Folders are read recursively and in the order of names; hidden files and READMEs are left out, and all
    but .txt, .md, .html, .htm and .jsonl. ``onerror`` is called with an ArticleError for each thing that is
    skipped, and reading goes on, as in os.walk; without it the first one is raised. A text that stands twice
    among the sources is given once: the id of an article is made of its text, and no two share an id.
    """

    def skip(error: ArticleError) -> None:
        if onerror is None:
            raise error
        onerror(error)

    seen: set[str] = set()
    for source in sources:
        for article in _read(source, skip):
            if article.id not in seen:
                seen.add(article.id)
                yield article


def _read(source: str, skip: Skip) -> Iterator[Article]:
    if source == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        yield from _document(source, data, _kind(data), skip)
    elif re.match("https?://", source, re.IGNORECASE):
        try:
            data, kind = _fetch(source)
        except ArticleError as error:
            skip(error)
        else:
            yield from _document(source, data, kind, skip, address=source)
    else:
        for path in _files(source, skip):
            name = os.fsencode(path).decode("utf-8", "replace")
            try:
                with path.open("rb") as file:
                    kind = SUFFIXES.get(path.suffix.lower(), "")
                    if kind == "json":
                        yield from _json_lines(name, iter(lambda: file.readline(MAX_BYTES + 1), b""), skip)
                    else:
                        data = file.read(MAX_BYTES + 1)
                        yield from _document(name, data, kind or _kind(data), skip)
            except OSError as error:
                skip(_unreadable(name, error))


def _files(source: str, skip: Skip) -> Iterator[Path]:
    """The file, or the files in a folder that look like articles."""
    path = Path(source)
    if not path.is_dir():
        yield path
        return
    found = False
    for folder, folders, names in os.walk(
        path, onerror=lambda error: skip(_unreadable(error.filename, error))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "README")) and Path(name).suffix.lower() in SUFFIXES:
                found = True
                yield Path(folder, name)
    if not found and os.access(path, os.R_OK):
        skip(
            ArticleError(
                f"{source}: the folder holds no file that ends in {', '.join(SUFFIXES)}; name the files"
            )
        )


def _unreadable(name: str, error: OSError) -> ArticleError:
    if isinstance(error, FileNotFoundError):
        return ArticleError(f"{name}: there is no such file or folder; check the spelling")
    if isinstance(error, PermissionError):
        return ArticleError(f"{name}: you may not read it; change its permissions (chmod u+r)")
    return ArticleError(f"{name}: {error.strerror or error}; name a file or folder that can be read")


def _document(name: str, data: bytes, kind: str, skip: Skip, address: str | None = None) -> Iterator[Article]:
    """The articles of a whole file or page."""
    if kind == "json":
        yield from _json_lines(name, data.splitlines(keepends=True), skip)
        return
    try:
        if not data.strip():
            raise ArticleError(f"{name}: is empty; give a file with text in it")
        if len(data) > MAX_BYTES:
            raise ArticleError(f"{name}: is longer than {MAX_BYTES:,} bytes; split it")
        if kind == "html":
            text, facts = _page(name, data, address)
            yield from _articles(name, text, skip, facts)
        else:
            yield from _articles(name, _decode(name, data), skip)
    except ArticleError as error:
        skip(error)


def _kind(data: bytes) -> str:
    """What bytes without a telling file name hold."""
    start = data[:1000].lstrip().lower()
    if start.startswith(b"<") and (b"<html" in start or b"<!doctype html" in start):
        return "html"
    return "json" if start.startswith(b"{") else "text"


def _decode(name: str, data: bytes) -> str:
    """The text of a file to the last character: byte order mark and line ends stay, as offsets count them."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise ArticleError(f"{name}: is {kind}; save its text as .txt")
    encoding = _BYTE_ORDER_MARKS.get(data[:2]) or _unmarked_utf16(data)
    if encoding:
        text = data.decode(encoding, "replace")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            ascii_share = sum(byte < 128 for byte in data) / len(data)
            text = _decode_lines(data) if ascii_share > 0.5 else _detect(name, data)
    controls = sum(unicodedata.category(letter) == "Cc" and not letter.isspace() for letter in text[:10_000])
    if controls > len(text[:10_000]) / 100:
        raise ArticleError(f"{name}: is binary, not text; save its text as .txt")
    return text


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark is told by its zeros: every other byte of English is one."""
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if high.count(0) * 2 > len(high):
            return encoding
    return None


def _decode_lines(data: bytes) -> str:
    """Western text, some of it no UTF-8: Windows-1252 where UTF-8 fails, as browsers do."""
    lines = []
    for line in data.splitlines(keepends=True):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", "replace"))
    return "".join(lines)


def _detect(name: str, data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise ArticleError(f"{name}: is binary, or in an unknown encoding; save it as UTF-8 text")
    return str(best)


def _articles(name: str, text: str, skip: Skip, facts: Mapping[str, Any] | None = None) -> Iterator[Article]:
    """The articles of a text. ``facts`` are what page or record say of the one article that it then is."""
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > MAX_LINE:
            raise ArticleError(
                f"{name}: line {number} has {len(line):,} characters, more than any paragraph; break it up"
            )
    found = segments(text, single=facts is not None)
    if not found:
        raise ArticleError(f"{name}: holds no sentence that could be part of an article; check what is in it")
    for segment in found:
        body = " ".join(text[paragraph.start : paragraph.end] for paragraph in segment.paragraphs)
        language = language_of(body)
        title = f' "{segment.title}"' if segment.title and len(found) > 1 else ""
        if language != "English":
            skip(ArticleError(f"{name}:{title} seems to be in {language}; only English is read"))
        elif len(body) > MAX_ARTICLE:
            skip(ArticleError(f"{name}:{title} is longer than {MAX_ARTICLE:,} characters; split it"))
        elif facts is None:
            yield _slice(name, text, segment)
        else:
            yield _derived(name, text, segment, facts)


def _slice(name: str, text: str, segment: Segment) -> Article:
    """An article that is a part of its file."""
    words, offset = text[segment.start : segment.end], segment.start
    return Article(
        id=digest("article", words),
        path=name,
        start=offset,
        end=segment.end,
        text=words,
        paragraphs=tuple(Paragraph(p.start - offset, p.end - offset, p.kind) for p in segment.paragraphs),
        title=segment.title,
        source=segment.source,
        url=segment.url,
        published=segment.published,
    )


def _derived(name: str, text: str, segment: Segment, facts: Mapping[str, Any]) -> Article:
    """An article that was taken out of HTML or JSON, whose own facts outrank what the text says of itself."""
    return Article(
        id=digest("article", text),
        path=name,
        start=0,
        end=len(text),
        text=text,
        paragraphs=segment.paragraphs,
        title=_string(facts.get("title")) or segment.title,
        source=_string(facts.get("source")) or segment.source,
        url=_string(facts.get("url")) or segment.url,
        published=_day(facts.get("published")) or segment.published,
        derived=True,
    )


def _string(value: object) -> str | None:
    """A fact as one line of text; a schema.org organization gives its name."""
    if isinstance(value, Mapping):
        value = value.get("name")
    return " ".join(_SURROGATES.sub("\ufffd", value).split()) or None if isinstance(value, str) else None


def _day(value: object) -> date | None:
    return headers.parse_date(value) if isinstance(value, str) else None


def _json_lines(name: str, lines: Iterable[bytes], skip: Skip) -> Iterator[Article]:
    """One article an object, one object a line."""
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        place = f"{name}, line {number}"
        try:
            if len(line) > MAX_BYTES:
                raise ArticleError(f"{place}: is longer than {MAX_BYTES:,} bytes; split it")
            text, facts = _record(place, line)
            yield from (replace(article, path=name) for article in _articles(place, text, skip, facts))
        except ArticleError as error:
            skip(error)
    if empty:
        skip(ArticleError(f"{name}: is empty; write one JSON object a line"))


def _record(place: str, line: bytes) -> tuple[str, dict[str, Any]]:
    """Text and facts of one JSON object."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{place}: is no JSON ({error}); write one JSON object a line") from error
    if not isinstance(record, dict):
        raise ArticleError(f'{place}: is no JSON object; write {{"title": ..., "text": ...}}')
    facts = {
        fact: next((record[key] for key in keys if record.get(key)), None) for fact, keys in _KEYS.items()
    }
    text = facts.pop("text")
    if not isinstance(text, str) or not text.strip():
        raise ArticleError(f"{place}: has no text; put it under one of {', '.join(_KEYS['text'])}")
    return _SURROGATES.sub("\ufffd", text), facts


def _page(name: str, data: bytes, address: str | None) -> tuple[str, dict[str, Any]]:
    """Text and facts of an HTML page.

    The day comes from the page's metadata only: trafilatura takes any date for that of publication.
    """
    import trafilatura
    from trafilatura.settings import Document

    tree = trafilatura.load_html(data)
    if tree is None:
        raise ArticleError(f"{name}: is no HTML that can be read; save its text as .txt")
    linked = _DATE_PUBLISHED.findall(" ".join(tree.xpath(_LINKED_DATA)))
    published = next(iter([*tree.xpath(_PUBLISHED), *linked]), None)
    page = trafilatura.bare_extraction(
        tree, url=address, with_metadata=True, include_comments=False, include_tables=False
    )
    if not isinstance(page, Document) or not page.text:
        raise ArticleError(f"{name}: no article was found on the page; save its text as .txt")
    return page.text, {
        "title": page.title,
        "source": page.sitename,
        "url": page.url or address,
        "published": published,
    }


def _fetch(address: str) -> tuple[bytes, str]:
    """What an http(s) address answers with, and its kind."""
    import httpx

    data = bytearray()
    try:
        with httpx.stream("GET", address, timeout=TIMEOUT, follow_redirects=True) as response:
            response.raise_for_status()
            declared = response.headers.get("content-type", "").split(";")[0].strip().lower()
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > MAX_BYTES:
                    break  # _document says so
    except httpx.HTTPStatusError as error:
        answer = f"{error.response.status_code} {error.response.reason_phrase}".strip()
        raise ArticleError(
            f"{address}: the server answers {answer}; open it in a browser and save it"
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ArticleError(f"{address}: cannot be fetched ({error}); check address and network") from error
    if "html" in declared:
        return bytes(data), "html"
    if "json" in declared:
        return bytes(data), "json"
    if declared.startswith("text/") or not declared:
        return bytes(data), _kind(bytes(data))
    raise ArticleError(f"{address}: is {declared}, not a page; save its text as .txt")
