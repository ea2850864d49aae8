"""From attributions to statements; how an attribution was found is of no matter here."""

from collections.abc import Iterable

import pytest
from trees import read

from extract.annotation import Article, Attribution, Entity, EntityType, Mention, MentionKind, Statement
from extract.statements import statements

SAID = (
    "Berg said in Oslo that Lind took bribes. Lind denied the allegation. She rejected that she took bribes.",
    "Berg/NNP/nsubj/2/Berg/PERSON said/VBD/ROOT/0/say in/IN/case/4 Oslo/NNP/obl/2/Oslo/PLACE that/IN/mark/7 "
    "Lind/NNP/nsubj/7/Lind/PERSON took/VBD/ccomp/2/take bribes/NNS/obj/7/bribe ././punct/2",
    "Lind/NNP/nsubj/2/Lind/PERSON denied/VBD/ROOT/0/deny the/DT/det/4 allegation/NN/obj/2 ././punct/2",
    "She/PRP/nsubj/2/she rejected/VBD/ROOT/0/reject that/IN/mark/5 she/PRP/nsubj/5 took/VBD/ccomp/2/take "
    "bribes/NNS/obj/5/bribe ././punct/2",
)
TALKS = (
    "Berg said that we hold trade talks with Lind and two men in Oslo this week.",
    "Berg/NNP/nsubj/2/Berg/PERSON said/VBD/ROOT/0/say that/IN/mark/5 we/PRP/nsubj/5 hold/VBP/ccomp/2 "
    "trade/NN/compound/7 talks/NNS/obj/5/talk with/IN/case/9 Lind/NNP/obl/5/Lind/PERSON and/CC/cc/12 "
    "two/CD/nummod/12 men/NNS/conj/9/man in/IN/case/14 Oslo/NNP/obl/5/Oslo/PLACE this/DT/det/16 "
    "week/NN/obl:unmarked/5 ././punct/2",
)


def entity(
    article: Article, name: str, type: EntityType, *words: str, kind: MentionKind = "name", named: bool = True
) -> Entity:
    """An actor mentioned wherever one of the words, or its name, stands."""
    found = []
    for word in words or (name,):
        start = article.text.find(word)
        while start >= 0:
            if not article.text[start + len(word) : start + len(word) + 1].isalpha():
                own = "pronoun" if word in ("we", "his", "their") else kind
                found.append(Mention(article.span(start, start + len(word)), own, type))
            start = article.text.find(word, start + 1)
    return Entity(name.lower(), type, name, (name,), tuple(found), named)


def attribution(
    article: Article, source: str | None, cue: str, *content: str, denied: bool = False
) -> Attribution:
    at = article.text.index(cue)
    words = None
    if source is not None:
        start = article.text.rindex(source, 0, at + len(cue) + len(source))
        words = article.span(start, start + len(source))
    pieces = []
    for piece in content:
        start = article.text.index(piece, at)
        pieces.append(article.span(start, start + len(piece)))
    return Attribution(words, article.span(at, at + len(cue)), tuple(pieces), "indirect", denied)


@pytest.fixture
def denial() -> tuple[Statement, ...]:
    doc, article = read(*SAID)
    said = [
        attribution(article, "Berg", "said", "Lind took bribes"),
        attribution(article, "Lind", "denied", "the allegation", denied=True),
        attribution(article, "She", "rejected", "she took bribes", denied=True),
    ]
    actors = [
        entity(article, "Berg", "Person"),
        entity(article, "Lind", "Person", "Lind", "She", "she"),
        entity(article, "Oslo", "Place"),
    ]
    return statements(doc, article, said, actors)


def test_speakers_are_actors(denial: tuple[Statement, ...]) -> None:
    assert [statement.speaker for statement in denial] == ["berg", "lind", "lind"]


def test_about_is_who_stands_in_the_content(denial: tuple[Statement, ...]) -> None:
    assert [statement.about for statement in denial] == [("lind",), (), ("lind",)]


def test_denials_are_linked_to_what_they_deny(denial: tuple[Statement, ...]) -> None:
    accusation, by_name, by_words = denial
    assert accusation.denies is None
    assert by_name.denies == accusation.id
    assert by_words.denies == accusation.id


def test_the_sentence_holds_source_cue_and_content(denial: tuple[Statement, ...]) -> None:
    assert [statement.sentence.text for statement in denial] == [
        "Berg said in Oslo that Lind took bribes.",
        "Lind denied the allegation.",
        "She rejected that she took bribes.",
    ]


