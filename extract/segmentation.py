"""Which lines of a file are an article, and which are boilerplate.

Every line is looked at once and sorted by its shape and by boilerplate.toml; then the lines are cut into
articles; then each article gets its title, its paragraphs and what its header says. Only general cues are
used (sentence punctuation, length, repetition, header words, datelines), and a cut is made on firm ground
only: two articles left in one piece lose less than one article cut in two.

Shallow features tell text from boilerplate (Kohlschütter et al., "Boilerplate Detection using Shallow Text
Features", WSDM 2010); here they are taken from bare lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Literal

from extract import headers
from extract.annotation import Paragraph, ParagraphKind

LineKind = Literal["prose", "short", "header", "related", "comments", "end", "furniture"]

LONG = 25  # words: nothing so long is a title, whatever its punctuation
DECK = 10  # words: a line that opens another article with no header between has at least so many
ECHO = 0.4  # of a deck's content words come back in the lead below it
KINSHIP = 0.25  # of a title's content words come back in its article
TITLE = 14  # words: a first sentence of no more may be a headline with a full stop
NOTICE = 60  # words: nothing longer is taken for boilerplate because of its words

_SENTENCE_END = re.compile(r"""[.!?…]["'”’»*_]*\s*(?:\[[^\[\]]+\]|\([^()]+\))?["'”’»)\]*_]*""")
_MARKS = re.compile(r"(?:#{1,6}\s+|>\s+|[-–—*+•·▪]\s+|\*\*(?=\S))+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*(?=\r?\n)", re.DOTALL)
_RULE = re.compile(r"[=#~]{5,}|\f")
_BULLETS = frozenset("-–—*+•·▪")
_QUOTES = "\"'“”‘’«»"
_REPORTING_ENDS = frozenset('"“”')


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


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a hard-wrapped paragraph, without the white space and the list or heading mark around it."""

    start: int
    end: int
    text: str
    mark: str
    kind: LineKind

    @property
    def length(self) -> int:
        """In words."""
        return len(self.text.split())


def segments(text: str, single: bool = False) -> tuple[Segment, ...]:
    """The articles of a text in their order; with ``single`` it is known to hold one."""
    front = _FRONT_MATTER.match(text)
    lines = [_line(text, start, end) for start, end in _stretches(text)]
    if front:
        # What else the front matter holds ("description: ...") repeats the article.
        lines = [
            replace(line, kind="furniture")
            if line.end <= front.end() and line.kind != "header" and line.mark != "title"
            else line
            for line in lines
        ]
    lines = _without_aftermath(_without_repetition(lines))
    if not any(line.kind == "prose" for line in lines):
        # A headline is all there is: it is what there is to read.
        lines = [replace(line, kind="prose") if line.kind == "short" else line for line in lines]
    parts = [lines] if single else list(_articles(lines))
    found = [_segment(part, is_first=number == 0) for number, part in enumerate(parts)]
    return tuple(segment for segment in found if segment)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that is not blank; the lines of a hard-wrapped paragraph are one."""
    block: list[tuple[int, int]] = []
    position = 0
    for raw in [*text.splitlines(keepends=True), ""]:
        start, position = position, position + len(raw)
        words = raw.strip().strip("\ufeff")
        if words:
            start += raw.index(words)
            block.append((start, start + len(words)))
        else:
            yield from [(block[0][0], block[-1][1])] if _is_wrapped(text, block) else block
            block = []


def _is_wrapped(text: str, block: Sequence[tuple[int, int]]) -> bool:
    """Lines cut at one width (e-mail): about equally long but the last, and sentences run over their ends."""
    if len(block) < 2:
        return False
    lengths = [end - start for start, end in block]
    widest = max(lengths)
    runs_over = any(
        text[after[0]].islower() and not _ends_sentence(text[before[0] : before[1]])
        for before, after in pairwise(block)
    )
    return 40 <= widest <= 100 and min(lengths[:-1]) >= 0.7 * widest and runs_over


def _line(text: str, start: int, end: int) -> Line:
    mark = _MARKS.match(text, start, end)
    first = mark.end() if mark else start
    words = text[first:end]
    labelled = headers.field(words)
    if labelled and labelled[0] in ("title", "headline"):
        first = text.index(labelled[1], first)
        return Line(first, first + len(labelled[1]), labelled[1], "title", "short")
    return Line(first, end, words, text[start:first].strip(), _kind(words, text[start:first]))


def _kind(words: str, mark: str) -> LineKind:
    length = len(words.split())
    if not _WORD.search(words):
        return "end" if _RULE.fullmatch(words) else "furniture"
    if length <= NOTICE and len(words) < 10 * NOTICE:
        if _matches("end", words):
            return "end"
        if _is_header(words):
            return "header"
        if _matches("related", words):
            return "related"
        if _matches("comments", words):
            return "comments"
        if _matches("furniture", words) or _is_caption(words):
            return "furniture"
    if mark.startswith("#"):
        return "short"
    if length >= LONG or (length >= 2 and _ends_sentence(words)) or words.endswith(":"):
        return "prose"
    if words.endswith(("{", "}")) or (words.endswith(";") and words.islower()):
        return "furniture"  # style sheets
    return "furniture" if length == 1 or _is_menu(words) else "short"


def _is_header(words: str) -> bool:
    return bool(
        headers.published(words)
        or headers.is_age(words)
        or headers.is_byline(words)
        or headers.field(words)
        or headers.address(words)
    ) and not (len(words.split()) > 3 and _ends_sentence(words) and not headers.published(words))


def _is_caption(words: str) -> bool:
    quotes = _REPORTING_ENDS & set(words)
    return _matches("caption", words) and not (quotes and len(words.split()) > LONG)


def _is_menu(words: str) -> bool:
    """At least half of the words name sections of a page."""
    parts = [word.lower() for word in _WORD.findall(words)]
    known = sum(part in headers.boilerplate("sections") for part in parts)
    return (
        len(parts) >= 2 and known * 2 >= len(parts) and all(word[:1] not in ",;:" for word in words.split())
    )


def _ends_sentence(words: str) -> bool:
    return any(match.end() == len(words) for match in _SENTENCE_END.finditer(words))


@cache
def _pattern(section: str) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{entry})" for entry in sorted(headers.boilerplate(section))), re.IGNORECASE
    )


