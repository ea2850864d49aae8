"""Relations: who met whom, who accused whom, read twice.

The rules of meetings.py and accusations.py follow the parse; the ranker weighs every pair of a sentence. What
both find is "sure", what one finds is "likely": the ranker alone has to be surer than beside a rule.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from extract.accusations import accusations, ranked_accusation
from extract.annotation import Article, Entity, Relation, Statement
from extract.arguments import Cast
from extract.meetings import meetings, ranked_meeting
from extract.pairs import Pair, accusing_pairs, meeting_pairs
from extract.ranker import Kind, agrees, likelihood, stands_alone, together

Rules = Callable[[Cast], Iterable[Relation]]
Pairs = Callable[[Cast], Iterator[Pair]]
Reading = Callable[[Cast, Pair], Relation | None]


def relations(
    doc: Doc, article: Article, actors: Iterable[Entity], stated: Iterable[Statement]
) -> Iterator[Relation]:
    """The MET and ACCUSED relations that the article holds, in the order of its text, each once."""
    cast = Cast(doc, article, actors, stated)
    found: list[Relation] = []
    ways: tuple[tuple[Kind, Rules, Pairs, Reading], ...] = (
        ("met", meetings, meeting_pairs, ranked_meeting),
        ("accused", accusations, accusing_pairs, ranked_accusation),
    )
    for kind, rules, pairs, read in ways:
        ranked = [(likelihood(kind, pair.features), pair) for pair in pairs(cast)]
        values = {(pair.one, pair.other, pair.sentence.start_char): value for value, pair in ranked}
        ruled = list(_graded(kind, rules(cast), values))
        found += ruled
        for rows in _alone(kind, ranked, {(r.subject, r.object) for r in ruled}):
            found += [relation for pair in rows if (relation := read(cast, pair))][:1]
    found.sort(key=lambda relation: (relation.evidence, relation.type, relation.subject, relation.object))
    yield from {relation.id: relation for relation in found}.values()


def _alone(
    kind: Kind, ranked: Iterable[tuple[float, Pair]], known: Collection[tuple[str, str]]
) -> Iterator[list[Pair]]:
    """What the ranker finds where no rule does: all sentences count, the likeliest stands first."""
    sentences: dict[tuple[str, str], list[tuple[float, Pair]]] = {}
    for value, pair in ranked:
        if (pair.one, pair.other) not in known:
            sentences.setdefault((pair.one, pair.other), []).append((value, pair))
    for rows in sentences.values():
        if stands_alone(kind, together(value for value, _ in rows)):
            rows.sort(key=lambda row: (-row[0], row[1].sentence.start_char))
            yield [pair for _, pair in rows]


def _graded(
    kind: Kind, relations: Iterable[Relation], values: Mapping[tuple[str, str, int], float]
) -> Iterator[Relation]:
    """What the rules found, "sure" where the ranker agrees; a denial is as sure as what it denies."""
    sure: set[tuple[str, str]] = set()
    for relation in relations:
        pair = (relation.subject, relation.object)
        denial = relation.type == "ACCUSED" and relation.modality == "denied"
        if (denial and pair in sure) or agrees(kind, values.get((*pair, relation.sentence.start), 0.0)):
            sure |= {pair}
            relation = replace(relation, grade="sure")
        yield relation
