"""Quotation marks of an article, paired: what stands inside them, whatever marks the outlet uses.

Double and single, straight, curly and pointed marks; a quotation that runs over several paragraphs (each
opens with a mark, only the last one closes); forgotten marks. Marks inside a quotation are part of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from extract.annotation import Article, Paragraph

_CLOSING = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_MARK = re.compile("[“„«‘\"'”»]")
_TYPED = re.compile(r"(?<!\S)(?:``|'')|''")  # typewriters and treebanks write double marks as two single ones
_FILLER = "\u2060"  # stands for the other half of such a mark, so that offsets stay
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """``text[start:end]`` is what stands inside, without the marks; ``left`` and ``right`` include them.

    ``open``: no mark closes it, and the next paragraph goes on with it.
    """

    start: int
    end: int
    left: int
    right: int
    open: bool = False


def quotations(article: Article) -> tuple[Quotation, ...]:
    """All quotations of the paragraphs that are read, in order; none inside another."""
    text = _TYPED.sub(_straight, article.text)
    found: list[Quotation] = []
    for paragraph, following in zip(article.paragraphs, (*article.paragraphs[1:], None), strict=False):
        goes_on = (
            following is not None
            and text[following.start : following.start + 2].strip(_FILLER)[:1] in _CLOSING
        )
        for quotation in _in_paragraph(text, paragraph, goes_on):
            left = quotation.left - (text[quotation.left - 1 : quotation.left] == _FILLER)
            right = quotation.right + (text[quotation.right : quotation.right + 1] == _FILLER)
            found.append(replace(quotation, left=left, right=right))
    return tuple(found)


def _straight(mark: re.Match[str]) -> str:
    opens = mark.start() == 0 or mark.string[mark.start() - 1].isspace()
    return _FILLER + '"' if opens else '"' + _FILLER


def _in_paragraph(text: str, paragraph: Paragraph, goes_on: bool) -> Iterator[Quotation]:
    position = paragraph.start
    while mark := _MARK.search(text, position, paragraph.end):
        at = mark.start()
        position = at + 1
        if _opens(text, at, paragraph):
            end = _close(text, at, paragraph)
            if end is not None:
                yield Quotation(at + 1, end, at, end + 1)
                position = end + 1
            elif text[at] != "'" and goes_on:
                yield Quotation(at + 1, paragraph.end, at, paragraph.end, open=True)
                return
            elif text[at] in '“"„«':  # the closing mark was forgotten: no further than the sentence
                stop = _SENTENCE_END.search(text, at, paragraph.end)
                position = stop.end() if stop else paragraph.end
                yield Quotation(at + 1, position, at, position)
        elif text[at] in '"”»' and text[at - 1 : at] in ".,!?…":  # the opening mark was forgotten
            start = max(
                (stop.end() for stop in _SENTENCE_END.finditer(text, paragraph.start, at - 1)), default=0
            )
            start = max(start, paragraph.start)
            yield Quotation(start, at, start, at + 1)


def _opens(text: str, at: int, paragraph: Paragraph) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if text[at] in "“„«":
        return True
    if text[at] in "”»" or (after.isspace() and not before.isspace()):
        return False
    if text[at] in "'‘":
        # 'em, 'n' and '90s are no quotations
        return not before.isalnum() and not re.match(r"(?:n|em|tis|twas|\d\ds?)\b", text[at + 1 : at + 6])
    return not before.isalnum() and before not in ".,!?…"


def _close(text: str, at: int, paragraph: Paragraph) -> int | None:
    """Where the quotation opened by the mark at ``at`` closes; None where it does not."""
    marks = _CLOSING[text[at]]
    single = text[at] in "'‘"
    possessive = None
    for end in range(at + 1, paragraph.end):
        if text[end] not in marks:
            continue
        after = text[end + 1] if end + 1 < paragraph.end else " "
        if single:
            if after.isalnum() or text[end - 1].isspace():
                continue
            # 'The judges' ruling stands': the mark after a plural is taken only when no other follows
            if text[end - 1] == "s" and re.match(r" [a-z]", text[end + 1 : end + 3]):
                possessive = possessive or end
                continue
            if possessive is not None and _MARK.search(text, possessive + 1, end):
                return possessive
        elif text[at] == '"' and end > at + 1 and text[end - 1].isspace() and after.isalnum():
            # "… he said. "And …": the second opens another quotation, so the first was left open
            return None
        return end
    return possessive


def is_word(token: Token) -> bool:
    """Whether a token is more than a mark or white space."""
    return not token.is_punct and not token.is_space and token.pos_ != "PUNCT"


class Quoted:
    """The quotations of an article in tokens of its Doc.

    ``spans``: each quotation with the indices of its tokens; ``of``: token index -> position in ``spans``.
    """

    def __init__(self, doc: Doc, found: Iterable[Quotation]) -> None:
        self.doc = doc
        self.spans: list[tuple[Quotation, frozenset[int]]] = []
        self.of: dict[int, int] = {}
        for quotation in found:
            inside = doc.char_span(quotation.start, quotation.end, alignment_mode="contract")
            tokens = frozenset(token.i for token in inside or () if not token.is_space)
            if any(is_word(doc[i]) for i in tokens):
                self.of.update(dict.fromkeys(tokens, len(self.spans)))
                self.spans.append((quotation, tokens))

    def or_colon(self, verb: Token, child: Token) -> bool:
        """Whether the child is quoted, or a colon stands between it and the verb."""
        between = self.doc[verb.i : child.left_edge.i + 1]
        return child.i in self.of or any(token.text == ":" for token in between)

    def only(self, head: Token, content: set[int]) -> set[int]:
        """What is quoted of a content that opens with a quotation: the rest tells of the saying."""
        first = min((i for i in content if is_word(self.doc[i])), default=-1)
        if first not in self.of or self.of[first] != self.of.get(head.i):
            return content
        return {i for i in content if i in self.of}

    def starting(self, start: int) -> frozenset[int] | None:
        """The quotation that the first word from token ``start`` on stands in."""
        first = next((token.i for token in self.doc[start : start + 6] if is_word(token)), None)
        return self.spans[self.of[first]][1] if first in self.of else None

    def beside(self, verb: Token) -> frozenset[int] | None:
        """The quotation next to a verb: in its sentence, else right after the comma or colon that ends it."""
        if verb.i in self.of:
            return None
        near = {self.of[token.i] for token in verb.sent if token.i in self.of}
        if near:
            return self.spans[min(near, key=lambda n: min(abs(i - verb.i) for i in self.spans[n][1]))][1]
        return self.starting(verb.sent.end) if any(t.text in ":," for t in verb.sent[-2:]) else None
