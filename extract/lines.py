"""The lines of a page, and what kind each is by its shape and by boilerplate.toml.

Shallow features tell text from boilerplate (Kohlschütter et al., "Boilerplate Detection using Shallow Text
Features", WSDM 2010); here they are taken from bare lines: length, sentence punctuation, repetition, and the
words of menus, captions, forms and headers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from extract import headers

LineKind = Literal["prose", "short", "header", "related", "comments", "end", "furniture"]

LONG = 25  # words: nothing so long is a title, whatever its punctuation
NOTICE = 60  # words: nothing longer is taken for boilerplate because of its words

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’»*_]*\s*(?:\[[^\[\]]+\]|\([^()]+\))?["'”’»)\]*_]*""")
_MARKS = re.compile(r"(?:#{1,6}\s+|>\s+|[-–—*+•·▪]\s+|\*\*(?=\S))+")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*(?=\r?\n)", re.DOTALL)
_DOUBLE_QUOTES = frozenset('"“”')
_RULE = re.compile(r"[=#~]{5,}")


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


def read_lines(text: str) -> list[Line]:
    """All lines of a text that are not blank, in their order."""
    lines = [_line(text, start, end) for start, end in _stretches(text)]
    front = _FRONT_MATTER.match(text)
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
    return lines


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
    if not WORD.search(words):
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
    quotes = _DOUBLE_QUOTES & set(words)
    return _matches("caption", words) and not (quotes and len(words.split()) > LONG)


def _is_menu(words: str) -> bool:
    """At least half of the words name sections of a page."""
    parts = [word.lower() for word in WORD.findall(words)]
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
                is_caption = number - earlier <= 3 and run > 0
                keeps_later = line.kind == "short" and earlier >= run and line.length > 3
                if is_caption or keeps_later or line.length <= 3:
                    result[earlier] = replace(result[earlier], kind="furniture")
                if is_caption or not keeps_later:
                    result[number] = replace(line, kind="furniture")
        if line.kind == "prose":
            run = number + 1
    return result if any(line.kind == "prose" for line in result) else list(lines)


def _is_reply(line: Line) -> bool:
    return line.length <= 3 and _matches("replies", line.text)


def _without_aftermath(lines: Sequence[Line]) -> list[Line]:
    """What stands below an article is furniture: links to others, comments by readers, forms.

    Links are a list of headlines, none with a date or an author below. A comment form ends the article: only
    what has a headline counts after it. "Comments" may be a button: comments are there if one can reply.
    """
    result: list[Line] = []
    state: LineKind = "prose"
    replies = max((number for number, line in enumerate(lines) if _is_reply(line)), default=-1)
    below = False  # the first prose
    for number, line in enumerate(lines):
        if line.kind == "comments" and number < replies:
            line = replace(line, kind="end")
        if line.kind in ("related", "end"):
            state = line.kind if below else "prose"
        elif state == "related":
            opens_article = number + 1 < len(lines) and headers.opens(lines[number + 1].text)
            state = "related" if line.kind == "short" and not opens_article else "prose"
        elif state == "end" and (line.kind == "header" or (line.kind == "short" and line.length > 3)):
            state = "prose"
        if state != "prose" and line.kind in ("short", "prose"):
            line = replace(line, kind="furniture")
        below = below or line.kind == "prose"
        result.append(line)
    return result
