"""Docs built by hand, so that tests of rules pass whatever the weights are.

A tree is a line of tokens, ``word/TAG/relation/head/lemma/ENTITY``: heads count from 1 within the sentence,
0 is the root; a lemma that is the word, and an entity type where there is none, are left out.
"""

from spacy.lang.en import English
from spacy.tokens import Doc, SpanGroup

from extract.annotation import Article, Paragraph, ParagraphKind

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "MD": "AUX", "PRP": "PRON", "PRP$": "PRON",
    "WP": "PRON", "WDT": "PRON", "EX": "PRON", "DT": "DET", "JJ": "ADJ", "RB": "ADV", "CD": "NUM",
    "CC": "CCONJ", "IN": "ADP", "TO": "PART", "POS": "PART",
}  # fmt: skip
_VOCAB = English().vocab


def read(text: str, *trees: str, title: bool = False) -> tuple[Doc, Article]:
    """The Doc and the Article of a text whose lines are paragraphs; the first is a title where ``title``."""
    words: list[str] = []
    spaces: list[bool] = []
    rows: list[list[str]] = []
    heads: list[int] = []
    position = 0
    for tree in trees:
        first = len(words)
        for item in tree.split():
            fields = item.split("/")
            gap = text.index(fields[0], position) - position
            if "\n" in text[position : position + gap]:
                words.append("\n")
                spaces.append(False)
                rows.append(["\n", "_SP", "dep", "0", "\n"])
                heads.append(len(words) - 1)
                first = len(words)
            elif gap and words:
                spaces[-1] = True
            position += gap + len(fields[0])
            words.append(fields[0])
            spaces.append(False)
            rows.append(fields)
            head = int(fields[3])
            heads.append(len(words) - 1 if head == 0 else first + head - 1)
    doc = Doc(
        _VOCAB,
        words=words,
        spaces=spaces,
        heads=heads,
        deps=[row[2] for row in rows],
        tags=[row[1] for row in rows],
        pos=[_pos(row) for row in rows],
        lemmas=[row[4] if len(row) > 4 else row[0] for row in rows],
        ents=[f"B-{row[5]}" if len(row) > 5 else "O" for row in rows],
    )
    assert doc.text == text
    paragraphs = tuple(_paragraphs(text, title))
    spans = [doc.char_span(p.start, p.end, label=p.kind) for p in paragraphs]
    doc.spans["paragraphs"] = SpanGroup(doc, name="paragraphs", spans=[span for span in spans if span])
    return doc, Article("id", "a.txt", 0, len(text), text, paragraphs)


def _pos(row: list[str]) -> str:
    if row[1] == "_SP":
        return "SPACE"
    if row[1].startswith("VB"):
        return "AUX" if row[2] in ("aux", "aux:pass", "cop") else "VERB"
    return _POS.get(row[1], "PUNCT")


def _paragraphs(text: str, title: bool) -> list[Paragraph]:
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        kind: ParagraphKind = "title" if title and not found else "body"
        found.append(Paragraph(start, start + len(line), kind))
        start += len(line) + 1
    return found
