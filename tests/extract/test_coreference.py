"""Who is meant, on sentences with trees built by hand."""

import pytest
from cast import actors, parsed

from extract.annotation import Attribution, Entity, EntityType, Mention, MentionKind, Span
from extract.coreference import Actors, entities
from extract.drafts import Draft
from extract.entities import mentions
from extract.titles import own_roles


def meant(found: tuple[Entity, ...]) -> dict[str, list[str]]:
    """Name -> the words that mean this actor, in the order of the text."""
    return {entity.name: [mention.span.text for mention in entity.mentions] for entity in found}


@pytest.mark.parametrize(
    ("sentences", "name", "expected"),
    [
        (("Anna Berg resigned.", "Berg was tired."), "Anna Berg", ["Anna Berg", "Berg"]),
        (("Berg was tired.", "Anna Berg resigned."), "Anna Berg", ["Berg", "Anna Berg"]),
        (("Carl Lund resigned.", "He was tired."), "Carl Lund", ["Carl Lund", "He"]),
        (("Anna Berg met Carl Lund.", "She was tired."), "Anna Berg", ["Anna Berg", "She"]),
        (
            ("Carl Lund, the mayor of Oslo, resigned.", "The mayor left."),
            "Carl Lund",
            ["Carl Lund", "the mayor of Oslo", "The mayor"],
        ),
        (
            ("Norwegian Prime Minister Anna Berg met Carl Lund.", "The Norwegian leader left."),
            "Anna Berg",
            ["Norwegian Prime Minister Anna Berg", "Anna Berg", "The Norwegian leader"],
        ),
        (
            # the role stands before the name it belongs to
            ("The Norwegian leader left.", "Norwegian Prime Minister Anna Berg met Carl Lund."),
            "Anna Berg",
            ["The Norwegian leader", "Norwegian Prime Minister Anna Berg", "Anna Berg"],
        ),
        # who is "he" at first is nobody's "she" later
        (
            ("Carl Lund resigned.", "Berg sang herself.", "He was tired.", "She was tired."),
            "Berg",
            ["Berg", "She"],
        ),
        (
            ("Berg was tired.", "He was tired.", "Dahl was tired.", "She was tired."),
            "Dahl",
            ["Dahl", "She"],
        ),
        (("Dahl was tired.", "Berg was tired.", "He was tired, she said."), "Berg", ["Berg", "He"]),
        (("Dahl was tired.", "Berg was tired.", "He was tired, she said."), "Dahl", ["Dahl", "she"]),
        (("Carl Lund is a teacher.", "He was tired."), "Carl Lund", ["Carl Lund", "a teacher", "He"]),
        (
            ("The Red Harbour Company (RHC) closed a mill.", "RHC was tired.", "The company left."),
            "Red Harbour Company",
            ["Red Harbour Company", "RHC", "RHC", "The company"],
        ),
        (
            ("The Egyptian government paid.", "The government of Egypt paid."),
            "Government of Egypt",
            ["The Egyptian government", "The government of Egypt"],
        ),
        (
            ("The Egyptian government paid.", "The government left."),
            "Government of Egypt",
            ["The Egyptian government", "The government"],
        ),
        (("Police arrested two officials.", "The police left."), "Police", ["Police", "The police"]),
        (("The police left.", "The local police left."), "police", ["The police", "The local police"]),
        (("Norrland Police left.", "The police left."), "Norrland Police", ["Norrland Police", "The police"]),
        (("Zefor was tired.", "The company left."), "Zefor", ["Zefor", "The company"]),
        (("Zefor was tired.", "The Zefor group left."), "Zefor", ["Zefor", "The Zefor group", "Zefor"]),
        (("Anna Berg came from Aden.", "The city grew."), "Aden", ["Aden", "The city"]),
        (
            ("Egypt was tired.", "The federal government paid."),
            "Government of Egypt",
            ["The federal government"],
        ),
        (
            ("Governor Anna Berg left.", "The Ohio governor left."),
            "Anna Berg",
            ["Governor Anna Berg", "Anna Berg", "The Ohio governor"],
        ),
        (("The minister, who met Carl Lund, resigned.",), "minister", ["The minister", "who"]),
    ],
)
def test_mentions_of_one_actor_are_one_entity(
    sentences: tuple[str, ...], name: str, expected: list[str]
) -> None:
    assert meant(actors(*sentences))[name] == expected


