"""RSS and Atom feeds -> their entries."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from extract.annotation import ArticleError
from extract.records import Facts


@dataclass(frozen=True, slots=True)
class Entry:
    """Where the page of an entry is, what the feed says of it, and its HTML if the feed has it in full."""

    link: str | None
    facts: Facts
    html: str | None


def entries(name: str, data: bytes, address: str | None = None) -> Iterator[Entry]:
    """The entries of a feed in its order; raises ArticleError where there are none.

    What the feed calls a summary is none of the article; what it calls the content is the article. Links
    count from ``address``, where the feed was found.
    """
    import feedparser

    headers = {"content-type": "application/xml", "content-location": address or ""}
    feed = feedparser.parse(io.BytesIO(data), response_headers=headers)
    if not feed.entries:
        reason = f"is no feed that can be read ({feed.bozo_exception})" if feed.bozo else "is an empty feed"
        raise ArticleError(f"{name}: {' '.join(reason.split())}; give the address of an RSS or Atom feed")
    for entry in feed.entries:
        facts: Facts = {
            "title": entry.get("title"),
            "source": feed.feed.get("title"),
            "url": entry.get("link"),
            "published": _day(entry.get("published_parsed")),
        }
        html = max((content.get("value") or "" for content in entry.get("content", ())), key=len, default="")
        yield Entry(entry.get("link"), facts, html.strip() or None)


def _day(parsed: tuple[int, ...] | None) -> str | None:
    """The day of feedparser's time tuple, which is in UTC."""
    return "{:04d}-{:02d}-{:02d}".format(*parsed[:3]) if parsed else None
