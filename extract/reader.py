"""Who said what: attributions as the attribution network points them out, and what only the rules find.

The network (pointer.py) gives every cue the likelihood that a word is its source or its content; here these
become spans: whole quotations, one attribution where two cues have the same words to tell, and one for each
of several speakers. The rules (attribution.py) add what the network did not take for a cue. Cue, source and
content are those of PolNeAR (Newell et al., LREC 2018), the boundaries are our own: the proposition, without
"that" and without the outer marks.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from spacy.tokens import Doc

from extract.annotation import Article, Attribution, Span, StatementKind
from extract.arguments import having
from extract.attribution import attributions as by_rules
from extract.frames import denies
from extract.pointer import Pointer, load
from extract.quotations import Quoted, is_word, quotations
from extract.sources import phrase
from extract.units import Units, units

# Chosen on the development sets: see extract/training/README.md
LEAST = 0.7  # score of an attribution that is told
FIRM = 0.8  # below this score the rules know better, where they find much the same
SURE = 0.85  # from this score on what the rules find too, of the same source, is sure
CHANGE = 3.0  # cost of every border between content and the rest, in log odds
BIAS = 0.5  # for content: it is better to have a word too much than to lose the attribution
SOURCE = 0.07  # of a word to be of the source: a source that is doubtful is better than none
HALF = 0.7  # of a quotation, to take the whole
SAME = 0.8  # of two contents of the network, to be one
ALIKE = 0.5  # of one content of the network and one of the rules, to be one
BY_RULE = 0.5  # score of what the rules find
CERTAIN = 1e-4  # no likelihood is nearer than this to 0 or 1


@dataclass(frozen=True, slots=True)
class _Found:
    """An attribution in units of the article."""

    cue: range
    source: range | None
    content: frozenset[int]
    score: float


def attributions(doc: Doc, article: Article) -> Iterator[Attribution]:
    """Every attribution of the article, in the order of the text, nested ones too; none twice."""
    network = load()
    numbered = units(doc, article, network.pieces)
    text = _Text(doc, article, numbered)
    found = [one for pointer in network.read(numbered) if (one := text.resolve(pointer))]
    pointed = [told for one in _once(found) for told in text.told(one)]
    ruled = [replace(one, score=BY_RULE) for one in by_rules(doc, article)]
    kept = [
        replace(one, grade="sure") if one.score >= SURE and _found_in(ruled, one) else one
        for one in pointed
        if one.score >= FIRM or not _any_alike(one, ruled)
    ]
    added = [one for one in ruled if not _any_alike(one, kept)]
    told: dict[tuple[tuple[Span, ...], Span | None], Attribution] = {}
    for attribution in sorted(kept + added, key=lambda attribution: -attribution.score):
        told.setdefault((attribution.content, attribution.source), attribution)
    yield from sorted(told.values(), key=lambda told: (told.content[0].start, told.content[-1].end))


def _found_in(others: Iterable[Attribution], one: Attribution) -> bool:
    """Whether another has a source among the same words, and much the same content."""
    return any(
        one.source is not None
        and other.source is not None
        and one.source.start < other.source.end
        and other.source.start < one.source.end
        and _overlap(one, other) >= ALIKE
        for other in others
    )


def _any_alike(attribution: Attribution, others: Iterable[Attribution]) -> bool:
    """Whether another has the same cue, or tells of much the same words and none stands in the other."""
    return any(
        _common(_cue(attribution), _cue(other))
        or (
            _overlap(attribution, other) >= ALIKE
            and not _common(_cue(attribution), other.content)
            and not _common(_cue(other), attribution.content)
        )
        for other in others
    )


def _overlap(one: Attribution, other: Attribution) -> float:
    """How much two contents have in common: characters of both by characters of either (Jaccard)."""
    common = _common(one.content, other.content)
    return common / (sum(piece.end - piece.start for piece in one.content + other.content) - common)


def _common(spans: Iterable[Span], others: Sequence[Span]) -> int:
    """How many characters stand in both."""
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start)) for one in spans for other in others
    )


def _cue(attribution: Attribution) -> tuple[Span, ...]:
    return (attribution.cue,) if attribution.cue else ()


def _once(found: Iterable[_Found]) -> list[_Found]:
    """Two cues for the same words are one attribution: the surer."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (-one.score, one.cue.start)):
        if not any(
            len(one.content & other.content) > SAME * len(one.content | other.content) for other in kept
        ):
            kept.append(one)
    return kept


