"""Accusations in set phrases: "took aim at Berg", "came under fire from", "questioned Berg's sanity"."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.arguments import Cast, after, clause_verb, conjuncts, having, owners, subjects, subtree_span
from extract.circumstances import modality
from extract.lexicon import section
from extract.reproach import Row, authors, complement, reproaches, responsible, speakers

ABOUT = ("for", "of", "over", "about")


def rebukes(cast: Cast, token: Token) -> Iterator[Row]:
    """Who accuses whom of what by a set phrase around this word."""
    rows: list[Row] = []
    if token.pos_ == "NOUN":
        rows = [*_aimed(cast, token), *_under(cast, token)]
    elif token.pos_ == "VERB":
        rows = [*_doubting(cast, token), *_called(cast, token)]
    if rows and modality(token) == "happened":
        yield from rows


def _aimed(cast: Cast, noun: Token) -> Iterator[Row]:
    """ "Meyer took a swipe at Berg over the budget", "pointed the finger at Berg"."""
    words = section("accusing.phrases")
    if noun.lemma_ not in words["aim"] or noun.dep_ != "obj":
        return
    verb = clause_verb(noun)
    if verb is None or verb.lemma_ not in words["take"]:
        return
    about = complement(verb, ABOUT) or complement(noun, ABOUT)
    if about is None and noun.lemma_ in words["literal"]:
        return
    for accuser in speakers(cast, verb):
        for token in conjuncts([*after(verb, ("at",), "obl"), *after(noun, ("at",), "nmod")]):
            if target := responsible(cast, token):
                yield accuser, target, about


def _under(cast: Cast, noun: Token) -> Iterator[Row]:
    """ "Berg is under indictment by the court for fraud", "came under fire from Meyer"."""
    words = section("accusing.phrases")
    if noun.lemma_ not in words["under"]:
        return
    if not any(case.lower_ == "under" for case in having(noun, "case")):
        return
    predicate = noun if having(noun, "cop") else clause_verb(noun)
    if predicate is None:
        return
    accused = list(conjuncts(having(noun, "nsubj"))) if predicate == noun else owners(noun)
    by = [*after(noun, ("by", "from"), "nmod"), *after(predicate, ("by", "from"), "obl", "obl:agent")]
    about = complement(noun, ABOUT) or complement(predicate, ABOUT)
    if about is None and noun.lemma_ in words["literal"]:
        return
    for accuser, _ in cast.all(authors(cast, list(conjuncts(by)))):
        for token in accused:
            if target := responsible(cast, token):
                yield accuser, target, about


def _doubting(cast: Cast, verb: Token) -> Iterator[Row]:
    """ "Meyer questioned Berg's fitness for office"."""
    words = section("accusing.phrases")
    if verb.lemma_ not in words["doubt"]:
        return
    for doubted in conjuncts(having(verb, "obj")):
        for owner in having(doubted, "nmod:poss") if doubted.lemma_ in words["doubted"] else ():
            if cast.actor(owner) is not None:
                for accuser in speakers(cast, verb):
                    yield accuser, owner, subtree_span(doubted)


def _called(cast: Cast, verb: Token) -> Iterator[Row]:
    """ "denounced what she called a betrayal by Berg"."""
    if (
        verb.lemma_ not in section("accusing.verbs")["naming"]
        or verb.dep_ != "acl:relcl"
        or verb.head.tag_ != "WP"
    ):
        return
    for name in having(verb, "obj", "xcomp"):
        by = [*after(name, ("by", "of"), "nmod"), *having(name, "nmod:poss")]
        for token in conjuncts(by) if any(map(reproaches, (name, *having(name, "amod")))) else ():
            for accuser, _ in cast.all(authors(cast, subjects(verb))):
                if target := responsible(cast, token):
                    yield accuser, target, subtree_span(name)
