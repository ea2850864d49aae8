"""Names of many articles -> one actor each: a pure function of the set of Names, and of judgements.

    1. full names of persons, within a block of like surnames: alike, and nothing said against it (compare());
       names of organizations and places: the same, or an acronym with one fitting name
    2. surnames alone: the one full name that fits, near that year
    3. titles alone: the holder by the dated table of offices, else the one whom articles of that year call so
    4. judgements outrank all this

When unsure, Names stay apart: a surname that fits two is an actor of its article only. The order of the Names
does not matter, and what comes out for one depends only on the Names that share a key with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from extract.annotation import EntityType, digest
from extract.roles import fold, gazetteer
from graph.judgements import Judgement, latest
from graph.likeness import LINE, Comparison, compare, like_family
from graph.names import Name, government, initials, person_words, sound, surname
from graph.offices import Term, known_holder, offices
from graph.titles import fields

_NEAR = 3  # years between articles that a surname alone may bridge


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


def resolve(names: Iterable[Name], judgements: Sequence[Judgement] = ()) -> dict[str, Actor]:
    """Name id -> actor."""
    by_id = {name.id: name for name in sorted(names, key=lambda name: name.id)}
    parts = _Parts(by_id, latest(judgements))
    blocks: defaultdict[str, list[Name]] = defaultdict(list)
    alone: list[Name] = []
    for name in by_id.values():
        if name.kind in ("full", "body"):
            blocks[name.home].append(name)
        else:
            alone.append(name)
    for home, block in sorted(blocks.items()):
        if home.startswith("person:"):
            _persons(block, parts)
        else:
            _bodies(block, parts)
    parts.judge(kinds=("full", "body"))
    persons = _clusters(by_id, parts)
    _surnames([name for name in alone if name.kind == "single"], persons, parts)
    terms = dict(_titles([name for name in alone if name.kind == "title"], persons, parts))
    parts.judge(kinds=("full", "body", "single", "title"))
    actors: dict[str, Actor] = {}
    for actor in _actors(by_id, parts, terms):
        # two whom a judgement keeps apart, and the table of offices does not
        one = replace(actor, id=digest("actor", *actor.names)) if actor.id in actors else actor
        actors[one.id] = one
    return {name: actor for actor in actors.values() for name in actor.names}


class _Parts:
    """Names in disjoint sets (union-find), with pairs that must not come together."""

    def __init__(self, names: Mapping[str, Name], judgements: Sequence[Judgement]) -> None:
        self.names = names
        self._up = {id: id for id in names}
        self._members = {id: [id] for id in names}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        self._same: list[tuple[str, str]] = []
        self.nobody: set[str] = set()  # surnames that no full name fits
        for judgement in judgements:
            if judgement.a in names and judgement.b in names:
                if judgement.verdict == "same":
                    self._same.append((judgement.a, judgement.b))
                else:
                    self.forbid(judgement.a, judgement.b)

    def find(self, id: str) -> str:
        while self._up[id] != id:
            id = self._up[id]
        return id

    def members(self, id: str) -> Sequence[str]:
        return self._members[self.find(id)]

    def forbid(self, a: str, b: str) -> None:
        self._apart[a].add(b)
        self._apart[b].add(a)

    def may_join(self, a: str, b: str) -> bool:
        """Whether no two Names of the two sets must stay apart."""
        ours, theirs = self.members(a), self.members(b)
        if len(ours) > len(theirs):
            ours, theirs = theirs, ours
        others = set(theirs)
        return all(self._apart[id].isdisjoint(others) for id in ours if id in self._apart)

    def join(self, a: str, b: str) -> None:
        keep, drop = sorted((self.find(a), self.find(b)))
        if keep != drop:
            self._up[drop] = keep
            self._members[keep] += self._members.pop(drop)

    def judge(self, kinds: Sequence[str]) -> None:
        """Join what a user said is the same."""
        for a, b in self._same:
            if self.names[a].kind in kinds and self.names[b].kind in kinds:
                self.join(a, b)


def _persons(block: Sequence[Name], parts: _Parts) -> None:
    """Full names of a block: those of whom something is said first, then the others, where just one fits."""
    told = [name for name in block if name.countries or name.fields]
    bare = [name for name in block if not (name.countries or name.fields)]
    compared = {
        (a.id, b.id): comparison
        for a, b in combinations(block, 2)
        if (comparison := compare(a, b)).score >= LINE or comparison.apart
    }
    for (a, b), comparison in compared.items():
        if comparison.apart:
            parts.forbid(a, b)
    _join_best(compared, {name.id for name in told}, parts)
    _join_best(compared, {name.id for name in bare}, parts)
    like: defaultdict[str, set[str]] = defaultdict(set)
    ids = {name.id for name in bare}
    for (a, b), comparison in compared.items():
        if not comparison.apart and (a in ids) != (b in ids):
            one, other = (a, b) if a in ids else (b, a)
            if parts.may_join(one, other):
                like[parts.find(one)].add(parts.find(other))
    for one, fitting in sorted(like.items()):
        if len(fitting) == 1:
            parts.join(one, fitting.pop())


def _join_best(compared: Mapping[tuple[str, str], Comparison], among: set[str], parts: _Parts) -> None:
    """Join the pairs among these Names, the most alike first, unless something keeps their sets apart."""
    pairs = [
        (-comparison.score, a, b)
        for (a, b), comparison in compared.items()
        if not comparison.apart and a in among and b in among
    ]
    for _, a, b in sorted(pairs):
        if parts.may_join(a, b):
            parts.join(a, b)


def _bodies(block: Sequence[Name], parts: _Parts) -> None:
    """Organizations and places: one name whatever its type, where the tables know the type; then acronyms."""
    by_words: defaultdict[str, list[Name]] = defaultdict(list)
    for name in block:
        by_words[name.words].append(name)
    for same in by_words.values():
        for other in same[1:]:
            if body_type(other.words) and parts.may_join(same[0].id, other.id):
                parts.join(same[0].id, other.id)
    for words, same in by_words.items():
        short = [name for name in same if name.type == "Organization" and _is_acronym(name)]
        fitting = {parts.find(name.id) for name in block if short and _stands_for(words, name)}
        if len(fitting) == 1:
            whole = fitting.pop()
            for name in short:
                if parts.may_join(name.id, whole):
                    parts.join(name.id, whole)


def _is_acronym(name: Name) -> bool:
    return " " not in name.words and any(form.isupper() for form in name.forms)


def _stands_for(acronym: str, name: Name) -> bool:
    """Whether the letters may mean this organization: of two letters, only where an article says so."""
    if name.type != "Organization" or " " not in name.words:
        return False
    if any(fold(form) == acronym for form in name.forms):
        return True
    return len(acronym) > 2 and any(initials(form) == acronym for form in name.forms)


def body_type(words: str) -> EntityType | None:
    """What the tables say that a name means: a country or capital is a Place, "kremlin" is none."""
    known = gazetteer()
    if words in known.countries or words in known.capitals:
        return "Place"
    return "Organization" if words in fields().seats else None


@dataclass(frozen=True, slots=True)
class Cluster:
    """The full names of one person, and what they say together."""

    id: str
    names: tuple[Name, ...]
    titles: frozenset[str]
    offices: frozenset[str]
    countries: frozenset[str]
    fields: frozenset[str]
    years: tuple[int, ...]


def cluster(id: str, ours: Sequence[Name]) -> Cluster:
    """What these full names of one person say together."""
    return Cluster(
        id,
        tuple(ours),
        frozenset(key for name in ours for key in name.titles),
        frozenset(office for name in ours for office in name.offices),
        frozenset(country for name in ours for country in name.countries),
        frozenset(field for name in ours for field in name.fields),
        tuple(sorted({year for name in ours for year in name.years})),
    )


def _clusters(names: Mapping[str, Name], parts: _Parts) -> dict[str, list[Cluster]]:
    """The persons with a full name, by blocking key and by the offices that they are said to hold."""
    found: defaultdict[str, list[Cluster]] = defaultdict(list)
    for id in names:
        if names[id].kind != "full" or parts.find(id) != id:
            continue
        ours = tuple(names[each] for each in sorted(parts.members(id)) if names[each].kind == "full")
        whole = cluster(id, ours)
        for key in {key for name in ours for key in name.keys}:
            found[key].append(whole)
    return dict(found)


def _surnames(singles: Sequence[Name], persons: Mapping[str, Sequence[Cluster]], parts: _Parts) -> None:
    """Give each surname to the one person whom it fits; those that fit nobody are one by their word."""
    nobody: defaultdict[str, list[Name]] = defaultdict(list)
    for single in singles:
        bearers = [
            cluster
            for cluster in persons.get(single.home, ())
            if any(like_family(surname(name.words)[0], single.words) for name in cluster.names)
            and not against(single, cluster)
            and parts.may_join(single.id, cluster.id)
        ]
        called = [cluster for cluster in bearers if _shared(single, cluster)]
        fitting = called if called and len(bearers) > 1 else bearers
        if len(fitting) == 1:
            parts.join(single.id, fitting[0].id)
        elif not bearers:
            nobody[single.words].append(single)
    for same in nobody.values():
        parts.nobody |= {name.id for name in same}
        for other in same[1:]:
            if parts.may_join(same[0].id, other.id):
                parts.join(same[0].id, other.id)


def _shared(single: Name, cluster: Cluster) -> bool:
    """Whether both are called by one office, or are of one country."""
    return bool({*single.offices} & cluster.offices or {*single.countries} & cluster.countries)


def against(single: Name, bearer: Cluster) -> str:
    """What speaks against a surname's meaning this person; "" for nothing."""
    if single.countries and bearer.countries and bearer.countries.isdisjoint(single.countries):
        return f"one of {single.countries[0]}, one of {min(bearer.countries)}"
    if single.years and bearer.years:
        apart = min(abs(year - single.years[0]) for year in bearer.years)
        if apart > _NEAR:
            return f"{apart} years apart"
    for field in single.fields:
        if bearer.fields and bearer.fields <= fields().apart.get(field, frozenset()):
            return f"one known in {field}, one in {min(bearer.fields)}"
    return ""


