"""Files, folders, standard input and web addresses."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from extract.annotation import Article, ArticleError
from extract.articles import MAX_LINE, read_articles
from extract.records import fields

SENTENCE = "The minister denied on Friday that talks with the rebels were held."
OTHER = "The rebels said on Saturday that they had met the minister twice."
GERMAN = (
    "Der Minister hat am Freitag gesagt, dass die Gespräche mit den Rebellen nicht stattgefunden haben und "
    "dass er auch in den nächsten Wochen nicht mit ihnen sprechen wird."
)
PAGE = (
    "<html><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav><article><p>"
    + SENTENCE
    + " "
    + OTHER
    + "</p><p>It was the first time that the two sides spoke of a meeting in the capital.</p>"
    "</article><footer>Copyright 2025-03-09</footer></body></html>"
)


def read(*sources: object) -> tuple[list[Article], list[str]]:
    errors: list[str] = []
    articles = list(read_articles([str(x) for x in sources], lambda error: errors.append(str(error))))
    return articles, errors


@pytest.mark.parametrize(
    "data",
    [
        f"Minister denies talks\r\n\r\n{SENTENCE}\r\n".encode(),
        f"\ufeffMinister denies talks\n{SENTENCE}\n".encode(),
        f"\ufeffMinister denies talks\n{SENTENCE}\n".encode("utf-16-le"),
        f"Menu\n\n  {SENTENCE}  \n🙂\n{OTHER}".encode(),
        f"Minister denies talks\r{SENTENCE}\r".encode(),
    ],
)
def test_offsets_count_in_the_file_as_it_stands(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    text = data.decode("utf-16-le" if data.startswith(b"\xff\xfe") else "utf-8")
    (article,), errors = read(path)
    assert not errors
    assert text[article.start : article.end] == article.text
    assert SENTENCE in [article.text[p.start : p.end] for p in article.paragraphs]
    assert article.text[0] == article.text[article.paragraphs[0].start]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("“No,” said François.".encode("cp1252"), "“No,” said François."),
        ("“No,” said François.\n".encode() + "He meant “no”.".encode("cp1252"), "He meant “no”."),
        (SENTENCE.encode("utf-16-le"), SENTENCE),
        (SENTENCE.encode("utf-16"), SENTENCE),
    ],
    ids=["windows-1252", "mixed", "utf-16 without mark", "utf-16"],
)
def test_other_encodings(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (article,), errors = read(tmp_path)
    assert not errors
    assert words in article.text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("menu.txt", b"Menu\nClose\n", "holds no sentence"),
        ("zeros.txt", b"\0\1\2\3" * 100, "is binary"),
        ("controls.txt", b"\1\2\3abc " * 100, "is binary"),
        ("paper.txt", b"%PDF-1.7 x", "is a PDF document"),
        ("line.txt", b"word " * MAX_LINE, "line 1 has 500,000 characters"),
        ("german.txt", GERMAN.encode(), "seems to be in German"),
        ("russian.txt", "Министр сказал, что встречи не было.".encode(), "Cyrillic"),
        ("empty.jsonl", b"\n", "is empty"),
        ("bad.jsonl", b"\n{oops\n", "line 2: is no JSON"),
        ("list.jsonl", b"[1]\n", "line 1: is no JSON object"),
        ("deep.jsonl", b"[" * 100_000, "line 1: is no JSON"),
        ("latin.jsonl", b'{"text": "\xe9"}', "line 1: is no JSON"),
        ("number.jsonl", b'{"text": 5}', "line 1: has no text"),
        ("nothing.html", b"<html></html>", "no article was found"),
    ],
)
def test_what_cannot_be_read_is_reported_by_name_and_the_rest_goes_on(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(SENTENCE)
    articles, (error,) = read(tmp_path)
    assert [article.text for article in articles] == [SENTENCE]
    assert error.startswith(str(tmp_path / name))
    assert reason in error


def test_without_onerror_the_first_error_is_raised(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="there is no such file or folder"):
        list(read_articles([str(tmp_path / "none.txt")]))


@pytest.mark.parametrize("text", ["Berg met Tann.", "Nein, said Berg.", f"{SENTENCE} „Nein“, sagte er dazu."])
def test_short_and_quoting_texts_are_english(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert len(read(tmp_path)[0]) == 1


def test_folders_are_read_in_order_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.py", ".hidden.txt", "README.md", "sub/d.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"The minister told {path.name} that there were no talks.")
    assert [Path(article.path).name for article in read(tmp_path)[0]] == ["a.md", "b.txt", "d.txt"]


def test_a_folder_without_articles_is_reported(tmp_path: Path) -> None:
    (tmp_path / "c.py").write_text("x = 1")
    assert "the folder holds no file that ends in" in read(tmp_path)[1][0]


@pytest.mark.parametrize("place", ["file", "folder"])
def test_without_permission(tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may read everything, so the refusal is staged.
    (tmp_path / "a.txt").write_text(SENTENCE)

    def refuse(path: object, *args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(*((Path, "open") if place == "file" else ("os.scandir",)), refuse)  # type: ignore[call-overload]
    articles, errors = read(tmp_path)
    assert not articles
    assert "you may not read it" in errors[0]
    assert str(tmp_path) in errors[0]


def test_the_same_text_twice_in_one_place_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.txt").write_text(f"Menu\n\n{SENTENCE}")
    articles, errors = read(tmp_path, tmp_path / "a.txt")
    assert [Path(article.path).name for article in articles] == ["a.txt", "b.txt"]
    assert articles[0].id == articles[1].id
    assert not errors


@pytest.mark.parametrize(
    ("assignments", "title", "text"),
    [
        (["text=story.words", "title=story.head"], "Talks denied", SENTENCE),
        (["text=flat.words"], "Other", OTHER),
    ],
)
def test_json_under_other_keys(tmp_path: Path, assignments: list[str], title: str, text: str) -> None:
    row = {"story": {"words": SENTENCE, "head": "Talks denied"}, "title": "Other", "flat.words": OTHER}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    (article,) = read_articles([str(tmp_path)], keys=fields(assignments))
    assert (article.title, article.text) == (title, text)


@pytest.mark.parametrize("assignment", ["text", "text=", "=body", "author=by"])
def test_what_is_no_field_is_refused(assignment: str) -> None:
    with pytest.raises(ArticleError, match="write FIELD=KEY"):
        fields([assignment])


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": SENTENCE}))
    with pytest.raises(ArticleError, match=r"no text under story\.words"):
        list(read_articles([str(tmp_path)], keys=fields(["text=story.words"])))


def test_json_facts(tmp_path: Path) -> None:
    row = {
        "headline": "<script>alert(1)</script>",
        "body": f"{SENTENCE} \ud800",
        "publisher": {"name": "Courier"},
        "link": "https://courier.example/1",
        "date": "2025-08-01T10:00:00Z",
    }
    (tmp_path / "a.jsonl").write_text(
        json.dumps(row) + "\n" + json.dumps({"text": OTHER, "date": "03/04/2025"})
    )
    (first, second), errors = read(tmp_path)
    assert not errors
    assert (first.title, first.source, first.url) == (row["headline"], "Courier", row["link"])
    assert (first.published, second.published) == (date(2025, 8, 1), None)
    assert (first.start, first.end, first.derived) == (0, len(first.text), True)
    first.text.encode("utf-8")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2025-08-01T09:00:00Z">', date(2025, 8, 1)),
        ('<script type="application/ld+json">{"datePublished": "2025-08-02"}</script>', date(2025, 8, 2)),
        ("", None),
    ],
)
def test_html(tmp_path: Path, head: str, day: date | None) -> None:
    page = PAGE.format(title="&lt;script&gt;alert(1)&lt;/script&gt;", head=head)
    (tmp_path / "a.html").write_text(page)
    (article,), errors = read(tmp_path)
    assert not errors
    assert article.title == "<script>alert(1)</script>"
    assert article.published == day
    assert article.derived
    assert SENTENCE in article.text
    assert "Home" not in article.text


@pytest.mark.parametrize(
    "data", [SENTENCE, json.dumps({"text": SENTENCE}), PAGE.format(title="Talks", head="")]
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    (article,), errors = read("-")
    assert not errors
    assert SENTENCE in article.text
    assert article.path == "-"
