"""Places that act for a government: "Moscow said", "the Kremlin denied", "Kyiv accused"."""

from collections.abc import Mapping

from extract.annotation import Extraction
from extract.roles import gazetteer
from graph.names import Name
from graph.titles import fields


def acting(extraction: Extraction, called: Mapping[str, Name]) -> dict[str, str]:
    """Entity id -> the country for whose government it speaks, meets or accuses in the article."""
    acts = {statement.speaker for statement in extraction.statements}
    acts |= {id for relation in extraction.relations for id in (relation.subject, relation.object)}
    return {
        id: country
        for id, name in called.items()
        if id in acts and name.kind == "body" and (country := governed(name.words))
    }


def governed(words: str) -> str | None:
    """The country that a folded name stands for: itself, its capital, the seat of its government."""
    return gazetteer().countries.get(words) or gazetteer().of_capital.get(words) or fields().seats.get(words)
