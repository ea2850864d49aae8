"""Mentions of actors: names, role phrases ("the German chancellor", "two officials", "police"), pronouns."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extract import headers
from extract.annotation import Article, EntityType, Mention, MentionKind
from extract.phrases import end_of, role_of, sentences, start_of, title_noun
from extract.roles import fold, gazetteer

_TYPES: dict[str, EntityType] = {
    "PERSON": "Person",
    "ORG": "Organization",
    "PLACE": "Place",
    "EVENT": "Event",
}
_PRONOUNS: dict[str, EntityType | None] = {
    "i": "Person", "me": "Person", "we": None, "us": None,
    "he": "Person", "him": "Person", "she": "Person", "her": "Person",
    "it": None, "they": None, "them": None, "who": None, "whom": None,
}  # fmt: skip
# "Kremlin" of "Kremlin spokesman" and the parts of a name are no phrases of their own
_INNER = {"compound", "flat", "nmod:desc", "goeswith", "fixed"}
_ACRONYM = 3  # letters
_BRACKETS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as token indices ``start:end``."""

    start: int
    end: int
    type: EntityType


def mentions(doc: Doc, article: Article) -> Iterator[Mention]:
    """All words that mean an actor, in the order of the text; named events are among them.

    A name that stands with its title gives two mentions, the name and the whole as kind "title": "Vladimir
    Putin" within "Russian President Vladimir Putin". Adjectives ("Russian") are no mentions.
    """
    spans: set[tuple[int, int, MentionKind, EntityType | None]] = set()
    named: set[int] = set()
    for name in _names(doc, article):
        spans.add((name.start, name.end, "name", name.type))
        start = _titled(doc, name)
        if start < name.start:
            spans.add((start, name.end, "title", name.type))
        named.update(range(start, name.end))
    for sentence in sentences(doc):
        for token in sentence:
            if token.i in named:
                continue
            if token.lower_ in _PRONOUNS and token.pos_ == "PRON" and token.tag_ != "PRP$":
                # "it rained": expl
                if token.dep_ != "expl":
                    spans.add((token.i, token.i + 1, "pronoun", _PRONOUNS[token.lower_]))
            elif (role := role_of(token)) and token.dep_ not in _INNER:
                spans.add((start_of(token), end_of(token), "title", role.type))
    for start, end, kind, type_ in sorted(spans, key=lambda span: (span[0], -span[1], span[2])):
        first, last = doc[start], doc[end - 1]
        yield Mention(article.span(first.idx, last.idx + len(last)), kind, type_)


def _names(doc: Doc, article: Article) -> list[_Name]:
    """The names of the Doc, cut to the name itself; the same words have one type and are found everywhere."""
    names = [name for ent in doc.ents if (name := _trimmed(doc, ent.start, ent.end, _TYPES.get(ent.label_)))]
    datelines = list(_datelines(doc, article))
    names += [*_acronyms(doc, names), *datelines]
    types = _types(doc, names)
    types |= {_key(doc, name): name.type for name in datelines}
    names = [_Name(name.start, name.end, types[_key(doc, name)]) for name in names]
    return sorted([*names, *_again(doc, names)], key=lambda name: name.start)


def _datelines(doc: Doc, article: Article) -> Iterator[_Name]:
    """The place of a dateline, which stands before its paragraph on the same line: "VELMAR (AP) — "."""
    for paragraph in article.paragraphs:
        start = article.text.rfind("\n", 0, paragraph.start) + 1
        line = article.text[start : paragraph.end]
        dateline = headers.dateline(line) if start < paragraph.start and paragraph.kind == "body" else None
        if dateline and start + dateline.end == paragraph.start:
            place = doc.char_span(start, start + len(dateline.place), alignment_mode="expand")
            if place is not None:
                yield _Name(place.start, place.end, "Place")


def _key(doc: Doc, name: _Name) -> str:
    """The folded name; an acronym as it stands, so that "UN" is not "Un"."""
    text = doc[name.start : name.end].text
    return text.replace(".", "") if text.isupper() and ("." in text or len(text) <= _ACRONYM) else fold(text)


def _trimmed(doc: Doc, start: int, end: int, type_: EntityType | None) -> _Name | None:
    """The name without title, possessive 's and stray marks; None where just an adjective is left."""
    if type_ is None:
        return None
    words = gazetteer()
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_space or _is_stray(doc[end - 1])):
        end -= 1
    while start < end and (doc[start].is_space or _is_stray(doc[start])):
        start += 1
    if type_ == "Person":
        start = max((index + 1 for index in range(start, end - 1) if _is_title(doc[index])), default=start)
    elif type_ == "Place":
        # "central Mexico"
        while start < end - 1 and doc[start].is_lower:
            start += 1
    text = doc[start:end].text
    if start == end or not any(char.isalnum() for char in text):
        return None
    is_adjective = text in words.adjectives and fold(text) not in words.countries
    return None if is_adjective else _Name(start, end, type_)