@pytest.mark.parametrize(
    ("sentences", "words"),
    [
        (("Carl Lund and Hans Dahl resigned.", "He was tired."), "He"),
        (("Anna Berg resigned.", "He was tired."), "He"),  # Anna is a woman's name
        (("The hills were quiet.", "He was tired."), "He"),
        (("Carl Lund resigned.", *["The hills were quiet."] * 4, "He was tired."), "He"),
        (('"We are tired," Anna Berg said.',), "We"),
        (("He is a teacher.",), "a teacher"),
    ],
)
def test_what_fits_nobody_or_two_is_in_no_entity(sentences: tuple[str, ...], words: str) -> None:
    assert all(words not in mentioned for mentioned in meant(actors(*sentences)).values())


@pytest.mark.parametrize(
    ("sentences", "names"),
    [
        (("Anna Berg met Carl Lund.",), {"Anna Berg", "Carl Lund"}),
        (
            ("Norwegian Prime Minister Anna Berg met Carl Lund.", "The Swedish prime minister left."),
            {"Anna Berg", "Carl Lund", "Swedish prime minister"},
        ),
        (("Anna Berg met the mayor of Oslo.",), {"Anna Berg", "mayor of Oslo", "Oslo"}),
        (("Carl Lund resigned.", "The company left."), {"Carl Lund", "company"}),
        (("Carl Lund resigned.", "The government left."), {"Carl Lund", "government"}),
        (("The Egyptian government paid.", "The police left."), {"Government of Egypt", "police"}),
        (("Zefor was tired.", "Lumo was tired.", "The company left."), {"Zefor", "Lumo", "company"}),
        (("Zefor was tired.", "The police left."), {"Zefor", "police"}),
        (
            ("Egypt was tired.", "Sudan was tired.", "The federal government paid."),
            {"Egypt", "Sudan", "federal government"},
        ),
    ],
)
def test_different_actors_stay_apart(sentences: tuple[str, ...], names: set[str]) -> None:
    assert set(meant(actors(*sentences))) == names


def test_two_unknown_men_are_two() -> None:
    assert len(actors("A man sang.", "A man sang.")) == 2


def test_first_person_in_a_quotation_is_its_source() -> None:
    sentence = '"I am tired," Anna Berg said.'
    said = Attribution(
        Span(14, 23, "Anna Berg"), Span(24, 28, "said"), (Span(1, 11, "I am tired"),), "direct"
    )
    assert meant(actors(sentence, said=(said,))) == {"Anna Berg": ["I", "Anna Berg"]}
    assert meant(actors(sentence)) == {"Anna Berg": ["Anna Berg"]}


@pytest.mark.parametrize(
    ("before", "expected"),
    [("Norwegian Prime Minister Anna Berg met Carl Lund.", True), ("Anna Berg resigned.", False)],
)
def test_we_is_who_speaks_for_many(before: str, expected: bool) -> None:
    sentence = '"We are tired," Anna Berg said.'
    start = len(before) + 1
    content = Span(start + 1, start + 13, "We are tired")
    source = Span(start + 16, start + 25, "Anna Berg")
    said = Attribution(source, None, (content,), "direct")
    assert ("We" in meant(actors(before, sentence, said=(said,)))["Anna Berg"]) == expected


def test_first_person_means_no_organization_nearby() -> None:
    found = actors("The Red Harbour Company (RHC) closed a mill.", '"I am tired," Anna Berg said.')
    assert "I" not in meant(found)["Red Harbour Company"]


