"""Set phrases that accuse, and their like that do not."""

import pytest

from extract.arguments import Cast
from extract.rebukes import rebukes
from extract.relations import relations
from tests.extract.parsed import actors, article, doc


def phrases(text: str) -> set[tuple[str | None, str, str | None]]:
    parsed = doc(text)
    cast = Cast(parsed, article(text), actors(parsed), ())
    return {
        (accuser, accused.text, of.text if of is not None else None)
        for token in parsed for accuser, accused, of in rebukes(cast, token)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meyer took aim at Berg over fraud.", ("Meyer", "Berg", "fraud")),
        ("Berg came under fire from Meyer over fraud.", ("Meyer", "Berg", "fraud")),
        ("Meyer questioned Berg's fitness.", ("Meyer", "Berg", "Berg's fitness")),
        ("Meyer denounced what he called a betrayal by Berg.", ("Meyer", "Berg", "a betrayal by Berg")),
    ],
)
def test_phrases_that_accuse(text: str, expected: tuple[str, str, str | None]) -> None:
    assert phrases(text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Meyer took aim at the target.",
        "Berg is under a bridge.",
        "Berg is under investigation by Meyer for fraud.",
        "Berg came under fire.",
        "Berg came under fire from Meyer.",
        "Meyer questioned Berg's neighbours.",
        "Meyer praised what he called a gift by Berg.",
        "Meyer held Berg in his arms.",
    ],
)
def test_phrases_that_accuse_nobody(text: str) -> None:
    assert phrases(text) == set()


def accused(text: str) -> set[tuple[str, str]]:
    parsed = doc(text)
    found = relations(parsed, article(text), actors(parsed), ())
    return {(relation.subject, relation.object) for relation in found if relation.type == "ACCUSED"}


@pytest.mark.parametrize(
    "text",
    [
        "Meyer held Berg responsible for fraud.",
        "Meyer attacked Berg, saying that he lied.",
        "Meyer alleged that Berg was behind the attack.",
        "Meyer opened a rally blasting Berg for fraud.",
    ],
)
def test_verbs_that_accuse_by_what_stands_beside_them(text: str) -> None:
    assert accused(text) == {("Meyer", "Berg")}


@pytest.mark.parametrize(
    "text",
    [
        "Meyer held Berg in his arms.",
        "Meyer attacked Berg with a knife.",
        "Meyer met Berg in Oslo on Friday.",
        "Meyer opened a shop selling bread for Berg.",
    ],
)
def test_the_same_verbs_beside_other_words_accuse_nobody(text: str) -> None:
    assert accused(text) == set()
