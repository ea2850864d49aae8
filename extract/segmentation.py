"""Which lines of a file are an article, and which are boilerplate.

The lines come sorted by kind (lines.py); they are cut into articles; then each article gets its title, its
paragraphs and what its header says. A cut is made on firm ground only: two articles left in one piece lose
less than one article cut in two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from extract import headers
from extract.annotation import Paragraph, ParagraphKind
from extract.lines import LONG, WORD, Line, read_lines

DECK = 10  # words: a line that opens another article with no header between has at least so many
ECHO = 0.4  # of a deck's content words come back in the lead below it
KINSHIP = 0.25  # of a title's content words come back in its article
LEADS = 5  # paragraphs from the top that may open with the dateline
TITLE = 10  # words: a first sentence of no more may be a headline with a full stop

_BULLETS = frozenset("-–—*+•·▪")
_QUOTES = "\"'“”‘’«»"


@dataclass(frozen=True, slots=True)
class Segment:
    """An article within a text: ``start:end`` and the paragraphs count in the text; what its header says."""

    start: int
    end: int
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: date | None = None


def segments(text: str, single: bool = False) -> tuple[Segment, ...]:
    """The articles of a text in their order; with ``single`` it is one, with its title given elsewhere."""
    lines = read_lines(text)
    parts = [lines] if single else list(_articles(lines))
    found = [_segment(part, is_top=number == 0 and not single) for number, part in enumerate(parts)]
    return tuple(segment for segment in found if segment)


def _articles(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each article, its header among them."""
    current: list[Line] = []
    run: list[Line] = []
    for number, line in enumerate(lines):
        if line.kind != "prose":
            run.append(line)
            continue
        if any(x.kind == "prose" for x in current):
            cut = _cut(current, run, lines[number : number + 2])
            if cut is not None:
                yield [*current, *run[:cut]]
                current, run = [], run[cut:]
        current += [*run, line]
        run = []
    yield [*current, *run]


def _cut(before: Sequence[Line], run: Sequence[Line], after: Sequence[Line]) -> int | None:
    """Where in ``run``, the lines between two paragraphs, another article begins; None if none does."""
    shorts = [number for number, line in enumerate(run) if line.kind == "short"]
    if not shorts:
        return None
    ends = [number for number, line in enumerate(run) if line.kind == "end"]
    if ends and ends[-1] < shorts[-1]:
        return ends[-1] + 1
    if any(headers.opens(line.text) for line in run if line.kind == "header") and any(
        run[number].length > 3 for number in shorts
    ):
        return 0
    if run[shorts[0]].mark == "#" and any(line.mark == "#" for line in before):
        return shorts[0]
    if len(run) == 1 and _is_deck(run[0], before, after):
        return 0
    return None


def _is_deck(line: Line, before: Sequence[Line], after: Sequence[Line]) -> bool:
    """A sentence without full stop that the paragraph below tells again: deck and lead of another article.

    Subheadings are shorter, and what stands below them goes on instead of beginning anew.
    """
    opening = next((x for x in before if x.kind in ("short", "prose")), line)
    lead = " ".join(x.text for x in after[:2] if x.kind == "prose")
    return (
        line.length >= DECK
        and opening.kind == "short"  # the article above opens in the same way
        and line.text[0] not in _QUOTES
        and not line.text.endswith((",", ";", ":"))
        and line.mark == ""
        and after[0].text[0] not in _QUOTES
        and not before[-1].text.endswith(":")
        and _echo(line.text, lead) >= ECHO
    )


def _echo(short: str, long: str) -> float:
    """Share of the content words of ``short`` that come back in ``long``, by their first five letters."""
    stems = _stems(short)
    return len(stems & _stems(long)) / len(stems) if stems else 0.0


def _stems(text: str) -> set[str]:
    return {word[:5].lower() for word in WORD.findall(text) if len(word) >= 4 or word[0].isupper()}


