"""English question -> question file, parameters and rows.

The phrasings stand in the headers of questions/*.cypher, as ``// ask: who (met|saw) {name} [in {place}]``:
``(a|b)`` is one of several, ``[x]`` may be left out, ``{name}`` is a slot. Words are compared without
articles and endings ("accused" fits "accuse", "said" does not fit "say"). Two slots are special: ``{topic}``
takes any words, whose names become ``$about`` and whose other words ``$topic``; ``{quote}`` takes words in
quotation marks. Every other slot is the name of one actor, as the parameter of its name.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from rapidfuzz import fuzz, process

from cypher import library
from cypher.names import Names, Understood
from cypher.words import Word, root, topic_words, words

LONGEST_QUESTION = 500
NEAREST = 3  # how many questions are proposed instead
LISTS = ("about", "topic")  # the parameters that are lists; all others are strings or null

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|(?<!\w)['‘’]([^'‘’]+)['‘’](?!\w)")
QUOTE = '"'  # a quotation among the folded words of a question
_SLOT = re.compile(r"\{(\w+)\}")
_PHRASING = re.compile(r"\{\w+\}|[()|\[\]]|[^\s()|\[\]{}]+")


class Reader(Protocol):
    """What a database must offer to be asked."""

    def read(self, text: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, in its order."""
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood, what was run and what came back; without rows, ``reason`` says why."""

    question: str
    form: str | None = None
    cypher: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    rows: tuple[Mapping[str, Any], ...] = ()
    understood: tuple[Understood, ...] = ()
    reason: str | None = None

    @property
    def answered(self) -> bool:
        """Whether the graph holds an answer."""
        return bool(self.rows)

    @property
    def value(self) -> str | int | None:
        """Yes or no, a number, a date, a place, where the question asks for one and all rows agree."""
        values = {row.get("value") for row in self.rows}
        return values.pop() if len(values) == 1 else None

    def to_json(self) -> dict[str, Any]:
        """The public JSON of ``onrecord ask --json``."""
        return {
            "question": self.question,
            "answered": self.answered,
            "form": self.form,
            "cypher": self.cypher,
            "parameters": dict(self.parameters),
            "understood": [
                {"asked": each.asked, "name": each.name, "others": list(each.others)}
                for each in self.understood
            ],
            "value": self.value,
            "answers": [_answer_json(row) for row in self.rows],
            "reason": self.reason,
        }


def _answer_json(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": row["name"],
        "type": row["type"],
        "text": row["text"],
        "evidence": row["evidence"],
        "article": {key: row[key] for key in ("path", "title", "published", "source")},
        "start": row["start"],
        "end": row["end"],
    } | ({"modality": row["modality"]} if "modality" in row else {})


@dataclass(frozen=True, slots=True)
class Form:
    """One phrasing of one question file, ready to be compared. ``fixed`` counts the words that it demands."""

    query: library.Query
    pattern: re.Pattern[str]
    fixed: int


def answer(database: Reader, question: str) -> Answer:
    """Answers a question out of the graph, with the rows that bear it out; never without them.

    Of the forms that the question fits, the first that has rows answers it.

    Raises what ``database.read`` raises; no question is an error.
    """
    if len(question) > LONGEST_QUESTION:
        return Answer(
            question, reason=f"A question of {len(question)} characters is too long: ask in one sentence."
        )
    asked = split(question)
    names = Names(database.read(library.load("names").text))
    failed: list[Answer] = []
    for form, slots in matches(asked):
        bound = _bind(form, slots, names)
        name = form.query.name
        if isinstance(bound, str):
            failed.append(Answer(question, name, reason=f"{bound} {_instead(asked, names)}"))
            continue
        parameters, understood = bound
        rows = tuple(database.read(form.query.text, **parameters))
        found = Answer(question, name, form.query.text, parameters, rows, understood)
        if rows:
            return found
        failed.append(replace(found, reason=f"{_nothing(form, parameters)} {_instead(asked, names, name)}"))
    if failed:
        # What was understood says more than a name that another reading of the question took for unknown.
        return min(failed, key=lambda each: each.cypher is None)
    return Answer(question, reason=f"No question of this form is known. {_instead(asked, names)}")


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


def matches(asked: Sequence[Word]) -> Iterator[tuple[Form, dict[str, tuple[Word, ...]]]]:
    """The phrasings that a question fits, the most demanding first, with the words in their slots."""
    line = "".join(f" {root(word.folded)}" for word in asked)
    for form in forms():
        if match := form.pattern.fullmatch(line):
            yield form, {slot: _words_at(match.span(slot), line, asked) for slot in match.groupdict()}


def _words_at(span: tuple[int, int], line: str, asked: Sequence[Word]) -> tuple[Word, ...]:
    """The words that stand at these characters of the line: before each there is one space."""
    start, end = span
    return tuple(asked[line.count(" ", 0, start) : line.count(" ", 0, end)])


@functools.cache
def forms() -> tuple[Form, ...]:
    """All phrasings of all question files: those with a quotation first, then those with most words."""
    found = [
        Form(query, *_pattern(phrasing)) for query in library.questions() for phrasing in query.phrasings
    ]
    return tuple(sorted(found, key=lambda form: ("quote" not in form.pattern.groupindex, -form.fixed)))


def _pattern(phrasing: str) -> tuple[re.Pattern[str], int]:
    """The phrasing as a regular expression over " who did putin meet", and how many words it demands.

    Each word is compared without its ending.
    """
    regex = ""
    for part in _PHRASING.findall(phrasing):
        if part in "[(":
            regex += "(?:"
        elif part in "|)]":
            regex += {"|": "|", ")": ")", "]": ")?"}[part]
        elif part == "{quote}":
            regex += f"(?P<quote> {QUOTE})"
        elif part.startswith("{"):
            regex += rf"(?P<{part[1:-1]}>(?: \S+)+?)"
        else:
            regex += "".join(f" {re.escape(root(word.folded))}" for word in words(part))
    return re.compile(regex), len(words(_SLOT.sub("", example(phrasing))))


def example(phrasing: str) -> str:
    """The plainest sentence of a phrasing: the first of several words, nothing that may be left out.

    >>> example("who (met|saw) [with] {name}")
    'who met {name}'
    """
    without = re.sub(r"\[[^]]*\]", "", phrasing)
    return " ".join(re.sub(r"\(([^|)]*)[^)]*\)", r"\1", without).split())


def _bind(
    form: Form, slots: Mapping[str, tuple[Word, ...]], names: Names
) -> tuple[dict[str, Any], tuple[Understood, ...]] | str:
    """The parameters of the query and how names were understood; or why a slot cannot be filled."""
    parameters: dict[str, Any] = {key: [] if key in LISTS else None for key in form.query.parameters}
    understood: list[Understood] = []
    for slot, inside in slots.items():
        if slot == "quote":
            parameters["quote"] = inside[0].text.strip(" ,.;:!?")
            continue
        expanded = tuple(
            each for word in inside for each in (words(word.text) if word.folded == QUOTE else (word,))
        )
        if slot == "topic":
            # Where actors cannot be looked for, as in what an accusation is of, their names are words too.
            found, rest = names.within(expanded) if "about" in parameters else ([], expanded)
            understood += found
            parameters |= {"about": list(dict.fromkeys(each.alias for each in found))} if found else {}
            parameters["topic"] = topic_words(rest)
            if not found and not parameters["topic"]:
                return "The question names neither an actor nor a topic."
            continue
        resolved = names.resolve(expanded)
        if resolved is None or resolved.name is None:
            return _nobody(" ".join(word.text for word in expanded), resolved)
        parameters[slot] = resolved.alias
        understood.append(resolved)
    return parameters, tuple(understood)


def _nobody(asked: str, resolved: Understood | None) -> str:
    if resolved is None:
        return f"The graph knows nobody and nothing by the name of “{asked}”."
    return f"“{asked}” may be any of {', '.join(resolved.others)}: ask by name."


def _nothing(form: Form, parameters: Mapping[str, Any]) -> str:
    given = [
        f"{key}: {', '.join(value) if isinstance(value, list) else value}"
        for key, value in parameters.items()
        if value
    ]
    return f"The articles do not say. It was understood as {form.query.name} ({'; '.join(given)})."


def _instead(asked: Sequence[Word], names: Names, tried: str | None = None) -> str:
    """The nearest questions that can be asked, about the actors of this one where it names some."""
    line = " ".join(word.folded for word in asked)
    known = [str(each.name) for each in names.within(asked)[0]]
    sentences = [example(query.phrasings[0]) for query in library.questions() if query.name != tried]
    if known:
        sentences = [s for s in sentences if len(_SLOT.findall(s)) <= len(known)]
        sentences = [s for s in sentences if not {"topic", "quote", "place"} & {*_SLOT.findall(s)}]
    nearest = process.extract(line, sentences, scorer=fuzz.ratio, limit=NEAREST)
    filled = [_fill(sentence, known) for sentence, _, _ in nearest]
    return f"You can ask: {' '.join(filled)}"


def _fill(sentence: str, known: Sequence[str]) -> str:
    """The sentence with names in its slots, or, where there are not enough, the names of the slots."""
    given = iter(known)
    filled = _SLOT.sub(lambda slot: next(given, slot[1].upper()), sentence)
    return f"{filled[0].upper()}{filled[1:]}?"
