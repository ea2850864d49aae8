"""What articles say as rows of a table, an article a row, and Parquet files of such rows.

Every column is text, "" where there is none:

    path, title, source, url, published   of the article
    reader       which version of the reader read it (version.py)
    error        why it could not be read
    extraction   all that it says, as JSON
"""

import dataclasses
import datetime
import json
import types
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from extract.annotation import Article, ArticleError, Extraction, Span, digest
from extract.version import reader

T = TypeVar("T", Extraction, Article)

COLUMNS = ("path", "reader", "error", "extraction")  # what is read back
BATCH = 64  # rows that are held at once


def row(outcome: Extraction | ArticleError) -> dict[str, str]:
    """The row of an article, or of what could not be read."""
    if isinstance(outcome, ArticleError):
        facts = dict.fromkeys(("title", "source", "url", "published"), "")
        return {"path": outcome.path, **facts, "reader": reader(), "error": str(outcome), "extraction": ""}
    article = outcome.article
    return {
        "path": article.path,
        "title": article.title or "",
        "source": article.source or "",
        "url": article.url or "",
        "published": article.published.isoformat() if article.published else "",
        "reader": reader(),
        "error": "",
        "extraction": pack(outcome),
    }


def pack(value: Extraction | Article) -> str:
    """An extraction or an article as JSON, from which unpack() makes an equal one."""
    return json.dumps(dataclasses.asdict(value), ensure_ascii=True, default=datetime.date.isoformat)


def unpack(kind: type[T], packed: str) -> T:
    """The extraction or article that was packed; raises ValueError for what is none."""
    try:
        value: T = _unpacked(kind, json.loads(packed))
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error
    article = value if isinstance(value, Article) else value.article
    if article.id != digest("article", article.text):
        raise ValueError("the id is not that of the text")
    for span in _spans(value):
        if article.text[span.start : span.end] != span.text:
            raise ValueError(f"the words from {span.start} to {span.end} do not stand there in the article")
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _unpacked(kind: Any, value: Any) -> Any:
    """A value of this type, from what JSON made of it."""
    arguments = get_args(kind)
    origin = get_origin(kind)
    if origin in (types.UnionType, Union):  # of something and None
        inner = next(each for each in arguments if each is not type(None))
        return None if value is None else _unpacked(inner, value)
    if origin is tuple:
        return tuple(_unpacked(arguments[0], each) for each in value)
    if origin is Literal:
        if value not in arguments:
            raise ValueError(f"{value!r} is none of {arguments}")
        return value
    if dataclasses.is_dataclass(kind):
        hints = _hints(kind)  # type: ignore[arg-type]
        values = {name: _unpacked(hints[name], each) for name, each in value.items()}
        return kind(**values)  # type: ignore[operator]
    if kind is datetime.date:
        return datetime.date.fromisoformat(value)
    if not isinstance(value, (int, float) if kind is float else kind):
        raise ValueError(f"{value!r} is no {kind.__name__}")
    return value


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _spans(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _spans(getattr(value, field.name))


def read_tables(
    sources: Sequence[str], onerror: Callable[[ArticleError], None]
) -> Iterator[tuple[str, Extraction]]:
    """What Parquet files, or folders of them, hold, in order, each with the version of its reader.

    ``onerror`` is told of rows with an error, and of files that cannot be read.
    """
    for path in _files(sources, onerror):
        try:
            yield from _read(path, onerror)
        except ArticleError as error:
            error.path = str(path)
            onerror(error)


def _files(sources: Sequence[str], onerror: Callable[[ArticleError], None]) -> Iterator[Path]:
    for source in sources:
        path = Path(source)
        found = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
        if not found:
            onerror(ArticleError(f"{source}: the folder holds no .parquet file; name one that does"))
        yield from found


def _read(path: Path, onerror: Callable[[ArticleError], None]) -> Iterator[tuple[str, Extraction]]:
    parquet, broken = _pyarrow()
    try:
        with parquet.ParquetFile(path) as file:
            number = 0
            for batch in file.iter_batches(BATCH, columns=list(COLUMNS)):
                for held in batch.to_pylist():
                    number += 1
                    try:
                        extraction = _extraction(f"{path}, row {number}", held)
                        yield held["reader"], extraction
                    except ArticleError as error:
                        error.path = held.get("path") or str(path)
                        onerror(error)
    except (OSError, broken) as error:
        reason = " ".join(str(error).split())[:200]
        raise ArticleError(
            f"{path}: cannot be read as Parquet ({reason}); give what onrecord read --out wrote"
        ) from error


def _extraction(place: str, held: dict[str, Any]) -> Extraction:
    if missing := [column for column in COLUMNS if not isinstance(held.get(column), str)]:
        raise ArticleError(f"{place}: has no text under {missing[0]}; give what onrecord read --out wrote")
    if held["error"]:
        raise ArticleError(held["error"])
    try:
        return unpack(Extraction, held["extraction"])
    except (ValueError, TypeError) as error:
        raise ArticleError(f"{place}: holds no extraction ({error}); read the article again") from error


def _pyarrow() -> tuple[Any, type[Exception]]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ArticleError(
            "Parquet needs pyarrow, which is not installed: pip install 'onrecord[parquet]'"
        ) from error
    return pyarrow.parquet, pyarrow.ArrowException