def test_ids_come_from_content(denial: tuple[Statement, ...]) -> None:
    assert len({statement.id for statement in denial}) == len(denial)
    doc, article = read(*SAID)
    again = statements(doc, article, [attribution(article, "Berg", "said", "Lind took bribes")], [])
    assert again[0].id == denial[0].id


def test_a_denial_of_nothing_that_was_said_denies_nothing() -> None:
    doc, article = read(*SAID)
    said = [
        attribution(article, "Berg", "said", "Lind took bribes"),
        attribution(article, "Lind", "denied", "the allegation", denied=True),
    ]
    # Lind is not known to be whom Berg speaks of
    found = statements(doc, article, said, [entity(article, "Berg", "Person")])
    assert [statement.denies for statement in found] == [None, None]


def test_nobody_denies_himself() -> None:
    doc, article = read(*SAID)
    said = [
        attribution(article, "Berg", "said", "Lind took bribes"),
        attribution(article, "She", "rejected", "she took bribes", denied=True),
    ]
    found = statements(doc, article, said, [entity(article, "Berg", "Person", "Berg", "She")])
    assert found[1].denies is None


@pytest.mark.parametrize(
    ("source", "known", "speaker"),
    [("Berg", "Berg", "berg"), ("Berg", "Lind", None), (None, "Berg", None)],
)
def test_an_unclear_source_is_no_speaker(source: str | None, known: str, speaker: str | None) -> None:
    doc, article = read(*TALKS)
    said = attribution(article, source, "said", "we hold trade talks")
    (found,) = statements(doc, article, [said], [entity(article, known, "Person")])
    assert (found.speaker, found.source) == (speaker, said.source)


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (("Lind", "Person"), ("lind",)),
        (("Oslo", "Place"), ()),  # only where it happens
        (("Berg", "Person", "Berg", "we"), ()),  # speaks of nobody but himself
        (("Berg", "Person"), ()),  # outside the content
    ],
)
def test_about(actor: tuple[str, EntityType], expected: tuple[str, ...]) -> None:
    doc, article = read(*TALKS)
    said = [
        attribution(article, "Berg", "said", "we hold trade talks with Lind and two men in Oslo this week")
    ]
    (found,) = statements(doc, article, said, [entity(article, *actor)])
    assert found.about == expected


TERM = (
    "Berg said that his term and their mandate were over.",
    "Berg/NNP/nsubj/2/Berg/PERSON said/VBD/ROOT/0/say that/IN/mark/10 his/PRP$/nmod:poss/5 "
    "term/NN/nsubj/10/term and/CC/cc/8 their/PRP$/nmod:poss/8 mandate/NN/conj/5/mandate "
    "were/VBD/cop/10/be over/JJ/ccomp/2 ././punct/2",
)


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (("Lind", "Person", "his"), ("lind",)),
        (("Berg", "Person", "Berg", "his"), ()),  # his own
        (("League", "Organization", "their"), ()),  # "they" are many
    ],
)
def test_about_by_possessive(actor: tuple[str, EntityType], expected: tuple[str, ...]) -> None:
    doc, article = read(*TERM)
    said = [attribution(article, "Berg", "said", "his term and their mandate were over")]
    (found,) = statements(doc, article, said, [entity(article, *actor), entity(article, "Berg", "Person")])
    assert found.about == expected


def test_unnamed_actors_in_passing_are_no_subject() -> None:
    doc, article = read(*TALKS)
    said = [
        attribution(article, "Berg", "said", "we hold trade talks with Lind and two men in Oslo this week")
    ]
    (found,) = statements(
        doc, article, said, [entity(article, "two men", "Person", kind="title", named=False)]
    )
    assert found.about == ()


def test_events_are_subjects_but_speak_not() -> None:
    doc, article = read(*TALKS)
    said = [attribution(article, "Berg", "said", "we hold trade talks with Lind")]
    told = [
        entity(article, "talks", "Event", kind="title", named=False),
        entity(article, "speech", "Event", "Berg", kind="title", named=False),
    ]
    (found,) = statements(doc, article, said, told)
    assert (found.speaker, found.about) == (None, ("talks",))


@pytest.mark.parametrize(
    ("content", "topics"),
    [
        (("we hold trade talks with Lind and two men in Oslo this week",), ("trade talk", "man")),
        (("we hold trade talks", "this week"), ("trade talk",)),  # "week" says nothing
        (("with Lind",), ("trade talk", "man")),  # no noun of its own: those of the sentence
    ],
)
def test_topics(content: Iterable[str], topics: tuple[str, ...]) -> None:
    doc, article = read(*TALKS)
    (found,) = statements(doc, article, [attribution(article, "Berg", "said", *content)], [])
    assert found.topics == topics
