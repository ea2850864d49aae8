"""English question -> question file, parameters and rows.

    question -> names, days, order -> phrasing -> parameters -> rows, or why there are none

Names are looked up first, wherever they stand; then what says when, where it was written and how many is
taken out; what is left must fit a phrasing whole, so that no word is passed over. Every step is told.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cypher import circumstances, library, meaning, refusals
from cypher.circumstances import Calendar, Circumstances
from cypher.names import Names, Understood, asked_keys
from cypher.nearness import attempts
from cypher.phrasings import NAME, QUOTE, Form, matches, plain, split, types, usual
from cypher.refusals import Reader
from cypher.words import Word, root, topic_words, words

LONGEST_QUESTION = 500
MOST_ROWS = 500
MOST_WINDOW = 5  # words of the name of an actor that articles leave unnamed, of an outlet
LISTS = ("about", "topic", "types", "outlets", *library.NAMES)  # parameters that are lists; others are null


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood, what was run and what came back; without rows, ``reason`` says why.

    ``widened``: words of the topic -> words that were taken for them. ``notes`` say how days, outlets and
    names were understood, ``steps`` how the answer was come by.
    """

    question: str
    form: str | None = None
    cypher: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    rows: tuple[Mapping[str, Any], ...] = ()
    understood: tuple[Understood, ...] = ()
    widened: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
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
                {
                    "asked": each.asked,
                    "name": each.name,
                    "others": list(each.others),
                    "with": list(each.seats),
                }
                for each in self.understood
            ],
            "widened": {word: list(near) for word, near in self.widened.items()},
            "notes": list(self.notes),
            "steps": list(self.steps),
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
class _Reading:
    """A question with its names found, and without what is said of days, outlets and order."""

    words: tuple[Word, ...]
    circumstances: Circumstances
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Topic:
    """The words of a topic, in the question's own form, and the roots that stand for each of them."""

    words: tuple[Word, ...] = ()
    near: tuple[tuple[str, ...], ...] = ()

    def patterns(self) -> list[str]:
        """The parameter ``$topic``."""
        return ["|".join(roots) for roots in self.near]


def answer(database: Reader, question: str, today: datetime.date | None = None) -> Answer:
    """Answers a question out of the graph, with the rows that bear it out; never without them.

    Of the forms that the question fits, the first that has rows answers it. ``today`` is what "last week" is
    counted from.

    Raises what ``database.read`` raises; no question is an error.
    """
    if len(question) > LONGEST_QUESTION:
        return Answer(
            question, reason=f"A question of {len(question)} characters is too long: ask in one sentence."
        )
    asked = plain(split(question.encode(errors="replace").decode()))  # no server takes half a character
    names = look_up(database, asked)
    found = names.within(asked, usual())
    told = tuple(f"name: {each.asked} is {each.name}" for _, _, each in found)
    steps = [f"words: {' '.join(word.text for word in asked)}", *told]
    failed: list[Answer] = []
    seen: set[tuple[str, str]] = set()
    for loose in (False, True):
        for reading in _readings(database, _tagged(asked, found), today or datetime.date.today()):
            for form, slots in matches(reading.words, loose):
                if any(_clause(inside) for slot, inside in slots.items() if slot in library.NAMES):
                    continue
                bound = _bind(form, slots, reading, [each for _, _, each in found], names)
                if (form.query.name, repr(bound)) in seen:
                    continue
                seen.add((form.query.name, repr(bound)))
                steps.append(f"phrasing: {form.phrasing}  ({form.query.name})")
                attempt = _run(database, question, form, bound, reading)
                steps += attempt.steps
                if attempt.rows:
                    return replace(attempt, steps=tuple(steps))
                failed.append(attempt)
    # What was understood says more than a name that another reading of the question took for unknown.
    best = min(failed, key=lambda each: each.cypher is None) if failed else Answer(question)
    instead = refusals.instead(
        database, asked, [str(each.name) for _, _, each in found], best.form if best.cypher else None
    )
    reason = best.reason or refusals.unknown(asked)
    return replace(best, steps=tuple(steps), reason=f"{reason} {instead}".strip())


