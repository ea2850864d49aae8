"""A small graph made by hand: invented people, countries and outlets, one of everything a graph can hold."""

import datetime
import random
from collections.abc import Sequence

from graph.model import Edge, Graph, Node

HOSTILE = "<script>alert(1)</script> \"quoted\" 'name' [red]loud[/red] \x1b[31mred\x1b[0m </script>"


def article(number: int, title: str, source: str, day: int) -> Node:
    return Node(
        f"article-{number}",
        "Article",
        {
            "title": title,
            "source": source,
            "url": f"https://news.example/{number}",
            "published": datetime.date(2031, 5, day),
            "path": f"articles/{number}.txt",
            "offset": 0,
        },
    )


def actor(id: str, label: str, name: str, *aliases: str) -> Node:
    return Node(id, label, {"name": name, "aliases": sorted({name, *aliases}), "named": True})


def statement(
    id: str, words: str, sentence: str, article: Node, *, cue: str = "said", denied: bool = False
) -> Node:
    return Node(
        id,
        "Statement",
        {
            "text": words,
            "kind": "mixed",
            "denied": denied,
            "cue": cue,
            "source": "she",
            "sentence": sentence,
            "topics": ["water", "dam"],
            "start": 10,
            "end": 10 + len(words),
            "published": article.properties["published"],
        },
    )


def edge(type: str, source: str, target: str, **properties: object) -> Edge:
    return Edge(f"{type}-{source}-{target}", type, source, target, properties)


def told(
    type: str, id: str, source: str, target: str, modality: str, evidence: str, sentence: str, article: Node,
    **properties: object,
) -> Edge:  # fmt: skip
    return Edge(
        id,
        type,
        source,
        target,
        {
            "modality": modality,
            "evidence": evidence,
            "sentence": sentence,
            "article": article.id,
            "start": 5,
            "end": 5 + len(evidence),
            "published": article.properties["published"],
            **properties,
        },
    )


DAM = article(1, "Talks on the Ostra dam end without a paper", "The Lower Bank Gazette", 4)
FLOOD = article(2, "Flood warnings ignored, says Kardania", "Radio Meridian", 6)
TREATY = article(3, "A treaty for the Ostra, perhaps", "Veld Courier", 9)

VELD = actor("mira", "Person", "Mira Veld", "President Veld", "the Kardanian president")
ORLAN = actor("orlan", "Person", "Tomas Orlan", "Orlan", "Prime Minister Tomas Orlan")
BASIN = actor("basin", "Organization", "Ostra Basin Commission", "the commission")
KARDANIA = actor("kardania", "Place", "Kardania")
SOLVIA = actor("solvia", "Place", "Solvia")
LENT = actor("lent", "Place", "Lent")
TALKS = Node(
    "talks",
    "Event",
    {
        "name": "talks in Lent",
        "kind": "talks",
        "date": datetime.date(2031, 5, 3),
        "datePrecision": "day",
        "dateWords": "on Saturday",
        "status": "happened",
    },
)

GATES = statement(
    "gates",
    "the gates of the dam will stay open until the river is calm again",
    "Veld said that “the gates of the dam will stay open until the river is calm again”, and left.",
    DAM,
)
SIGN = statement(
    "sign",
    "Solvia will sign nothing that it has not read",
    "Solvia will sign nothing that it has not read, Orlan told reporters.",
    DAM,
    cue="told",
)
WARNED = statement(
    "warned",
    "Solvia was warned three days before the flood",
    "According to the commission, Solvia was warned three days before the flood.",
    FLOOD,
    cue="According to",
)
NEVER = statement(
    "never",
    "that any warning had reached him",
    "Orlan denied that any warning had reached him.",
    FLOOD,
    cue="denied",
    denied=True,
)

