"""The plain types that extraction makes: Article, Span, Mention, Entity, Attribution, Statement, Relation ...

All offsets are Unicode code points into ``Article.text``, half open, so that
``article.text[span.start:span.end] == span.text`` for every Span of the article. Where an article is a
slice of its file, ``Article.start`` moves them into the file (see record.py).
"""

import datetime
import hashlib
from dataclasses import dataclass
from typing import Literal

EntityType = Literal["Person", "Organization", "Place", "Event"]
MentionKind = Literal["name", "title", "pronoun"]
ParagraphKind = Literal["title", "heading", "body"]
StatementKind = Literal["direct", "mixed", "indirect"]
Modality = Literal["happened", "planned", "proposed", "unlikely", "denied", "asserted"]
DatePrecision = Literal["day", "month", "year"]
Grade = Literal["sure", "likely"]


class ArticleError(Exception):
    """Something holds no article that can be read. The message names it, says why, and what to do.

    ``path`` is the file, folder or address that was to be read.
    """

    path = ""


def digest(*parts: object) -> str:
    """Id made of content: 20 hexadecimal digits of the SHA-256 of the parts, the same on every machine."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of an article: ``text`` is ``article.text[start:end]``, to the letter."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of an article that is read; what no paragraph covers (menus, captions ...) is boilerplate."""

    start: int
    end: int
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text, where it stands, and what its page says of it.

    ``text`` is the slice ``start:end`` of the file at ``path``; with ``derived`` it is not a slice but was
    taken out of HTML or JSON, and then ``start`` is 0 and ``end`` is ``len(text)``.
    ``published`` comes from metadata, a dateline or a page header; None where there is none.
    ``id`` is made of the text, ``key`` tells which article it is through all corrections of that text: its
    address, else its file and, from the second article of a file on, its title (see articles.py).
    """

    id: str
    path: str
    start: int
    end: int
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    derived: bool = False
    key: str = ""

    def span(self, start: int, end: int) -> Span:
        """The words from ``start`` to ``end``."""
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words that mean an actor. ``type`` is what the words alone suggest; None for most pronouns."""

    span: Span
    kind: MentionKind
    type: EntityType | None


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor of one article. ``named`` is False for "police", "two officials": nobody outside of it."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    named: bool = True


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, as words: before it is known which actor the source words mean.

    ``content`` has several pieces where the cue (or the reporter) splits it. ``source`` is None where the
    text names nobody. ``denied``: the speaker rejects the content as it is written. ``score``: how sure the
    reading is, from 0 to 1; ``grade``: "sure" where network and rules agree and the score is high.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: StatementKind
    denied: bool = False
    score: float = 1.0
    grade: Grade = "likely"


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution whose actors are known. ``speaker`` and ``about`` are entity ids.

    ``sentence`` is the sentence (or sentences) that cue, source and content stand in; ``denies`` is the id of
    the statement that this one rejects, where the text holds both. ``score``, ``grade``: as in Attribution.
    """

    id: str
    speaker: str | None
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: StatementKind
    denied: bool
    about: tuple[str, ...]
    topics: tuple[str, ...]
    sentence: Span
    denies: str | None = None
    score: float = 1.0
    grade: Grade = "likely"


@dataclass(frozen=True, slots=True)
class Date:
    """A date told of: ``words`` as they stand; ``value``, if they can be resolved, known to ``precision``."""

    words: str
    value: datetime.date | None
    precision: DatePrecision | None


@dataclass(frozen=True, slots=True)
class Code:
    """What political scientists count it as: event type of PLOVER ("CONSULT"), root of CAMEO ("04")."""

    plover: str
    cameo: str


@dataclass(frozen=True, slots=True)
class Relation:
    """MET (no direction) or ACCUSED (``subject`` accuses ``object``) between two entity ids.

    ``evidence`` holds the relation, ``sentence`` holds that. ``of``: the reproach, in the words of the text.
    ``grade``: "sure" where two ways of reading agree. ``by``: the entity that says whether a meeting took
    place, where someone does, or that denies the accusation.
    """

    id: str
    type: Literal["MET", "ACCUSED"]
    subject: str
    object: str
    modality: Modality
    evidence: Span
    sentence: Span
    of: str | None = None
    place: str | None = None
    date: Date | None = None
    grade: Grade = "likely"
    by: str | None = None
    code: Code | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A named event, or a meeting, an attack ... told of. ``entity`` carries its id, name and mentions.

    ``code`` is None for what the codebooks do not count: elections, accidents, deaths, matches.
    """

    entity: Entity
    kind: str
    status: Modality
    participants: tuple[str, ...]
    place: str | None
    date: Date | None
    evidence: Span
    code: Code | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says."""

    article: Article
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    events: tuple[Event, ...]
