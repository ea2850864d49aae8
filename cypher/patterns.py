"""Phrasings as trees, and what is left of a tree for one question as a regular expression.

With its classes a phrasing holds hundreds of words, a question ten. So only the ways through the tree that
the question's own words allow are made into a pattern: a small one, or none. No answer is lost by that, for
a way that needs another word cannot fit.
"""

import functools
import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from cypher import library
from cypher.library import QuestionError
from cypher.words import root, words

QUOTE = '"'  # a quotation among the folded words of a question
NAME = "@"  # the name of an actor among them
_TOKEN = re.compile(r"\{\w+\}|<[\w-]+>|[()|\[\]]|[^\s()|\[\]{}<>]+")
_KNOWN, _ANY = r" @\d+", r"(?! (?:with|by|of|to|in|at|on|for) )(?: [^\s\"]+)+?"  # what a name slot takes


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a phrasing: a word, a slot, parts in a row, one of several, or one that may be left out.

    ``roots`` are those of the word or of all words inside; of a word they stand in their order.
    """

    kind: Literal["word", "slot", "all", "any", "maybe"]
    roots: tuple[str, ...] | frozenset[str] = ()
    slot: str = ""
    inside: tuple["Part", ...] = ()

    def fixed(self) -> int:
        """How many words its plainest form has: the first of several, nothing that may be left out."""
        match self.kind:
            case "word":
                return len(self.roots)
            case "all":
                return sum(part.fixed() for part in self.inside)
            case "any":
                return self.inside[0].fixed()
        return 0

    def pattern(self, asked: Collection[str], loose: bool) -> str | None:
        """A regular expression over " who did putin meet", for a question of these roots.

        None where it cannot fit. Where it is ``loose`` any words may stand for a name.
        """
        if self.kind == "word":
            fits = all(each in asked for each in self.roots)
            return "".join(f" {re.escape(each)}" for each in self.roots) if fits else None
        if self.kind == "slot":
            return self._slot(asked, loose)
        ways = [part.pattern(asked, loose) for part in self.inside]
        possible = [way for way in ways if way is not None]
        if self.kind == "all":
            return "".join(possible) if len(possible) == len(ways) else None
        if not possible:
            return "" if self.kind == "maybe" else None
        return f"(?:{'|'.join(possible)}){'?' if self.kind == 'maybe' else ''}"

    def _slot(self, asked: Collection[str], loose: bool) -> str | None:
        if self.slot == "quote":
            return f"(?P<quote> {QUOTE})" if QUOTE in asked else None
        if self.slot == "topic":
            return r"(?P<topic>(?: \S+)+?)"
        if loose:
            return f"(?P<{self.slot}>{_ANY})"
        return f"(?P<{self.slot}>{_KNOWN})" if any(each.startswith(NAME) for each in asked) else None


@functools.cache
def vocabulary() -> dict[str, Any]:
    """What questions/vocabulary.toml holds: ``words`` (class -> phrasing), ``ignored``, ``openings``."""
    path = library.FOLDER / "questions" / "vocabulary.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def of_class(name: str, phrasing: str) -> str:
    """What vocabulary.toml lists under a class that a phrasing names. Raises QuestionError for nothing."""
    if name not in vocabulary()["words"]:
        raise QuestionError(f"{phrasing!r}: vocabulary.toml has no words for <{name}>")
    return str(vocabulary()["words"][name])


def parse(phrasing: str) -> Part:
    """The tree of a phrasing. Raises QuestionError where it names a class that vocabulary.toml lacks."""
    return _ways(list(reversed(_TOKEN.findall(phrasing))), phrasing)


def _ways(tokens: list[str], phrasing: str) -> Part:
    """What stands before the next closing bracket, or the end, which is taken from the tokens with it."""
    ways: list[list[Part]] = [[]]
    while tokens and (token := tokens.pop()) not in (")", "]"):
        match token[0]:
            case "|":
                ways.append([])
            case "(":
                ways[-1].append(_ways(tokens, phrasing))
            case "[":
                ways[-1].append(_joined("maybe", [_ways(tokens, phrasing)]))
            case "<":
                ways[-1].append(_class(token[1:-1], phrasing))
            case "{":
                ways[-1].append(Part("slot", slot=token[1:-1]))
            case _:
                ways[-1].append(_word(token))
    return _joined("any", [_joined("all", way) for way in ways])


def _joined(kind: Literal["all", "any", "maybe"], parts: Iterable[Part]) -> Part:
    inside = tuple(parts)
    if len(inside) == 1 and kind != "maybe":
        return inside[0]
    return Part(kind, frozenset().union(*(part.roots for part in inside)), inside=inside)


@functools.cache
def _word(token: str) -> Part:
    return Part("word", tuple(root(word.folded) for word in words(token)))


def _class(name: str, phrasing: str) -> Part:
    return _parsed(of_class(name, phrasing))


@functools.cache
def _parsed(phrasing: str) -> Part:
    return parse(phrasing)
