"""Web archives: the pages in them, and those that are broken."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from extract.annotation import Article
from extract.articles import read_articles
from tests.extract.site import BARE, LEAD, PAGE

OTHER = PAGE.format(title="A ferry", tail="The ferry would run from May, Lorn said.")
RECORDS = [
    ("https://velmar.example/bridge", "200 OK", "text/html; charset=utf-8", BARE),
    ("https://velmar.example/logo", "200 OK", "image/png", "x"),
    ("https://velmar.example/gone", "404 Not Found", "text/html", BARE),
    ("https://velmar.example/ferry", "200 OK", "application/xhtml+xml", OTHER),
]


def archive(packed: bool) -> bytes:
    """An archive with a page that is kept twice, a picture and an error."""
    pack = gzip.compress if packed else bytes
    return b"".join(pack(record(*each)) for each in [*RECORDS, RECORDS[0]])


def record(address: str, status: str, kind: str, body: str) -> bytes:
    """A response as a record of an archive."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2025-06-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def read(path: Path) -> tuple[list[Article], list[str]]:
    errors: list[str] = []
    return list(read_articles([str(path)], lambda error: errors.append(str(error)))), errors


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "A.WARC.GZ"])
def test_the_pages_of_an_archive_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(archive(packed=name.lower().endswith("gz")))
    (bridge, ferry), errors = read(tmp_path)
    assert not errors
    assert LEAD in bridge.text
    assert [article.url for article in (bridge, ferry)] == [RECORDS[0][0], RECORDS[3][0]]
    assert (ferry.title, ferry.source, ferry.published) == (
        "A ferry", "The Velmar Courier", date(2025, 3, 10),
    )  # fmt: skip
    assert bridge.published is None, "the day of the crawl is not that of publication"
    assert {article.path for article in (bridge, ferry)} == {str(tmp_path / name)}


@pytest.mark.parametrize(
    ("name", "data", "count", "reason"),
    [
        ("a.warc", b"", 0, "holds no HTML page"),
        ("a.warc", b"no archive at all, but words\n" * 20, 0, "breaks off at record 0"),
        ("a.warc.gz", b"\x1f\x8b" + bytes(100), 0, "breaks off at record 0"),
        ("a.warc.gz", archive(True)[:450] + b"\xff" * 400, 1, "breaks off at record"),
        ("a.warc.gz", archive(True)[:-300], 2, "a header ends in the middle"),
        ("a.warc", archive(False)[:-60], 2, "a page ends in the middle"),
        ("a.warc", archive(False).replace(b"HTTP/1.1", b"\0\xff\0 "), 0, "holds no HTML page"),
    ],
    ids=["empty", "words", "no gzip", "damaged", "cut header", "cut page", "no HTTP"],
)
def test_a_broken_archive_is_named(tmp_path: Path, name: str, data: bytes, count: int, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    articles, errors = read(path)
    assert len(articles) == count
    assert errors[-1].startswith(f"{path}: ")
    assert reason in errors[-1]
    assert "\n" not in errors[-1]


def test_a_page_without_an_article_is_named_by_its_address(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(archive(False).replace(LEAD.encode(), b"x" * len(LEAD.encode())))
    _, errors = read(tmp_path / "a.warc")
    assert all("a.warc: https://velmar.example/" in error for error in errors)
