"""How near to a statement's words its actors and its topic must stand, to be those of a question.

What is said plainly comes first; only where that is nothing are the words beside the statement looked at. How
far is chosen on the training part of the annotated Wikinews articles: by how many questions are answered that
an annotator's rows answer, and how few that none of them does (X on Y, two who stand in one article).
Of 90 questions about an actor and a topic 34 are fully right (28 without BEFORE), and 61 of 80 without an
answer find none (72); words less near than NEAR_BOUND cost more than they gave.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cypher import library, meaning

BEFORE = 300  # characters before a sentence in which whom it is about may be named, where its topic is known
NEARBY = 150  # the same, where it is not


@dataclass(frozen=True, slots=True)
class Attempt:
    """How far from a statement's words its actors and its topic may be looked for.

    ``threshold``: nearness of words that are taken for the topic's, 0 for none; ``before``: characters before
    the sentence in which the actors may be named, 0 for the sentence itself, which then must name a person;
    ``around``: whether the topic may stand there too.
    """

    threshold: float = 0.0
    before: int = 0
    around: bool = False

    def reach(self) -> dict[str, Any]:
        """The parameters ``$before`` and ``$around``."""
        return {"before": self.before, "around": self.around}

    def __str__(self) -> str:
        near = f" with words nearer than {self.threshold}" if self.threshold else ""
        where = " in the sentence" if self.around else ""
        return near + (f"{where} and {self.before} characters before" if self.before else where)


def attempts(query: library.Query, topic: bool, narrow: bool) -> Iterator[Attempt]:
    """The attempts at a question, the strictest first; the first that finds rows answers it.

    ``topic``: whether it has one; ``narrow``: whether it names actors.
    """
    near = meaning.NEAR_BOUND
    if not topic:
        found = [Attempt(), Attempt(before=1), Attempt(before=NEARBY)] if narrow else [Attempt()]
    elif narrow:
        found = [Attempt(near), Attempt(near, around=True), Attempt(near, before=BEFORE)]
    else:
        found = [Attempt(meaning.NEAR), Attempt(near)]
    for each in found:
        if {key for key, value in each.reach().items() if value} <= query.parameters.keys():
            yield each
