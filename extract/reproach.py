"""Words of reproach: what in a sentence says that somebody did wrong, on whom it falls, and who says it."""

from collections.abc import Iterable
from typing import Literal

from spacy.tokens import Span, Token

from extract.arguments import (
    Cast,
    after,
    clause_verb,
    conjuncts,
    having,
    is_passive,
    negated,
    preposition,
    subjects,
    subtree_span,
)
from extract.circumstances import modality
from extract.lexicon import section

STEPS = 4  # words from a reproach to its predicate, itself included
# what a word may be to the predicate that it colours: "told [obj a lie]", "rules [obl by fear]"
THROUGH = {"", "as", "by", "in", "into", "of", "through", "with"}
CAUSED = ("accident", "attack", "disaster")  # kinds of events that somebody may be behind
HARMLESS = ("naming", "holding", "denial", "pleading")  # verbs that alone accuse nobody
WITHIN = {"obj", "obl", "amod", "advmod", "nmod", "compound", "xcomp", "conj", "nmod:desc"}
CLASSES = {"VERB": ("verbs",), "ADV": ("adverbs",)}
NOMINAL = ("nouns", "adjectives")

Row = tuple[str | None, Token, Span | None]  # the accuser's id, the word that names the accused, of what
Kind = Literal["accusing", "reproach", "taken back", ""]


def kind(token: Token) -> Kind:
    """What the lexicon says of the word: it accuses, it reproaches, the text takes it back, or nothing."""
    if _accuses(token):
        return "taken back" if negated(token) or modality(token) != "happened" else "accusing"
    if not reproaches(token):
        return ""
    return "taken back" if holder_of(token) is None and _is_taken_back(token) else "reproach"


