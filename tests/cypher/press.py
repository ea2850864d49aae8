"""An article made by hand, and what it says: invented people and countries, one of all that can be asked."""

import datetime

from extract.annotation import (
    Article,
    Date,
    Entity,
    EntityType,
    Event,
    Extraction,
    Mention,
    Modality,
    Relation,
    Span,
    Statement,
    digest,
)

TEXT = """Talks on the herring quota in Port Selle

Velmark's President Mira Kovel met Ostrania's Foreign Minister Tomás Harrow in Port Selle on 3 March 2031.
“The quota treaty is dead,” Kovel said of Harrow's plan, “and it's time to say so.”
Harrow denied that the treaty was dead.
Kovel accused Ostrania of smuggling timber over the border.
Kovel also offered to meet Ada Lind of the Fisheries League in Velmark.
"""
FILE = "SKIP TO CONTENT\n\n" + TEXT  # the article does not begin where its file does
ARTICLE = Article(
    id="press-1",
    path="press/1.txt",
    start=FILE.index(TEXT),
    end=len(FILE),
    text=TEXT,
    paragraphs=(),
    title="Talks on the herring quota in Port Selle",
    source="Quay Post",
    published=datetime.date(2031, 3, 4),
)


def span(words: str) -> Span:
    """The first place where these words stand."""
    start = TEXT.index(words)
    return ARTICLE.span(start, start + len(words))


def actor(type: EntityType, name: str, *aliases: str) -> Entity:
    """An actor, mentioned where each of its names stands first."""
    mentions = tuple(Mention(span(words), "name", type) for words in (name, *aliases) if words in TEXT)
    return Entity(digest("actor", type, name), type, name, (name, *aliases), mentions)


KOVEL = actor("Person", "Mira Kovel", "Kovel", "Velmark's President Mira Kovel")
HARROW = actor("Person", "Tomás Harrow", "Harrow", "Ostrania's Foreign Minister Tomás Harrow")
LIND = actor("Person", "Ada Lind")
VELMARK = actor("Place", "Velmark")
OSTRANIA = actor("Place", "Ostrania")
SELLE = actor("Place", "Port Selle")
LEAGUE = actor("Organization", "Fisheries League", "FL")
THIRD_OF_MARCH = Date("on 3 March 2031", datetime.date(2031, 3, 3), "day")

DEAD = Statement(
    id="dead",
    speaker=KOVEL.id,
    source=span("Kovel"),
    cue=span("said"),
    content=(span("The quota treaty is dead,"), span("and it's time to say so.")),
    kind="direct",
    denied=False,
    about=(HARROW.id,),
    topics=("quota", "treaty", "plan"),
    sentence=span("“The quota treaty is dead,” Kovel said of Harrow's plan, “and it's time to say so.”"),
)
ALIVE = Statement(
    id="alive",
    speaker=HARROW.id,
    source=span("Harrow"),
    cue=span("denied"),
    content=(span("that the treaty was dead"),),
    kind="indirect",
    denied=True,
    about=(),
    topics=("treaty",),
    sentence=span("Harrow denied that the treaty was dead."),
    denies=DEAD.id,
)


def met(
    id: str, other: Entity, modality: Modality, evidence: str, place: Entity, date: Date | None
) -> Relation:
    """A meeting of Kovel's."""
    words = span(evidence)
    return Relation(id, "MET", KOVEL.id, other.id, modality, words, words, None, place.id, date)


ACCUSATION = span("Kovel accused Ostrania of smuggling timber over the border.")
RELATIONS = (
    met("met", HARROW, "happened", "met Ostrania's Foreign Minister Tomás Harrow", SELLE, THIRD_OF_MARCH),
    met("offered", LIND, "proposed", "offered to meet Ada Lind", VELMARK, None),
    Relation(
        "accused", "ACCUSED", KOVEL.id, OSTRANIA.id, "asserted", ACCUSATION, ACCUSATION, "smuggling timber"
    ),
)  # fmt: skip
TALKS = Entity(
    digest("talks"), "Event", "talks on the herring quota", (), (Mention(span("Talks"), "name", "Event"),)
)
EVENTS = (
    Event(
        TALKS,
        "talks",
        "happened",
        (KOVEL.id, HARROW.id),
        SELLE.id,
        THIRD_OF_MARCH,
        span("Talks on the herring quota in Port Selle"),
    ),
)
PRESS = Extraction(
    ARTICLE, (KOVEL, HARROW, LIND, VELMARK, OSTRANIA, SELLE, LEAGUE, TALKS), (DEAD, ALIVE), RELATIONS, EVENTS
)
