"""Who said what: attributions by rules over the dependency parse and the reporting words of the lexicon.

A cue (said, according to, claims that ...) has a source and a content. frames.py proposes; here the proposals
are judged, completed with all that stands in the quotation marks, and cut into spans. Cue, source and content
are those of PolNeAR (Newell et al., LREC 2018), the boundaries are our own: the proposition, without "that"
and without the outer marks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from extract.annotation import Article, Attribution, Span, StatementKind
from extract.arguments import having, negated
from extract.frames import Candidate, candidates, denies
from extract.quotations import Quoted, is_word, quotations
from extract.sources import each, phrase

# "I", "we": inside what somebody says, no statement of its own
_NO_SPEAKERS = {"i", "we", "you", "nobody", "none"}
_SAME = 0.8  # of two contents, to be one
_NESTING = ("clause", "citing", "beside")
_SHORTEST_SENTENCE = 3  # words


def attributions(doc: Doc, article: Article) -> Iterator[Attribution]:
    """Every attribution of the article, in the order of the text, nested ones too; none twice."""
    quoted = Quoted(doc, quotations(article))
    every = _once(_whole_quotations(candidate, quoted) for candidate in candidates(doc, quoted))
    found = _continued(_credible(every, quoted), quoted)
    seen: set[tuple[Span, tuple[Span, ...]]] = set()
    for candidate in sorted(found, key=lambda c: (min(c.content), max(c.content))):
        content = tuple(_pieces(candidate, article, quoted))
        cue = article.span(candidate.cue[0].idx, _end(candidate.cue[-1]))
        kind = _kind(candidate.content, quoted)
        for source in each(candidate.source) if candidate.source is not None else ():
            words = phrase(source, article)
            if (words, content) not in seen:
                seen.add((words, content))
                yield Attribution(words, cue, content, kind, candidate.denied)


# ---------------------------------------------------------------- judging


def _once(found: Iterable[Candidate]) -> list[Candidate]:
    """Two cues of one source for the same words are one attribution: the first."""
    kept: list[Candidate] = []
    by_source: dict[Token | None, list[frozenset[int]]] = {}
    for candidate in found:
        contents = by_source.setdefault(candidate.source, [])
        if not any(len(candidate.content & o) > _SAME * len(candidate.content | o) for o in contents):
            contents.append(candidate.content)
            kept.append(candidate)
    return kept


def _credible(every: list[Candidate], quoted: Quoted) -> list[Candidate]:
    """Without the sourceless, hypothetical, negated, and what is told inside the words of another.

    In news that was annotated by hand fewer than one in four of those left out here is an attribution.
    """
    covered = Counter(i for candidate in every for i in candidate.content)
    told = {
        i
        for c in every
        if c.frame != "beside" and c.cue[0].i not in quoted.of
        for i in c.content
        if i in quoted.of
    }
    kept: list[Candidate] = []
    for candidate in every:
        cue, source, content = candidate.cue[0], candidate.source, candidate.content
        nested = cue.i in quoted.of or covered[cue.i] > (cue.i in content)
        words = [i for i in content if is_word(quoted.doc[i])]
        if (
            source is not None
            and source.lower_ not in _NO_SPEAKERS
            and source.i not in content
            and not negated(source)
            and (not nested or candidate.frame in _NESTING)
            and (candidate.frame != "beside" or 2 * len(content & told) <= len(content))
            and (cue.pos_ != "VERB" or _is_asserted(cue, candidate.frame))
            and (len(words) > 1 or candidate.denied or (bool(words) and words[0] in quoted.of))
        ):
            kept.append(candidate)
    return kept


def _is_asserted(verb: Token, frame: str) -> bool:
    """Not "would say", "if he says", "to say", "did not say"."""
    if verb.dep_ == "acl:relcl" and frame in ("infinitive", "object", "prepositional"):
        return False
    if negated(verb) and not denies(verb):
        return False
    if any(mark.lower_ in ("if", "whether", "unless") for mark in having(verb, "mark")):
        return False
    # "went on to say" does say
    goes_on = verb.head.lemma_ == "continue" or any(
        c.lower_ == "on" for c in having(verb.head, "advmod", "compound:prt")
    )
    return not any(
        (child.tag_ == "MD" and child.lower_ not in ("will", "'ll", "’ll"))
        or (child.tag_ == "TO" and not goes_on)
        for child in verb.children
    )


# ---------------------------------------------------------------- quotations


def _whole_quotations(candidate: Candidate, quoted: Quoted) -> Candidate:
    """The parse sees one sentence; the speaker said all that the marks enclose."""
    content = set(candidate.content)
    for number in {quoted.of[i] for i in candidate.content if i in quoted.of}:
        tokens = quoted.spans[number][1]
        if candidate.cue[0].i in tokens:
            continue
        sents = {quoted.doc[i].sent for i in candidate.content & tokens}
        here = (
            tokens.intersection(*(range(sent.start, sent.end) for sent in sents))
            if len(sents) == 1
            else tokens
        )
        if 2 * len(candidate.content & here) > len(here):
            content |= tokens
    return replace(candidate, content=frozenset(content))


def _continued(found: list[Candidate], quoted: Quoted) -> list[Candidate]:
    """A quotation without a cue of its own, right after the quotation of a speaker, is that speaker's too."""
    doc, result = quoted.doc, list(found)
    bodies = {token.i for span in doc.spans["paragraphs"] if span.label_ == "body" for token in span}
    holders: dict[int, list[int]] = {}
    for position, candidate in enumerate(found):
        for number in {quoted.of[i] for i in candidate.content if i in quoted.of}:
            tokens = quoted.spans[number][1]
            if 2 * len(candidate.content & tokens) >= len(tokens) and candidate.cue[0].i not in tokens:
                holders.setdefault(number, []).append(position)
    owner: int | None = None
    for number, (_, tokens) in enumerate(quoted.spans):
        if number in holders:
            owner = max(holders[number], key=lambda position: len(found[position].content & tokens))
        elif owner is not None and min(tokens) in bodies:  # "“Never again”", a heading
            quotation, before = quoted.spans[number - 1]
            telling = {token.i for cue in result[owner].cue for token in cue.sent}
            between = {token.i for token in doc[max(before) + 1 : min(tokens)] if is_word(token)}
            if quotation.open or (between <= telling and _is_sentence(tokens, doc)):
                result[owner] = replace(result[owner], content=result[owner].content | tokens)
            else:
                owner = None
    return result