def _is_title(token: Token) -> bool:
    """A word before a name that is no part of it: "President" Smith, but not "Pope" Francis."""
    words = gazetteer()
    if token.lower_ in words.part_of_name:
        return False
    role = role_of(token)
    return token.lower_ in words.address or (role is not None and role.type == "Person")


def _is_stray(token: Token) -> bool:
    return token.is_punct and token.text not in (".", "!")


def _acronyms(doc: Doc, names: Sequence[_Name]) -> Iterator[_Name]:
    """ "The Federal Security Service (FSB)": the acronym means what the name before it means."""
    taken = {name.start for name in names}
    for name in names:
        if name.end + 2 < len(doc) and name.end + 1 not in taken:
            before, inner, after = doc[name.end], doc[name.end + 1], doc[name.end + 2]
            if (
                _BRACKETS.get(before.text) == after.text
                and inner.is_upper
                and inner.is_alpha
                and len(inner) > 1
            ):
                yield _Name(inner.i, inner.i + 1, name.type)


def _types(doc: Doc, names: Sequence[_Name]) -> dict[str, EntityType]:
    """The type that most occurrences of the same words have.

    But the surname of a person is a person, and "Ford" a company where there is a Ford Motor Company.
    """
    votes: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    for name in names:
        votes[_key(doc, name)][name.type] += 1
        if name.type != "Person" and _is_person_title(doc, name.start):
            votes[_key(doc, name)]["Person"] += 1
    types = {key: max(counts, key=lambda type_: counts[type_]) for key, counts in votes.items()}
    firms = {
        words[0]
        for words in map(str.split, types)
        if len(words) > 1 and types[" ".join(words)] == "Organization" and words[-1] in gazetteer().company
    }
    surnames = {key.split()[-1] for key, type_ in types.items() if type_ == "Person" and " " in key}
    places = gazetteer().countries.keys() | gazetteer().capitals.keys()
    for key in types:
        if fold(key) in places:
            types[key] = "Place"
        elif key in surnames:
            types[key] = "Person"
        elif key in firms or fold(key) in gazetteer().outlets:
            types[key] = "Organization"
    return types


def _is_person_title(doc: Doc, start: int) -> bool:
    """ "Mayor Adamowicz": a capitalised title stands right before the name."""
    if start == 0:
        return False
    before = doc[start - 1]
    role = role_of(before)
    return before.is_title and (
        before.lower_ in gazetteer().address or (role is not None and role.kind == "office")
    )


def _again(doc: Doc, names: Sequence[_Name]) -> Iterator[_Name]:
    """Places where a known name stands once more, though the model saw none there."""
    taken = {index for name in names for index in range(name.start, name.end)}
    known: defaultdict[str, dict[tuple[str, ...], EntityType]] = defaultdict(dict)
    for name in names:
        words = tuple(token.text for token in doc[name.start : name.end])
        if words[0][0].isupper():
            known[words[0]][words] = name.type
        if name.type == "Person" and len(words) > 1 and words[-1][0].isupper():
            known[words[-1]].setdefault(words[-1:], name.type)
    longest_first = {
        first: sorted(forms.items(), key=lambda form: -len(form[0])) for first, forms in known.items()
    }
    for sentence in sentences(doc):
        for token in sentence:
            if token.i in taken or token.pos_ != "PROPN" or token.text not in longest_first:
                continue
            for words, type_ in longest_first[token.text]:
                span = range(token.i, min(token.i + len(words), len(doc)))
                if tuple(doc[index].text for index in span) == words and taken.isdisjoint(span):
                    taken.update(span)
                    yield _Name(span.start, span.stop, type_)
                    break


def _titled(doc: Doc, name: _Name) -> int:
    """Where the title of a name begins: "Russian President | Vladimir Putin", "law firm | Sidley Austin"."""
    if name.start == 0:
        return name.start
    before = doc[name.start - 1]
    # a sentence that ends without a mark before a name is none: "the ambassador to Norway | Anna Berg said"
    if doc[name.start].is_sent_start and (before.is_punct or before.is_space):
        return name.start
    if before.lower_ in gazetteer().address:
        return _titled(doc, _Name(name.start - 1, name.end, name.type))
    noun = title_noun(before)
    if noun is None:
        return name.start
    role = role_of(noun)
    if role is None or role.type != name.type or end_of(noun) < name.start:
        return name.start
    if noun.tag_ == "NNS":
        # a plural is shared: "officers Smith and Jones"
        return name.start
    start = start_of(noun)
    # "Attorney General Smith": the parser hangs the first noun anywhere
    while (
        start > 0
        and not doc[start].is_sent_start
        and doc[start - 1].pos_ == "PROPN"
        and role_of(doc[start - 1])
    ):
        start -= 1
    return start
