"""Annotated corpora -> articles in units with attributions as unit numbers, read by the shipped syntax."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.language import Language

from extract.annotation import Article, Paragraph, digest
from extract.encoder import WordPieces
from extract.pipeline import read
from extract.pointer import WIKINEWS
from extract.units import Units, units

POLNEAR = 0  # a style beside WIKINEWS
Spans = list[list[int]]
Row = tuple[str, str, list[dict[str, Spans]]]
"""Id, text and attributions of an article."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution: the units of its cue (first, last), of its source and of its content."""

    cue: tuple[int, int]
    source: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class Example:
    """An article to learn from. ``style``: whose guidelines its gold follows, POLNEAR or WIKINEWS."""

    id: str
    article: Article
    units: Units
    gold: tuple[Gold, ...]
    style: int


def corpora(shared: Path, nlp: Language, word_pieces: WordPieces) -> dict[str, list[Example]]:
    """The training parts of the corpora in the shared folder, by name."""
    rows = {
        "polnear": (_polnear(shared / "polnear/train.jsonl.gz"), POLNEAR),
        "wikinews": (_wikinews(shared / "wikinews/train"), WIKINEWS),
        "gum": (_wikinews(shared / "wikinews/gum"), WIKINEWS),
    }
    return {
        name: [_example(row, style, nlp, word_pieces) for row in found]
        for name, (found, style) in rows.items()
    }


def _polnear(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["id"], row["text"], row["attributions"]


def _wikinews(folder: Path) -> Iterator[Row]:
    """The articles under folder/text with folder/gold; nested, optional and headline rows too."""
    for path in sorted((folder / "gold").glob("[0-9]*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / "text" / gold["file"]).read_bytes().decode("utf-8")
        rows = [
            {
                "cue": _spans([row["cue_start"]], [row["cue"]]),
                "source": _spans([row["speaker_start"]], [row["speaker_surface"]]),
                "content": _spans(row["starts"], row["content"]),
            }
            for row in gold["statements"]
        ]
        yield gold["file"].removesuffix(".txt"), text, rows


def _spans(starts: list[int], words: list[str | None]) -> Spans:
    return [[start, start + len(word)] for start, word in zip(starts, words, strict=True) if word]


def _example(row: Row, style: int, nlp: Language, word_pieces: WordPieces) -> Example:
    """Read an article and number its gold by units. What has no cue is left out."""
    id, text, attributions = row
    paragraphs = tuple(Paragraph(m.start(), m.end(), "body") for m in re.finditer(r"\S[^\n]*", text))
    article = Article(digest("article", text), id, 0, len(text), text, paragraphs)
    found = units(read(article, nlp), article, word_pieces)
    gold = []
    for attribution in attributions:
        cue, source, content = (_covered(found, attribution[part]) for part in ("cue", "source", "content"))
        if cue and content:
            first = last = min(cue)
            while last + 1 in cue:
                last += 1
            gold.append(Gold((first, last), frozenset(source), frozenset(content)))
    return Example(id, article, found, tuple(gold), style)


def _covered(found: Units, spans: Spans | None) -> set[int]:
    numbers: set[int] = set()
    for start, end in spans or ():
        first = int(np.searchsorted(found.end, start, "right"))
        last = int(np.searchsorted(found.start, end, "left"))
        numbers.update(range(first, last))
    return numbers
