"""Names of one article that mean one actor: surnames, acronyms, parts, spellings."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, permutations

from rapidfuzz import fuzz

from extract.annotation import Article, EntityType, Mention
from extract.roles import fold, gazetteer

# "Aleksandr" and "Alexander" before the same surname; "Anna" and "Anne" are two
_SIMILAR = 70
# "bin Laden" and "bin Ladin" after the same first name
_ALIKE = 80
_GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}
_SMALL = {"of", "the", "and", "for", "in", "on", "de", "la", "und"}


def variants(names: Iterable[Mention], article: Article) -> Iterator[tuple[EntityType, list[Mention]]]:
    """The names of an article in groups that mean one actor each, in the order of the text."""
    by_type: defaultdict[EntityType, list[Mention]] = defaultdict(list)
    for name in names:
        if name.type is not None:
            by_type[name.type].append(name)
    for type_, mentions in by_type.items():
        groups = _persons(mentions) if type_ == "Person" else _bodies(mentions, article)
        yield from ((type_, group) for group in groups)


def canonical(names: Sequence[Mention]) -> str:
    """The fullest of the names: most words, then most frequent, then not in capitals, then first; a country's
    usual name.
    """
    counts = Counter(clean(name) for name in names)
    words = gazetteer()
    for form in counts:
        if place := words.countries.get(fold(form)) or words.capitals.get(fold(form)):
            return place
    return max(counts, key=lambda form: (len(form.split()), counts[form], not form.isupper()))


def clean(name: Mention) -> str:
    """The name on one line, without what stands around it by accident."""
    return " ".join(name.span.text.split())


def _words(name: str) -> tuple[str, ...]:
    words = tuple(fold(name).split())
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words = words[:-1]
    return words


def _persons(names: Sequence[Mention]) -> list[list[Mention]]:
    """Full names first; then each single name goes to the one bearer, or to the one named last before it."""
    forms = Counter(_words(name.span.text) for name in names)
    leaders: list[tuple[str, ...]] = []
    home: dict[tuple[str, ...], tuple[str, ...]] = {}
    by_last: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    by_rest: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: (-len(form), -forms[form], form)):
        if len(form) > 1:
            same = [leader for leader in by_last[form[-1]] if _same_person(form, leader)]
            same += [leader for leader in by_rest[form[:-1]] if fuzz.ratio(form[-1], leader[-1]) >= _ALIKE]
            home[form] = same[0] if same else form
            if not same:
                leaders.append(form)
                by_last[form[-1]].append(form)
                by_rest[form[:-1]].append(form)
    by_word: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for leader in leaders:
        for word in leader[:-1]:
            by_word[word].append(leader)
    groups: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
    latest: dict[str, tuple[str, ...]] = {}
    for name in names:
        form = _words(name.span.text)
        if len(form) > 1:
            leader = home[form]
            latest[leader[-1]] = leader
        else:
            word = form[0] if form else ""
            bearers = by_last.get(word) or by_word.get(word) or [form]
            # "Hunter Biden ... Biden": of two bearers the last one named in full, else the first
            leader = latest.get(word, bearers[0]) if len(bearers) > 1 else bearers[0]
        groups[leader].append(name)
    return list(groups.values())


def _same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Same surname, and first names that agree: left out, by initial, or in another spelling."""
    if short[-1] != full[-1]:
        return False
    rest = list(full[:-1])
    for word in short[:-1]:
        agreeing = [other for other in rest if _same_first_name(word, other)]
        if not agreeing:
            return False
        rest.remove(agreeing[0])
    return True