def _matches(section: str, words: str) -> bool:
    return bool(_pattern(section).fullmatch(words))


def _without_repetition(lines: Sequence[Line]) -> list[Line]:
    """Of lines that stand twice, captions and menus are furniture; of a headline one is kept."""
    result = list(lines)
    seen: dict[str, int] = {}
    run = 0  # where the lines before the next prose began
    for number, line in enumerate(lines):
        if line.kind in ("prose", "short"):
            earlier = seen.get(line.text)
            seen[line.text] = number
            if earlier is not None:
                is_caption = number - earlier <= 3 and any(x.kind == "prose" for x in lines[:earlier])
                is_caption = is_caption or (line.kind == "prose" and number - earlier <= 3)
                keeps_later = line.kind == "short" and earlier >= run and line.length > 3
                if is_caption or keeps_later or line.length <= 3:
                    result[earlier] = replace(result[earlier], kind="furniture")
                if is_caption or not keeps_later:
                    result[number] = replace(line, kind="furniture")
        if line.kind == "prose":
            run = number + 1
    return result if any(line.kind == "prose" for line in result) else list(lines)


def _without_aftermath(lines: Sequence[Line]) -> list[Line]:
    """What stands below an article is furniture: links to others, comments by readers, forms.

    Links go on up to the next prose or header. A comment form ends the article: only what has a headline counts
    after it. "Comments" may be a button; comments are there if somebody can reply to one.
    """
    result: list[Line] = []
    state: LineKind = "prose"
    replies = max((number for number, line in enumerate(lines) if _matches("replies", line.text)), default=-1)
    below = False  # the first prose
    for number, line in enumerate(lines):
        if line.kind == "comments" and number < replies:
            line = replace(line, kind="end")
        if line.kind in ("related", "end"):
            state = line.kind if below else "prose"
        elif (
            line.kind == "header"
            or (line.kind == "prose" and state == "related")
            or (line.kind == "short" and state == "end" and line.length > 3)
        ):
            state = "prose"
        elif state in ("related", "end") and line.kind in ("short", "prose"):
            line = replace(line, kind="furniture")
        below = below or line.kind == "prose"
        result.append(line)
    return result


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
    return {word[:5].lower() for word in _WORD.findall(text) if len(word) >= 4 or word[0].isupper()}


def _segment(lines: Sequence[Line], is_first: bool) -> Segment | None:
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
    if not titles and is_first and _is_title_sentence(lines[first], lines[first + 1 : last + 1]):
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
        tuple(Paragraph(line.start, line.end, kind) for line, kind in chosen),
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


def _titles(top: Sequence[Line], prose: str) -> list[Line]:
    """The lines above the first paragraph that speak of what it tells: headline, second headline."""
    labelled = [line for line in top if line.mark == "title"]
    if labelled:
        return labelled[:1]
    shorts = [line for line in top if line.kind == "short"]
    shorts = [line for line in shorts if not headers.outlet(line.text)] or shorts
    return [line for line in shorts if _echo(line.text, prose) >= KINSHIP] or shorts[-1:]


def _is_title_sentence(line: Line, rest: Sequence[Line]) -> bool:
    """A headline with a full stop: one short sentence at the top, and longer paragraphs that say more."""
    words = [word for word in _WORD.findall(line.text) if len(word) >= 4]
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
    if day := headers.dateline(lead.text)[0]:
        return day
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
    return next(filter(None, named), None) or headers.dateline(lead.text)[1]


def _url(line: Line) -> str | None:
    labelled = headers.field(line.text)
    return headers.address(labelled[1] if labelled and labelled[0] in ("url", "link") else line.text)
