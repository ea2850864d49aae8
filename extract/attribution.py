"""Who said what: attributions by rules over the dependency parse and the reporting words of the lexicon.

A cue (said, according to, claims that ...) has a source and a content. The rules follow the frames of the
words: what a clause, an infinitive, an object or a prepositional phrase of a reporting verb says; a quotation
beside its verb; a noun with a clause. Cue, source and content are those of PolNeAR (Newell et al., LREC
2018), the boundaries are our own: the proposition, without "that" and without the outer marks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from extract.annotation import Article, Attribution, Span, StatementKind
from extract.lexicon import section
from extract.quotations import Quotation, quotations

_SUBJECTS = ("nsubj", "nsubj:outer")
_COMPLEMENTS = {"as", "of", "for", "over", "with", "to"}
_SPEAKING = {"i", "we", "you"}
_CLAUSE_HEADS = {"root", "ROOT", "ccomp", "advcl", "parataxis", "acl:relcl", "csubj", "advcl:relcl"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution in tokens of the Doc: ``source`` is the head of a phrase, ``content`` token indices.

    ``frame`` and ``key`` name the entry of the lexicon: what the word takes, and the word.
    """

    cue: tuple[Token, ...]
    source: Token | None
    content: frozenset[int]
    frame: str
    key: str
    denied: bool = False


def attributions(doc: Doc, article: Article) -> Iterator[Attribution]:
    """Every attribution of the article, in the order of the text, nested ones too; none twice."""
    quoted = _Quoted(doc, quotations(article))
    every = [_whole_quotations(c, quoted) for c in _candidates(doc, quoted)]
    found = _continued(_credible(_once(every), quoted), doc, quoted)
    for candidate in sorted(found, key=lambda c: (min(c.content), max(c.content))):
        content = tuple(_pieces(candidate, doc, article, quoted))
        if content:
            source = None if candidate.source is None else _phrase(candidate.source, article)
            cue = None if not candidate.cue else article.span(candidate.cue[0].idx, _end(candidate.cue[-1]))
            kind = _kind(candidate.content, doc, quoted)
            yield Attribution(source, cue, content, kind, candidate.denied)


# ---------------------------------------------------------------- frames


def _candidates(doc: Doc, quoted: "_Quoted") -> Iterator[Candidate]:
    for paragraph in doc.spans["paragraphs"]:
        for sent in paragraph.sents:
            for token in sent:
                if token.pos_ == "VERB" or token.tag_.startswith("VB"):
                    yield from _of_verb(token, quoted)
                elif token.pos_ == "NOUN":
                    yield from _of_noun(token)
                yield from _of_preposition(token)
                yield from _of_colon(token, paragraph.label_, quoted)


def _of_verb(verb: Token, quoted: "_Quoted") -> Iterator[Candidate]:
    """The first frame of the verb that its words fill."""
    key = _key(verb)
    passive = _is_passive(verb)
    source = _agent(verb) if passive else _subject(verb)
    for frame, case, content in _frames(verb, passive, source, quoted):
        word = key if case is None else f"{key} {case.lower_}"
        content -= {verb.i} if case is None else {verb.i, case.i}
        if content and _reports(frame, word):
            cue = (verb, case) if case is not None and case.i == verb.i + 1 else (verb,)
            yield Candidate(cue, source, frozenset(content), frame, word, _reports("denying", key))
            break
    if _reports("citing", key) and not passive:
        yield from _cited(verb, quoted)


def _cited(verb: Token, quoted: "_Quoted") -> Iterator[Candidate]:
    """ "The paper reported ..., citing officials": the officials say it too."""
    source = next((c for c in verb.children if c.dep_ == "obj" and c.pos_ in ("NOUN", "PROPN")), None)
    if source is None or verb.dep_ != "advcl":
        return
    for frame, case, content in _frames(verb.head, False, None, quoted):
        if case is None and _reports(frame, _key(verb.head)):
            content -= _subtree(verb) | {verb.head.i}
            break
    else:
        content = _subtree(verb.head) - _subtree(verb)
    if content:
        yield Candidate((verb,), source, frozenset(content), "citing", _key(verb))


