"""Pronouns: he, she, they, it, who, I, we, and the one actor that fits; none where two do."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Token

from extract.annotation import Mention, Span
from extract.drafts import Draft, Scene
from extract.roles import Gender

_GENDERS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "she": "female", "her": "female",
}  # fmt: skip
_REFLEXIVE: dict[str, Gender] = {"himself": "male", "herself": "female"}
_FIRST = {"i", "me"}
_FIRST_PLURAL = {"we", "us"}
_SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer"}
_MODIFIERS = {"nmod", "nmod:poss", "compound"}
_REACH = 3  # sentences back; nearly all antecedents are nearer (Hobbs, "Resolving pronoun references", 1978)
# Salience after Lappin and Leass (1994), in sentences of distance; tuned on train articles of Wikinews
_SUBJECT, _OBLIQUE, _GENDERED, _NAMED, _FREQUENT = 1.0, 0.5, 1.5, 0.5, 0.5
_GOVERNING, _SPEAKING, _CALLED, _MARGIN = 1.0, 1.0, 0.5, 0.5
_OFTEN = 3  # mentions that make an actor a frequent one


class Antecedents:
    """Who was mentioned in which sentence, as the text goes on."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._direct = sorted(
            (piece.start, piece.end, attribution.source)
            for attribution in scene.said
            if attribution.kind == "direct" and attribution.source is not None
            for piece in attribution.content
        )
        self._starts = [start for start, _, _ in self._direct]
        self._mentioned: defaultdict[int, list[tuple[Token, Draft]]] = defaultdict(list)

    def add(self, head: Token, draft: Draft) -> None:
        """An actor is mentioned by the word ``head``."""
        if (number := self._scene.sentence_of.get(head.i)) is not None:
            self._mentioned[number].append((head, draft))
        for child in (*head.children, *(head.head.children if head.dep_ in _SUBJECTS else ())):
            # "Berg spoke herself"
            draft.pronoun = draft.pronoun or _REFLEXIVE.get(child.lower_)

    def of(self, pronoun: Token) -> Draft | None:
        """The actor that he, she, it, they or who means; None where none or more than one fits."""
        word = pronoun.lower_
        if word in ("who", "whom"):
            return self._of_relative(pronoun)
        number = self._scene.sentence_of.get(pronoun.i)
        if number is None or word in _FIRST | _FIRST_PLURAL:
            return None
        governor = _governor(pronoun)
        speaker = self._speaker_of(pronoun)
        scores: dict[Draft, float] = {}
        others = self._called_otherwise(word, number)
        for back in range(_REACH + 1):
            for head, draft in self._mentioned.get(number - back, ()):
                if (
                    draft is not speaker
                    and draft not in others
                    and _fits(word, draft)
                    and not _same_clause(pronoun, head)
                ):
                    score = _salience(head, draft) - back
                    if self._scene.is_source(head):
                        score += _SPEAKING
                    subject = _first_conjunct(head)
                    if governor is not None and subject.dep_ in _SUBJECTS and subject.head.i == governor.i:
                        score += _GOVERNING
                    scores[draft] = max(scores.get(draft, -_REACH), score)
        ranked = sorted(scores, key=lambda draft: -scores[draft])
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _MARGIN:
            return None
        if len(ranked) == 1:
            # nobody else fits, and so it tells the gender too
            ranked[0].pronoun = ranked[0].pronoun or _GENDERS.get(word)
        return ranked[0] if ranked else None

    def _called_otherwise(self, word: str, number: int) -> set[Draft]:
        """ "He has no right, she said": who was "he" in this sentence is not "she"."""
        return {
            draft
            for head, draft in self._mentioned.get(number, ())
            if {word, head.lower_} <= _GENDERS.keys() and _GENDERS[word] != _GENDERS[head.lower_]
        }

    def _speaker_of(self, pronoun: Token) -> Draft | None:
        """Who says the direct speech that the pronoun stands in, and so would say "I" of himself."""
        index = bisect_right(self._starts, pronoun.idx) - 1
        if index < 0 or pronoun.idx >= self._direct[index][1]:
            return None
        source = self._direct[index][2]
        return speaker_of(self._scene, source)

    def _of_relative(self, pronoun: Token) -> Draft | None:
        """ "The minister, who resigned": what the relative clause hangs on."""
        clause = pronoun.head
        while clause.dep_ not in ("acl:relcl", "ROOT", "root") and clause.head.i != clause.i:
            clause = clause.head
        return self._scene.draft_at(clause.head) if clause.dep_ == "acl:relcl" else None