def _is_sentence(tokens: frozenset[int], doc: Doc) -> bool:
    """Words that stand on their own, rather than a word or two in marks."""
    words = [doc[i] for i in sorted(tokens) if is_word(doc[i])]
    return len(words) >= _SHORTEST_SENTENCE and words[0].text[0].isupper()


# ---------------------------------------------------------------- spans


def _end(token: Token) -> int:
    return token.idx + len(token)


def _kind(content: frozenset[int], quoted: Quoted) -> StatementKind:
    words = [i for i in content if is_word(quoted.doc[i])]
    inside = sum(i in quoted.of for i in words)
    return "direct" if inside == len(words) else "mixed" if inside else "indirect"


def _pieces(candidate: Candidate, article: Article, quoted: Quoted) -> Iterator[Span]:
    """The content as spans: a new one where words that are no content stand between."""
    doc, direct = quoted.doc, _kind(candidate.content, quoted) == "direct"
    runs: list[list[int]] = []
    for i in sorted(i for i in candidate.content if is_word(doc[i])):
        if runs and not any(is_word(token) for token in doc[runs[-1][-1] + 1 : i]):
            runs[-1].append(i)
        else:
            runs.append([i])
    for run in runs:
        while len(run) > 1 and doc[run[-1]].dep_ == "cc":
            run.pop()
        start, end = doc[run[0]].idx, _end(doc[run[-1]])
        for number in sorted({quoted.of[i] for i in run if i in quoted.of}):
            quotation, tokens = quoted.spans[number]
            if not direct and candidate.cue[0].i not in tokens:
                # a partly quoted content keeps its marks
                start = quotation.left if _no_word(article, quotation.start, start) else start
                end = quotation.right if _no_word(article, end, quotation.end) else end
        yield article.span(start, end)


def _no_word(article: Article, start: int, end: int) -> bool:
    return start <= end and not any(c.isalnum() for c in article.text[start:end])
