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

from extract.annotation import digest
from extract.roles import fold
from graph.actors import Actor, actors, body_type
from graph.judgements import Judgement, latest
from graph.likeness import LINE, Comparison, compare, like_family
from graph.names import Name, initials, person_words, sound, surname
from graph.offices import Term, known_holder, offices
from graph.titles import fields

_NEAR = 3  # years between articles that a surname alone may bridge


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
    terms = {
        **dict(_surnames([name for name in alone if name.kind == "single"], persons, parts)),
        **dict(_titles([name for name in alone if name.kind == "title"], persons, parts)),
    }
    parts.judge(kinds=("full", "body", "single", "title"))
    found: dict[str, Actor] = {}
    for actor in actors(parts.sets(), parts.nobody, terms):
        # two whom a judgement keeps apart, and the table of offices does not
        one = replace(actor, id=digest("actor", *actor.names)) if actor.id in found else actor
        found[one.id] = one
    return {name: actor for actor in found.values() for name in actor.names}


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

    def sets(self) -> Iterator[list[Name]]:
        """The sets, each in the order of its ids, the least of which is the one that stands for it."""
        for id in self.names:
            if self.find(id) == id:
                yield [self.names[each] for each in sorted(self.members(id))]

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
    _joinbest(compared, {name.id for name in told}, parts)
    _joinbest(compared, {name.id for name in bare}, parts)
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


def _joinbest(compared: Mapping[tuple[str, str], Comparison], among: set[str], parts: _Parts) -> None:
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


def _surnames(
    singles: Sequence[Name], persons: Mapping[str, Sequence[Cluster]], parts: _Parts
) -> Iterator[tuple[str, Term]]:
    """Give each surname to who held the office that it is called by, else to the one person whom it fits.

    Those that fit nobody are one by their word and country. Yields Name id and term as _titles() does.
    """
    nobody: defaultdict[tuple[str, tuple[str, ...]], list[Name]] = defaultdict(list)
    for single in singles:
        if term := _called(single):
            yield from _give(single, term, persons, parts)
            continue
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
            nobody[single.words, single.countries].append(single)
    for same in nobody.values():
        parts.nobody |= {name.id for name in same}
        for other in same[1:]:
            if parts.may_join(same[0].id, other.id):
                parts.join(same[0].id, other.id)


def _called(single: Name) -> Term | None:
    """The one of that surname who held, on that day, an office that the article calls it by."""
    terms = [
        term
        for key in single.titles
        for term in offices().by_key.get(key.partition("@")[0], ())
        if (single.day is None or term.covers(single.day))
        and like_family(surname(person_words(term.person))[0], single.words)
    ]
    return terms[0] if len({term.person for term in terms}) == 1 else None


def _give(
    name: Name, term: Term, persons: Mapping[str, Sequence[Cluster]], parts: _Parts
) -> Iterator[tuple[str, Term]]:
    """Give a Name to the holder of an office; yields both where no full name means the holder."""
    held = _held(term, persons)
    if held is None:
        yield name.id, term
    elif parts.may_join(name.id, held):
        parts.join(name.id, held)


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
            yield from _give(name, term, persons, parts)
            continue
        for key in name.near:
            bearers = {cluster.id: cluster for cluster in persons.get(f"title:{key}", ())}
            if bearers:
                break
        if len(bearers) == 1:
            if parts.may_join(name.id, bearer := min(bearers)):
                parts.join(name.id, bearer)
        elif not bearers and term:
            yield from _give(name, term, persons, parts)


def _held(term: Term, persons: Mapping[str, Sequence[Cluster]]) -> str | None:
    """The person among the Names whom a term of the table means; None for nobody, and for two."""
    key = f"person:{sound(surname(person_words(term.person))[0])}"
    same = {
        cluster.id
        for cluster in persons.get(key, ())
        if (told := known_holder(cluster.names)) and told.person == term.person
    }
    return same.pop() if len(same) == 1 else None
