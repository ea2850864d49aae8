"""Which article is which: by its address, its file, its title in it."""

import datetime
from pathlib import Path

import pytest

from extract.annotation import Article
from extract.identity import identified, located

DAY = datetime.date(2031, 5, 4)


def page(path: str, title: str | None, url: str | None = None, **facts: object) -> Article:
    text = f"{title} {facts}"
    return Article(text, path, 0, 9, text, (), title, url=url, **facts)  # type: ignore[arg-type]


def keys(*pages: Article) -> list[str]:
    return [page.key for page in identified(pages)]


def test_an_address_outranks_the_file() -> None:
    assert keys(page("a.txt", "Fish", "https://a.example"), page("b.txt", "Cod", "https://a.example")) == [
        "https://a.example", "https://a.example",
    ]  # fmt: skip


def test_a_file_is_its_first_article_whatever_its_title() -> None:
    assert keys(page("a.txt", "Fish")) == keys(page("a.txt", "Fish, corrected")) == ["a.txt"]


def test_further_articles_of_a_file_are_told_apart_by_title_and_number() -> None:
    found = keys(*(page("a.txt", title, source=str(n)) for n, title in enumerate(["A", "B", "C", "B", None])))
    assert len({*found}) == 5
    without = keys(*(page("a.txt", title, source=str(n)) for n, title in enumerate(["A", "C"])))
    assert {*without} <= {*found}


def test_slices_of_one_page_share_its_address_and_are_told_apart() -> None:
    web = "https://a.example"
    assert len({*keys(page("a.txt", "A", web), page("a.txt", "B", web))}) == 2
    records = page("a.jsonl", "A", web, derived=True), page("a.jsonl", "B", web, derived=True)
    assert keys(*records) == [web, web], "two records of one address are two versions of one article"


def test_standard_input_has_no_file() -> None:
    one, other = page("-", "A", published=DAY), page("-", "B", published=DAY)
    assert len({*keys(one), *keys(other)}) == 2
    named = page("-", "A", source="Post", published=DAY), page("-", "A", source="Post", published=DAY)
    assert keys(*named[:1]) == keys(*named[1:])


def test_one_that_stands_twice_comes_once() -> None:
    fish = page("a.txt", "Fish")
    assert len(keys(fish, fish)) == 1
    assert len(keys(fish, page("b.txt", "Fish"))) == 2


@pytest.mark.parametrize("source", ["-", "https://a.example/x", "HTTP://a.example"])
def test_what_is_no_file_stays_as_it_is(source: str) -> None:
    assert located([source]) == [source]


def test_files_get_whole_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert located(["a.txt", "./b/../c"]) == [str(tmp_path / "a.txt"), str(tmp_path / "c")]