def _frames(
    verb: Token, passive: bool, source: Token | None, quoted: "_Quoted"
) -> Iterator[tuple[str, Token | None, set[int]]]:
    """What a verb takes: the frame, the preposition where it has one, and the tokens; likeliest first."""
    children = list(verb.children)
    clauses = [c for c in children if c.dep_ in ("ccomp", "csubj:pass")]
    if clauses:
        content = set().union(*(_clause(c, verb) for c in clauses))
        yield "thought", None, set(content)
        yield "clause", None, content
    if verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and any(c.lower_ == "as" for c in children)):
        yield "clause", None, quoted.only(verb.head, _subtree(verb.head) - _subtree(verb))
    for child in children:
        if child.dep_ == "parataxis" and child.i > verb.i and quoted.or_colon(verb, child):
            yield "clause", None, _subtree(child)
    objects = [c for c in children if c.dep_ == ("nsubj:pass" if passive else "obj")]
    if not passive or source is not None:
        named = set().union(*(_subtree(o) for o in objects))
        infinitives = [
            c for c in children if c.dep_ in ("xcomp", "advcl") and _is_infinitive(c) and c.i > verb.i
        ]
        for child in infinitives:
            if child.dep_ == "xcomp" or objects:
                before = named if passive or all(o.i < child.i for o in objects) else set()
                yield "infinitive", None, before | _subtree(child)
        for child in children:
            if child.dep_ in ("obl", "advcl") and child.i > verb.i:
                for case in child.children:
                    if case.dep_ in ("case", "mark") and case.i < child.i and case.tag_ != "TO":
                        # "called on them to leave": them to leave
                        order = (
                            set().union(*(_subtree(c) for c in infinitives)) if case.lower_ == "on" else set()
                        )
                        yield "prepositional", case, (_subtree(child) | order) - {case.i}
        complements = set().union(*(_subtree(c) for c in children if _complements(c, verb)))
        if objects and complements:
            yield "predicative", None, named | complements
        if objects:
            yield "object", None, named | complements
    if beside := quoted.beside(verb):
        yield "beside", None, set(beside)


def _of_noun(noun: Token) -> Iterator[Candidate]:
    key = noun.lemma_.lower()
    source = _owner(noun)
    for child in noun.children:
        if child.i < noun.i:
            continue
        to = any(c.tag_ == "TO" for c in child.children)
        that = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
        if child.dep_ in ("acl", "ccomp", "acl:relcl") and that:
            frame, content = "clause", _clause(child, noun)
        elif child.dep_ in ("acl", "xcomp") and to:
            frame, content = "infinitive", _subtree(child)
        elif child.dep_ == "nmod" and any(
            c.lower_ in ("of", "for") for c in child.children if c.dep_ == "case"
        ):
            frame, content = (
                "prepositional",
                _subtree(child) - {c.i for c in child.children if c.dep_ == "case"},
            )
        else:
            continue
        if _reports("noun " + frame, key):
            yield Candidate((noun,), source, frozenset(content), "noun " + frame, key)
            return


def _of_preposition(token: Token) -> Iterator[Candidate]:
    """ "According to X, ...": the clause that the phrase stands in."""
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        cue: tuple[Token, ...] = (token, token.nbor())
        source = (
            token.head if token.dep_ == "case" else next((c for c in token.children if c.dep_ == "obl"), None)
        )
    elif token.lower_ == "per" and token.dep_ == "case" and token.head.pos_ == "PROPN":
        cue, source = (token,), token.head
    else:
        return
    if source is None:
        return
    top = token if token.dep_ != "case" else source
    clause = top.sent.root
    content = _subtree(clause) - _subtree(top)
    if content:
        yield Candidate(cue, source, frozenset(content), "preposition", token.lower_)


def _of_colon(token: Token, paragraph: str, quoted: "_Quoted") -> Iterator[Candidate]:
    """ "The ministry: '...'", and in headings "The ministry: no deal" or "No deal – ministry"."""
    sent, heading = token.sent, paragraph != "body"
    if token.text == ":":
        source, content = sent[: token.i - sent.start], sent[token.i + 1 - sent.start :]
        following = _next_word(token.doc, token.i + 1)
        if following in quoted.of:
            content = token.doc[following : max(quoted.spans[quoted.of[following]][1]) + 1]
        elif not heading:
            return
    elif heading and token.text in ("–", "—", "-"):
        content, source = sent[: token.i - sent.start], sent[token.i + 1 - sent.start :]
    else:
        return
    if not 0 < len(source) < 12 or any(t.pos_ in ("VERB", "AUX", "PRON") for t in source):
        return
    named = any(t.ent_type_ in ("PERSON", "ORG", "PLACE") for t in source)
    words = frozenset(t.i for t in content if not t.is_space)
    if named and len(words) > 2 and all(i not in quoted.of for i in (source.start, source.end - 1)):
        yield Candidate((token,), source.root, words, "colon", token.text)


