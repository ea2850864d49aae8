"""Sets of Names -> actors: what each is called, its type, and an id that their order does not touch."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.annotation import EntityType, digest
from extract.roles import gazetteer
from graph.names import Name, government
from graph.offices import Term, known_holder
from graph.titles import fields


@dataclass(frozen=True, slots=True)
class Actor:
    """A real actor. ``names`` are the ids of its Names; ``wikidata`` and ``gender`` come from the offices."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    names: tuple[str, ...]
    wikidata: str | None = None
    gender: str | None = None
    named: bool = True  # False for a title alone that nobody is known to bear


def actors(sets: Iterable[Sequence[Name]], nobody: set[str], terms: Mapping[str, Term]) -> Iterator[Actor]:
    """The sets as actors, each with the name it is best known by.

    ``nobody``: surnames that fit no full name. ``terms``: of Names that only the table of offices knows.
    """
    by_term: defaultdict[str, list[Name]] = defaultdict(list)
    for ours in sets:
        id = ours[0].id
        if len(ours) == 1 and id in terms:
            by_term[terms[id].wikidata or terms[id].person].append(ours[0])
        else:
            yield _actor(ours, nobody)
    for person, ours in sorted(by_term.items()):
        term = terms[ours[0].id]
        yield Actor(
            digest("actor", "Person", person),
            "Person",
            term.person,
            _aliases(ours, term.person),
            tuple(sorted(name.id for name in ours)),
            term.wikidata or None,
            term.gender or None,
        )


def _actor(ours: Sequence[Name], nobody: set[str]) -> Actor:
    full = [name for name in ours if name.kind == "full"]
    bodies = [name for name in ours if name.kind == "body"]
    ids = tuple(name.id for name in ours)
    if full:
        term = known_holder(full)
        forms = {form for name in full for form in name.forms}
        name = best(forms, term.person if term else None)
        anchor = (term.wikidata or term.person) if term else min(name.id for name in full)
        gender = term.gender or None if term else None
        wikidata = term.wikidata or None if term else None
        return Actor(
            digest("actor", "Person", anchor), "Person", name, _aliases(ours, name), ids, wikidata, gender
        )
    if bodies:
        words = max((name.words for name in bodies), key=lambda words: (len(words.split()), words))
        types = sorted({name.type for name in bodies})
        type = body_type(words) or types[0]
        name = _body_name(bodies, words)
        anchor = min(each.id for each in bodies if each.words == words) if len(types) == 1 else words
        return Actor(digest("actor", type, anchor), type, name, _aliases(ours, name), ids)
    single = [name for name in ours if name.kind == "single"]
    forms = {form for name in single for form in name.forms} or {
        alias for name in ours for alias in name.aliases
    }
    name = best(forms)
    # one of one word and country is itself wherever it stands
    same = {(each.words, *each.countries) for each in single} if nobody.issuperset(ids) else set()
    parts = min(same) if len(same) == 1 else (min(ids),)
    id = digest("actor", "Person", *parts)
    return Actor(id, "Person", name, _aliases(ours, name), ids, named=bool(single))


def _aliases(ours: Sequence[Name], name: str) -> tuple[str, ...]:
    return tuple(sorted({name, *(alias for each in ours for alias in each.aliases)}))


def best(forms: Iterable[str], usual: str | None = None) -> str:
    """The spelling that the table has, else the fullest; of two, the one with accents, no capitals."""
    return max(forms, key=lambda form: (form == usual, len(form.split()), form))


def _body_name(bodies: Sequence[Name], words: str) -> str:
    known = gazetteer()
    if place := known.countries.get(words) or known.capitals.get(words):
        return place
    if country := known.countries.get(words.removesuffix(" government")):
        return government(country).forms[0]
    forms = {form for name in bodies if name.words == words for form in name.forms if len(form.split()) > 1}
    return best(forms or {form for name in bodies if name.words == words for form in name.forms})


def body_type(words: str) -> EntityType | None:
    """What the tables say that a name means: a country or capital is a Place, "kremlin" is none."""
    known = gazetteer()
    if words in known.countries or words in known.capitals:
        return "Place"
    return "Organization" if words in fields().seats else None
