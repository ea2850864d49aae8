"""Pairs of actors of one sentence, and what speaks for a meeting or an accusation between them.

The second way of reading, beside the rules of meetings.py and accusations.py: every pair of a sentence is a
candidate, described by readable features ("accuser speaks", "accused subject of reproach", "trigger meet",
"roles nsubj obl:with") that ranker.py weighs. No feature says what the rules found.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, permutations

from spacy.tokens import Span, Token

from extract.annotation import Statement
from extract.arguments import Cast, clause_verb, having, is_passive, negated, preposition
from extract.lexicon import section
from extract.reproach import kind as kind_of_reproach

STEPS = 3  # edges of the parse between a word and an actor that still are a role
TRANSPARENT = {"conj", "appos", "flat", "nmod:desc", "compound"}  # "Meyer and Berg met": both are subjects
MEETING = {"VERB": "meeting.verbs", "NOUN": "meeting.nouns", "PROPN": "meeting.nouns"}
CROWD = 12  # actors of one sentence, at most: more are a list


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors of one sentence, entity ids; ``one`` would be the accuser, ``other`` the accused.

    ``trigger``: the word that would say so. ``tokens``: the words that name the two.
    """

    sentence: Span
    trigger: Token
    one: str
    other: str
    tokens: tuple[Token, Token]
    features: frozenset[str]


def heads(cast: Cast, sentence: Span) -> dict[str, list[Token]]:
    """The actors that the sentence names, pronouns too, each with the heads of the phrases that name it."""
    found: dict[str, list[Token]] = {}
    for token in sentence:
        id = cast.at(token)
        if id is not None and (token.head == token or cast.at(token.head) != id or token.dep_ == "conj"):
            found.setdefault(id, []).append(token)
    return found


def role(word: Token, actor: Token) -> str:
    """What the actor is to the word in the parse: "nsubj", "obl:with", "^obj nsubj"; "far" beyond STEPS."""
    above = [word, *word.ancestors]
    down: list[str] = []
    token = actor
    while token not in above:
        down.append(_label(token))
        if token.head == token:
            return "far"
        token = token.head
    up = [f"^{_label(step)}" for step in above[: above.index(token)]]
    steps = [*up, *reversed([label for label in down if label])]
    steps = [step for step in steps if step != "^"]
    return " ".join(steps) or "same" if len(steps) <= STEPS else "far"


def _label(token: Token) -> str:
    if token.dep_ in TRANSPARENT:
        return ""
    marker = preposition(token) if token.dep_ in ("obl", "nmod", "advcl", "acl") else ""
    passive = ":pass" if token.dep_ == "nsubj" and is_passive(token.head) else ""
    return f"{token.dep_}:{marker}" if marker else f"{token.dep_}{passive}"


# ---------------------------------------------------------------- meetings


def meeting_pairs(cast: Cast) -> Iterator[Pair]:
    """The pairs of every sentence with a word of meeting, each with the nearest such word."""
    for sentence in cast.sentences():
        triggers = [token for token in sentence if _is_meeting(token)]
        actors = heads(cast, sentence)
        if not triggers or not 1 < len(actors) <= CROWD:
            continue
        for one, other in combinations(sorted(actors), 2):
            trigger, first, second = min(
                (
                    (trigger, first, second)
                    for trigger in triggers
                    for first in actors[one]
                    for second in actors[other]
                ),
                key=lambda found: (_steps(found[0], found[1]) + _steps(found[0], found[2]), found[0].i),
            )
            features = frozenset(_meeting_features(cast, sentence, trigger, (first, second), actors))
            yield Pair(sentence, trigger, one, other, (first, second), features)


def _is_meeting(token: Token) -> bool:
    table = MEETING.get(token.pos_)
    if table is None:
        return False
    lemma = token.lemma_.lower()
    return any(
        lemma in lemmas for kind, lemmas in section(table).items() if kind not in ("arranging", "holding")
    )


