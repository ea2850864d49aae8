"""Words of a question: how they are folded, what is left of them without endings, which carry no topic."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cypher.library import fold as fold

# The same endings stand in questions/*.cypher, which look a root up in a statement.
ENDINGS = ("ies", "ied", "ing", "es", "ed", "e", "s", "y")
ARTICLES = frozenset({"the", "a", "an"})
# Words that say nothing about a topic. "not", "no" and "never" do, and stay.
FUNCTION_WORDS = frozenset(
    """
    the a an s of for to in on at by with from into over under about between against among as and or but if
    that this these those it its he him his she her they them their we us our you your i my me himself
    herself is are was were be been being am has have had having do does did doing will would can could
    shall should may might must who whom whose which what when where why how there here than then so such
    very just also any some somebody someone something anybody anyone anything
    """.split()  # noqa: SIM905
)

# "The issue of the border" is about the border.
VAGUE = frozenset(
    """
    issue issues matter matters subject subjects topic topics question questions situation case affair affairs
    idea problem problems role alleged reported possible current recent latest new so-called
    """.split()  # noqa: SIM905
)

_WORD = re.compile(r"\w+")
_INITIAL = re.compile(r"(?<=\b\w)\.")
_NEGATION = re.compile(r"n['’]t\b", re.IGNORECASE)
_CONTRACTION = re.compile(r"\b(who|what|where|when)['’]s\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was written, and folded: lower case, without accents."""

    text: str
    folded: str


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, without articles and the possessive s: "the U.S. president's" -> US, president.

    >>> [word.folded for word in words("Who’s met Kim Jong-un?")]
    ['who', 'is', 'met', 'kim', 'jong', 'un']
    """
    text = _CONTRACTION.sub(r"\1 is", _NEGATION.sub(" not", _INITIAL.sub("", text)))
    text = re.sub(r"['’]s\b", "", text)
    found = (Word(match[0], fold(match[0])) for match in _WORD.finditer(text))
    return tuple(word for word in found if word.folded not in ARTICLES)


def root(word: str) -> str:
    """What is left of a folded word without the ending of its inflection, three letters at least.

    >>> root("guarantees"), root("denied"), root("deny"), root("press")
    ('guarante', 'den', 'den', 'press')
    """
    if word.endswith("ss"):
        return word
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def topic_words(found: Iterable[Word]) -> list[str]:
    """Roots of the words that carry a topic, each once, in their order."""
    return list(dict.fromkeys(root(w.folded) for w in found if w.folded not in FUNCTION_WORDS | VAGUE))
