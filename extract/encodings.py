"""Bytes -> text, to the last character; and what bytes without a telling name hold."""

import unicodedata
from typing import Literal

from extract.annotation import ArticleError

Kind = Literal["text", "html", "json", "feed"]

MAX_BYTES = 20_000_000  # of a file, a page, or a line of .jsonl

_SIGNATURES = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip file",
}
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_FEEDS = (b"<rss", b"<feed", b"<rdf:rdf")


def kind(data: bytes) -> Kind:
    """What bytes without a telling file name or content type hold."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<"):
        if b"<html" in start or b"<!doctype html" in start:
            return "html"
        if any(element in start for element in _FEEDS):
            return "feed"
    return "json" if start.startswith(b"{") else "text"


def decode(name: str, data: bytes) -> str:
    """The text of a file to the last character: byte order mark and line ends stay, as offsets count them.

    Raises ArticleError for what is no text.
    """
    for signature, held in _SIGNATURES.items():
        if data.startswith(signature):
            raise ArticleError(f"{name}: is {held}; save its text as .txt")
    encoding = _BYTE_ORDER_MARKS.get(data[:2]) or _unmarked_utf16(data)
    if encoding:
        text = data.decode(encoding, "replace")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            ascii_share = sum(byte < 128 for byte in data) / len(data)
            text = _decode_lines(data) if ascii_share > 0.5 else _detect(name, data)
    controls = sum(unicodedata.category(letter) == "Cc" and not letter.isspace() for letter in text[:10_000])
    if controls > len(text[:10_000]) / 100:
        raise ArticleError(f"{name}: is binary, not text; save its text as .txt")
    return text


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark is told by its zeros: every other byte of English is one."""
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if high.count(0) * 2 > len(high):
            return encoding
    return None


def _decode_lines(data: bytes) -> str:
    """Western text, some of it no UTF-8: Windows-1252 where UTF-8 fails, as browsers do."""
    lines = []
    for line in data.splitlines(keepends=True):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", "replace"))
    return "".join(lines)


def _detect(name: str, data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise ArticleError(f"{name}: is binary, or in an unknown encoding; save it as UTF-8 text")
    return str(best)
