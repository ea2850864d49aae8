"""Denials of accusations: who rejects one, and which statement is denied by which.

The accused deny with a verb ("denied it"), with a name for the claim ("called the allegations baseless") or
by saying that they did no wrong ("I did not lie"). Somebody else denies only what is called an accusation.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from extract.annotation import Relation, Statement, digest
from extract.annotation import Span as Words
from extract.arguments import Cast, after, having, negated, subjects
from extract.lexicon import section
from extract.reproach import doers_of, reproaches


def denials(cast: Cast, sentence: Span, recent: Sequence[Relation]) -> Iterator[Relation]:
    """The accusations told of a little before that the sentence denies; ``by`` is who denies."""
    found: dict[tuple[str, str], Relation] = {}
    for token in sentence if recent else ():
        own, others = _deniers(cast, token)
        last = [relation for relation in recent if relation.sentence == recent[-1].sentence]
        for relation in recent:
            pair = relation.subject, relation.object
            theirs = [id for id in others if id not in pair] if relation in last else []
            denier = relation.object if relation.object in own else next(iter(theirs), None)
            if denier is not None and cast.near(pair, sentence):
                found.setdefault(pair, _denied(cast, sentence, relation, denier))
    yield from found.values()


def _deniers(cast: Cast, token: Token) -> tuple[set[str], list[str]]:
    """Who rejects by this word what they are accused of, and who rejects what others are accused of."""
    said = cast.statement(token)
    if said is not None and said.speaker is not None:
        if _refutes(token):
            return {said.speaker}, [said.speaker]
        if negated(token) and reproaches(token):
            innocent = said.speaker in {id for id, _ in cast.all(doers_of(token))}
            return {said.speaker} if innocent else set(), []  # "I did not lie"
    if token.pos_ != "VERB" or negated(token):
        return set(), []
    nouns = section("accusing.nouns")
    lemma = token.lemma_.lower()
    named = [id for id, _ in cast.all(subjects(token))]
    objects = having(token, "obj")
    accusations = [word for word in objects if word.lemma_.lower() in nouns["any"]]
    if lemma in section("accusing.verbs")["denial"]:
        claims = [word for word in objects if word.pos_ == "PRON" or word.lemma_.lower() in nouns["claims"]]
        return set(named) if accusations or claims or not objects else set(), named if accusations else []
    if lemma in section("accusing.verbs")["naming"] and accusations:
        called = [*having(token, "xcomp"), *objects[1:], *having(objects[0], "amod")]
        called += after(token, ("as",), "obl", "advcl")
        refuted = any(word.lemma_.lower() in nouns["refuted"] for word in called)
        return (set(named), named) if refuted else (set(), [])
    return set(named) if _pleads(token) else set(), []


def _refutes(token: Token) -> bool:
    """Is it said in so many words: "the allegations were false", "there is no truth in the claims"?"""
    nouns = section("accusing.nouns")
    refuted = token.lemma_.lower() in nouns["refuted"] and not negated(token)
    untrue = token.lemma_.lower() in nouns["truth"] and negated(token)
    about = having(token, "nsubj") if refuted and having(token, "cop") else []
    about += after(token, ("in", "to", "behind"), "nmod") if untrue else []
    return any(word.lemma_.lower() in nouns["any"] | nouns["claims"] for word in about)


def _pleads(verb: Token) -> bool:
    """ "pleaded not guilty", "maintained his innocence"."""
    words = section("accusing.verbs")["pleading"]
    guilt = [word for word in having(verb, "xcomp", "obj") if word.lemma_.lower() == "guilty"]
    innocence = [word for word in having(verb, "obj") if word.lemma_.lower() == "innocence"]
    return verb.lemma_ in words and (any(negated(word) for word in guilt) or bool(innocence))


def _denied(cast: Cast, sentence: Span, relation: Relation, denier: str) -> Relation:
    words = cast.article.span(sentence.start_char, sentence.end_char)
    return replace(
        relation,
        id=digest(
            "ACCUSED", cast.article.id, words.start, words.end, relation.subject, relation.object, "denied"
        ),
        modality="denied",
        evidence=words,
        sentence=words,
        of=None,
        date=None,
        by=denier,
    )


def answered(stated: Sequence[Statement], related: Iterable[Relation]) -> tuple[Statement, ...]:
    """The statements, those that deny an accusation with the statement that makes it in ``denies``."""
    relations = [relation for relation in related if relation.type == "ACCUSED"]
    links: dict[str, str] = {}
    for denial in relations:
        if denial.modality != "denied":
            continue
        told = [
            relation for relation in relations
            if relation.modality == "asserted" and relation.sentence <= denial.sentence
            and (relation.subject, relation.object) == (denial.subject, denial.object)
        ]  # fmt: skip
        accusing = _statement(stated, denial.subject, told[-1].sentence) if told else None
        denying = _statement(stated, denial.by, denial.sentence, denied=True) or _statement(
            stated, denial.by, denial.sentence
        )
        if accusing is not None and denying is not None and accusing.id != denying.id:
            links.setdefault(denying.id, accusing.id)
    return tuple(
        replace(each, denies=links[each.id]) if each.denies is None and each.id in links else each
        for each in stated
    )


def _statement(
    stated: Iterable[Statement], speaker: str | None, sentence: Words, denied: bool = False
) -> Statement | None:
    """What the speaker says in the sentence; with ``denied`` what he rejects there."""
    return next(
        (
            each for each in stated
            if each.speaker == speaker and (each.denied or not denied)
            and each.sentence.start < sentence.end and each.sentence.end > sentence.start
        ),
        None,
    )  # fmt: skip
