"""Web archives (WARC, ISO 28500) -> the HTML pages in them."""

from collections.abc import Iterator
from typing import IO

from extract.annotation import ArticleError
from extract.encodings import MAX_BYTES

SUFFIXES = (".warc", ".warc.gz")
HTML = ("text/html", "application/xhtml+xml")


def pages(name: str, file: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    """Address and bytes, MAX_BYTES + 1 at most, of each HTML page that was answered well.

    Pictures, scripts, redirects and errors are passed over. Raises ArticleError where the archive breaks
    off or is none; what stands before that is given.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = found = 0
    records = ArchiveIterator(file, parse_http=True, auto_decode="all")
    try:
        for record in records:
            number += 1
            if "Content-Length" not in record.headers:
                raise OSError("a header ends in the middle")
            if not record.record_type & (WarcRecordType.response | WarcRecordType.resource):
                continue
            kind, answer = record.headers.get("Content-Type") or "", record.http_headers
            if answer is not None:
                kind = record.http_content_type or "" if answer.status_code == 200 else ""
            if kind.split(";")[0].strip().lower() not in HTML:
                continue
            data = record.reader.read(MAX_BYTES + 1)
            is_packed = answer and ("Content-Encoding" in answer or "Transfer-Encoding" in answer)
            if not is_packed and len(data) < min(record.content_length, MAX_BYTES):
                raise OSError("a page ends in the middle")
            found += 1
            yield (record.headers.get("WARC-Target-URI") or "").strip("<>"), data
    except OSError as error:
        raise ArticleError(
            f"{name}: the web archive breaks off at record {number} ({error}); fetch it anew"
        ) from error
    if not found:
        raise ArticleError(f"{name}: holds no HTML page; give a web archive that does (.warc, .warc.gz)")
