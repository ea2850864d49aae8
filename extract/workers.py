"""Articles read by several processes at once: the same extractions in the same order as one process gives.

What one article says depends on nothing but the article, so that each process reads whole articles with a
pipeline of its own. An article that breaks the reading is named and skipped, by one process and by many.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import chain
from multiprocessing import connection

from spacy.language import Language

from extract import pipeline
from extract.annotation import Article, ArticleError, Extraction
from extract.encoder import ModelError

WORTH = 80_000  # characters: with fewer to read the processes take longer to start than they save
AHEAD = 4  # articles a process that are sent out before the first of them is asked for


class WorkerError(Exception):
    """A process that was reading has ended. The message says which articles it may have been at."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extractions(
    articles: Iterable[Article],
    workers: int = 1,
    onerror: Callable[[ArticleError], None] | None = None,
    worth: int = WORTH,
) -> Iterator[Extraction]:
    """Read articles with so many processes, and give what they say in their order.

    Fewer than ``worth`` characters are read in this process. ``onerror`` is called with an ArticleError for
    each article that the reading fails at; without it the first one is raised. Raises ModelError, and
    WorkerError where a process was killed. Close it to end the processes.
    """
    articles = iter(articles)
    few = list(_few(articles, worth)) if workers > 1 else []
    if workers > 1 and sum(len(article.text) for article in few) >= worth:
        outcomes = _in_parallel(chain(few, articles), workers)
    else:
        outcomes = _in_turn(chain(few, articles))
    for outcome in outcomes:
        if isinstance(outcome, Extraction):
            yield outcome
        elif onerror is None:
            raise outcome
        else:
            onerror(outcome)


def _few(articles: Iterator[Article], worth: int) -> Iterator[Article]:
    """The first articles, until they are worth it."""
    size = 0
    while size < worth and (article := next(articles, None)):
        size += len(article.text)
        yield article


def _in_turn(articles: Iterable[Article]) -> Iterator[Extraction | ArticleError]:
    nlp: Language | None = None
    for article in articles:
        nlp = nlp or pipeline.load()
        yield outcome(article, nlp)


def _in_parallel(articles: Iterable[Article], workers: int) -> Iterator[Extraction | ArticleError]:
    # Forking would copy the locks of the driver's threads in whatever state they are
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_begin)
    sent: deque[tuple[Article, Future[Extraction | ArticleError]]] = deque()
    is_done = False
    try:
        for article in articles:
            with _without_interrupts():
                sent.append((article, pool.submit(_read, article)))
            if len(sent) >= AHEAD * workers:
                yield sent[0][1].result()
                sent.popleft()
        while sent:
            yield sent[0][1].result()
            sent.popleft()
        is_done = True
    except BrokenProcessPool as error:
        names = ", ".join(dict.fromkeys(article.path for article, _ in list(sent)[:workers]))
        raise WorkerError(
            f"a reading process was killed, perhaps for want of memory, at one of {names}; what was read "
            "before stays; run it again, with --workers 1 if it happens again"
        ) from error
    finally:
        if not is_done:
            for process in multiprocessing.active_children():
                process.terminate()
        pool.shutdown(cancel_futures=True)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let processes that are started here be born deaf to Ctrl-C: they would print where it met them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make this process leave Ctrl-C to its parent, and end with it even if that is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


_nlp = cache(pipeline.load)


def _read(article: Article) -> Extraction | ArticleError:
    return outcome(article, _nlp())


def outcome(article: Article, nlp: Language) -> Extraction | ArticleError:
    """What the article says, or the error that the reading of it ended with."""
    try:
        return pipeline.extract_one(article, pipeline.read(article, nlp))
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 - one article of a million must not end the reading of the others
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        failed = ArticleError(f"{article.path}: the reading failed ({reason}); report it with the article")
        failed.path = article.path
        return failed
