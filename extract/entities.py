"""Mentions of actors: names, role phrases ("the German chancellor", "two officials", "police"), pronouns."""

import calendar
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from extract import headers
from extract.annotation import Article, Attribution, EntityType, Mention, MentionKind, Span
from extract.phrases import end_of, is_indefinite, role_of, sentences, start_of, title_noun
from extract.roles import fold, gazetteer
from extract.variants import abbreviates

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
_POSSESSIVES: dict[str, EntityType | None] = {"his": "Person", "her": "Person", "its": None, "their": None}
# "Kremlin" of "Kremlin spokesman" and the parts of a name are no phrases of their own
_INNER = {"compound", "flat", "nmod:desc", "goeswith", "fixed"}
_ACRONYM = 3  # letters
_SURE = 2  # occurrences that a clear sign of the type outweighs
_BRACKETS = {"(": ")", "[": "]"}
_DAYS = {*calendar.day_name, *calendar.month_name}


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as token indices ``start:end``."""

    start: int
    end: int
    type: EntityType


def mentions(doc: Doc, article: Article, said: Iterable[Attribution] = ()) -> Iterator[Mention]:
    """All words that mean an actor, in the order of the text; named events are among them.

    What is the source of something ``said`` is an actor, though the model saw no name there, nor a role.
    A name that stands with its title gives two mentions, the name and the whole as kind "title": "Vladimir
    Putin" within "Russian President Vladimir Putin". Adjectives ("Russian") are no mentions.
    """
    spans: set[tuple[int, int, MentionKind, EntityType | None]] = set()
    named: set[int] = set()
    sources = [words for one in said if (words := _words(doc, one.source))]
    for name in _names(doc, article, sources):
        spans.add((name.start, name.end, "name", name.type))
        start = _titled(doc, name)
        if start < name.start:
            spans.add((start, name.end, "title", name.type))
        named.update(range(start, name.end))
    for sentence in sentences(doc):
        for token in sentence:
            if token.i in named:
                continue
            if token.tag_ == "PRP$" and token.lower_ in _POSSESSIVES:
                spans.add((token.i, token.i + 1, "pronoun", _POSSESSIVES[token.lower_]))
            elif token.lower_ in _PRONOUNS and token.pos_ == "PRON":
                # "it rained": expl
                if token.dep_ != "expl":
                    spans.add((token.i, token.i + 1, "pronoun", _PRONOUNS[token.lower_]))
            elif (role := role_of(token)) and token.dep_ not in _INNER:
                spans.add((start_of(token), end_of(token), "title", role.type))
            elif role and token.dep_ == "compound" and _is_text(token.head):
                # "the police report" speaks for the police
                spans.add((start_of(token), token.i + 1, "title", role.type))
    taken = {index for start, end, *_ in spans for index in range(start, end)}
    for source in sources:
        # "the data" speak; but "the bank's data" are the bank
        if source.root.pos_ == "NOUN" and taken.isdisjoint(range(source.start, source.end)):
            spans.add((start_of(source.root), source.root.i + 1, "title", "Organization"))
    for start, end, kind, type_ in sorted(spans, key=lambda span: (span[0], -span[1], span[2])):
        first, last = doc[start], doc[end - 1]
        yield Mention(article.span(first.idx, last.idx + len(last)), kind, type_)


def _is_text(token: Token) -> bool:
    role = role_of(token)
    return role is not None and role.kind == "text"


def _words(doc: Doc, source: Span | None) -> Tokens | None:
    """The tokens that name a source."""
    return None if source is None else doc.char_span(source.start, source.end, alignment_mode="expand")


def _names(doc: Doc, article: Article, sources: Iterable[Tokens]) -> list[_Name]:
    """The names of the Doc, cut to the name itself; the same words have one type and are found everywhere."""
    names = [name for ent in doc.ents if (name := _trimmed(doc, ent.start, ent.end, _TYPES.get(ent.label_)))]
    datelines = list(_datelines(doc, article))
    names += [*_acronyms(doc, names), *datelines]
    names += _unseen(doc, names, sources)
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
    end = _hyphenated(doc, end) if start < end else end
    text = doc[start:end].text
    if start == end or not any(char.isalnum() for char in text):
        return None
    is_adjective = text in words.adjectives and fold(text) not in words.countries
    return None if is_adjective or _is_role(doc, start, end, type_) else _Name(start, end, type_)


def _is_role(doc: Doc, start: int, end: int, type_: EntityType) -> bool:
    """ "a Republican", "the Home Secretary": what somebody is, which the model took for a name."""
    last = doc[end - 1]
    role = role_of(last)
    if role is None or role.type != "Person":
        return False
    if end == start + 1:
        return is_indefinite(last)
    is_office = role.kind == "office" and type_ == "Person"
    return is_office and all(token.dep_ in ("compound", "amod") for token in doc[start : end - 1])


def _hyphenated(doc: Doc, end: int) -> int:
    """Where a name ends that the model cut at its hyphen: "Agence France-Presse", but not "US-China"."""
    if end + 1 >= len(doc) or doc[end].text != "-" or doc[end - 1].whitespace_ or doc[end].whitespace_:
        return end
    after = doc[end + 1]
    words = gazetteer()
    is_another = after.ent_type_ or after.text in words.adjectives or fold(after.text) in words.countries
    return end if is_another or not after.text[0].isupper() else end + 2


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
    """ "The Federal Security Service (FSB)": the short form means what the name before it means."""
    taken = {name.start for name in names}
    for name in names:
        if name.end + 2 < len(doc) and name.end + 1 not in taken:
            before, inner, after = doc[name.end], doc[name.end + 1], doc[name.end + 2]
            words = doc[name.start : name.end].text
            if _BRACKETS.get(before.text) == after.text and abbreviates(inner.text, words):
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
        if name.type == "Person" and _is_body(doc[name.start : name.end]):
            votes[_key(doc, name)]["Organization"] += _SURE
    types = {key: max(counts, key=lambda type_: counts[type_]) for key, counts in votes.items()}
    firms = {
        words[0]
        for words in map(str.split, types)
        if len(words) > 1 and types[" ".join(words)] == "Organization" and words[-1] in gazetteer().company
    }
    surnames = {key.split()[-1] for key, type_ in types.items() if type_ == "Person" and " " in key}
    places = gazetteer().countries.keys() | gazetteer().capitals.keys()
    for key in types:
        # "Valeska Paris ... Paris": the surname, unless the model mostly saw the city
        is_surname = key in surnames and votes[key]["Person"] >= votes[key]["Place"]
        if fold(key) in places and not is_surname:
            types[key] = "Place"
        elif key in surnames:
            types[key] = "Person"
        elif key in firms or fold(key) in gazetteer().outlets:
            types[key] = "Organization"
    return types


def _is_body(name: Tokens) -> bool:
    """Signs that a name is no person's: "the law firm Sidley Austin", "Lumo, which makes ..."."""
    if len(name) > 1 and name[0].lower_ in gazetteer().first_names:
        return False
    after = [token.lower_ for token in name.doc[name.end : name.end + 2]]
    if after == [",", "which"] and any(child.dep_ == "acl:relcl" for child in name.root.rights):
        return True
    if name.start == 0 or name[0].is_sent_start:
        return False
    before = name[0].nbor(-1)
    role = role_of(before)
    is_beside = before.dep_ in ("compound", "nmod:desc") or name.root.head.i == before.i
    return is_beside and before.tag_ == "NN" and role is not None and role.kind == "organization"


