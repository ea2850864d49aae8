"""Articles read by Ray Data, on one machine or many: the same reading, an article a row, into Parquet files.

Sources are shared out file by file, so that every machine must see them under the same path, and the folder
that is written to. A file or an article that cannot be read is a row with its error.
"""

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from extract import pipeline
from extract.annotation import Article, ArticleError
from extract.articles import files, read_articles
from extract.identity import is_address
from extract.tables import pack, row, unpack
from extract.workers import WorkerError, outcome

FILES_A_TASK = 100
ARTICLES_A_TASK = 32
ROOT = Path(__file__).parent.parent


class Reader:
    """Reads articles in a process that Ray keeps for it, with a pipeline of its own."""

    def __init__(self) -> None:
        """Load the pipeline; raises ModelError."""
        self._nlp = pipeline.load()

    def __call__(self, told: dict[str, Any]) -> dict[str, Any]:
        """The row (tables.row) of an article, or of the error that stands in its place."""
        if told["article"]:
            return dict(row(outcome(unpack(Article, told["article"]), self._nlp)))
        error = ArticleError(told["error"])
        error.path = told["path"]
        return dict(row(error))


def articles(told: dict[str, Any], keys: Mapping[str, tuple[str, ...]]) -> list[dict[str, str]]:
    """The articles of a file and what of it cannot be read, as rows of text: article, path, error."""
    return list(_articles(str(told["source"]), keys))


def _articles(source: str, keys: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, str]]:
    failed: list[ArticleError] = []
    for article in read_articles([source], failed.append, keys):
        yield {"article": pack(article), "path": article.path, "error": ""}
    for error in failed:
        yield {"article": "", "path": error.path or source, "error": str(error)}


def read(sources: Sequence[str], out: Path, keys: Mapping[str, tuple[str, ...]], workers: int) -> None:
    """Read files and folders with so many processes of Ray into Parquet files in ``out``.

    Ray's cluster is the one that RAY_ADDRESS names, else one on this machine. Raises ArticleError for sources
    that cannot be shared out and where Ray is missing, WorkerError where Ray fails.
    """
    named = list(_named(sources))
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ArticleError(f"{out} is not empty; name a folder that is, or none yet")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing goes out from here
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise ArticleError("Ray is not installed: pip install 'onrecord[ray]'") from error
    here = not os.environ.get("RAY_ADDRESS")
    ray.init(
        num_cpus=workers + 1 if here else None,  # one that shares out and writes
        include_dashboard=False if here else None,
        log_to_driver=False,
        logging_level=logging.ERROR,
        runtime_env={"env_vars": {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}},
    )
    reader: Any = Reader  # Ray's types know functions only
    split: Any = partial(articles, keys=dict(keys))
    for name in ("ray", "ray.data"):  # what goes wrong comes as an exception
        logging.getLogger(name).setLevel(logging.CRITICAL)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.execution_options.preserve_order = True
    try:
        tasks = max(workers, -(-len(named) // FILES_A_TASK))
        (
            ray.data.from_items(
                [{"source": name} for name in named], override_num_blocks=min(tasks, len(named))
            )
            .flat_map(split)
            .repartition(target_num_rows_per_block=ARTICLES_A_TASK)
            .map(reader, compute=ray.data.ActorPoolStrategy(size=workers))
            .write_parquet(str(out.resolve()))
        )
    except (ray.exceptions.RayError, OSError) as error:
        reason = " ".join(str(error).split())[-300:]
        raise WorkerError(f"Ray could not read on: {reason}") from error
    finally:
        ray.shutdown()


def _named(sources: Sequence[str]) -> Iterator[str]:
    """The files of the sources, by paths that do not depend on the folder one is in."""
    for source in sources:
        if source == "-" or is_address(source):
            raise ArticleError(f"{source}: Ray reads files and folders; save it to a file first")
        yield from (str(path.absolute()) for path in files(source, _refuse))


def _refuse(error: ArticleError) -> None:
    raise error
