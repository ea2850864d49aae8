"""The shipped attribution network: it reads the same in any company, and reads plain cases right."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from spacy.language import Language

from extract import pipeline, speech
from extract.annotation import Article, Attribution, Paragraph, digest

TEXTS = (
    "Nora Velin said on Monday that the bridge over the Sarn would be closed until spring.\n"
    '"We cannot let a single lorry cross," the mayor of Karst told reporters. "Not even an empty one."\n'
    "According to the builders, the cracks were found in August.",
    "The ministry denied that it had known of the cracks.\n"
    "Opposition leader Tomas Hild accused the government of hiding a report. "
    "He said the engineers insist that they had warned the ministry twice.",
    "The bridge is 400 metres long. It was opened in 1971. Lorries take the ferry now.",
    " ".join(["The council met again, and the minutes were read, as they are each week."] * 40)
    + " Velin said that nothing was decided.",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load()


def said(text: str, nlp: Language) -> list[Attribution]:
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(start, start + len(line), "body"))
        start += len(line) + 1
    article = Article(digest(text), "a.txt", 0, len(text), text, tuple(paragraphs))
    return list(speech.said(pipeline.read(article, nlp)))


def test_the_same_in_any_company(nlp: Language) -> None:
    alone = [said(text, nlp) for text in TEXTS]
    backwards = [said(text, nlp) for text in reversed(TEXTS)]
    assert backwards[::-1] == alone
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: said(text, nlp), TEXTS * 2))
    assert together == alone * 2
    assert [list(speech.said(doc)) for doc in nlp.pipe(TEXTS)] == alone


@pytest.mark.parametrize(
    ("number", "source", "content"),
    [
        (0, "Nora Velin", "the bridge over the Sarn would be closed until spring"),
        (0, "the mayor of Karst", "We cannot let a single lorry cross"),
        (0, "the builders", "the cracks were found in August"),
        (1, "The ministry", "it had known of the cracks"),
        (1, "He", "the engineers insist that they had warned the ministry twice"),
        (1, "the engineers", "they had warned the ministry twice"),  # one within another
        (3, "Velin", "nothing was decided"),  # far into a long paragraph
    ],
)
def test_plain_cases(nlp: Language, number: int, source: str, content: str) -> None:
    found = said(TEXTS[number], nlp)
    assert any(
        one.source is not None and one.source.text == source and content in {p.text for p in one.content}
        for one in found
    )


def test_nothing_is_said(nlp: Language) -> None:
    assert said(TEXTS[2], nlp) == []
    assert said("", nlp) == []