class _Text:
    """An article in units: its words, its quotations, and what attributions come to in it."""

    def __init__(self, doc: Doc, article: Article, numbered: Units) -> None:
        self._doc, self._article, self._units = doc, article, numbered
        self._quoted = Quoted(doc, quotations(article))
        self._tokens = [doc[i] for i in numbered.token.tolist()]
        self._is_word = np.array([is_word(token) for token in self._tokens], dtype=bool)
        number = {token.i: unit for unit, token in enumerate(self._tokens)}
        self._quotations = [
            frozenset(number[i] for i in tokens if i in number) for _, tokens in self._quoted.spans
        ]

    def resolve(self, pointer: Pointer) -> _Found | None:
        """What a cue points at, as units; None if it is too doubtful or there is no content."""
        cue = range(pointer.first, pointer.last + 1)
        likely = np.clip(pointer.content, CERTAIN, 1 - CERTAIN)
        gains = np.log(likely / (1 - likely)) + BIAS
        gains[pointer.first - pointer.start : pointer.last + 1 - pointer.start] = -np.inf
        chosen = stretches(gains.tolist(), CHANGE)
        if not chosen:
            return None
        score = pointer.probability * float(pointer.content[chosen].mean())
        content = self._whole({pointer.start + i for i in chosen}, cue)
        if score < LEAST or not any(self._is_word[unit] for unit in content):
            return None
        sources = {pointer.start + i for i in np.flatnonzero(pointer.source > SOURCE).tolist()}
        runs = [run for run in _runs(sources - content - set(cue)) if self._is_word[run].any()]
        source = max(runs, key=lambda run: _weight(run, pointer), default=None)
        return _Found(cue, source, frozenset(content), score)

    def _whole(self, content: set[int], cue: range) -> set[int]:
        """The content with all of the quotations that it has most of."""
        whole = set(content)
        for quotation in self._quotations:
            words = [unit for unit in quotation if self._is_word[unit]]
            if len(content.intersection(words)) >= HALF * len(words) and not quotation.intersection(cue):
                whole |= quotation
        return whole

    def told(self, one: _Found) -> Iterator[Attribution]:
        """The attribution as spans; one for each of the names that "and" joins as its source."""
        cue = self._span(one.cue)
        kind, content = self._content(one)
        denied = any(denies(self._tokens[unit]) for unit in one.cue)
        for source in self._sources(one.source) if one.source else (None,):
            yield Attribution(source, cue, content, kind, denied, score=round(one.score, 3))

    def _sources(self, source: range) -> Iterator[Span]:
        """ "Xi and Modi said": each of them says it."""
        head = self._doc[self._tokens[source[0]].i : self._tokens[source[-1]].i + 1].root
        names = [head, *(child for child in having(head, "conj") if child.pos_ == "PROPN")]
        if head.pos_ != "PROPN" or len(names) == 1:
            yield self._span(self._trimmed(source))
        else:
            yield from (phrase(name, self._article) for name in names)

    def _content(self, one: _Found) -> tuple[StatementKind, tuple[Span, ...]]:
        """The pieces as spans that begin and end with a word; partly quoted ones keep their marks."""
        words = [unit for unit in sorted(one.content) if self._is_word[unit]]
        inside = sum(self._tokens[unit].i in self._quoted.of for unit in words)
        kind: StatementKind = "direct" if inside == len(words) else "mixed" if inside else "indirect"
        if (
            len(words) > 1
            and self._tokens[words[0]].lower_ == "that"
            and self._tokens[words[0]].pos_ == "SCONJ"
        ):
            del words[0]
        pieces: list[range] = []
        for unit in words:
            if pieces and self._goes_on(pieces[-1][-1], unit):
                pieces[-1] = range(pieces[-1].start, unit + 1)
            else:
                pieces.append(range(unit, unit + 1))
        spans = [self._span(piece) for piece in pieces]
        return kind, tuple(spans if kind == "direct" else (self._with_marks(span, one.cue) for span in spans))

    def _goes_on(self, unit: int, other: int) -> bool:
        """No word stands between two units of a paragraph."""
        between = self._is_word[unit + 1 : other].any()
        return not between and bool(self._units.paragraph[unit] == self._units.paragraph[other])

    def _with_marks(self, span: Span, cue: range) -> Span:
        start, end, text = span.start, span.end, self._article.text
        for quotation, tokens in self._quoted.spans:
            if quotation.end <= span.start or quotation.start >= span.end or self._tokens[cue[0]].i in tokens:
                continue
            if span.start >= quotation.start and not _words(text[quotation.start : span.start]):
                start = quotation.left
            if span.end <= quotation.end and not _words(text[span.end : quotation.end]):
                end = quotation.right
        return self._article.span(start, end)

    def _trimmed(self, run: range) -> range:
        words = np.flatnonzero(self._is_word[run]) + run.start
        return range(int(words[0]), int(words[-1]) + 1)

    def _span(self, run: range) -> Span:
        return self._article.span(int(self._units.start[run[0]]), int(self._units.end[run[-1]]))


def stretches(gains: Sequence[float], change: float) -> list[int]:
    """The positions whose gains, less the cost of every change between chosen and not, sum up to most.

    Viterbi's algorithm with two states, from the first gain above zero to the last: no other pays for itself.
    """
    worth = [position for position, gain in enumerate(gains) if gain > 0]
    if not worth:
        return []
    first, last = worth[0], worth[-1]
    outside, inside = 0.0, -change
    leaving, entering = [], []
    for gain in gains[first : last + 1]:
        leaving.append(inside - change > outside)
        entering.append(outside - change > inside)
        outside, inside = max(outside, inside - change), max(inside, outside - change) + gain
    chosen = []
    is_inside = inside - change > outside
    for position in reversed(range(last + 1 - first)):
        if is_inside:
            chosen.append(first + position)
        is_inside = not entering[position] if is_inside else leaving[position]
    return chosen[::-1]


def _runs(numbers: Iterable[int]) -> list[range]:
    """The numbers as stretches without a hole."""
    runs: list[range] = []
    for number in sorted(numbers):
        if runs and runs[-1].stop == number:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    return runs


def _weight(run: range, pointer: Pointer) -> float:
    """How much of a source a stretch is: long ones count more, but not in proportion."""
    inside = pointer.source[run.start - pointer.start : run.stop - pointer.start]
    return float(inside.sum()) / math.sqrt(len(run))


def _words(text: str) -> bool:
    return any(character.isalnum() for character in text)
