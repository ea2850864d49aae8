"""A line of JSON, or an HTML page -> the text of an article and what is said of it beside the text."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from extract.annotation import ArticleError

Facts = dict[str, Any]
"""What a page or a record says of its article: "title", "source", "url", "published", as they stand there."""

FIELDS = {
    "text": ("text", "body", "content", "articleBody"),
    "title": ("title", "headline"),
    "source": ("source", "outlet", "publisher", "sitename"),
    "url": ("url", "link"),
    "published": ("published", "date", "datePublished", "published_at", "publish_date", "pubDate"),
}
"""Under which keys a JSON object has the text of an article and its facts."""

_PUBLISHED = (
    "//meta[@property='article:published_time' or @property='og:article:published_time'"
    " or @itemprop='datePublished' or @name='date' or @name='pubdate' or @name='publish-date'"
    " or @name='parsely-pub-date' or @name='DC.date.issued']/@content"
    " | //time[@itemprop='datePublished' or @pubdate]/@datetime"
)
_LINKED_DATA = "//script[@type='application/ld+json']/text()"
_DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_SURROGATES = re.compile("[\ud800-\udfff]")


def fields(assignments: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """FIELDS with other keys for some: ``["text=story.body"]``; a dot leads into an object.

    Raises ArticleError for what names no field of an article.
    """
    keys = dict(FIELDS)
    for assignment in assignments:
        fact, _, key = assignment.partition("=")
        if fact not in keys or not key:
            raise ArticleError(
                f"--jsonl {assignment}: write FIELD=KEY, with one of {', '.join(FIELDS)} as FIELD"
            )
        keys[fact] = (key,)
    return keys


def record(place: str, line: bytes, keys: Mapping[str, tuple[str, ...]] = FIELDS) -> tuple[str, Facts]:
    """Text and facts of one JSON object; raises ArticleError."""
    try:
        held = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{place}: is no JSON ({error}); write one JSON object a line") from error
    if not isinstance(held, dict):
        raise ArticleError(f'{place}: is no JSON object; write {{"title": ..., "text": ...}}')
    facts = {
        fact: next((value for key in known if (value := _at(held, key))), None)
        for fact, known in keys.items()
    }
    text = facts.pop("text")
    if not isinstance(text, str) or not text.strip():
        raise ArticleError(
            f"{place}: has no text under {' or '.join(keys['text'])}; say where with --jsonl text=FIELD"
        )
    return _SURROGATES.sub("\ufffd", text), facts


def _at(held: Mapping[str, Any], key: str) -> object:
    """The value under a key, or at the end of a path of keys with dots between them."""
    if key in held:
        return held[key]
    first, _, rest = key.partition(".")
    inner = held.get(first) if rest else None
    return _at(inner, rest) if isinstance(inner, Mapping) else None


def one_line(value: object) -> str | None:
    """A fact as one line of text; a schema.org organization gives its name."""
    if isinstance(value, Mapping):
        value = value.get("name")
    return " ".join(_SURROGATES.sub("\ufffd", value).split()) or None if isinstance(value, str) else None


def page(name: str, data: bytes, address: str | None = None, told: Facts | None = None) -> tuple[str, Facts]:
    """Text and facts of an HTML page; raises ArticleError. ``told`` are facts that it may lack.

    The day comes from the page's metadata only: trafilatura takes any date for that of publication.
    """
    import trafilatura
    from trafilatura.settings import Document

    tree = trafilatura.load_html(data)
    if tree is None:
        raise ArticleError(f"{name}: is no HTML that can be read; save its text as .txt")
    linked = _DATE_PUBLISHED.findall(" ".join(tree.xpath(_LINKED_DATA)))
    published = next(iter([*tree.xpath(_PUBLISHED), *linked]), None)
    found = trafilatura.bare_extraction(
        tree, url=address, with_metadata=True, include_comments=False, include_tables=False
    )
    if not isinstance(found, Document) or not found.text:
        raise ArticleError(f"{name}: no article was found on the page; save its text as .txt")
    told = told or {}
    host = urlsplit(address or "").netloc
    # where the page names no outlet trafilatura takes the host's name
    outlet = found.sitename if found.sitename and found.sitename not in host else None
    return found.text, {
        "title": found.title or told.get("title"),
        "source": outlet or told.get("source") or found.sitename,
        "url": found.url or address,
        "published": published or told.get("published"),
    }
