"""The sample articles are read as they are meant to be."""

import re
from datetime import date
from pathlib import Path

import pytest

from extract.annotation import Article
from extract.articles import read_articles

SAMPLES = Path(__file__).parents[2] / "extract" / "samples"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return list(read_articles([str(SAMPLES)]))


def test_eight_articles_from_three_outlets(articles: list[Article]) -> None:
    assert [(article.source, article.published) for article in articles] == [
        ("The Varnholm Courier", date(2025, 9, 4)),
        ("The Varnholm Courier", date(2025, 8, 1)),
        ("Meridian Newswire", date(2025, 9, 8)),
        ("Meridian Newswire", date(2025, 8, 21)),
        ("Meridian Newswire", date(2025, 8, 29)),
        ("Eastgate Observer", date(2025, 7, 24)),
        ("Eastgate Observer", date(2025, 8, 16)),
        ("Eastgate Observer", date(2025, 9, 23)),
    ]
    assert all(article.title for article in articles)


@pytest.mark.parametrize(
    "word",
    [
        "cookie",
        "Advertisement",
        "Subscribe",
        "photo",
        "Reply",
        "min read",
        "nightowl",
        "orsa.jpg",
        "Skip",
        "©",
    ],
)
def test_boilerplate_is_left_out(articles: list[Article], word: str) -> None:
    read = " ".join(article.text[p.start : p.end] for article in articles for p in article.paragraphs)
    assert not re.search(word, read, re.IGNORECASE)


def test_the_readme_lists_each_file() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    names = {path.name for path in SAMPLES.iterdir()} - {"README.md"}
    assert set(re.findall(r"^\| ([\w.-]+\.\w+) \|", readme, re.MULTILINE)) == names