def _reports(frame: str, key: str) -> bool:
    """Whether the lexicon has the word in this frame; "noun clause" is the frame "clause" of a noun."""
    if frame == "beside":
        frame = "clause"
    table, kind = (
        ("reporting.nouns", frame.removeprefix("noun ")) if " " in frame else ("reporting.verbs", frame)
    )
    return key in section(table)[kind]


def _key(verb: Token) -> str:
    particle = "".join(f" {c.lower_}" for c in verb.children if c.dep_ == "compound:prt")
    return verb.lemma_.lower() + particle


def _complements(child: Token, verb: Token) -> bool:
    if child.i < verb.i:
        return False
    if child.dep_ == "xcomp":
        return True
    markers = {c.lower_ for c in child.children if c.dep_ in ("case", "mark")}
    return child.dep_ in ("obl", "advcl") and bool(markers & _COMPLEMENTS)


def _is_passive(verb: Token) -> bool:
    if any(c.dep_ in ("nsubj:pass", "aux:pass", "csubj:pass", "obl:agent") for c in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "advcl")
        and not any(c.dep_ == "aux" for c in verb.children)
    )


# ---------------------------------------------------------------- sources


def _agent(verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    for child in verb.children:
        if child.dep_ == "obl:agent" or (
            child.dep_ == "obl" and any(c.lower_ == "by" for c in child.children if c.dep_ == "case")
        ):
            return child
    return None


def _subject(verb: Token) -> Token | None:
    """Who does it: the verb's own subject, or that of the verb it is joined to ("met him, saying ...")."""
    token = _shares(verb) or verb
    for _ in range(6):
        passives = () if token is verb else ("nsubj:pass",)
        for child in token.children:
            if child.dep_ in (*_SUBJECTS, *passives):
                return _antecedent(child, token)
        if token.dep_ == "xcomp" or any(c.lower_ == "as" and c.dep_ == "mark" for c in token.children):
            # "urged them to say ...", "cited them as saying ...": they say it
            controller = next((c for c in token.head.children if c.dep_ in ("obj", "iobj")), None)
            if controller is not None:
                return controller
        if token.dep_ in ("acl", "acl:relcl"):
            return _author(token.head)
        if token.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or token.head == token:
            return None
        token = token.head
    return None


def _shares(verb: Token) -> Token | None:
    """For "adding" in "said that A is B, adding ...": "said", though in the tree it hangs on "is"."""
    if verb.dep_ not in ("conj", "advcl") or any(
        c.dep_.startswith("nsubj") or c.dep_ == "mark" for c in verb.children
    ):
        return None
    clause = verb.head
    while clause.dep_ == "conj":
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.pos_ != "VERB" or not _reports("clause", _key(clause.head)):
        return None
    if not (_reports("clause", _key(verb)) or _reports("thought", _key(verb))) or clause.head.i > verb.i:
        return None
    alike = verb.tag_ == clause.head.tag_ if verb.dep_ == "conj" else verb.tag_ == "VBG"
    return clause.head if alike else None


def _antecedent(subject: Token, verb: Token) -> Token:
    """ "The minister, who said ...": the minister."""
    if subject.tag_ in ("WP", "WDT") or (subject.lower_ == "that" and subject.pos_ == "PRON"):
        while verb.dep_ == "conj":
            verb = verb.head
        if verb.dep_ == "acl:relcl":
            return verb.head
    return subject


def _author(noun: Token) -> Token:
    """ "The ministry issued a statement saying ...": the ministry; else the noun."""
    if noun.lemma_.lower() in section("reporting.nouns")["document"]:
        return _owner(noun) or noun
    return noun


def _owner(noun: Token) -> Token | None:
    """Whose claim it is: "X's claim", "the claim by X", "X made the claim"."""
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            return child
    for child in noun.children:
        if child.dep_ == "nmod" and any(
            c.lower_ in ("by", "from") for c in child.children if c.dep_ == "case"
        ):
            return child
    if noun.dep_ == "obj":
        verb = noun.head
        return _agent(verb) if _is_passive(verb) else _subject(verb)
    return None


# ---------------------------------------------------------------- tokens


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree if not t.is_space}


def _clause(head: Token, word: Token) -> set[int]:
    """The clause without its "that", and without what goes on from the reporting word rather than from it."""
    tokens = _subtree(head) - {c.i for c in head.children if c.dep_ == "mark" and c.lower_ == "that"}
    for child in [t for t in head.subtree if t.dep_ in ("conj", "advcl")]:
        if _shares(child) == word:
            tokens -= _subtree(child) | {c.i for c in head.children if c.dep_ == "cc" and c.i > head.i}
    return tokens