def _same_first_name(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return one == other or (one[0] == other[0] and fuzz.ratio(one, other) >= _SIMILAR)


def _bodies(names: Sequence[Mention], article: Article) -> list[list[Mention]]:
    """Organizations or places: by the name, by acronym, by the end or the beginning of a longer name."""
    countries = gazetteer().countries
    keys = {name: body_key(name.span.text) for name in names}
    home = {key: key for key in keys.values()}
    for long, short in _bracketed(names, article):
        if _root(home, keys[long]) != keys[short]:
            home[keys[short]] = keys[long]
    known: defaultdict[str, set[str]] = defaultdict(set)
    for key in sorted(home):
        for part in _parts(key):
            if part in home and part != key:
                known[part].add(key)
    for whole, part in _shortened(sorted(home)):
        known[part].add(whole)
    for part, wholes in known.items():
        roots = {_root(home, whole) for whole in wholes}
        # "the Commission" where two are named stays apart; a country is no part of its bodies
        if len(roots) == 1 and home[part] == part and part not in countries:
            home[part] = roots.pop()
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for name in names:
        groups[_root(home, keys[name])].append(name)
    return list(groups.values())


def body_key(name: str) -> str:
    """The folded name of an organization or place, a country or capital in it in full: "us army" is
    "united states army", "kiev" is "kyiv", "g 7" is "g7".
    """
    known = gazetteer()
    words = fold(name).split()
    if words and words[0] in known.full_names:
        words[0] = fold(known.full_names[words[0]])
    key = " ".join(words)
    key = fold(known.countries.get(key) or known.capitals.get(key) or key)
    return re.sub(r"(?<=\b\w) (?=\d)", "", key)


def _root(home: dict[str, str], key: str) -> str:
    while home[key] != key:
        key = home[key]
    return key


def abbreviates(short: str, long: str) -> bool:
    """Whether one word in brackets behind a name may stand for it.

    It may in capitals, which may come from another language ("PKK"); as a word of the name; or where its
    letters stand in the name in their order, the first at the beginning of a word ("TfL": Schwartz and
    Hearst, PSB 2003).

    >>> abbreviates("TfL", "Transport for London"), abbreviates("Paris", "Agency for Space")
    (True, False)
    """
    if len(short) < 2 or not short.isalpha() or not short[0].isupper():
        return False
    if short.isupper() or short in long.split():
        return True
    letters = iter(short.lower())
    wanted = next(letters)
    is_begun = False
    for index, char in enumerate(long.lower()):
        if char == wanted and (is_begun or index == 0 or not long[index - 1].isalpha()):
            is_begun = True
            wanted = next(letters, "")
            if not wanted:
                return True
    return False


def _bracketed(names: Sequence[Mention], article: Article) -> Iterator[tuple[Mention, Mention]]:
    """ "The Federal Security Service (FSB)": the name, and its short form in brackets behind it."""
    for long, short in pairwise(names):
        between = article.text[long.span.end : short.span.start]
        if re.fullmatch(r"\s?[(\[]", between) and abbreviates(short.span.text, long.span.text):
            yield long, short


def _parts(key: str) -> Iterator[str]:
    """Short forms of a name: "who", "supreme court", "investigative committee" (of Russia), "house"."""
    words = key.split()
    great = [word for word in words if word not in _SMALL]
    for first in range(len(great) - 1):
        # "cpd" of "united states commission on presidential debates" too
        if first == 0 or " ".join(great[:first]) in gazetteer().countries:
            yield "".join(word[0] for word in great[first:])
    for start in range(1, len(words)):
        if words[start] not in _SMALL and words[start - 1] not in _SMALL:
            yield " ".join(words[start:])
    for end in range(1, len(words)):
        if words[end] in ("of", "for") or all(word in gazetteer().company for word in words[end:]):
            yield " ".join(words[:end])
            # "the House" of "United States House of Representatives"
            if " ".join(words[: end - 1]) in gazetteer().countries:
                yield words[end - 1]


def _shortened(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names, the second without inner words: "Heath International Airport", "Heath Airport"."""
    by_ends: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key in keys:
        words = key.split()
        if len(words) > 1:
            by_ends[words[0], words[-1]].append(key)
    for same in by_ends.values():
        for long, short in permutations(same, 2):
            rest = iter(long.split())
            if len(short) < len(long) and all(word in rest for word in short.split()):
                yield long, short
