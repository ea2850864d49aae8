"""Circumstances of what a trigger tells of: whether it happened, when and where."""

from collections.abc import Collection
from dataclasses import replace

from spacy.tokens import Span, Token

from extract.annotation import Date, Modality
from extract.arguments import (
    Cast,
    after,
    clause_verb,
    having,
    is_headline,
    negated,
    owners,
    preposition,
    subjects,
)
from extract.dates import dates, resolve
from extract.lexicon import section

# what a word may be to the word that says whether it happened: "agreed [xcomp to hold [obj talks]]"
CHAIN = {
    "obj",
    "obl",
    "xcomp",
    "acl",
    "nmod",
    "ccomp",
    "nsubj",
    "nsubj:pass",
    "csubj",
    "advcl",
    "conj",
    "compound",
}
WHERE = ("in", "at", "on", "near", "outside")
STEPS = 4  # words from a trigger up to the one that says whether it happened


def modality(trigger: Token) -> Modality:
    """What the words around the trigger say: it happened, is planned, proposed, unlikely or denied."""
    words = section("modality.lemmas")
    found: set[str] = set()
    token, crossed, marker, below = trigger, False, "", ""
    for step in range(STEPS):
        lowered = {token.lemma_.lower(), token.lower_, f"{token.lemma_.lower()} {marker}"}
        # "called it a betrayal", "what she called a betrayal" ask for none; "called a summit" does
        if below == "xcomp" or (below == "obj" and (token.dep_ == "acl:relcl" or having(token, "xcomp"))):
            lowered -= section("accusing.verbs")["naming"]
        described = (
            {w for c in having(token, "amod", "compound") for w in (c.lower_, c.lemma_)}
            if step == 0
            else set()
        )
        for name, lemmas in words.items():
            if (step and lowered & lemmas) or described & lemmas:
                found.add(name)
        if step and token.pos_ == "ADJ":
            adjectives = section("modality.adjectives")
            found |= {name for name, lemmas in adjectives.items() if lowered & lemmas}
        if not crossed:
            found |= _auxiliaries(token)
            # "his meeting with Berg was not an endorsement": it was a meeting
            if negated(token) and not (below == "nsubj" and having(token, "cop") and not found):
                found.add("unlikely" if {"planned", "proposed"} & found and step else "denied")
        if token.head == token or token.dep_ not in CHAIN:
            break
        asking = f"{token.head.lemma_.lower()} {preposition(token)}"
        asked = any(asking in lemmas for lemmas in words.values())
        if token.dep_ in ("advcl", "acl:relcl", "conj") and token.pos_ == "VERB" and not asked:
            break
        if token.dep_ == "nmod" and _is_presupposed(token):
            break
        if token.dep_ == "ccomp" and token.head.lemma_ in section("reporting.verbs")["accepting"]:
            found |= {"denied"} if negated(token.head) else set()  # "does not believe that they met"
        crossed = crossed or token.dep_ == "ccomp"
        token, marker, below = token.head, preposition(token), token.dep_
    for name in ("denied", "unlikely", "proposed", "planned"):
        if name in found:
            return name  # type: ignore[return-value]
    return "happened"


def _is_presupposed(noun: Token) -> bool:
    """ "tapes of his conversation with Berg": there was one, whatever is done with the tapes."""
    owned = preposition(noun) == "of" and bool(having(noun, "nmod:poss"))
    hedged = any(noun.head.lemma_ in lemmas for lemmas in section("modality.lemmas").values())
    return owned and not hedged  # "the prospect of his meeting with Berg"


def _auxiliaries(token: Token) -> set[str]:
    found = set()
    for child in token.children:
        word = child.lower_
        if child.dep_ in ("aux", "cop"):
            if word in ("will", "shall", "'ll", "’ll"):
                found.add("planned")
            elif word in ("would", "could", "should") and _is_perfect(token):
                found.add("denied")  # "would have met her"
            elif word == "would" and _is_reported(token):
                found.add("planned")  # "said that he would meet her"
            elif word in ("would", "could", "may", "might", "should", "can", "must"):
                found.add("proposed")
        elif child.dep_ == "mark":
            if word in ("if", "unless", "whether"):
                found.add("proposed")
            elif word == "without":
                found.add("denied")
            elif word == "until" and token.tag_ in ("VBP", "VBZ"):
                found.add("planned")  # "I will wait until I meet Berg"
            elif word == "to" and (token.head == token or is_headline(token)):
                found.add("planned")  # "Meyer to meet Berg"
    return found