def _is_infinitive(verb: Token) -> bool:
    return (verb.tag_ == "VBG" and verb.dep_ == "xcomp") or any(c.tag_ == "TO" for c in verb.children)


def _end(token: Token) -> int:
    return token.idx + len(token)


def _is_word(token: Token) -> bool:
    return not token.is_punct and not token.is_space and token.pos_ not in ("PUNCT", "SPACE")


def _phrase(head: Token, article: Article) -> Span:
    """The noun phrase of a source, without the clauses that hang on it."""
    cut: set[int] = set()
    for child in head.children:
        if child.dep_ in (
            "acl:relcl",
            "acl",
            "parataxis",
            "ccomp",
            "advcl",
            "case",
            "punct",
            "cc:preconj",
            "dep",
            "list",
        ):
            cut |= _subtree(child)
    kept = _subtree(head) - cut
    first = last = head
    while first.i > 0 and (first.i - 1 in kept or (not _is_word(first.nbor(-1)) and first.i - 2 in kept)):
        first = first.nbor(-1)
    size = len(head.doc)
    while last.i + 1 < size and (last.i + 1 in kept or (last.i + 2 in kept and not _is_word(last.nbor()))):
        last = last.nbor()
    while last.i > head.i and not _is_word(last):
        last = last.nbor(-1)
    return article.span(first.idx, _end(last))


# ---------------------------------------------------------------- quotations


class _Quoted:
    """The quotations of an article, in tokens of its Doc."""

    def __init__(self, doc: Doc, found: Iterable[Quotation]) -> None:
        self.doc = doc
        self.spans: list[tuple[Quotation, frozenset[int]]] = []
        self.of: dict[int, int] = {}
        for quotation in found:
            inside = doc.char_span(quotation.start, quotation.end, alignment_mode="contract")
            tokens = frozenset(t.i for t in inside or () if not t.is_space)
            if any(_is_word(doc[i]) for i in tokens):
                self.of.update(dict.fromkeys(tokens, len(self.spans)))
                self.spans.append((quotation, tokens))

    def or_colon(self, verb: Token, child: Token) -> bool:
        """Whether the child is quoted, or a colon stands before it."""
        return child.i in self.of or any(t.text == ":" for t in self.doc[verb.i : child.left_edge.i + 1])

    def only(self, head: Token, content: set[int]) -> set[int]:
        """What is quoted of a content that opens with a quotation: the rest tells of the saying."""
        first = min((i for i in content if _is_word(self.doc[i])), default=None)
        if first is None or self.of.get(first, -1) != self.of.get(head.i, -2):
            return content
        return {i for i in content if i in self.of}

    def beside(self, verb: Token) -> frozenset[int]:
        """The quotation next to a verb that has no other content: in its sentence, before or after it."""
        if verb.i in self.of:
            return frozenset()
        sent = verb.sent
        near = [self.of[t.i] for t in sent if t.i in self.of]
        if near:
            return self.spans[min(near, key=lambda n: min(abs(i - verb.i) for i in self.spans[n][1]))][1]
        after = _next_word(self.doc, sent.end)
        if after is not None and after in self.of and any(t.text in ":," for t in sent[-2:]):
            return self.spans[self.of[after]][1]
        return frozenset()


def _next_word(doc: Doc, start: int) -> int | None:
    return next((t.i for t in doc[start : start + 6] if _is_word(t)), None)


def _whole_quotations(candidate: Candidate, quoted: _Quoted) -> Candidate:
    """The parse sees one sentence; the speaker said all that the marks enclose."""
    doc, content = quoted.doc, set(candidate.content)
    cue = candidate.cue[0].i
    for number in {quoted.of[i] for i in candidate.content if i in quoted.of}:
        tokens = quoted.spans[number][1]
        if cue in tokens:
            continue
        sents = {doc[i].sent.start: doc[i].sent for i in candidate.content & tokens}
        here = {t.i for sent in sents.values() for t in sent if t.i in tokens}
        if 2 * len(candidate.content & here) > len(here):
            content |= tokens
    return replace(candidate, content=frozenset(content))