def _segment(lines: Sequence[Line], is_top: bool) -> Segment | None:
    bodies = [number for number, line in enumerate(lines) if line.kind == "prose"]
    while bodies and lines[bodies[-1]].text.endswith(":") and lines[bodies[-1]].length < DECK:
        bodies.pop()  # an introduction to nothing
    if not bodies:
        return None
    first, last = bodies[0], bodies[-1]
    titles = _titles(lines[:first], " ".join(lines[number].text for number in bodies))
    chosen: list[tuple[Line, ParagraphKind]] = [
        (line, "heading" if number else "title") for number, line in enumerate(titles)
    ]
    if not titles and is_top and _is_title_sentence(lines[first], lines[first + 1 : last + 1]):
        chosen, first = [(lines[first], "title")], first + 1
    for line, following in zip(lines[first : last + 1], [*lines[first + 1 : last + 1], None], strict=True):
        if line.kind == "prose":
            chosen.append((line, "body"))
        elif line.kind == "short":
            is_heading = following and following.kind == "prose" and line.mark not in _BULLETS
            chosen.append((line, "heading" if is_heading else "body"))
    segment = Segment(
        chosen[0][0].start,
        chosen[-1][0].end,
        tuple(_paragraphs(chosen)),
        next((line.text for line, kind in chosen if kind == "title"), None),
    )
    after = titles[0].start if titles else 0
    above = [line for line in lines[:first] if line not in titles]
    return replace(
        segment,
        source=_source(above, lines[first], lines[last + 1 :]),
        url=next(filter(None, map(_url, above)), None),
        published=_published(above, after, lines[first], lines[last + 1 :]),
    )


def _paragraphs(chosen: Sequence[tuple[Line, ParagraphKind]]) -> Iterator[Paragraph]:
    """The lines as paragraphs, that of the dateline without it: it is no part of the sentence behind it."""
    leads = [line for line, kind in chosen if kind == "body"][:LEADS]
    datelines = ((line, headers.dateline(line.text)) for line in leads)
    first, dateline = next(((line, found) for line, found in datelines if found), (None, None))
    for line, kind in chosen:
        behind = dateline.end if dateline and line is first else 0
        yield Paragraph(line.start + behind, line.end, kind)


def _titles(top: Sequence[Line], prose: str) -> list[Line]:
    """The lines above the first paragraph that speak of what it tells: headline, second headline."""
    labelled = [line for line in top if line.mark == "title" and line.kind == "short"]
    if labelled:
        return labelled[:1]
    shorts = [line for line in top if line.kind == "short"]
    shorts = [line for line in shorts if not headers.outlet(line.text)] or shorts
    return [line for line in shorts if _echo(line.text, prose) >= KINSHIP] or shorts[-1:]


def _is_title_sentence(line: Line, rest: Sequence[Line]) -> bool:
    """A headline with a full stop: one short sentence at the top, and longer paragraphs that say more."""
    words = [word for word in WORD.findall(line.text) if len(word) >= 4]
    is_capitalized = sum(word[0].isupper() for word in words) >= 0.8 * len(words)
    return (
        any(x.length > line.length for x in rest[:3] if x.kind == "prose")
        and line.length <= (LONG if is_capitalized else TITLE)
        and not re.search(r"[a-z]{2}[.!?]\W+[A-Z]", line.text)
        and (is_capitalized or _echo(line.text, " ".join(x.text for x in rest)) >= KINSHIP)
    )


def _published(above: Sequence[Line], title: int, lead: Line, below: Sequence[Line]) -> date | None:
    """The day that is labelled so, else that of the header line or dateline nearest to the article."""
    dates = [line for line in above if headers.published(line.text)]
    candidates = (
        *(line for line in dates if headers.is_labelled(line.text)),
        *(line for line in dates if line.start > title),
    )
    if candidates:
        return headers.published(candidates[0].text)
    if (dateline := headers.dateline(lead.text)) and dateline.day:
        return dateline.day
    nearest = dates[-1:] or [line for line in below[:1] if headers.published(line.text)]
    return headers.published(nearest[0].text) if nearest else None


def _source(above: Sequence[Line], lead: Line, below: Sequence[Line]) -> str | None:
    """The outlet: labelled, standing over the age of an item, named in header or footer; else the agency."""
    for line in above:
        labelled = headers.field(line.text)
        if labelled and labelled[0] in ("source", "outlet", "publisher"):
            return labelled[1]
    for line, following in pairwise(above):
        if headers.is_age(following.text) and line.kind in ("short", "furniture") and line.length <= 5:
            return line.text
    named = (headers.outlet(line.text) for line in (*above, *below))
    dateline = headers.dateline(lead.text)
    return next(filter(None, named), None) or (dateline.agency if dateline else None)


def _url(line: Line) -> str | None:
    labelled = headers.field(line.text)
    return headers.address(labelled[1] if labelled and labelled[0] in ("url", "link") else line.text)
