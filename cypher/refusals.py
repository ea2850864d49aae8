"""Why a question has no answer, and which ones near to it have one."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from rapidfuzz import fuzz, process

from cypher import library
from cypher.names import Names, Understood
from cypher.phrasings import SLOT, example
from cypher.words import Word

NEAREST = 3  # how many questions are proposed instead
TRIED = 6  # how many are tried for that
_OPINIONS = {"should", "ought", "right", "wrong", "best", "worst", "better", "good", "bad", "guilty", "true"}
_CAUSES = {"why", "because", "cause", "causes", "reason", "reasons"}
_FORECASTS = {"will", "would", "going", "predict", "forecast", "tomorrow", "next"}
_HOLDS = "The graph holds who said, denied, met and accused, where, when, and in which article"


class Reader(Protocol):
    """What a database must offer to be asked."""

    def read(self, text: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, in its order."""
        ...


def nobody(text: Sequence[Word], resolved: Understood | None, names: Names) -> str:
    """That a name is unknown, or borne by several."""
    asked = " ".join(word.text for word in text)
    if resolved is not None:
        return f"“{asked}” may be any of {', '.join(resolved.others)}: ask by name."
    like = names.like(text)
    return f"The graph knows nobody and nothing by the name of “{asked}”." + (
        f" Did you mean {like}?" if like else ""
    )


def unknown(asked: Sequence[Word]) -> str:
    """That no phrasing fits, with the reason where its kind is known."""
    held = {word.folded for word in asked}
    if not held:
        return f"There is no question. {_HOLDS}."
    for words, kind in ((_OPINIONS, "an opinion"), (_CAUSES, "a cause"), (_FORECASTS, "the future")):
        if held & words:
            return f"{_HOLDS}; this asks for {kind}."
    return f"No question of this form is known. {_HOLDS}."


def nothing(
    form: str,
    parameters: Mapping[str, Any],
    understood: Sequence[Understood],
    topic: Sequence[Word],
    notes: Sequence[str],
) -> str:
    """That the graph has no rows, and how the question was understood."""
    given = [f"{each.asked}: {each.name}" if each.asked != each.name else each.asked for each in understood]
    given += [f"topic: {' '.join(word.text for word in topic)}"] if topic else []
    given += [f"words: {parameters['quote']}"] if parameters.get("quote") else []
    return f"The articles do not say. It was understood as {form} ({'; '.join((*given, *notes))})."


def instead(database: Reader, asked: Sequence[Word], known: Sequence[str], tried: str | None) -> str:
    """The nearest questions that have an answer, about the actors of this one where it names some."""
    line = " ".join(word.folded for word in asked)
    sentences = {
        example(query.phrasings[0]): query
        for query in library.questions()
        if query.name != tried and not {"topic", "quote", "place"} & {*SLOT.findall(query.phrasings[0])}
    }
    fitting = {
        sentence: query
        for sentence, query in sentences.items()
        if len(SLOT.findall(sentence)) == len(known[:2]) or (known and len(SLOT.findall(sentence)) == 1)
    }
    nearest = process.extract(line, list(fitting), scorer=fuzz.ratio, limit=TRIED)
    found: list[str] = []
    for sentence, _, _ in nearest:
        given = dict(zip(SLOT.findall(sentence), known, strict=False))
        query = fitting[sentence]
        lists = {key: [given[key]] if key in given else [] for key in query.parameters}
        parameters = lists | {"since": None, "until": None, "order": None, "limit": 1}
        parameters |= {"before": 0, "around": False}
        if database.read(query.text, **parameters):
            filled = SLOT.sub(lambda slot, given=given: given[slot[1]], sentence)  # type: ignore[misc]
            found.append(f"{filled[0].upper()}{filled[1:]}?")
        if len(found) == NEAREST:
            break
    return f"You can ask: {' '.join(found)}" if found else "onrecord questions lists what can be asked."
