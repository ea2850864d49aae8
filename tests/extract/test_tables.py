"""Extractions as rows of Parquet files, and back; and files that hold none."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from cypher.database import Database
from extract.annotation import Article, ArticleError, Extraction
from extract.articles import read_articles
from extract.tables import pack, read_tables, row, unpack
from extract.version import reader
from extract.workers import extractions
from graph import check, growth
from tests.conftest import empty


@pytest.fixture(scope="module")
def samples() -> list[Extraction]:
    return list(extractions(read_articles([str(resources.files("extract") / "samples")])))


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    return path


def read(*paths: Path) -> tuple[list[Extraction], list[ArticleError]]:
    errors: list[ArticleError] = []
    return [held for _, held in read_tables([str(path) for path in paths], errors.append)], errors


def test_what_was_packed_comes_out_equal(samples: list[Extraction]) -> None:
    for extraction in samples:
        assert unpack(Extraction, pack(extraction)) == extraction
        assert unpack(Article, pack(extraction.article)) == extraction.article


def test_rows_are_read_in_order_with_their_version_and_errors(
    samples: list[Extraction], tmp_path: Path
) -> None:
    failed = ArticleError("b.txt: is empty")
    failed.path = "b.txt"
    written(tmp_path / "1.parquet", [row(samples[0]), row(failed), row(samples[1])])
    written(tmp_path / "0.parquet", [row(samples[2])])
    errors: list[ArticleError] = []
    found = list(read_tables([str(tmp_path)], errors.append))
    assert found == [(reader(), samples[number]) for number in (2, 0, 1)]
    assert [(error.path, str(error)) for error in errors] == [("b.txt", "b.txt: is empty")]


def changed(extraction: Extraction, **values: object) -> dict[str, str]:
    """The row of an extraction with other values in its JSON."""
    packed = json.loads(pack(extraction))
    packed.update(values)
    return {**row(extraction), "extraction": json.dumps(packed)}


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"article": None}, "holds no extraction"),
        ({"statements": [{}]}, "holds no extraction"),
        ({"statements": 5}, "holds no extraction"),
        ({"more": 1}, "holds no extraction"),
    ],
)
def test_a_row_that_holds_no_extraction_is_named_and_the_rest_goes_on(
    samples: list[Extraction], tmp_path: Path, values: dict[str, object], reason: str
) -> None:
    path = written(tmp_path / "a.parquet", [changed(samples[0], **values), row(samples[1])])
    found, (error,) = read(path)
    assert found == [samples[1]]
    assert str(error).startswith(f"{path}, row 1: ")
    assert reason in str(error)


def test_evidence_that_does_not_stand_in_the_article_is_refused(
    samples: list[Extraction], tmp_path: Path
) -> None:
    packed = json.loads(pack(samples[0]))
    packed["statements"][0]["content"][0]["text"] = "Something else."
    held = {**row(samples[0]), "extraction": json.dumps(packed)}
    assert "do not stand there" in str(read(written(tmp_path / "a.parquet", [held]))[1][0])
    packed = json.loads(pack(samples[0]))
    packed["article"]["text"] += " More."
    held["extraction"] = json.dumps(packed)
    assert "not that of the text" in str(read(written(tmp_path / "b.parquet", [held]))[1][0])


@pytest.mark.parametrize("data", [b"", b"PAR1 but nothing else", b"PAR1" * 100])
def test_what_is_no_parquet_is_named(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(data)
    found, (error,) = read(path)
    assert not found
    assert str(error).startswith(f"{path}: cannot be read as Parquet")
    assert "\n" not in str(error)


def test_other_tables_and_empty_folders_are_named(tmp_path: Path) -> None:
    written(tmp_path / "a.parquet", [{"name": "x"}])
    assert "has no text under path" in str(read(tmp_path)[1][0])
    (tmp_path / "b").mkdir()
    assert "holds no .parquet file" in str(read(tmp_path / "b")[1][0])
    assert "cannot be read" in str(read(tmp_path / "c.parquet")[1][0])


def test_the_graph_is_that_of_reading(samples: list[Extraction], tmp_path: Path, embedded: Database) -> None:
    path = written(tmp_path / "a.parquet", [row(extraction) for extraction in samples])
    digests = []
    for found in (samples, read(path)[0]):
        empty(embedded)
        growth.load(embedded, found, reader())
        digests.append(check.digest(embedded))
    assert digests[0] == digests[1]