def _accuses(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        verbs = section("accusing.verbs")
        return any(lemma in words for name, words in verbs.items() if name not in HARMLESS)
    return token.pos_ == "NOUN" and lemma in section("accusing.nouns")["any"]


def _is_taken_back(token: Token) -> bool:
    """ "did not lie", "would lie", "fights corruption"."""
    opposing = section("accusing.reproach")["opposing"]
    chain = [token, *list(token.ancestors)[: STEPS - 1]]
    return any(negated(word) or word.lemma_.lower() in opposing for word in chain[:2]) or not is_asserted(
        token
    )


def holder_of(token: Token) -> tuple[Token, list[Token]] | None:
    """The word whose doer the reproach falls on, with its doers: "told voters a lie" -> told.

    None where the text takes the reproach back: "did not lie", "would lie", "fights corruption".
    """
    opposing = section("accusing.reproach")["opposing"]
    holder = token
    for _ in range(STEPS):
        if negated(holder) or (holder.i != token.i and holder.lemma_.lower() in opposing):
            return None
        if doers := doers_of(holder):
            return (holder, doers) if is_asserted(holder) else None
        outside = holder.dep_ in ("nmod", "obl") and preposition(holder) not in THROUGH
        if outside or holder.dep_ not in WITHIN or (holder.pos_ == "VERB" and is_passive(holder)):
            return None
        holder = holder.head
    return None


def is_asserted(holder: Token) -> bool:
    """Does the speaker say that it is so, or may have been so ("may have lied"), and not that it would be?"""
    auxiliaries = {word.lower_ for word in having(holder, "aux")}
    return modality(holder) == "happened" or ("have" in auxiliaries and bool(auxiliaries & {"may", "might"}))


def reproaches(token: Token) -> bool:
    """Does the word say that whoever does, is or has it did wrong: lied, corrupt, "broke the law"?"""
    words = section("accusing.reproach")
    lemma, form = token.lemma_.lower(), token.lower_
    if lemma in words["legal"] and token.head.lemma_.lower() in section("accusing.nouns")["any"]:
        return False  # "a criminal investigation"
    if lemma in words["breaking"]:
        return any(kept.lemma_.lower() in words["kept"] for kept in having(token, "obj"))
    if lemma in words["fault"]:
        return bool(having(token, "cop"))  # "is to blame"
    if any(lemma in words[kind] or form in words[kind] for kind in CLASSES.get(token.pos_, NOMINAL)):
        return True
    caused = any(lemma in section("events.nouns")[kind] for kind in CAUSED)
    behind = caused and any(case.lower_ == "behind" for case in having(token, "case"))
    return behind and bool(having(token, "cop"))  # "was behind the explosion"


def doers_of(word: Token) -> list[Token]:
    """Who does, is or has what the word says."""
    if having(word, "cop"):
        return list(conjuncts(having(word, "nsubj")))
    if word.pos_ == "VERB":
        return subjects(word)
    suffered = word.lemma_.lower() in section("accusing.reproach")["suffered"]
    possessors = [] if suffered else having(word, "nmod:poss")
    possessors += after(word, ("by",), "nmod")
    possessors += [
        agent for clause in having(word, "acl") if is_passive(clause) for agent in subjects(clause)
    ]
    if possessors:
        return list(conjuncts(possessors))
    predicate = word.head == word or word.dep_ in ("xcomp", "ccomp", "conj")
    return subjects(word) if word.pos_ == "ADJ" and predicate else []


def responsible(cast: Cast, token: Token) -> Token | None:
    """The noun that names who answers for what a noun phrase says: itself, its owner, "by ...", "of ..."."""
    if cast.actor(token) is not None and not is_document(token):
        return token
    conduct = token.lemma_.lower() in section("accusing.nouns")["conduct"]
    owned = after(token, ("of",), "nmod") if conduct else []
    suffered = token.lemma_.lower() in section("accusing.reproach")["suffered"]
    possessors = [] if suffered else having(token, "nmod:poss")
    done = [clause for clause in having(token, "acl") if is_passive(clause)]  # "the lawsuit filed by Berg"
    agents = [agent for clause in done for agent in subjects(clause)]
    candidates = [*possessors, *after(token, ("by",), "nmod"), *agents, *owned]
    candidates += [word for word in having(token, "compound") if cast.type(cast.at(word)) != "Place"]
    return next((word for word in candidates if cast.actor(word) is not None and not is_document(word)), None)


def is_document(token: Token) -> bool:
    """Is it a letter, a report, a lawsuit, which accuses for whoever wrote it?"""
    return token.pos_ != "PROPN" and token.lemma_.lower() in section("accusing.nouns")["documents"]


def speakers(cast: Cast, verb: Token) -> list[str]:
    """Who accuses: the subject, the agent of a passive, or the speaker in whose cue the verb stands."""
    tokens = subjects(verb)
    if (
        verb.dep_ == "acl"
        and verb.tag_ == "VBG"
        and not cast.all(tokens)
        and (held := clause_verb(verb.head))
    ):
        tokens = subjects(held)  # "Meyer opened a rally blasting Berg"
    named = [id for id, _ in cast.all(authors(cast, tokens))]
    cued = cast.cued(verb)
    if not named and cued is not None and cued.speaker is not None:
        return [cued.speaker]
    return named


def authors(cast: Cast, tokens: Iterable[Token]) -> list[Token]:
    """The noun phrases; in place of a document whoever it is by: "Meyer's letter accuses" -> Meyer."""
    found = (
        responsible(cast, token) if is_document(token) and not _is_resolved(cast, token) else token
        for token in tokens
    )
    # "it" is a letter or a lawsuit as often as a body
    return [token for token in found if token is not None and token.lower_ != "it"]


def _is_resolved(cast: Cast, document: Token) -> bool:
    """Does the text say elsewhere whose letter "the letter" is?"""
    id = cast.at(document)
    return id is not None and cast.entities[id].named


def complement(token: Token, prepositions: Iterable[str]) -> Span | None:
    """The words after "of", "for", "with" that say of what."""
    found = after(token, prepositions)
    return subtree_span(found[0], having(found[0], "case", "mark")) if found else None
