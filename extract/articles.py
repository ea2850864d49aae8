"""Files, folders, standard input and web addresses -> Article.

What comes from outside is checked here, once. What cannot be read, and what is not English, is an
ArticleError with its name, the reason and the way out; the rest goes on.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from extract import archives, feeds, headers, records
from extract.annotation import Article, ArticleError, Paragraph, digest
from extract.encodings import MAX_BYTES, decode, kind
from extract.identity import identified, is_address
from extract.language import language_of
from extract.records import FIELDS, Facts, one_line
from extract.segmentation import Segment, segments
from extract.web import Answer, Web

SUFFIXES = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "json",
    ".ndjson": "json",
}
FEEDS = (".xml", ".rss", ".atom")  # read where they are named; a folder of them would lead out into the web
MAX_LINE = 100_000  # characters: no paragraph is so long, and reading one takes memory
MAX_ARTICLE = 500_000  # characters

Skip = Callable[[ArticleError], None]


@dataclass(frozen=True, slots=True)
class _Way:
    """How sources are read: what is told of those skipped, the keys of JSON objects, the web."""

    skip: Skip
    keys: Mapping[str, tuple[str, ...]]
    web: Web


def read_articles(
    sources: Sequence[str],
    onerror: Skip | None = None,
    keys: Mapping[str, tuple[str, ...]] = FIELDS,
    private: bool = False,
) -> Iterator[Article]:
    """The articles of files, folders, "-" (standard input) and http(s) addresses, in their order.

    Folders are read recursively and in the order of names; hidden files and READMEs are left out, and all
    but .txt, .md, .html, .htm, .jsonl, .ndjson, .warc and .warc.gz. A feed, by its address or as a file,
    stands for what it leads to. ``onerror`` is called with an ArticleError for each thing that is
    skipped, and reading goes on, as in os.walk; without it the first one is raised. A text that stands twice
    under one address, or without one in a file, is given once.
    ``keys``: where JSON objects have what (records.fields); ``private``: whether addresses of this machine
    and its network may be fetched.
    """

    def skip(error: ArticleError) -> None:
        if onerror is None:
            raise error
        onerror(error)

    way = _Way(skip, keys, Web(private))
    yield from identified(article for source in sources for article in _read(source, _at(source, way)))


def _at(path: str, way: _Way) -> _Way:
    """The same way, on which errors are told where they are met."""

    def skip(error: ArticleError) -> None:
        error.path = error.path or path
        way.skip(error)

    return replace(way, skip=skip)


def _read(source: str, way: _Way) -> Iterator[Article]:
    if source == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        yield from _document(source, data, kind(data), way)
    elif is_address(source):
        yield from _page(source, way)
    else:
        for path in files(source, way.skip):
            name = os.fsencode(path).decode("utf-8", "replace")
            here = _at(name, way)
            try:
                yield from _file(name, path, here)
            except OSError as error:
                here.skip(_unreadable(name, error))


def _file(name: str, path: Path, way: _Way) -> Iterator[Article]:
    suffix = path.suffix.lower()
    with path.open("rb") as file:
        if path.name.lower().endswith(archives.SUFFIXES):
            try:
                for address, data in archives.pages(name, file):
                    where = f"{name}: {address}"
                    for article in _document(where, data, "html", way, address=address):
                        yield replace(article, path=name)
            except ArticleError as error:
                way.skip(error)
        elif SUFFIXES.get(suffix) == "json":
            yield from _json_lines(name, iter(lambda: file.readline(MAX_BYTES + 1), b""), way)
        else:
            data = file.read(MAX_BYTES + 1)
            known = "feed" if suffix in FEEDS else SUFFIXES.get(suffix)
            yield from _document(name, data, known or kind(data), way)


def _page(address: str, way: _Way, facts: Facts | None = None) -> Iterator[Article]:
    """The article of a web page, or those of a feed; ``facts`` are those of the feed that led to it."""
    try:
        answer = way.web.fetch(address)
        held = _kind(address, answer)
        if held == "feed" and facts is not None:
            raise ArticleError(f"{address}: is a feed, not a page; name it by itself")
    except ArticleError as error:
        way.skip(error)
    else:
        yield from _document(address, answer.data, held, way, address=answer.address, facts=facts)


def _kind(address: str, answer: Answer) -> str:
    """What an answer holds: by the type it is said to be of, and where that says little by itself."""
    declared = answer.declared
    if "html" in declared:
        return "html"
    if "json" in declared:
        return "json"
    if declared.startswith("text/") or declared.endswith(("xml", "octet-stream")) or not declared:
        return kind(answer.data)
    raise ArticleError(f"{address}: is {declared}, not a page; save its text as .txt")


def files(source: str, skip: Skip) -> Iterator[Path]:
    """The file, or those in a folder that look like articles; ``skip`` is told where there are none."""
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
            if not name.startswith((".", "README")) and _is_article(name):
                found = True
                yield Path(folder, name)
    if not found and os.access(path, os.R_OK):
        known = ", ".join((*SUFFIXES, *archives.SUFFIXES))
        skip(ArticleError(f"{source}: the folder holds no file that ends in {known}; name the files"))


def _is_article(name: str) -> bool:
    return Path(name).suffix.lower() in SUFFIXES or name.lower().endswith(archives.SUFFIXES)


def _unreadable(name: str, error: OSError) -> ArticleError:
    if isinstance(error, FileNotFoundError):
        return ArticleError(f"{name}: there is no such file or folder; check the spelling")
    if isinstance(error, PermissionError):
        return ArticleError(f"{name}: you may not read it; change its permissions (chmod u+r)")
    return ArticleError(f"{name}: {error.strerror or error}; name a file or folder that can be read")


def _document(
    name: str, data: bytes, held: str, way: _Way, address: str | None = None, facts: Facts | None = None
) -> Iterator[Article]:
    """The articles of a whole file or page. ``facts`` fill in what it does not say of itself."""
    try:
        if not data.strip():
            raise ArticleError(f"{name}: is empty; give a file with text in it")
        if held == "json":
            yield from _json_lines(name, data.splitlines(keepends=True), way)
            return
        if len(data) > MAX_BYTES:
            raise ArticleError(f"{name}: is longer than {MAX_BYTES:,} bytes; split it")
        if held == "feed":
            yield from _feed(name, data, way, address)
        elif held == "html":
            text, told = records.page(name, data, address, facts)
            yield from _articles(name, text, way.skip, told)
        else:
            yield from _articles(name, decode(name, data), way.skip, facts)
    except ArticleError as error:
        way.skip(error)


def _feed(name: str, data: bytes, way: _Way, address: str | None) -> Iterator[Article]:
    """The articles of a feed: what it gives in full from itself, the others from their pages."""
    for entry in feeds.entries(name, data, address):
        if entry.html is not None:
            html = f"<html><body><article>{entry.html}</article></body></html>".encode()
            yield from _document(entry.link or name, html, "html", way, address=entry.link, facts=entry.facts)
        elif entry.link is not None and re.match("https?://", entry.link, re.IGNORECASE):
            yield from _page(entry.link, way, entry.facts)
        else:
            title = f' "{entry.facts["title"]}"' if entry.facts["title"] else ""
            way.skip(ArticleError(f"{name}: the entry{title} has neither text nor a link to a page"))


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
        title=one_line(facts.get("title")) or segment.title,
        source=one_line(facts.get("source")) or segment.source,
        url=one_line(facts.get("url")) or segment.url,
        published=_day(facts.get("published")) or segment.published,
        derived=True,
    )


def _day(value: object) -> date | None:
    return headers.parse_date(value) if isinstance(value, str) else None


def _json_lines(name: str, lines: Iterable[bytes], way: _Way) -> Iterator[Article]:
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
            text, facts = records.record(place, line, way.keys)
            yield from (replace(article, path=name) for article in _articles(place, text, way.skip, facts))
        except ArticleError as error:
            way.skip(error)
    if empty:
        way.skip(ArticleError(f"{name}: is empty; write one JSON object a line"))
