"""Noun phrases that mean an actor by its role ("the Russian president"): their reach and what they say."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extract.roles import Role, fold, gazetteer

# dependents before the noun that belong to it
_BEFORE = {
    "det",
    "det:predet",
    "amod",
    "compound",
    "nmod:poss",
    "nmod:desc",
    "nmod:unmarked",
    "nummod",
    "advmod",
}
# "spokesman for the ministry", "police in Kerala"; "with", "on" and the like mostly go with the verb
_BINDING = {"of", "for", "from", "in", "at", "within", "to"}
_NEAR = {"of", "for"}
_RANK = {"of", "for", "to"}  # "Ambassador to Norway Anna Berg"
_DEEPEST = 3  # "the head of the office of the mayor of the city": four nouns, no more
_ARTICLES = {"the", "this", "that", "these", "those"}
_INDEFINITE = {"a", "an", "another", "some", "any", "no", "several", "many", "few", "most"}


@dataclass(frozen=True, slots=True)
class Description:
    """What a role phrase says: its noun, what tells this bearer from others, and whether it is a known one.

    ``qualifiers`` are folded words ("prime", "ohio"); a country is there by name, whatever the form
    ("Russian", "of Russia"). ``proper`` are those of them that are names.
    """

    lemma: str
    role: Role
    qualifiers: frozenset[str]
    definite: bool
    possessed: bool
    plural: bool
    proper: frozenset[str] = frozenset()


def lemma_of(token: Token) -> str:
    """The lemma as roles.toml has it: proper nouns too ("President", "Ministers")."""
    lemma = token.lemma_.lower()
    if token.tag_ == "NNPS" and lemma == token.lower_:
        return lemma.removesuffix("s")
    return lemma


def role_of(token: Token) -> Role | None:
    """The role that a noun means; None for other words."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    return gazetteer().roles.get(lemma_of(token))


def start_of(token: Token) -> int:
    """Index of the first token of the noun phrase with this head."""
    start = token.i
    for child in token.lefts:
        if child.dep_ in _BEFORE:
            start = min(start, start_of(child))
    return start


def end_of(token: Token, depth: int = 0) -> int:
    """Index after the last token of the noun phrase, with the prepositional phrases that say which one."""
    end = token.i + 1
    if depth == _DEEPEST:
        return end
    for child in token.rights:
        if child.i < end:
            continue
        if start_of(child) > end:
            # the case word itself hangs on the child, so that a phrase "of X" begins with "of"
            first = next((word.i for word in child.lefts), child.i)
            if first != end:
                break
        if child.dep_ == "flat" or (child.dep_ == "case" and child.tag_ == "POS"):
            if child.dep_ == "flat":
                end = child.i + 1
            continue
        if child.dep_ != "nmod" or not _binds(child):
            break
        end = end_of(child, depth + 1)
    return end


def _binds(child: Token) -> bool:
    """Whether a prepositional phrase after a noun says which one it is."""
    case = next((word.lower_ for word in child.lefts if word.dep_ == "case"), "")
    # "officials in Kerala", but not "reporters on Friday" or "police in the morning"
    return case in _NEAR or (
        case in _BINDING and (child.ent_type_ in ("PLACE", "ORG") or role_of(child) is not None)
    )


def describe(head: Token) -> Description | None:
    """What the phrase around a role noun says; None where the noun means no role."""
    role = role_of(head)
    if role is None:
        return None
    words = gazetteer()
    definite = possessed = False
    qualifiers: set[str] = set()
    proper: set[str] = set()
    start, end = start_of(head), end_of(head)
    for token in head.doc[start:end]:
        if token.i == head.i or token.is_punct or token.is_space or token.dep_ == "case":
            continue
        if token.head.i == head.i and token.dep_ in ("det", "nmod:poss"):
            definite = definite or token.lower_ in _ARTICLES or token.dep_ == "nmod:poss"
            possessed = possessed or token.tag_ == "PRP$"
        if token.pos_ in ("DET", "PRON", "NUM", "ADP", "PART", "ADV") or token.lower_ in words.temporal:
            continue
        if not (token.i + 1 < end and words.adjectives.get(f"{token.text} {token.nbor().text}")):
            qualifiers.add(word := qualifier(token, start))
            if token.pos_ == "PROPN" or word in words.countries:
                proper.add(word)
    plural = head.tag_ in ("NNS", "NNPS") or any(child.dep_ == "nummod" for child in head.lefts)
    if role.type == "Person" and not plural and not any(child.dep_ == "det" for child in head.lefts):
        # headlines leave the article out: "Minister resigns"
        definite = True
    told, names = frozenset(qualifiers), frozenset(proper)
    return Description(lemma_of(head), role, told, definite, possessed, plural, names)


def qualifier(token: Token, start: int) -> str:
    """A word that tells which one, folded; the country for "Russian" and for "Korean" of "South Korean"."""
    words = gazetteer()
    if token.i > start and (country := words.adjectives.get(f"{token.nbor(-1).text} {token.text}")):
        return fold(country)
    country = words.adjectives.get(token.text) or words.countries.get(fold(token.text))
    return fold(country or token.lemma_)


def is_indefinite(head: Token) -> bool:
    """Whether the phrase brings in somebody new: "a spokesman", "some officials"."""
    return any(child.lower_ in _INDEFINITE for child in head.lefts if child.dep_ == "det")


def title_noun(last: Token) -> Token | None:
    """The noun of a phrase that ends with ``last``: "chairman" in "chairman of the Duma's committee"."""
    noun = last
    while noun.dep_ == "flat" and noun.head.i < noun.i:
        noun = noun.head
    while noun.dep_ == "nmod" and noun.head.i < noun.i:
        if not any(child.dep_ == "case" and child.lower_ in _RANK for child in noun.lefts):
            break
        noun = noun.head
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def sentences(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of every sentence that was read."""
    for paragraph in doc.spans["paragraphs"]:
        for sentence in paragraph.sents:
            yield [token for token in sentence if not token.is_space]
