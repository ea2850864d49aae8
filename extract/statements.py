"""Attributions -> Statements: which actor speaks, whom and what it is about, what a denial denies.

How an Attribution was found does not matter here: source, cue and content are words of the article.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from extract.annotation import Article, Attribution, Entity, Mention, Span, Statement, digest
from extract.coreference import Actors
from extract.lexicon import section

TOPICS = 4  # keywords of a statement, at most
REACH = 3  # statements from a claim to "rejected the claim"
SHARED = 0.5  # of the content words of a denial, to be found again in what it denies

_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
_CIRCUMSTANCES = {"obl", "obl:unmarked", "nmod:unmarked"}
_PERSONAL = {"he", "him", "she", "her", "his"}


def statements(
    doc: Doc, article: Article, said: Iterable[Attribution], entities: Iterable[Entity]
) -> tuple[Statement, ...]:
    """One Statement per attribution, in their order; ``entities``: the article's actors and events.

    ``speaker`` is None where the text names nobody or the source is no known actor. ``about`` are the actors
    and events in the content, first named first, without passing ones ("two men") and places that only say
    where. ``topics`` are its nouns.
    """
    everyone = tuple(entities)
    index = Actors(entity for entity in everyone if entity.type != "Event")
    said = tuple(said)
    speakers = {_speaker(doc, attribution.source, index) for attribution in said}
    known = [e for e in everyone if e.named or e.type == "Event" or e.id in speakers or len(e.mentions) > 1]
    mentioned = sorted(((m.span, e) for e in known for m in e.mentions if _names(m)), key=_start)
    frequency = Counter(token.lemma_.lower() for token in doc if token.pos_ == "NOUN")
    earlier: list[Statement] = []
    for attribution in said:
        content = [token for piece in attribution.content for token in _tokens(doc, piece)]
        speaker = _speaker(doc, attribution.source, index)
        sentence = _sentence(doc, article, attribution)
        statement = Statement(
            id=_id(article, attribution),
            speaker=speaker,
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            kind=attribution.kind,
            denied=attribution.denied,
            about=_about(attribution.content, mentioned, doc, speaker),
            topics=_topics(content, _tokens(doc, sentence), frequency),
            sentence=sentence,
            score=attribution.score,
            grade=attribution.grade,
        )
        if attribution.denied:
            statement = replace(statement, denies=_denied(statement, content, earlier, doc))
        earlier.append(statement)
    return tuple(earlier)


def _id(article: Article, attribution: Attribution) -> str:
    pieces = [(piece.start, piece.end) for piece in attribution.content]
    source = attribution.source and (attribution.source.start, attribution.source.end)
    return digest("statement", article.id, pieces, source)


def _speaker(doc: Doc, source: Span | None, index: Actors) -> str | None:
    if source is None:
        return None
    words = doc.char_span(source.start, source.end, alignment_mode="expand")
    entity = index.at(source.start, source.end, words.root.idx if words else None)
    return None if entity is None else entity.id


def _tokens(doc: Doc, span: Span) -> list[Token]:
    inside = doc.char_span(span.start, span.end, alignment_mode="expand")
    return [token for token in inside or () if not token.is_space]


# ---------------------------------------------------------------- about, topics


def _about(
    content: Sequence[Span], mentions: Sequence[tuple[Span, Entity]], doc: Doc, speaker: str | None
) -> tuple[str, ...]:
    """The actors and events that the content says something of, from all mentions in their order."""
    found: dict[str, None] = {}
    for piece in content:
        for span, entity in mentions[bisect_left(mentions, piece.start, key=_start) :]:
            if span.start >= piece.end:
                break
            # "she would keep his word" is about him only where he is another
            own = entity.id == speaker and _is_possessive(doc, span)
            if span.end <= piece.end and not own and not (entity.type == "Place" and _is_setting(doc, span)):
                found[entity.id] = None
    return tuple(found)


def _names(mention: Mention) -> bool:
    """Whether what holds the mention may be about the actor: "it" and "they" too often mean something else.

    "We will win": the speaker is no topic of his own.
    """
    return mention.kind != "pronoun" or mention.span.text.lower() in _PERSONAL


def _is_possessive(doc: Doc, span: Span) -> bool:
    return any(token.tag_ == "PRP$" for token in _tokens(doc, span))


def _start(mention: tuple[Span, Entity]) -> int:
    return mention[0].start


def _is_setting(doc: Doc, span: Span) -> bool:
    """Whether a place only says where something happens: "talks in Geneva"."""
    tokens = _tokens(doc, span)
    if not tokens:
        return False
    head = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].root
    cases = {child.lower_ for child in head.children if child.dep_ == "case"}
    return head.dep_ in (*_CIRCUMSTANCES, "nmod") and bool(cases & {"in", "at", "near", "around", "outside"})


def _topics(content: Sequence[Token], sentence: Sequence[Token], frequency: Counter[str]) -> tuple[str, ...]:
    """The nouns of the content, or else of the sentence; first those that the article comes back to."""
    return tuple((_nouns(content, frequency) or _nouns(sentence, frequency))[:TOPICS])


def _nouns(tokens: Sequence[Token], frequency: Counter[str]) -> list[str]:
    """Noun keywords, the weightiest first; with the noun before ("trade war")."""
    generic = section("topics")["generic"]
    weights: dict[str, float] = {}
    for token in tokens:
        lemma = token.lemma_.lower()
        # "arrested" is about the arrest, if the article has that noun
        noun = token.pos_ == "NOUN" or (token.pos_ == "VERB" and lemma in frequency)
        if not noun or lemma in generic or not lemma.isalpha() or token.dep_ == "compound":
            continue
        before = [c.lemma_.lower() for c in token.lefts if c.dep_ == "compound" and c.pos_ == "NOUN"]
        prominent = token.dep_.startswith(("nsubj", "obj", "ROOT", "ccomp"))
        weights.setdefault(" ".join([*before[-1:], lemma]), frequency[lemma] + 2.0 * prominent)
    return sorted(weights, key=lambda topic: -weights[topic])


# ---------------------------------------------------------------- sentence, denial


def _sentence(doc: Doc, article: Article, attribution: Attribution) -> Span:
    """The sentence, or the sentences, that source, cue and content stand in."""
    spans = [span for span in (attribution.source, attribution.cue, *attribution.content) if span is not None]
    first = _tokens(doc, min(spans, key=lambda span: span.start))
    last = _tokens(doc, max(spans, key=lambda span: span.end))
    start = next(token for token in first[0].sent if not token.is_space)
    end = [token for token in last[-1].sent if not token.is_space][-1]
    return article.span(start.idx, end.idx + len(end))


def _denied(
    denial: Statement, content: Sequence[Token], earlier: Sequence[Statement], doc: Doc
) -> str | None:
    """What a denial rejects: the earlier statement of another with the same words, or the claim just made."""
    words = {token.lemma_.lower() for token in content if token.pos_ in _CONTENT}
    others = [s for s in earlier if not s.denied and (s.speaker != denial.speaker or s.speaker is None)]
    claims = section("reporting.nouns")["clause"]
    shares = []
    for position, statement in enumerate(others):
        said = {t.lemma_.lower() for piece in statement.content for t in _tokens(doc, piece)}
        if len(words & said) > 1 and len(words & said) >= SHARED * len(words):
            shares.append((len(words & said), position, statement.id))
    if shares:
        return max(shares)[2]
    # "called the allegations baseless", "rejects this": what was just said of the speaker
    if words & claims or not words:
        for statement in reversed(others[-REACH:]):
            if denial.speaker in statement.about:
                return statement.id
    return None