def _titles(
    alone: Sequence[Name], persons: Mapping[str, Sequence[Cluster]], parts: _Parts
) -> Iterator[tuple[str, Term]]:
    """Give each title alone to its holder; yields Name id and term where only the table knows the holder."""
    for name in alone:
        term = offices().holder(name.words, name.day) if name.day else None
        if term and name.day and term.is_certain(name.day):
            held = _held(term, persons)
            if held is None:
                yield name.id, term
            elif parts.may_join(name.id, held):
                parts.join(name.id, held)
            continue
        for key in name.near:
            bearers = {cluster.id: cluster for cluster in persons.get(f"title:{key}", ())}
            if bearers:
                break
        if len(bearers) == 1:
            if parts.may_join(name.id, bearer := min(bearers)):
                parts.join(name.id, bearer)
        elif not bearers and term:
            held = _held(term, persons)
            if held is None:
                yield name.id, term
            elif parts.may_join(name.id, held):
                parts.join(name.id, held)


def _held(term: Term, persons: Mapping[str, Sequence[Cluster]]) -> str | None:
    """The person among the Names whom a term of the table means; None for nobody, and for two."""
    key = f"person:{sound(surname(person_words(term.person))[0])}"
    same = {
        cluster.id
        for cluster in persons.get(key, ())
        if (told := known_holder(cluster.names)) and told.person == term.person
    }
    return same.pop() if len(same) == 1 else None