def _is_person_title(doc: Doc, start: int) -> bool:
    """ "Mayor Adamowicz": a capitalised title stands right before the name."""
    if start == 0:
        return False
    before = doc[start - 1]
    role = role_of(before)
    return before.is_title and (
        before.lower_ in gazetteer().address or (role is not None and role.kind == "office")
    )


def _unseen(doc: Doc, names: Sequence[_Name], sources: Iterable[Tokens]) -> Iterator[_Name]:
    """Sources with a capitalised head that the model took for no name: "according to Manila Bulletin"."""
    taken = {index for name in names for index in range(name.start, name.end)}
    for source in sources:
        head = source.root
        start, end = start_of(head), head.i + 1
        end = max([end, *(child.i + 1 for child in head.rights if child.dep_ == "flat")])
        while start < end and (not doc[start].text[0].isupper() or doc[start].pos_ == "DET"):
            start += 1
        if (
            start < end
            and head.text[0].isupper()
            and head.pos_ in ("PROPN", "NOUN")
            and role_of(head) is None
            and (not doc[start].is_sent_start or end - start > 1)
            and taken.isdisjoint(range(start, end))
        ):
            taken.update(range(start, end))
            is_person = end - start > 1 and doc[start].lower_ in gazetteer().first_names
            yield _Name(start, end, "Person" if is_person else "Organization")


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
            if token.i in taken or token.text not in longest_first:
                continue
            for words, type_ in longest_first[token.text]:
                if len(words) == 1 and token.pos_ != "PROPN":
                    continue
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
    # "Attorney General Smith", "Deputy Foreign Minister Smith": the parser hangs the first words anywhere
    while start > 0 and not doc[start].is_sent_start and _goes_before(doc[start - 1], noun):
        start -= 1
    return start


def _goes_before(token: Token, noun: Token) -> bool:
    """Whether a word is part of the capitalised title that ends with the noun."""
    if token.pos_ == "PROPN" and role_of(token):
        return True
    return (
        noun.is_title
        and token.is_title
        and token.pos_ in ("PROPN", "ADJ", "NOUN")
        and not token.ent_type_
        and token.text not in _DAYS
    )
