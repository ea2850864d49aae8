"""Words of reproach: what in a sentence says that somebody did wrong, and on whom it falls."""

from typing import Literal

from spacy.tokens import Token

from extract.arguments import after, conjuncts, having, is_passive, negated, preposition, subjects
from extract.circumstances import modality
from extract.lexicon import section

STEPS = 4  # words from a reproach to its predicate, itself included
# what a word may be to the predicate that it colours: "told [obj a lie]", "rules [obl by fear]"
THROUGH = {"", "as", "by", "in", "into", "of", "through", "with"}
WITHIN = {"obj", "obl", "amod", "advmod", "nmod", "compound", "xcomp", "conj", "nmod:desc"}


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
        return any(lemma in words for name, words in verbs.items() if name not in ("naming", "denial"))
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
        if negated(holder) or holder.lemma_.lower() in opposing:
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
    words = section("accusing.reproach")
    kinds = {"VERB": ["verbs"], "ADV": ["adverbs"]}.get(token.pos_, ["nouns", "adjectives"])
    return any({token.lemma_.lower(), token.lower_} & words[kind] for kind in kinds)


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
