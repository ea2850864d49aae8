"""Which article is which, through all corrections of its text: what makes a new text replace an old one.

its address, where its page or record tells it
its file, for the first article of a file that has no address
its file and its title, for each further one
standard input: outlet, title and day, else the text itself
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.annotation import Article


def identified(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles in their order, each with its ``key``; one that stands twice under one key comes once.

    The articles of a file come one after the other, and all of them.
    """
    seen: set[tuple[str, str]] = set()
    keys: Counter[tuple[str, str]] = Counter()
    for article in articles:
        known = article.url or article.path, article.id
        if known not in seen:
            seen.add(known)
            yield replace(article, key=_key(article, keys))


def _key(article: Article, keys: Counter[tuple[str, str]]) -> str:
    """``keys`` counts the articles of each file under one address, or title.

    Slices of one file that bear one address are told apart: it is that of the page around them.
    """
    path, title = article.path, article.title or ""
    if article.url and (article.derived or not keys[path, article.url]):
        keys[path, article.url] += 1
        return article.url
    if path == "-":
        told = (article.source, title, article.published)
        return "\n".join(["-", *map(str, told)]) if article.source and title else f"-\n{article.id}"
    if not keys[path, ""]:  # the first one of a file, whatever its title
        keys[path, ""] += 1
        return path
    place = f"{path}\n{title}"
    keys[path, place] += 1
    return f"{place}\n{keys[path, place]}"


def is_address(source: str) -> bool:
    """Whether a source is a web address, no file."""
    return re.match("https?://", source, re.IGNORECASE) is not None


def located(sources: Iterable[str]) -> list[str]:
    """The sources with whole paths, so that what is kept of them can be found again from any folder."""
    return [
        source if source == "-" or is_address(source) else os.path.abspath(source)  # noqa: PTH100 - as named
        for source in sources
    ]
