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
    """One phrasing of one question file.

    ``fixed`` counts the words that it demands, ``names`` the names, ``words`` are the roots of all its words.
    """

    query: library.Query
    phrasing: str
    slots: tuple[str, ...]
    words: frozenset[str]
    names: int
    fixed: int

    def may_fit(self, asked: Sequence[str], loose: bool) -> bool:
        """A quick look at the roots of a question, before its pattern is made: most do not fit most."""
        if ("quote" in self.slots) != (QUOTE in asked) or (
            not loose and self.names > sum(root.startswith(NAME) for root in asked)
        ):
            return False
        if loose or "topic" in self.slots:
            return bool(asked) and (
                asked[0] in self.words or asked[0][0] in NAME + QUOTE or self._begins_open
            )
        return all(root in self.words or root[0] in NAME + QUOTE for root in asked)

    @property
    def _begins_open(self) -> bool:
        return _required(self.phrasing).startswith("{")


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
    return frozenset[str]().union(*(form.words for form in forms()))


def matches(asked: Sequence[Word], loose: bool = False) -> list[tuple[Form, dict[str, tuple[Word, ...]]]]:
    """The phrasings that a question fits, with the words in their slots.

    The most demanding come first; loose ones by how few words they take for names.
    """
    roots = [root(word.folded) for word in asked]
    line = "".join(f" {each}" for each in roots)
    found: list[tuple[Form, dict[str, tuple[Word, ...]]]] = []
    for form in forms():
        if (loose and form.fixed < LEAST) or not form.may_fit(roots, loose):
            continue
        if match := _compiled(form.phrasing, loose).fullmatch(line):
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
    slots = tuple(SLOT.findall(phrasing))
    known = (_class_words(name) for name in _CLASS.findall(phrasing))
    own = _roots(_CLASS.sub(" ", phrasing))
    demanded = SLOT.findall(_required(phrasing))
    return Form(
        query,
        phrasing,
        slots,
        own.union(*known),
        sum(slot not in ("topic", "quote") for slot in demanded),
        len(words(SLOT.sub("", example(phrasing)))),
    )


@functools.cache
def _class_words(name: str) -> frozenset[str]:
    return _roots(_spelt(f"<{name}>"))


def _roots(text: str) -> frozenset[str]:
    return frozenset(root(word.folded) for word in words(SLOT.sub(" ", text)))


def _required(phrasing: str) -> str:
    """The phrasing without what may be left out."""
    while (shorter := re.sub(r"\[[^][]*\]", "", phrasing)) != phrasing:
        phrasing = shorter
    return phrasing.strip()


@functools.cache
def _compiled(phrasing: str, loose: bool) -> re.Pattern[str]:
    return re.compile(_pattern(_spelt(phrasing), _ANY if loose else _KNOWN))


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
