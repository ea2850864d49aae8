"""Reporting words and what they take: the frames by which a cue finds its source and its content.

``clause``        said that A is B; "A is B", he said; as he said, A is B
``thought``       believes that A is B
``infinitive``    urged them to leave, refused to leave
``prepositional`` called for talks
``predicative``   called it a lie, described her as brave, accused him of fraud
``object``        condemned the attack
``beside``        a quotation next to a verb that has no other content
``noun ...``      the claim that ..., his refusal to ..., calls for ...
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from extract.arguments import having, negated
from extract.lexicon import section
from extract.quotations import Quoted
from extract.sources import owner, passive, shares, speaker

_AFTER_OBJECT = {"as", "of", "for", "over", "with", "to"}
_AFTER_CLAIM = {"against", "about", "from", "by"}
_NAMED = ("PERSON", "ORG", "PLACE")
_DASHES = {"–", "—", "-"}
_LONGEST_LABEL = 12  # words before the colon of "The ministry: no deal"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution in tokens of the Doc: ``source`` is the head of a phrase, ``content`` token indices."""

    cue: tuple[Token, ...]
    source: Token | None
    content: frozenset[int]
    frame: str
    denied: bool = False


def candidates(doc: Doc, quoted: Quoted) -> Iterator[Candidate]:
    """All that the frames find in the paragraphs that were read, by the order of the cues."""
    for paragraph in doc.spans["paragraphs"]:
        for sent in paragraph.sents:
            for token in sent:
                if token.pos_ == "VERB" or token.tag_.startswith("VB"):
                    yield from _of_verb(token, quoted)
                elif token.pos_ == "NOUN":
                    yield from _of_noun(token)
                yield from _of_preposition(token)
                yield from _of_colon(token, paragraph, quoted)


def denies(word: Token) -> bool:
    """Whether a cue rejects its content: denies, ruled out, does not believe, denial; not "did not deny"."""
    if word.pos_ == "NOUN":
        return word.lemma_.lower() in section("reporting.nouns")["denying"]
    return _key(word) in section("reporting.verbs")["accepting" if negated(word) else "denying"]


# ---------------------------------------------------------------- verbs


def _of_verb(verb: Token, quoted: Quoted) -> Iterator[Candidate]:
    """The first frame of the verb that the lexicon knows."""
    verbs = section("reporting.verbs")
    key = _key(verb)
    if key not in _reporting():
        return
    source = speaker(verb)
    for frame, case, content in _frames(verb, source, quoted):
        word = key if case is None else f"{key} {case.lower_}"
        if content and _takes(frame, word):
            cue = (verb, case) if case is not None and case.i == verb.i + 1 else (verb,)
            yield Candidate(cue, source, frozenset(content), frame, denies(verb))
            break
    if key in verbs["citing"]:
        yield from _cited(verb, quoted)


@cache
def _reporting() -> frozenset[str]:
    """All verbs that some frame knows, with and without the preposition that it asks for."""
    entries = frozenset[str]().union(*section("reporting.verbs").values())
    return entries | {entry.rpartition(" ")[0] for entry in entries}


def _takes(frame: str, word: str) -> bool:
    return word in section("reporting.verbs")["clause" if frame == "beside" else frame]


def _key(verb: Token) -> str:
    return " ".join([verb.lemma_.lower(), *(particle.lower_ for particle in having(verb, "compound:prt"))])


def _cited(verb: Token, quoted: Quoted) -> Iterator[Candidate]:
    """ "The paper reported ..., citing officials": the officials say it too."""
    source = next((c for c in having(verb, "obj") if c.pos_ in ("NOUN", "PROPN")), None)
    if source is None or verb.dep_ != "advcl" or source.lemma_ in section("reporting.nouns")["clause"]:
        return
    told = shares(verb) or verb.head
    for frame, case, content in _frames(told, None, quoted):
        if case is None and _takes(frame, _key(told)):
            yield Candidate((verb,), source, frozenset(content - _subtree(verb)), "citing")
            return


def _frames(
    verb: Token, source: Token | None, quoted: Quoted
) -> Iterator[tuple[str, Token | None, set[int]]]:
    """What a verb takes: the frame, its preposition if it has one, and the tokens; likeliest frame first."""
    children = list(verb.children)
    clauses = having(verb, "ccomp", "csubj:pass")
    if clauses:
        content = _union(_clause(clause, verb) for clause in clauses) | _going_on(verb, clauses[-1])
        yield "thought", None, content
        yield "clause", None, content
    # "as long as he repeats it": a measure, which nobody says
    told_as = verb.dep_ == "advcl" and verb.head.pos_ != "ADV" and any(c.lower_ == "as" for c in children)
    if verb.dep_ == "parataxis" or told_as:
        yield "clause", None, quoted.only(verb.head, _subtree(verb.head) - _subtree(verb))
    for child in having(verb, "parataxis"):
        if child.i > verb.i and quoted.or_colon(verb, child):
            yield "clause", None, _subtree(child)
    if not passive(verb):
        yield from _phrases(verb, having(verb, "obj"))
    elif source is not None:
        yield from _phrases(verb, having(verb, "nsubj:pass"))
    if beside := quoted.beside(verb):
        yield "beside", None, set(beside)


