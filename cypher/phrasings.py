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
from collections.abc import Sequence
from dataclasses import dataclass

from cypher import library
from cypher.patterns import NAME as NAME
from cypher.patterns import QUOTE as QUOTE
from cypher.patterns import Part, of_class, parse, vocabulary
from cypher.words import Word, root, words

LEAST = 2  # words of its own that a phrasing must have to say that a name in it is unknown
SLOT = re.compile(r"\{(\w+)\}")
_CLASS = re.compile(r"<([\w-]+)>")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|(?<!\w)['‘’]([^'‘’]+)['‘’](?!\w)")


@dataclass(frozen=True, slots=True)
class Form:
    """One phrasing of one question file.

    ``fixed`` counts the words that it demands, ``words`` are the roots of all its words.
    """

    query: library.Query
    phrasing: str
    slots: tuple[str, ...]
    words: frozenset[str]
    fixed: int
    tree: Part

    def pattern(self, asked: Sequence[str], loose: bool) -> str | None:
        """A regular expression over the roots of a question, None where the question cannot fit."""
        if ("quote" in self.slots) != (QUOTE in asked):
            return None
        if loose or "topic" in self.slots or self._has(asked):
            return self.tree.pattern(asked, loose)
        return None

    def _has(self, asked: Sequence[str]) -> bool:
        """Whether all words are of this phrasing: a quick look, at which most fail."""
        return all(root in self.words or root[0] in NAME + QUOTE for root in asked)


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
        if (loose and form.fixed < LEAST) or (pattern := form.pattern(roots, loose)) is None:
            continue
        if match := re.fullmatch(pattern, line):
            filled = {slot: match.span(slot) for slot, held in match.groupdict().items() if held}
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
    roots = line.split()
    if (pattern := parse(known["closings"]).pattern(roots, loose=False)) and (
        closing := re.search(f"(?:{pattern})$", line)
    ):
        end = closing.start()
    pattern = parse(known["openings"]).pattern(roots, loose=False)
    opening = re.match(f"(?:{pattern})+(?= )", line[:end]) if pattern else None
    return _words_at((opening.end() if opening else 0, end), line, asked)


def types(asked: Sequence[Word]) -> list[str]:
    """The labels of what is asked for: of "which countries" Place and Organization; [] for any."""
    nouns = {noun: labels.split() for labels, text in vocabulary()["types"].items() for noun in text.split()}
    found = [word.folded for word in asked]
    for at, word in enumerate(found):
        if word in ("which", "what"):
            return next((nouns[noun] for noun in found[at + 1 : at + 4] if noun in nouns), [])
    return []


def example(phrasing: str) -> str:
    """The plainest sentence of a phrasing: the first of several words, nothing that may be left out.

    >>> example("who (met|saw) [with] {name}")
    'who met {name}'
    """
    text = phrasing
    while match := _CLASS.search(text):
        text = f"{text[: match.start()]}({of_class(match[1], phrasing)}){text[match.end() :]}"
    while (plainer := re.sub(r"\[[^][]*\]", "", re.sub(r"\(([^()|]*)[^()]*\)", r"\1", text))) != text:
        text = plainer
    return " ".join(text.split())


def _form(query: library.Query, phrasing: str) -> Form:
    tree = parse(phrasing)
    slots = tuple(SLOT.findall(phrasing))
    return Form(query, phrasing, slots, frozenset(tree.roots), tree.fixed(), tree)


def _words_at(span: tuple[int, int], line: str, asked: Sequence[Word]) -> tuple[Word, ...]:
    """The words that stand at these characters of the line: before each there is one space."""
    start, end = span
    return tuple(asked[line.count(" ", 0, start) : line.count(" ", 0, end)])