def look_up(database: Reader, asked: Sequence[Word]) -> Names:
    """The actors that these words may name."""
    text = [each for word in asked for each in (words(word.text) if word.folded == QUOTE else (word,))]
    written = _windows(text)
    rows = database.read(library.load("names").text, keys=sorted(asked_keys(text)), names=sorted(written))
    return Names(rows)


def _windows(text: Sequence[Word]) -> set[str]:
    return {
        " ".join(word.text for word in text[start:end])
        for start in range(len(text))
        for end in range(start + 1, min(len(text), start + MOST_WINDOW) + 1)
    }


def _tagged(asked: Sequence[Word], found: Sequence[tuple[int, int, Understood]]) -> tuple[Word, ...]:
    """The words with one word for each name: NAME and its number."""
    tagged: list[Word] = []
    end = 0
    for number, (start, after, _) in enumerate(found):
        name = " ".join(word.text for word in asked[start:after])
        tagged += [*asked[end:start], Word(name, f"{NAME}{number}")]
        end = after
    return (*tagged, *asked[end:])


def _readings(database: Reader, tagged: tuple[Word, ...], today: datetime.date) -> list[_Reading]:
    """Without the days it tells; of what is left, as it stands, without an outlet, without first and last."""

    def newest() -> datetime.date:
        (row,) = database.read(library.load("newest").text)
        return datetime.date.fromisoformat(row["day"]) if row["day"] else today

    def event(text: Sequence[Word]) -> datetime.date | None:
        if any(word.folded.startswith((NAME, QUOTE)) for word in text) or not (topic := topic_words(text)):
            return None
        rows = database.read(library.load("day-of").text, topic=topic)
        return datetime.date.fromisoformat(rows[0]["day"]) if rows and rows[0]["day"] else None

    when, rest = circumstances.timed(tagged, Calendar(today, newest, event))
    readings = [_Reading(rest, when)]
    if outlet := _outlet(database, rest):
        readings.append(_Reading(outlet[1], when, (outlet[0],)))
    for reading in list(readings):
        order, others = circumstances.ordered(reading.words, reading.circumstances)
        if order != reading.circumstances:
            readings.append(_Reading(others, order, reading.outlets))
    return readings


def _outlet(database: Reader, text: tuple[Word, ...]) -> tuple[str, tuple[Word, ...]] | None:
    """An outlet after "in", "by", "according to", and the words without it."""
    places: dict[str, tuple[int, int]] = {}
    for at, word in enumerate(text[:-1]):
        if word.folded not in ("in", "by", "to", "from", "on"):
            continue
        start = at - 1 if word.folded == "to" and at and text[at - 1].folded == "according" else at
        for end in range(at + 2, min(len(text), at + 1 + MOST_WINDOW) + 1):
            name = " ".join(each.text for each in text[at + 1 : end])
            if name[:1].isupper():
                places |= {name: (start, end), f"The {name}": (start, end)}
    if not places:
        return None
    rows = database.read(library.load("outlets").text, names=sorted(places))
    if not rows:
        return None
    name = max((str(row["name"]) for row in rows), key=len)
    start, end = places[name]
    return name, (*text[:start], *text[end:])


