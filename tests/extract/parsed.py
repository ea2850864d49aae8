"""Sentences with their parse, written out: rules are tested on them whatever the encoder's weights are."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from extract.annotation import Article, Entity, EntityType, Mention, Paragraph, Statement, digest
from tests.extract.trees import read

TYPES: Mapping[str, EntityType] = {
    "Meyer": "Person", "Berg": "Person", "Lund": "Person",
    "Norland": "Place", "Sudland": "Place", "Oslo": "Place",
    "reporters": "Person", "man": "Person", "letter": "Organization",
    "he": "Person", "He": "Person", "his": "Person",
}  # fmt: skip
SAME = {"he": "Meyer", "He": "Meyer", "his": "Meyer"}  # pronouns and whom they mean here


def article(text: str) -> Article:
    """An article that is one paragraph."""
    return Article(digest(text), "news.txt", 0, len(text), text, (Paragraph(0, len(text), "body"),))


def doc(text: str) -> Doc:
    """The Doc of a text of parses.txt, where its tree is the line below it (the form is that of trees.py)."""
    return read(text, _parses()[text])[0]


@cache
def _parses() -> Mapping[str, str]:
    """The texts of parses.txt with the line below each."""
    lines = Path(__file__).with_name("parses.txt").read_text(encoding="utf-8").splitlines()
    return dict(zip(lines[::3], lines[1::3], strict=True))


def actors(parsed: Doc) -> tuple[Entity, ...]:
    """The invented actors of TYPES that the text names; what is not capitalised has no name."""
    mentions: dict[str, list[Mention]] = {}
    text = article(parsed.text)
    for token in parsed:
        if token.text in TYPES:
            name = SAME.get(token.text, token.text)
            span = text.span(token.idx, token.idx + len(token))
            mentions.setdefault(name, []).append(
                Mention(span, "pronoun" if token.text in SAME else "name", TYPES[name])
            )
    return tuple(
        Entity(name, TYPES[name], name, (name,), tuple(found), named=name[0].isupper())
        for name, found in mentions.items()
    )


def statement(text: str, speaker: str, cue: str, content: str) -> Statement:
    """Someone of TYPES says ``content``."""
    whole = article(text)
    source, said, words = (
        whole.span(text.index(part), text.index(part) + len(part)) for part in (speaker, cue, content)
    )
    sentence = whole.span(0, len(text))
    return Statement(digest(content), speaker, source, said, (words,), "indirect", False, (), (), sentence)
