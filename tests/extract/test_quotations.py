"""Quotation marks, paired."""

import pytest

from extract.annotation import Article, Paragraph
from extract.quotations import Quotation, quotations


def find(text: str) -> tuple[Quotation, ...]:
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(start, start + len(line), "body"))
        start += len(line) + 1
    return quotations(Article("id", "a.txt", 0, len(text), text, tuple(paragraphs)))


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go home," he said.', ["Go home,"]),
        ("“Go home,” he said.", ["Go home,"]),
        ("'Go home,' he said.", ["Go home,"]),
        ("‘Go home,’ he said.", ["Go home,"]),
        ("«Go home», he said.", ["Go home"]),
        ("``Go home,'' he said.", ["Go home,"]),
        ('"Go," he said, "and stay."', ["Go,", "and stay."]),
        ("He called it 'null and void.'", ["null and void."]),
        ("It was 'the judges' ruling,' she said.", ["the judges' ruling,"]),
        ("'I don't know,' he said.", ["I don't know,"]),
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ('He is ("the Fox") gone.', ["the Fox"]),
        ('"Go home.\n"Stay there," he said.', ["Go home.", "Stay there,"]),
        ("“Go home.\n“Stay there.\n“Wait,” he said.", ["Go home.", "Stay there.", "Wait,"]),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "We go home. It was late.', ["We go home."]),
        ("She said: “We go home. It was late.\nThe end.", ["We go home."]),
        ('It rained. We go home," he said. It was late.', ["We go home,"]),
        ('"We go home, he said. "We stay," she said.', ["We go home, he said.", "We stay,"]),
    ],
)
def test_a_forgotten_mark_costs_no_more_than_its_sentence(text: str, expected: list[str]) -> None:
    assert [piece.strip() for piece in quoted(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said a word.",
        "The dog's bone is gone.",
        "The dogs' bones are gone, and the cats' too.",
        "It was rock 'n' roll in the '90s.",
        "Get 'em out.",
        "He isn’t here, and she won’t come.",
        'The board is 6" wide.',
        "O'Brien and O’Neill left.",
    ],
)
def test_apostrophes_quote_nothing(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "marked", "is_open"),
    [
        ('"Go home," he said.', '"Go home,"', False),
        ("``Go home,'' he said.", "``Go home,''", False),
        ("''Go home,'' he said.", "''Go home,''", False),
        ('"Go home.\n"Stay," he said.', '"Go home.', True),
        ('"Go home.\nHe left.', '"Go home.', False),
    ],
)
def test_the_marks_themselves(text: str, marked: str, is_open: bool) -> None:
    first = find(text)[0]
    assert (text[first.left : first.right], first.open) == (marked, is_open)