def _credible(found: list[Candidate], quoted: _Quoted) -> list[Candidate]:
    """Without those that the counts speak against: hypothetical, negated, sourceless, second-hand ones."""
    told = [c for c in found if c.frame != "beside"]
    kept = []
    for candidate in found:
        cue, source = candidate.cue[0], candidate.source
        if source is None or source.lower_ in _SPEAKING or source.i in candidate.content:
            continue
        if candidate.frame == "beside" and any(
            2 * len(c.content & candidate.content) > len(candidate.content) and c.cue[0].i not in c.content
            for c in told
        ):
            continue
        nested = cue.i in quoted.of or any(cue.i in c.content for c in found if c is not candidate)
        if nested and candidate.frame not in ("clause", "citing"):
            continue
        if cue.pos_ == "VERB" and not _asserted(cue, candidate.frame):
            continue
        if (
            sum(_is_word(quoted.doc[i]) for i in candidate.content) < 2
            and not candidate.content <= quoted.of.keys()
        ):
            continue
        kept.append(candidate)
    return kept


def _asserted(verb: Token, frame: str) -> bool:
    """Not "would say", "if he says", "to say", "did not say"."""
    if verb.dep_ == "acl:relcl" and frame in ("infinitive", "object", "prepositional"):
        return False
    for child in verb.children:
        if child.tag_ == "MD" and child.lower_ not in ("will", "'ll", "’ll"):
            return False
        if child.tag_ == "TO" or child.lower_ in ("not", "n't", "n’t", "never"):
            return False
        if child.dep_ == "mark" and child.lower_ in ("if", "whether", "unless"):
            return False
    return True


def _once(found: Iterable[Candidate]) -> list[Candidate]:
    """Candidates that differ: two cues of one source for the same words are one attribution."""
    kept: list[Candidate] = []
    for candidate in found:
        for i, other in enumerate(kept):
            common = len(candidate.content & other.content)
            same_source = candidate.source == other.source or None in (candidate.source, other.source)
            if same_source and common > 0.8 * len(candidate.content | other.content):
                if other.source is None:
                    kept[i] = candidate
                break
        else:
            kept.append(candidate)
    return kept


def _continued(found: list[Candidate], doc: Doc, quoted: _Quoted) -> list[Candidate]:
    """A quotation without a cue of its own, right after the quotation of a speaker, is that speaker's too."""
    result = list(found)
    owner: int | None = None
    for number, (_quotation, tokens) in enumerate(quoted.spans):
        mine = [
            i
            for i, c in enumerate(result)
            if 2 * len(c.content & tokens) >= len(tokens) and c.cue[0].i not in tokens
        ]
        if mine:
            owner = max(mine, key=lambda i: len(result[i].content & tokens))
            continue
        if owner is None or number == 0:
            continue
        speaker = result[owner]
        previous = quoted.spans[number - 1]
        between = {t.i for t in doc[max(previous[1]) + 1 : min(tokens)] if _is_word(t)}
        cue_words = {t.i for c in speaker.cue for t in c.sent}
        if not between - cue_words and _is_sentence(doc, tokens):
            result[owner] = replace(speaker, content=speaker.content | tokens)
        else:
            owner = None
    return result


def _is_sentence(doc: Doc, tokens: frozenset[int]) -> bool:
    """Words that stand on their own rather than a word or two in marks."""
    words = [i for i in sorted(tokens) if _is_word(doc[i])]
    return len(words) > 2 and doc[words[0]].text[:1].isupper()


# ---------------------------------------------------------------- spans


def _pieces(candidate: Candidate, doc: Doc, article: Article, quoted: _Quoted) -> Iterator[Span]:
    """The content as spans: a new one where words that are no content stand between."""
    direct = _kind(candidate.content, doc, quoted) == "direct"
    words = sorted(i for i in candidate.content if _is_word(doc[i]))
    runs: list[list[int]] = []
    for i in words:
        if runs and not any(_is_word(doc[k]) for k in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    for run in runs:
        start, end = doc[run[0]].idx, _end(doc[run[-1]])
        for quotation, tokens in (
            quoted.spans[n] for n in sorted({quoted.of[i] for i in run if i in quoted.of})
        ):
            inside = [i for i in run if i in tokens]
            if direct or (candidate.cue and candidate.cue[0].i in tokens):
                continue
            # a partly quoted content keeps its marks
            if inside[0] == run[0] and not _has_word(doc, quotation.start, start):
                start = min(start, quotation.left)
            if inside[-1] == run[-1] and not _has_word(doc, end, quotation.end):
                end = max(end, quotation.right)
        yield article.span(start, end)


def _has_word(doc: Doc, start: int, end: int) -> bool:
    return any(c.isalnum() for c in doc.text[start:end])


def _kind(content: frozenset[int], doc: Doc, quoted: _Quoted) -> StatementKind:
    words = [i for i in content if _is_word(doc[i])]
    inside = sum(i in quoted.of for i in words)
    return "direct" if inside == len(words) else "mixed" if inside else "indirect"