NEWSROOM = Graph(
    (VELD, ORLAN, BASIN, KARDANIA, SOLVIA, LENT, TALKS, GATES, SIGN, WARNED, NEVER, DAM, FLOOD, TREATY),
    (
        edge("SAID", "mira", "gates"),
        edge("ABOUT", "gates", "solvia"),
        edge("REPORTED_IN", "gates", DAM.id, start=5, end=99),
        edge("SAID", "orlan", "sign"),
        edge("ABOUT", "sign", "solvia"),
        edge("ABOUT", "sign", "mira"),
        edge("REPORTED_IN", "sign", DAM.id, start=5, end=99),
        edge("SAID", "basin", "warned"),
        edge("ABOUT", "warned", "solvia"),
        edge("REPORTED_IN", "warned", FLOOD.id, start=5, end=99),
        edge("SAID", "orlan", "never"),
        edge("DENIES", "never", "warned"),
        edge("REPORTED_IN", "never", FLOOD.id, start=5, end=99),
        told(
            "MET",
            "met-1",
            "mira",
            "orlan",
            "happened",
            "Veld and Orlan met",
            "Veld and Orlan met in Lent on Saturday for the first time since the flood.",
            DAM,
            date=datetime.date(2031, 5, 3),
            datePrecision="day",
            dateWords="on Saturday",
            place="Lent",
        ),
        told(
            "MET",
            "met-2",
            "mira",
            "orlan",
            "planned",
            "will meet Orlan again",
            "Veld will meet Orlan again in June.",
            TREATY,
            date=datetime.date(2031, 6, 1),
            datePrecision="month",
            dateWords="in June",
            place=None,
        ),
        told(
            "ACCUSED",
            "accused-1",
            "mira",
            "solvia",
            "asserted",
            "accused Solvia of ignoring the flood warnings",
            "On Monday Veld accused Solvia of ignoring the flood warnings.",
            FLOOD,
            of="ignoring the flood warnings",
        ),
        told(
            "ACCUSED",
            "accused-2",
            "orlan",
            "mira",
            "denied",
            "blamed Veld for the water, which she rejects",
            "Orlan blamed Veld for the water, which she rejects.",
            FLOOD,
            of="the water",
        ),
        edge("TOOK_PART", "mira", "talks"),
        edge("TOOK_PART", "orlan", "talks"),
        edge("AT", "talks", "lent"),
        edge("TELLS_OF", DAM.id, "talks", evidence="talks in Lent", start=3, end=16),
    ),
)


def hostile() -> Graph:
    """The same graph, and every text that a page or a terminal shows is an attack on it."""
    villain = actor("villain", "Person", HOSTILE, f"alias {HOSTILE}")
    attack = {"title": HOSTILE, "source": HOSTILE, "url": "javascript:alert(1)"}
    page = Node("bad", "Article", {**DAM.properties, **attack})
    words = statement("evil", HOSTILE, f"He said: {HOSTILE}", page)
    return Graph(
        (*NEWSROOM.nodes, villain, page, words),
        (
            *NEWSROOM.edges,
            edge("SAID", "villain", "evil"),
            edge("ABOUT", "evil", "mira"),
            edge("REPORTED_IN", "evil", "bad", start=1, end=2),
            told(
                "ACCUSED",
                "evil-1",
                "villain",
                "mira",
                "asserted",
                HOSTILE,
                f"Said {HOSTILE}.",
                page,
                of=HOSTILE,
            ),
        ),
    )


def crowd(actors: int, statements: int, seed: int = 7) -> Graph:
    """A graph of any size, the same for the same numbers; few are talked about much, as in the news."""
    chance = random.Random(seed)
    syllables = ("ka", "ro", "ven", "ti", "mar", "lo", "sa", "del", "or", "un", "gre", "vi", "pol", "ne")

    def name() -> str:
        return " ".join("".join(chance.choices(syllables, k=chance.choice((2, 3)))).title() for _ in range(2))

    labels = ("Person", "Person", "Person", "Organization", "Place")
    people = [actor(f"a{number}", chance.choice(labels), name()) for number in range(actors)]
    weights = [1 / (rank + 1) for rank in range(actors)]

    def pick(number: int) -> Sequence[Node]:
        return chance.choices(people, weights, k=number)

    articles = (DAM, FLOOD, TREATY)
    said, edges = [], []
    for number in range(statements):
        told_in = articles[number % 3]
        (speaker, about) = pick(2)
        words = " ".join("".join(chance.choices(syllables, k=2)) for _ in range(chance.randint(5, 25)))
        said.append(
            statement(f"s{number}", words, f"{speaker.properties['name']} said that {words}.", told_in)
        )
        edges.append(edge("SAID", speaker.id, f"s{number}"))
        edges.append(edge("REPORTED_IN", f"s{number}", told_in.id))
        if chance.random() < 0.7 and about != speaker:
            edges.append(edge("ABOUT", f"s{number}", about.id))
    for number in range(statements // 3):
        (one, other) = pick(2)
        if one != other:
            type, modality = chance.choice((("MET", "happened"), ("MET", "planned"), ("ACCUSED", "asserted")))
            told_in = articles[number % 3]
            edges.append(
                told(type, f"t{number}", one.id, other.id, modality, "met", "They met there.", told_in)
            )
    return Graph((*people, *said, *articles), tuple(edges))