def _bind(
    form: Form,
    slots: Mapping[str, tuple[Word, ...]],
    reading: _Reading,
    found: Sequence[Understood],
    names: Names,
) -> tuple[dict[str, Any], tuple[Understood, ...], _Topic] | str:
    """The parameters of the query, how names were understood, and the topic; or why a slot stays empty."""
    parameters: dict[str, Any] = {key: [] if key in LISTS else None for key in form.query.parameters}
    understood: list[Understood] = []
    topic = _Topic()
    for slot, inside in slots.items():
        if slot == "quote":
            parameters["quote"] = inside[0].text.strip(" ,.;:!?")
            continue
        if slot == "topic":
            # Where actors cannot be looked for, as in what an accusation is of, their names are words too.
            about = [_name(word, found) for word in inside] if "about" in parameters else []
            named = [each for each in about if each]
            understood += named
            rest = [
                each
                for word in inside
                if not ("about" in parameters and word.folded.startswith(NAME))
                for each in (words(word.text) if word.folded.startswith((NAME, QUOTE)) else (word,))
            ]
            parameters |= {"about": [list(each.names) for each in named]} if named else {}
            topic = _topic(rest)
            if not named and not topic.words:
                return "The question names neither an actor nor a topic."
            continue
        if len(inside) == 1 and (meant := _name(inside[0], found)):
            resolved = meant
        else:
            text = [
                each
                for word in inside
                for each in (words(word.text) if word.folded.startswith((NAME, QUOTE)) else (word,))
            ]
            guess = names.resolve(text)
            if guess is None or guess.name is None:
                return refusals.nobody(text, guess, names)
            resolved = guess
        if slot == "place":
            resolved = replace(resolved, seats=())
            parameters[slot] = list(resolved.aliases)
        else:
            parameters[slot] = [*resolved.names, *resolved.seats]
        understood.append(resolved)
    when = reading.circumstances
    parameters |= {
        key: value
        for key, value in (
            ("since", when.since and when.since.isoformat()),
            ("until", when.until and when.until.isoformat()),
            ("outlets", list(reading.outlets)),
            ("types", types(reading.words)),
            ("order", when.order),
            ("limit", when.limit or MOST_ROWS),
        )
        if key in parameters
    }
    return parameters, tuple(understood), topic


def _clause(text: Sequence[Word]) -> bool:
    """Whether words that stand where a name should are more than one: "right about Kovel"."""
    return any(word.folded.startswith(NAME) for word in text) and any(word.text.islower() for word in text)


def _name(word: Word, found: Sequence[Understood]) -> Understood | None:
    return found[int(word.folded[1:])] if word.folded.startswith(NAME) else None


def _topic(text: Sequence[Word]) -> _Topic:
    """Each word of a topic once."""
    by_root = {root_of[0]: word for word in text if (root_of := topic_words((word,)))}
    return _Topic(tuple(by_root.values()), tuple((each,) for each in by_root))


def _widened(topic: _Topic, threshold: float) -> _Topic:
    """The topic with what is near to its words; a word with a capital is a name, near to nothing."""
    return replace(
        topic,
        near=tuple(
            roots if word.text[:1].isupper() else (roots[0], *meaning.near(roots[0], threshold))
            for word, roots in zip(topic.words, topic.near, strict=True)
        ),
    )


def _run(
    database: Reader,
    question: str,
    form: Form,
    bound: tuple[dict[str, Any], tuple[Understood, ...], _Topic] | str,
    reading: _Reading,
) -> Answer:
    """The rows of the first attempt at a form that finds any."""
    name = form.query.name
    if isinstance(bound, str):
        return Answer(question, name, reason=bound, steps=(f"not run: {bound}",))
    parameters, understood, topic = bound
    steps: list[str] = []
    asked = topic
    notes = reading.circumstances.told + tuple(f"in {outlet}" for outlet in reading.outlets)
    if only := parameters.get("types"):
        notes += (f"only {' or '.join(each.lower() for each in only)}",)
    rows: tuple[Mapping[str, Any], ...] = ()
    for attempt in attempts(form.query, bool(topic.words), bool(understood)):
        if attempt.threshold:
            asked = _widened(topic, attempt.threshold)
            parameters |= {"topic": asked.patterns()}
        parameters |= {key: value for key, value in attempt.reach().items() if key in parameters}
        rows = tuple(database.read(form.query.text, **parameters))
        steps.append(f"run: {name}{attempt}: {len(rows)} rows")
        if rows:
            break
    answer = Answer(question, name, form.query.text, parameters, rows, understood, {}, notes, tuple(steps))
    if rows:
        return replace(answer, widened=_met(asked, rows))
    return replace(answer, reason=refusals.nothing(name, parameters, understood, topic.words, notes))


def _met(topic: _Topic, rows: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """For each word of the topic the other words that stand for it in the rows."""
    held: dict[str, str] = {}
    for row in rows:
        for word in words(f"{row['text'] or ''} {row['evidence'] or ''}"):
            held.setdefault(root(word.folded), word.folded)
    return {
        word.text: met
        for word, roots in zip(topic.words, topic.near, strict=True)
        if (met := tuple(held[each] for each in roots[1:] if each in held))
    }