def _is_perfect(token: Token) -> bool:
    return any(child.lower_ == "have" for child in having(token, "aux"))


def _is_reported(token: Token) -> bool:
    return token.dep_ == "ccomp" and token.head.tag_ in ("VBD", "VBN")


def place_of(cast: Cast, trigger: Token, parties: Collection[str]) -> str | None:
    """The place that "in", "at" or "on" gives for the trigger or its verb, or that "where" goes back to.

    Of a meeting also the place that one of the parties goes to, in the sentence or the one before.
    """
    verb = trigger if trigger.pos_ == "VERB" else clause_verb(trigger)
    around = [after(token, WHERE, "obl", "nmod") for token in (trigger, verb) if token is not None]
    places = [place for group in around for place in group]
    if verb is not None and verb.dep_ == "acl:relcl" and any(c.lower_ == "where" for c in verb.children):
        # the clause may hang on a date that stands between: "in Oslo on Friday, where they met"
        places += [verb.head, *after(verb.head.head, WHERE, "obl", "nmod")]
    places += [
        place
        for clause in having(trigger, "acl", "acl:relcl")  # "the talks held in Oslo"
        for place in after(clause, WHERE, "obl")
    ]
    places += [
        inner for place in places for inner in after(place, WHERE, "nmod")
    ]  # "on an island in Norland"
    found = (id for id, _ in cast.all(places) if cast.type(id) == "Place" and id not in parties)
    own = next(found, None)
    return own if own is not None or not parties else _journey(cast, trigger, parties)


def _journey(cast: Cast, trigger: Token, parties: Collection[str]) -> str | None:
    """Where one of the parties goes in the sentence, else in the one before: "flew to Oslo and met Berg"."""
    for sentence in (trigger.sent, cast.before(trigger.sent)):
        for word in sentence or ():
            if going := _destinations(word):
                travellers, places = going
                goes = any(id in parties for id, _ in cast.all(travellers))
                found = [id for id, _ in cast.all(places) if cast.type(id) == "Place" and id not in parties]
                if goes and found and modality(word) in ("happened", modality(trigger)):
                    return found[0]
    return None


def _destinations(word: Token) -> tuple[list[Token], list[Token]] | None:
    """Who goes, and where to, by a word of going."""
    words = section("meeting.journeys")
    if word.pos_ == "VERB" and word.lemma_ in words["verbs"]:
        return subjects(word), after(word, ("to", "in", "at"), "obl")
    if word.pos_ == "VERB" and word.lemma_ in words["objects"]:
        return subjects(word), having(word, "obj")
    if word.pos_ == "NOUN" and word.lemma_ in words["nouns"]:
        return having(word, "nmod:poss") or owners(word), after(word, ("to", "in"), "nmod")
    return None


def date_of(cast: Cast, sentence: Span, trigger: Token) -> Date | None:
    """The date that hangs on the trigger or the verb that governs it, not on another verb or event.

    Of what is planned or proposed it may be a day to come.
    """
    own = {trigger, trigger if trigger.pos_ == "VERB" else clause_verb(trigger)}
    for start, _, date in dates(sentence.text, cast.article.published):
        words = sentence.char_span(start, start + len(date.words), alignment_mode="expand")
        token: Token | None = words.root if words is not None else None
        while token is not None and token not in own:
            stop = token.head == token or token.pos_ == "VERB" or _is_occasion(token)
            token = None if stop else token.head
        if words is None or token is None or _is_outside(words, token):
            continue
        # "met on May 9" was last May, "will meet on May 9" is next May
        if date.value is not None and modality(token) in ("planned", "proposed", "unlikely"):
            return replace(date, value=resolve(date.words, cast.article.published, ahead=True))
        return date
    return None


def _is_outside(words: Span, verb: Token) -> bool:
    """ "said on Saturday that they would meet": Saturday is no part of the clause that "that" opens."""
    return any(mark.i > words.start for mark in having(verb, "mark"))


def _is_occasion(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lemma_ in section("meeting.nouns")["any"]