def _steps(word: Token, actor: Token) -> int:
    """Edges of the parse between two words."""
    above = [word, *word.ancestors]
    token, count = actor, 0
    while token not in above and token.head != token:
        token, count = token.head, count + 1
    return count + above.index(token) if token in above else len(above) + count + 9


def _meeting_features(
    cast: Cast, sentence: Span, trigger: Token, pair: tuple[Token, Token], actors: Iterable[str]
) -> Iterator[str]:
    word = f"{trigger.lemma_.lower()}/{trigger.pos_}"
    yield "bias"
    yield f"trigger {word}"
    roles = sorted(role(trigger, token) for token in pair)
    yield f"roles {roles[0]} + {roles[1]}"
    for each in roles:
        yield f"role {each}"
    persons = [cast.type(cast.at(token)) for token in pair].count("Person")
    yield f"persons {persons}"
    yield f"named {sum(cast.entities[cast.at(token) or ''].named for token in pair)}"
    if "far" not in roles:
        yield f"{trigger.pos_} near both"
    distance = max(abs(token.i - trigger.i) for token in pair)
    yield f"distance {_bucket(distance)}"
    yield f"actors {_bucket(len(list(actors)))}"
    if pair[0].dep_ == "conj" or pair[1].dep_ == "conj":
        yield (
            "one conjunct of the other" if pair[0].head == pair[1] or pair[1].head == pair[0] else "conjuncts"
        )
    if cast.statement(trigger) is not None:
        yield "trigger in a statement"
    governor = clause_verb(trigger) if trigger.pos_ != "VERB" else None
    if governor is not None:
        yield f"governor {governor.lemma_.lower()}"
    for child in trigger.children:
        if child.dep_ in ("obl", "nmod"):
            yield f"trigger has {child.dep_}:{preposition(child)}"
    if having(trigger, "obj"):
        named = any(cast.actor(token) for token in having(trigger, "obj"))
        yield f"trigger has object {'actor' if named else 'thing'}"
    people = section("meeting.people")
    occasions = {t.lemma_.lower() for t in sentence}
    if occasions & people["press"]:
        yield "press in the sentence"
    if occasions & people["stage"]:
        yield "debate, rally, interview in the sentence"


def _bucket(count: int) -> str:
    return next((f"<={limit}" for limit in (1, 2, 3, 5, 8, 13, 21) if count <= limit), ">21")


# ---------------------------------------------------------------- accusations


def accusing_pairs(cast: Cast) -> Iterator[Pair]:
    """Ordered pairs: who is named in a sentence or speaks in it, and another who is named in it."""
    for sentence in cast.sentences():
        actors = heads(cast, sentence)
        if actors and len(actors) <= CROWD:
            told = _Telling(cast, sentence, actors)
            for accuser, accused in permutations(sorted({*actors, *told.speaking}), 2):
                if accused in actors and (pair := told.pair(accuser, accused)):
                    yield pair