@pytest.mark.parametrize(
    ("sentences", "words", "speaker"),
    [
        (("Berg's statement was long.",), "Berg's statement", "Berg"),
        (("Carl Lund resigned.", "His statement was long."), "His statement", "Carl Lund"),
        (("Berg's statement was long.", "The statement was short."), "The statement", "Berg"),
        (("Berg issued a statement.", "The statement was short."), "The statement", "Berg"),
        (("Berg's statement was long.", "The report was short."), "The report", "report"),
        (("Berg was tired.", "The statement was short."), "The statement", "statement"),
    ],
)
def test_a_text_speaks_for_its_author(sentences: tuple[str, ...], words: str, speaker: str) -> None:
    start = " ".join(sentences).index(words)
    source = Span(start, start + len(words), words)
    said = Attribution(source, None, (Span(0, 4, "Berg"),), "indirect")
    found = actors(*sentences, said=(said,))
    entity = Actors(found).at(source.start, source.end)
    assert entity is not None
    assert entity.name == speaker
    assert speaker == "statement" or "The statement" not in entity.aliases


def test_named_actors_have_the_same_id_in_every_article_and_unnamed_ones_have_not() -> None:
    def ids(*sentences: str, article_id: str) -> dict[str, str]:
        doc, article = parsed(*sentences)
        article = type(article)(article_id, "a.txt", 0, len(article.text), article.text, article.paragraphs)
        found = entities(doc, article, tuple(mentions(doc, article)), ())
        return {entity.name.lower(): entity.id for entity in found}

    one = ids("Carl Lund resigned.", "The police left.", article_id="one")
    two = ids("Anna Berg met Carl Lund.", "The police left.", article_id="two")
    assert one["carl lund"] == two["carl lund"]
    assert one["police"] != two["police"]


def test_title_before_a_name_is_an_alias() -> None:
    berg, *_ = actors("Norwegian Prime Minister Anna Berg met Carl Lund.")
    assert berg.name == "Anna Berg"
    assert berg.named
    assert berg.aliases == ("Norwegian Prime Minister Anna Berg", "Norwegian Prime Minister", "Anna Berg")


def test_no_mentions_no_entities() -> None:
    assert actors("The hills were quiet.") == ()


def entity(name: str, *spans: tuple[int, int]) -> Entity:
    found = tuple(Mention(Span(start, end, "x" * (end - start)), "name", "Person") for start, end in spans)
    return Entity(name, "Person", name, (name,), found)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 9, "A"),  # the very words
        (0, 30, "A"),  # what follows the first noun phrase describes it
        (5, 9, "A"),  # the last word of a mention: the surname
        (20, 29, "B"),
        (0, 4, "A"),  # the beginning of a name
        (4, 9, "A"),  # its end
        (10, 19, None),
    ],
)
def test_words_lead_to_the_actor(start: int, end: int, expected: str | None) -> None:
    index = Actors([entity("A", (0, 9)), entity("B", (20, 29))])
    found = index.at(start, end)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("title", "Berg"), ("name", "Oslo")],  # "Oslo mayor | Berg" is Berg, "Oslo Mill | Union" is no union
)
def test_a_title_leads_to_its_bearer(kind: MentionKind, expected: str) -> None:
    whole = Mention(Span(0, 15, "Oslo mayor Berg"), kind, "Person")
    index = Actors([Entity("Berg", "Person", "Berg", ("Berg",), (whole,)), entity("Oslo", (0, 4))])
    found = index.at(0, 10)
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (None, "Norland"),
        (3, "Norland"),  # "the Norland that ..."
        (24, "Berg"),  # "Norland's president, Ana | Berg"
        (12, "Norland"),  # a word that means nobody
    ],
)
def test_of_several_actors_the_one_at_the_head_is_meant(head: int | None, expected: str) -> None:
    index = Actors([entity("Norland", (0, 7)), entity("Berg", (20, 28))])
    found = index.at(0, 28, head)
    assert found is not None
    assert found.name == expected


def test_actor_is_found_by_id() -> None:
    index = Actors([entity("A", (0, 9))])
    assert index.get("A") == entity("A", (0, 9))
    assert index.get("B") is None


@pytest.mark.parametrize(
    ("type_", "name", "lemmas"),
    [
        ("Person", "Pope Francis", ["pope"]),
        ("Person", "Anna King", []),
        ("Organization", "Ministry of Mills", ["ministry"]),
        ("Organization", "Oslo", []),
    ],
)
def test_what_a_name_says_itself(type_: EntityType, name: str, lemmas: list[str]) -> None:
    assert [role.lemma for role in own_roles(name, Draft(type_, name, named=True))] == lemmas