def _fits(word: str, draft: Draft) -> bool:
    if word in _GENDERS:
        return (
            draft.type == "Person"
            and not draft.plural
            and (draft.gender or draft.pronoun) in (None, _GENDERS[word])
        )
    if word in ("they", "them", "their"):
        return draft.plural or draft.type == "Organization"
    return draft.type in ("Organization", "Place") and not draft.plural


def _same_clause(pronoun: Token, head: Token) -> bool:
    """ "Smith met him": two arguments of one verb are two actors."""
    return pronoun.head.i == head.head.i and pronoun.i != head.i


def _salience(head: Token, draft: Draft) -> float:
    """How likely a pronoun takes up what is mentioned here: subjects first, then whose gender is known."""
    relation = _first_conjunct(head).dep_
    score = _SUBJECT if relation in _SUBJECTS else -_OBLIQUE if relation in _MODIFIERS else 0.0
    is_frequent = len(draft.mentions) >= _OFTEN
    # a bare surname cannot tell the gender, which is no sign against those whom the article is about
    if draft.gender is not None or (is_frequent and draft.named and " " not in draft.name):
        score += _GENDERED
    elif draft.pronoun is not None:
        score += _CALLED
    return score + (_NAMED if draft.named else 0.0) + (_FREQUENT if is_frequent else 0.0)


def _first_conjunct(token: Token) -> Token:
    """The first of words joined by "and", which bears the relation of all of them."""
    while token.dep_ == "conj":
        token = token.head
    return token


def _governor(pronoun: Token) -> Token | None:
    """The verb whose complement the pronoun's clause is: "wrote" in "Smith wrote (that) he had resigned"."""
    clause = _first_conjunct(pronoun.head)
    return clause.head if clause.dep_ == "ccomp" and pronoun.dep_ in _SUBJECTS else None


def add_first_person(scene: Scene, pronouns: Iterable[Mention]) -> None:
    """ "I" inside a quotation is its source; "we" only where it is a body, several people, or in office."""
    first = [pronoun for pronoun in pronouns if pronoun.span.text.lower() in _FIRST | _FIRST_PLURAL]
    starts = [pronoun.span.start for pronoun in first]
    innermost: dict[Mention, tuple[int, Draft]] = {}
    for attribution in scene.said:
        if attribution.source is None or attribution.kind == "indirect":
            continue
        speaker = speaker_of(scene, attribution.source)
        if speaker is None:
            continue
        for piece in attribution.content:
            for pronoun in first[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]:
                size = piece.end - piece.start
                if pronoun not in innermost or size < innermost[pronoun][0]:
                    innermost[pronoun] = (size, speaker)
    for pronoun, (_, speaker) in innermost.items():
        is_one = speaker.type == "Person" and not speaker.plural
        # who holds an office says "we" for those he speaks for
        speaks_for_many = not is_one or any(role.role.kind == "office" for role in speaker.roles)
        says_i = pronoun.span.text.lower() in _FIRST
        if (says_i and is_one) or (not says_i and speaks_for_many):
            scene.add(speaker, pronoun)


def speaker_of(scene: Scene, source: Span) -> Draft | None:
    """The actor that source words mean: that of their head, else the first one in them."""
    head = scene.draft_at(scene.head(source))
    return head or next((draft for token in scene.tokens(source) if (draft := scene.draft_at(token))), None)