def _phrases(verb: Token, objects: list[Token]) -> Iterator[tuple[str, Token | None, set[int]]]:
    named = _union(_subtree(token) for token in objects)
    infinitives = [c for c in having(verb, "xcomp", "advcl") if _is_infinitive(c) and c.i > verb.i]
    for child in infinitives:
        if child.dep_ == "xcomp" or objects:
            yield "infinitive", None, named | _own(child, verb)
    for child in having(verb, "obl", "obj", "advcl"):
        for case in having(child, "case", "mark"):
            if verb.i < case.i < child.i and case.tag_ != "TO":
                # "called on them to leave": them to leave
                order = _union(_subtree(c) for c in infinitives) if case.lower_ == "on" else set()
                yield "prepositional", case, (_subtree(child) | order) - {case.i, verb.i}
    complements = _union(_own(c, verb) for c in verb.rights if _complements(c, objects))
    if objects and complements:
        yield "predicative", None, named | complements
    if objects:
        yield "object", None, named | complements


def _complements(child: Token, objects: list[Token]) -> bool:
    """Whether it says something of the object: "called it a lie", "accused him of fraud"."""
    if child.dep_ == "xcomp":
        return True
    claims = section("reporting.nouns")["clause"]
    known = _AFTER_OBJECT | _AFTER_CLAIM if any(o.lemma_ in claims for o in objects) else _AFTER_OBJECT
    return child.dep_ in ("obl", "advcl") and any(c.lower_ in known for c in having(child, "case", "mark"))


def _is_infinitive(verb: Token) -> bool:
    return (verb.tag_ == "VBG" and verb.dep_ == "xcomp") or any(c.tag_ == "TO" for c in verb.children)


def _going_on(verb: Token, clause: Token) -> set[int]:
    """ "He said A is B, but C is D": the second clause, that hangs on "said", is said too."""
    tokens: set[int] = set()
    for child in having(verb, "conj"):
        has_subject = any(c.i > verb.i for c in having(child, "nsubj", "nsubj:pass"))
        if (
            child.i > clause.i
            and has_subject
            and child.lemma_.lower() not in section("reporting.verbs")["clause"]
        ):
            tokens |= _subtree(child)
    return tokens


# ---------------------------------------------------------------- nouns, prepositions, colons


def _of_noun(noun: Token) -> Iterator[Candidate]:
    """ "the claim that ...", "a refusal to ...", "calls for ..."."""
    nouns = section("reporting.nouns")
    key = noun.lemma_.lower()
    for child in noun.rights:
        cases = having(child, "case")
        if child.dep_ in ("acl", "ccomp", "acl:relcl") and any(
            c.lower_ == "that" for c in having(child, "mark")
        ):
            frame, content = "clause", _clause(child, noun)
        elif child.dep_ in ("acl", "xcomp") and _is_infinitive(child):
            frame, content = "infinitive", _subtree(child)
        elif child.dep_ == "nmod" and any(c.lower_ in ("of", "for") for c in cases):
            frame, content = "prepositional", _subtree(child) - {c.i for c in cases}
        else:
            continue
        if key in nouns[frame]:
            yield Candidate((noun,), owner(noun), frozenset(content), "noun " + frame, denies(noun))
            return


def _of_preposition(token: Token) -> Iterator[Candidate]:
    """ "According to X, ...": the sentence that the phrase stands in."""
    cue: tuple[Token, ...] = (token,)
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        cue = (token, token.nbor())
        source = token.head if token.dep_ == "case" else next(iter(having(token, "obl")), None)
    elif token.text == "Per" or (token.text == "per" and token.dep_ == "case" and token.head.pos_ == "PROPN"):
        source = token.head
    else:
        return
    if source is None:
        return
    content = _subtree(token.sent.root) - _subtree(source if token.dep_ == "case" else token)
    if content:
        yield Candidate(cue, source, frozenset(content), "preposition")


def _of_colon(token: Token, paragraph: TokenSpan, quoted: Quoted) -> Iterator[Candidate]:
    """ "The ministry: '...'"; in headings also "The ministry: no deal" and "No deal – ministry"."""
    is_colon = token.text == ":"
    if not is_colon and (token.text not in _DASHES or paragraph.label_ == "body"):
        return
    sent, doc = token.sent, token.doc
    before, after = doc[sent.start : token.i], doc[token.i + 1 : sent.end]
    source, content = (before, after) if is_colon else (after, before)
    if is_colon:
        quotation = quoted.starting(token.i + 1)
        if quotation is not None:
            content = doc[min(quotation) : max(quotation) + 1]
        elif paragraph.label_ == "body":
            return
    short = 0 < len(source) < _LONGEST_LABEL and not any(t.pos_ in ("VERB", "AUX", "PRON") for t in source)
    if short and any(t.ent_type_ in _NAMED for t in source) and not any(t.i in quoted.of for t in source):
        words = frozenset(t.i for t in content if not t.is_space)
        yield Candidate((token,), source.root, words, "colon")


# ---------------------------------------------------------------- tokens


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree if not t.is_space}


def _own(head: Token, word: Token) -> set[int]:
    """A phrase or clause without what goes on from the reporting word rather than from it: ", adding ..."."""
    tokens = _subtree(head)
    for token in head.subtree:
        if token.dep_ in ("conj", "advcl") and shares(token) == word:
            tokens -= _subtree(token)
    return tokens


def _clause(head: Token, word: Token) -> set[int]:
    """A clause without its "that", and without what tells of the saying: "said on Monday that ..."."""
    tokens = _own(head, word)
    for that in having(head, "mark"):
        if that.lower_ == "that":
            outside = [c for c in having(head, "obl", "obl:unmarked", "advmod") if c.i < that.i]
            tokens -= _union(_subtree(child) for child in outside) | {that.i}
    return tokens


def _union(sets: Iterator[set[int]]) -> set[int]:
    return set().union(*sets)
