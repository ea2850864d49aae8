"""Relations: who met whom, who accused whom, by plain rules over the parse with the lexicon."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from extract.accusations import accusations
from extract.annotation import Article, Entity, Relation, Statement
from extract.arguments import Cast
from extract.meetings import meetings


def relations(
    doc: Doc, article: Article, actors: Iterable[Entity], stated: Iterable[Statement]
) -> Iterator[Relation]:
    """The MET and ACCUSED relations that the article holds, in the order of its text, each once."""
    cast = Cast(doc, article, actors, stated)
    found = [*meetings(cast), *accusations(cast)]
    found.sort(key=lambda relation: (relation.evidence, relation.type, relation.subject, relation.object))
    yield from {relation.id: relation for relation in found}.values()
