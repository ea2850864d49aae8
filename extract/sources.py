"""Who says it: the source of a reporting word in a UD parse, and the words of the article that name it."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.annotation import Article, Span
from extract.arguments import having, is_passive
from extract.lexicon import section

_SUBJECTS = ("nsubj", "nsubj:outer")
_DASHES = ("–", "—", "-", "--")
_DEPTH = 6  # words that a search for a subject may climb
# what hangs on a noun but does not belong to its name: clauses, and the preposition before it
_TRAILING = ("acl", "acl:relcl", "parataxis", "ccomp", "advcl", "case", "punct", "cc:preconj", "dep", "list")


def agent(verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    for child in having(verb, "obl:agent", "obl"):
        if any(case.lower_ == "by" for case in having(child, "case")):
            return child
    return None


def speaker(verb: Token) -> Token | None:
    """Who says what the verb says: the agent of a passive, else its subject."""
    return agent(verb) if passive(verb) else subject(verb)


def passive(verb: Token) -> bool:
    """Is the verb in the passive, if only by its form: "asked about it, he ...", "as reported by ..."?"""
    if is_passive(verb):
        return True
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "advcl" or having(verb, *_SUBJECTS, "aux"):
        return False
    return agent(verb) is not None or not any(c.lower_ == "as" or c.dep_ == "mark" for c in verb.children)


def subject(verb: Token) -> Token | None:
    """Who does it: the subject of the verb, or of the verb that it is joined to ("met him, saying ...")."""
    token = shares(verb) or verb
    for _ in range(_DEPTH):
        labels = _SUBJECTS if token is verb else (*_SUBJECTS, "nsubj:pass")
        for child in having(token, *labels):
            return _after_dateline(_antecedent(child, token), token)
        if token.dep_ == "xcomp" or any(mark.lower_ == "as" for mark in having(token, "mark")):
            # "urged them to say ...", "cited them as saying ...": they say it
            for controller in having(token.head, "iobj", "obj"):
                return controller
        if token.dep_ == "acl" and token.tag_ == "VBG" and token.nbor(-1).text == ",":
            # "left the talks, saying ...": who left says it, not the talks
            token = next((t for t in token.ancestors if t.pos_ == "VERB"), token.head)
            continue
        if token.dep_ in ("acl", "acl:relcl"):
            return author(token.head)
        if token.dep_ not in ("conj", "xcomp", "advcl", "ccomp"):
            return None
        token = token.head
    return None


def shares(verb: Token) -> Token | None:
    """For "adding" in "said that A is B, adding ...": "said", though in the tree it hangs on "is"."""
    verbs = section("reporting.verbs")
    joined_on = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
    if not joined_on or having(verb, *_SUBJECTS, "nsubj:pass", "mark", "aux", "aux:pass"):
        return None
    if verb.lemma_.lower() not in verbs["clause"] | verbs["citing"]:
        return None
    inner = verb.head
    while inner.dep_ in ("conj", "xcomp", "ccomp"):
        if verb.dep_ == "conj" and inner.tag_ == verb.tag_:
            return None
        outer = inner.head
        reports = outer.lemma_.lower() in verbs["clause"] | verbs["predicative"] | verbs["infinitive"]
        alike = verb.dep_ == "advcl" or outer.tag_ == verb.tag_ or {outer.tag_, verb.tag_} == {"VBD", "VBN"}
        if inner.dep_ != "conj" and outer.i < verb.i and reports and alike:
            return outer
        inner = outer
    return None


def owner(noun: Token) -> Token | None:
    """Whose claim it is: "X's claim", "the claim by X", "X made the claim"."""
    for child in having(noun, "nmod:poss"):
        return child
    for child in having(noun, "nmod"):
        if any(case.lower_ in ("by", "from") for case in having(child, "case")):
            return child
    return speaker(noun.head) if noun.dep_ == "obj" else None


def author(noun: Token) -> Token:
    """ "The ministry issued a statement saying ...": the ministry; else the noun."""
    if noun.lemma_.lower() in section("reporting.nouns")["document"]:
        return owner(noun) or noun
    return noun


def each(source: Token) -> Iterator[Token]:
    """The source, and the noun phrases that "and" joins to it: each of them says it."""
    yield source
    yield from joined(source)


def joined(noun: Token) -> list[Token]:
    """The noun phrases that "and" joins to a noun."""
    return [child for child in having(noun, "conj") if child.pos_ in ("NOUN", "PROPN", "PRON")]


def phrase(head: Token, article: Article) -> Span:
    """The noun phrase of a source, without the clauses that hang on it."""
    doc = head.doc
    cut = {token.i for child in having(head, *_TRAILING) for token in child.subtree}
    others = {token.i for child in joined(head) for token in child.subtree}
    kept = {token.i for token in head.subtree} - cut - others
    first = last = head.i
    while first - 1 in kept or (first - 2 in kept and doc[first - 1].is_punct):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and doc[last + 1].is_punct):
        last += 1
    while last > head.i and not doc[last].text[-1:].isalnum():
        last -= 1
    while first < head.i and (doc[first].is_punct or doc[first].pos_ == "CCONJ"):
        first += 1
    return article.span(doc[first].idx, doc[last].idx + len(doc[last]))


def _antecedent(noun: Token, verb: Token) -> Token:
    """ "The minister, who said ...": the minister."""
    if noun.tag_ in ("WP", "WDT") or (noun.lower_ == "that" and noun.pos_ == "PRON"):
        while verb.dep_ == "conj":
            verb = verb.head
        if verb.dep_ == "acl:relcl":
            return verb.head
    return noun


def _after_dateline(noun: Token, verb: Token) -> Token:
    """ "PARIS (AFP) - The minister said ...": the minister, even where the tree has Paris."""
    start = noun.sent.start
    dash = next((t for t in noun.doc[noun.i : min(start + 12, verb.i)] if t.text in _DASHES), None)
    if dash is None or dash.i + 1 >= verb.i:
        return noun
    if not noun.doc[start].is_upper and not any(t.text == ")" for t in noun.doc[start : dash.i]):
        return noun
    rest = noun.doc[dash.i + 1 : verb.i]
    return next((t for t in rest if t.pos_ in ("NOUN", "PROPN", "PRON") and t.head not in rest), noun)
