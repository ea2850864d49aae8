"""Where a passage can be opened."""

from pathlib import Path

import pytest

from graph.links import link

TEXT = "A title\n\nSnow — at last 😀.\r\nVeld said so."


@pytest.mark.parametrize(
    ("name", "start", "fragment"),
    [
        ("a.txt", 0, "#1"),
        ("a.txt", 7, "#1"),
        ("a.txt", 8, "#2"),
        ("a.md", 9, "#3"),
        ("a.md", TEXT.index("Veld"), "#4"),
        ("a.txt", 4000, ""),
        ("a.txt", None, ""),
        ("a.html", 9, ""),
        ("a.jsonl", 9, ""),
    ],
)
def test_a_file_is_opened_at_the_line(tmp_path: Path, name: str, start: int | None, fragment: str) -> None:
    path = tmp_path / name
    path.write_bytes(TEXT.encode())
    article = {"path": str(path), "url": "https://news.example/1"}
    assert link(article, start) == path.as_uri() + fragment


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        ("https://news.example/1", "", "https://news.example/1"),
        ("https://news.example/1?a=b", "so-called “talks”", "https://news.example/1?a=b#:~:text=so%2Dcalled"),
        ("https://news.example/1", "one two three four five six seven eight nine", "seven%20eight"),
        ("https://news.example/1", "left … right", "#:~:text=left"),
    ],
)
def test_a_page_is_opened_at_the_words(url: str, words: str, expected: str) -> None:
    found = link({"path": "gone.txt", "url": url}, 3, words)
    assert found
    assert expected in found
    assert "nine" not in found
    assert "right" not in found


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a.example/\x1b]8;;",
        "https://a b",
        "a.example",
    ],
)
def test_nothing_else_is_a_link(url: str | None) -> None:
    assert link({"path": "gone.txt", "url": url}, 3, "words") is None
