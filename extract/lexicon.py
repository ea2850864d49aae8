"""The lexicon: which English words report, meet, accuse or happen. The words stand in lexicon.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from extract.annotation import Code


@cache
def section(name: str) -> Mapping[str, frozenset[str]]:
    """The classes of one table of lexicon.toml: ``section("reporting.verbs")["clause"]`` is a set of lemmas.

    Raises KeyError where there is no such table.
    """
    table = _tables()
    for key in name.split("."):
        table = table[key]
    return {key: frozenset(words) for key, words in table.items() if isinstance(words, list)}


def code(table: str, *words: str) -> Code | None:
    """What PLOVER and CAMEO count the first of the words as that the table of ``[codes]`` knows."""
    rows = section(f"codes.{table}")
    found = (name for word in words for name, members in rows.items() if word in members)
    return next((Code(*name.split()) for name in found), None)


@cache
def verbs() -> frozenset[str]:
    """Every verb of lexicon.toml: what stands under a key "verbs", in one list or in classes."""
    return frozenset(_verbs(_tables(), inside=False))


def _verbs(table: Mapping[str, object], inside: bool) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _verbs(value, inside or key == "verbs")
        elif isinstance(value, list) and (inside or key == "verbs"):
            yield from value


@cache
def _tables() -> dict[str, dict]:  # type: ignore[type-arg]
    text = resources.files("extract").joinpath("lexicon.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