class _Telling:
    """A sentence that may tell of accusations: its actors, who speaks in it, and its words of reproach."""

    def __init__(self, cast: Cast, sentence: Span, actors: dict[str, list[Token]]) -> None:
        self._cast, self._sentence, self._actors = cast, sentence, actors
        self.speaking = _speaking(cast, sentence)
        self._weighty = [(token, kind) for token in sentence if (kind := kind_of_reproach(token))]
        # Each actor is paired with all the others: what hangs on the parse alone is looked up once
        self._role, self._steps = cache(role), cache(_steps)

    def pair(self, accuser: str, accused: str) -> Pair | None:
        """The pair with its features; None where nothing in the sentence could be an accusation."""
        cast, sentence = self._cast, self._sentence
        mentions = self._actors[accused]
        said = [token for token in mentions if (s := cast.statement(token)) and s.speaker == accuser]
        if not said and accuser not in self.speaking and not self._weighty:
            return None
        target = (said or mentions)[0]
        scope: Container[int] = range(sentence.start, sentence.end)
        if said:
            scope = {token.i for token in sentence if _speaks_at(cast, accuser, token)}
        weighty = [(word, kind) for word, kind in self._weighty if word.i in scope]
        features = frozenset(
            [
                *self._of_speech(accuser, accused, bool(said)),
                *self._of_company((accuser, accused), scope),
                *self._of_words(accuser, said or mentions, weighty, self._way(accuser, bool(said))),
            ]
        )
        trigger = min(
            (word for word, _ in weighty), key=lambda word: self._steps(word, target), default=target
        )
        first = next(iter(self._actors.get(accuser, ())), target)
        return Pair(sentence, trigger, accuser, accused, (first, target), features)

    def _way(self, accuser: str, said: bool) -> str:
        return "speaks of the accused" if said else "speaks" if accuser in self.speaking else "silent"

    def _of_speech(self, accuser: str, accused: str, said: bool) -> Iterator[str]:
        yield "bias"
        yield f"accuser {self._way(accuser, said)}"
        if accuser not in self._actors:
            yield "accuser not in the sentence"
        for statement in self.speaking.get(accuser, ()):
            yield f"{statement.kind} speech"
            if statement.denied:
                yield "denying speech"
        types = ["person" if self._cast.type(id) == "Person" else "body" for id in (accuser, accused)]
        yield f"{types[0]} accuses {types[1]}"

    def _of_company(self, pair: tuple[str, str], scope: Container[int]) -> Iterator[str]:
        for side, id in zip(("accuser", "accused"), pair, strict=True):
            if not self._cast.entities[id].named:
                yield f"{side} unnamed"
        others = [id for id in self._actors if id not in pair]
        near = [id for id in others if any(token.i in scope for token in self._actors[id])]
        yield f"other actors {_bucket(len(near))}"

    def _of_words(
        self, accuser: str, mentions: list[Token], weighty: Sequence[tuple[Token, str]], way: str
    ) -> Iterator[str]:
        kinds = [kind for _, kind in weighty]
        for kind in ("accusing", "reproach", "taken back"):
            yield f"{kind} words {min(kinds.count(kind), 3)}"
            yield f"{way}: {kind} words {min(kinds.count(kind), 3)}"
        for token in mentions:
            yield f"accused {token.dep_} of {token.head.pos_}"
            yield f"{way}: accused {token.dep_}"
            if token.pos_ == "PRON":
                yield "accused pronoun"
            if negated(token.head):
                yield "accused with negation"
            for auxiliary in having(token.head, "aux"):
                yield f"accused with {auxiliary.lower_}"
            for word, kind in weighty:
                toward = self._role(word, token)
                if toward != "far":
                    yield f"accused {toward} of {kind}"
                    yield f"{way}: accused near {kind}"
                    if not negated(word):
                        yield f"{way}: accused {toward} of {kind}"
            if weighty:
                near, kind = min(weighty, key=lambda each: (self._steps(each[0], token), each[0].i))
                yield f"accused {_bucket(self._steps(near, token))} steps from {kind}"
                yield f"{way}: {_bucket(self._steps(near, token))} steps from {kind}"
        for token in self._actors.get(accuser, ()):
            for word, kind in weighty:
                if kind == "accusing" and (toward := self._role(word, token)) != "far":
                    yield f"accuser {toward} of accusing"


def _speaking(cast: Cast, sentence: Span) -> dict[str, list[Statement]]:
    found: dict[str, dict[str, Statement]] = {}
    for token in sentence:
        for statement in (cast.statement(token), cast.cued(token)):
            if statement is not None and statement.speaker is not None:
                found.setdefault(statement.speaker, {})[statement.id] = statement
    return {speaker: list(statements.values()) for speaker, statements in found.items()}


def _speaks_at(cast: Cast, speaker: str, token: Token) -> bool:
    statement = cast.statement(token) or cast.cued(token)
    return statement is not None and statement.speaker == speaker