def _actors(names: Mapping[str, Name], parts: _Parts, terms: Mapping[str, Term]) -> Iterator[Actor]:
    """The sets as actors, each with the name it is best known by."""
    by_term: defaultdict[str, list[Name]] = defaultdict(list)
    for id in names:
        if parts.find(id) != id:
            continue
        ours = [names[each] for each in sorted(parts.members(id))]
        if len(ours) == 1 and id in terms:
            by_term[terms[id].wikidata or terms[id].person].append(names[id])
        else:
            yield _actor(ours, parts.nobody)
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
        name = _best(forms, term.person if term else None)
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
    name = _best(forms)
    # one of one word is itself wherever it stands
    same = {each.words for each in single} if nobody.issuperset(ids) else set()
    anchor = same.pop() if len(same) == 1 else min(ids)
    id = digest("actor", "Person", anchor)
    return Actor(id, "Person", name, _aliases(ours, name), ids, named=bool(single))


def _aliases(ours: Sequence[Name], name: str) -> tuple[str, ...]:
    return tuple(sorted({name, *(alias for each in ours for alias in each.aliases)}))


def _best(forms: Iterable[str], usual: str | None = None) -> str:
    """The spelling that the table has, else the fullest; of two, the one with accents, no capitals."""
    return max(forms, key=lambda form: (form == usual, len(form.split()), form))


def _body_name(bodies: Sequence[Name], words: str) -> str:
    known = gazetteer()
    if place := known.countries.get(words) or known.capitals.get(words):
        return place
    if country := known.countries.get(words.removesuffix(" government")):
        return government(country).forms[0]
    forms = {form for name in bodies if name.words == words for form in name.forms if len(form.split()) > 1}
    return _best(forms or {form for name in bodies if name.words == words for form in name.forms})
