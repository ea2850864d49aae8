"""The phrasings in the headers of questions/*.cypher, as patterns over the words of a question.

    // ask: who (met|saw) {name} [in {place}]

``(a|b)`` is one of several, ``[x]`` may be left out, ``<meet>`` stands for what vocabulary.toml lists under
meet, ``{name}`` is a slot. Words are compared without articles and endings ("accused" fits "accuse", "said"
does not fit "say"). A name that the graph knows is one word of the question, NAME and its number, and a
stretch in quotation marks is the word QUOTE: ``{quote}`` takes the latter, ``{topic}`` takes any words, every
other slot takes a name. ``loose`` patterns take any words for a name, to say which name is not known.
"""

import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cypher import library
from cypher.library import QuestionError
from cypher.words import Word, root, words

QUOTE = '"'  # a quotation among the folded words of a question
NAME = "@"  # the name of an actor among them
LEAST = 2  # words of its own that a phrasing must have to say that a name in it is unknown
_PART = re.compile(r"\{\w+\}|<[\w-]+>|[()|\[\]]|[^\s()|\[\]{}<>]+")
_KNOWN, _ANY = r" @\d+", r"(?! (?:with|by|of|to|in|at|on|for) )(?: [^\s\"]+)+?"  # what a name slot takes
SLOT = re.compile(r"\{(\w+)\}")
_CLASS = re.compile(r"<([\w-]+)>")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|(?<!\w)['‘’]([^'‘’]+)['‘’](?!\w)")


@dataclass(frozen=True, slots=True)
class Form:
    """One phrasing of one question file. ``fixed`` counts the words that it demands."""

    query: library.Query
    phrasing: str
    strict: re.Pattern[str]
    loose: re.Pattern[str]
    fixed: int

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots."""
        return tuple(self.strict.groupindex)


@functools.cache
def vocabulary() -> dict[str, Any]:
    """What questions/vocabulary.toml holds: ``words`` (class -> phrasing), ``ignored``, ``openings``."""
    path = library.FOLDER / "questions" / "vocabulary.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@functools.cache
def forms() -> tuple[Form, ...]:
    """All phrasings: those with a quotation first, then those with most words, then those without a topic."""
    found = [_form(query, phrasing) for query in library.questions() for phrasing in query.phrasings]
    return tuple(
        sorted(found, key=lambda form: ("quote" not in form.slots, -form.fixed, "topic" in form.slots))
    )


@functools.cache
def usual() -> frozenset[str]:
    """The words, without endings, that phrasings are made of: written small they are no names."""
    spelt = (_spelt(phrasing) for query in library.questions() for phrasing in query.phrasings)
    return frozenset(root(word.folded) for each in spelt for word in words(SLOT.sub(" ", each)))


def matches(asked: Sequence[Word], loose: bool = False) -> list[tuple[Form, dict[str, tuple[Word, ...]]]]:
    """The phrasings that a question fits, with the words in their slots.

    The most demanding come first; loose ones by how few words they take for names.
    """
    line = "".join(f" {root(word.folded)}" for word in asked)
    found: list[tuple[Form, dict[str, tuple[Word, ...]]]] = []
    for form in forms():
        if loose and form.fixed < LEAST:
            continue
        if match := (form.loose if loose else form.strict).fullmatch(line):
            filled = {slot: match.span(slot) for slot in form.slots if match[slot]}
            found.append((form, {slot: _words_at(span, line, asked) for slot, span in filled.items()}))
    if loose:
        found.sort(key=lambda each: sum(len(each[1][slot]) for slot in each[1] if slot in library.NAMES))
    return found


def split(question: str) -> tuple[Word, ...]:
    """The words of a question; a stretch in quotation marks is one word, folded to the quotation mark.

    >>> [word.text for word in split('Who said "light at the end of the tunnel"?')]
    ['Who', 'said', 'light at the end of the tunnel']
    """
    found: list[Word] = []
    end = 0
    for match in _QUOTED.finditer(question):
        found.extend(words(question[end : match.start()]))
        found.append(Word(match[1] or match[2], QUOTE))
        end = match.end()
    return (*found, *words(question[end:]))


def plain(asked: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a question without those that vocabulary.toml knows to add nothing to it."""
    known = vocabulary()
    ignored = {*known["ignored"].split()}
    asked = tuple(word for word in asked if word.folded not in ignored or word.text[0].isupper())
    line = "".join(f" {root(word.folded)}" for word in asked)
    end = len(line)
    if closing := re.search(f"(?:{_pattern(_spelt(known['closings']), '')})$", line):
        end = closing.start()
    opening = re.match(f"(?:{_pattern(_spelt(known['openings']), '')})+(?= )", line[:end])
    return _words_at((opening.end() if opening else 0, end), line, asked)


def example(phrasing: str) -> str:
    """The plainest sentence of a phrasing: the first of several words, nothing that may be left out.

    >>> example("who (met|saw) [with] {name}")
    'who met {name}'
    """
    text = _spelt(phrasing)
    while (plainer := re.sub(r"\[[^][]*\]", "", re.sub(r"\(([^()|]*)[^()]*\)", r"\1", text))) != text:
        text = plainer
    return " ".join(text.split())


def _form(query: library.Query, phrasing: str) -> Form:
    strict, loose = (re.compile(_pattern(_spelt(phrasing), names)) for names in (_KNOWN, _ANY))
    return Form(query, phrasing, strict, loose, len(words(SLOT.sub("", example(phrasing)))))


def _spelt(phrasing: str) -> str:
    """The phrasing with its classes written out."""
    known = vocabulary()["words"]
    while match := _CLASS.search(phrasing):
        if match[1] not in known:
            raise QuestionError(f"{phrasing!r}: vocabulary.toml has no words for <{match[1]}>")
        phrasing = f"{phrasing[: match.start()]}({known[match[1]]}){phrasing[match.end() :]}"
    return phrasing


def _pattern(phrasing: str, names: str) -> str:
    """The phrasing as a regular expression over " who did putin meet"; each word without its ending."""
    regex = ""
    for part in _PART.findall(phrasing):
        if part in "[(":
            regex += "(?:"
        elif part in "|)]":
            regex += {"|": "|", ")": ")", "]": ")?"}[part]
        elif part == "{quote}":
            regex += f"(?P<quote> {QUOTE})"
        elif part == "{topic}":
            regex += r"(?P<topic>(?: \S+)+?)"
        elif part.startswith("{"):
            regex += f"(?P<{part[1:-1]}>{names})"
        else:
            regex += "".join(f" {re.escape(root(word.folded))}" for word in words(part))
    return regex


def _words_at(span: tuple[int, int], line: str, asked: Sequence[Word]) -> tuple[Word, ...]:
    """The words that stand at these characters of the line: before each there is one space."""
    start, end = span
    return tuple(asked[line.count(" ", 0, start) : line.count(" ", 0, end)])
