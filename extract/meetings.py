"""Meetings: two actors met, talked, visited one another, or would, or would not."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from spacy.tokens import Span, Token

from extract.annotation import Relation, digest
from extract.arguments import (
    Cast,
    after,
    clause_verb,
    conjuncts,
    having,
    is_passive,
    noun_role,
    owners,
    patients,
    preposition,
    subjects,
    subtree_span,
)
from extract.circumstances import date_of, modality, place_of
from extract.lexicon import code, section
from extract.pairs import Pair

Party = tuple[str, Token]


def meetings(cast: Cast) -> Iterator[Relation]:
    """MET relations, one for each telling and pair: "Putin, Xi and Modi met" gives three."""
    for sentence in cast.sentences():
        for token in sentence:
            for one, other in parties(cast, token):
                if relation := meeting(cast, sentence, token, one, other):
                    yield relation


def ranked_meeting(cast: Cast, pair: Pair) -> Relation | None:
    """MET between a pair that the ranker holds for one; None where one of them could not be a party."""
    parties = (pair.one, pair.tokens[0]), (pair.other, pair.tokens[1])
    if any(_is_anybody(cast, id) or _is_press(token) for id, token in parties):
        return None
    return meeting(cast, pair.sentence, pair.trigger, *parties)


def parties(cast: Cast, trigger: Token) -> Iterable[tuple[Party, Party]]:
    """The pairs that met by what this verb or noun says; () where it says nothing of a meeting."""
    pairs = _verb_parties(cast, trigger) if trigger.pos_ == "VERB" else _noun_parties(cast, trigger)
    return [pair for pair in pairs if not any(_is_anybody(cast, id) for id, _ in pair)]


def _verb_parties(cast: Cast, verb: Token) -> Iterable[tuple[Party, Party]]:
    words = section("meeting.verbs")
    classes = {name for name, lemmas in words.items() if verb.lemma_ in lemmas}
    if not classes:
        return ()
    ours = cast.all(subjects(verb))
    theirs: list[Party] = []
    if "object" in classes:
        theirs += cast.all(patients(verb))
    if "guest" in classes:
        theirs += [party for party in cast.all(patients(verb)) if cast.type(party[0]) == "Person"]
    for marker in ("with", "to"):
        if marker in classes:
            theirs += cast.all(conjuncts(after(verb, (marker,), "obl")))
    if verb.lemma_ in section("meeting.verbs")["place"]:
        theirs = [party for party in theirs if cast.type(party[0]) != "Place"]
    theirs = [party for party in theirs if not _is_press(party[1])]
    if "spoken" in classes:
        ours, theirs = _who_talk(cast, ours), _who_talk(cast, theirs)
    if ours and theirs:
        return product(ours, theirs)
    if "together" in classes and not is_passive(verb) and not having(verb, "obj"):
        return combinations(ours, 2)
    return ()


def _noun_parties(cast: Cast, noun: Token) -> Iterable[tuple[Party, Party]]:
    words = section("meeting.nouns")
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or (lemma not in words["any"] and lemma not in words["joint"]):
        return ()
    between = cast.all(conjuncts(after(noun, ("between", "among", "of"), "nmod")))
    if len(between) > 1:
        return combinations(between, 2)
    governor = clause_verb(noun)
    theirs = cast.all(conjuncts(after(noun, ("with",), "nmod", "obl")))
    if not theirs and governor is not None and governor.lemma_ in words["holding"]:
        theirs = cast.all(conjuncts(after(governor, ("with",), "obl")))
    theirs = [party for party in theirs if not _is_press(party[1])]
    if lemma in words["joint"]:
        theirs = [party for party in theirs if cast.type(party[0]) == "Person"]
    own = cast.all(conjuncts(having(noun, "nmod:poss", "compound", "nmod")))
    own = [party for party in own if party[0] not in {id for id, _ in theirs} and _names(party[1])]
    if len(own) > 1 and not theirs:
        return combinations(own, 2)  # "the Meyer-Berg summit"
    for clause in having(noun, "acl:relcl", "acl"):
        if clause.lemma_ in words["holding"]:
            own = own or cast.all(subjects(clause))  # "a call that Meyer had with Berg"
            theirs = theirs or cast.all(conjuncts(after(clause, ("with",), "obl")))
    if not own and governor is None and theirs:
        own = cast.all(owners(noun))
    elif (
        not own
        and governor is not None
        and governor.lemma_ not in words["arranging"]
        and not _is_mentioned(noun)
    ):
        invited = (
            having(governor, "obj") if theirs and governor.lemma_ in section("control")["object"] else []
        )
        own = cast.all(conjuncts(invited)) or cast.all(owners(noun))  # "invited Meyer to talks with Berg"
        held = governor.lemma_ in words["holding"] and noun_role(noun) == "object"
        if held and not theirs and lemma in words["any"]:
            return combinations(own, 2)  # "Meyer and Berg held talks"
    return product(own, theirs)


def _is_mentioned(noun: Token) -> bool:
    """ "They spoke of talks with Berg": whose talks, and whether there were any, it does not say."""
    return noun.dep_ == "obl" and preposition(noun) in ("of", "about") and modality(noun) == "happened"


def _names(token: Token) -> bool:
    """Does the modifier say whose the noun is: "Meyer's meeting", "the Meyer-Berg summit"?"""
    if token.dep_ == "conj":
        token = token.head
    return token.dep_ in ("nmod:poss", "compound")


def _who_talk(cast: Cast, these: Iterable[Party]) -> list[Party]:
    """Those of them that talk with one another; what an outlet hears or a crowd is told is no meeting."""
    return [
        (id, token)
        for id, token in these
        if cast.type(id) == "Place"
        or (cast.type(id) == "Person" and (cast.entities[id].named or token.tag_ == "NN"))
    ]


def _is_press(token: Token) -> bool:
    words = section("meeting.people")["press"]
    return any(word.lemma_.lower() in words for word in (token, *having(token, "compound", "flat")))


def meeting(cast: Cast, sentence: Span, trigger: Token, one: Party, other: Party) -> Relation | None:
    """MET between the two parties, by what the trigger says; None where one of them is not named nearby."""
    ids = sorted((one[0], other[0]))
    if ids[0] == ids[1] or not cast.near(ids, sentence):
        return None
    article = cast.article
    evidence = evidence_of(sentence, trigger, (one[1], other[1]))
    said = cast.statement(trigger)
    status = modality(trigger)
    if said is not None and said.denied and status == "happened":
        status = "denied"  # "Meyer denied that he met Berg"
    place = place_of(cast, trigger, ids)
    return Relation(
        id=digest("MET", article.id, evidence.start_char, evidence.end_char, *ids, status),
        type="MET",
        subject=ids[0],
        object=ids[1],
        modality=status,
        evidence=article.span(evidence.start_char, evidence.end_char),
        sentence=article.span(sentence.start_char, sentence.end_char),
        place=place,
        date=date_of(cast, sentence, trigger),
        by=said.speaker if said is not None else None,
        code=code("met", status),
    )


def _is_anybody(cast: Cast, id: str) -> bool:
    """Is it "the man", "two people": who it is, the words do not say?"""
    entity = cast.entities[id]
    return not entity.named and entity.name.lower().split()[-1] in section("meeting.people")["anybody"]


def evidence_of(sentence: Span, trigger: Token, actors: Iterable[Token]) -> Span:
    """The clause with trigger and actors: from the first to the last of them, with what hangs on them."""
    verb = trigger if trigger.pos_ == "VERB" else clause_verb(trigger) or trigger
    parts = [subtree_span(token) for token in (verb, trigger, *actors) if token.sent == trigger.sent]
    return sentence.doc[min(part.start for part in parts) : max(part.end for part in parts)]
