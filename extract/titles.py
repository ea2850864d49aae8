"""Role phrases and the actors they mean: "the Russian president", "the company", "the spokesman"."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from extract.annotation import Mention
from extract.context import Context
from extract.drafts import Draft, Scene
from extract.phrases import Description, describe, is_indefinite, lemma_of, role_of, start_of, title_noun
from extract.roles import Role, fold, gazetteer
from extract.texts import Texts

NONE, PART, FULL = 0, 1, 2
# "the government of Egypt" is the same actor in every article
_WHOLE = {"federal", "central", "national"}
_GOVERNMENTS = {"government", "leadership", "regime", "administration"}
# "the city of Aden" is Aden
_OF_ITSELF = {
    "city", "town", "village", "state", "province", "island", "county", "municipality", "republic", "region",
    "district", "oblast", "prefecture", "territory", "peninsula",
}  # fmt: skip
# "the minister" is no deputy minister
_LESSER = {"deputy", "vice", "assistant", "under"}


def add_titles(scene: Scene, titles: Iterable[Mention], names: Iterable[Mention]) -> list[Mention]:
    """Give the role phrases that stand next to a name to the one named; returns the other ones."""
    by_end = {name.span.end: name for name in names}
    rest: list[Mention] = []
    for title in titles:
        name = by_end.get(title.span.end)
        bearer = None
        if name is not None and _is_title_of(scene, title, name):
            bearer = scene.draft_at(scene.token_at(name.span.start))
            if bearer is not None:
                _learn_title(scene, bearer, title, name)
        elif (role := describe(scene.head(title.span))) and not role.plural:
            bearer = next(
                (draft for draft in _beside(scene, scene.head(title.span)) if draft.type == role.role.type),
                None,
            )
            if bearer is not None:
                bearer.roles.append(role)
        if bearer is not None:
            scene.add(bearer, title)
        else:
            rest.append(title)
    return rest


def _is_title_of(scene: Scene, title: Mention, name: Mention) -> bool:
    """ "President Putin", "the city of Aden"; not "head of the Red Cross" or "the capital of France"."""
    if title.type != name.type or title.span.start >= name.span.start:
        return False
    between = [token for token in scene.tokens(title.span) if token.idx < name.span.start]
    if not any(token.dep_ == "case" and token.head.idx >= name.span.start for token in between):
        return True
    return title.type == "Place" and any(lemma_of(token) in _OF_ITSELF for token in between)


def _learn_title(scene: Scene, bearer: Draft, title: Mention, name: Mention) -> None:
    """ "Russian President" Putin: the role, its form without the name, and what "Mrs" says."""
    first = scene.token_at(name.span.start)
    address = gazetteer().address
    last = first
    while last.i > 0 and last.idx > title.span.start:
        last = last.nbor(-1)
        if last.lower_ not in address:
            break
        bearer.address = bearer.address or address[last.lower_]
    noun = title_noun(last)
    if noun is not None and (role := describe(noun)):
        bearer.roles.append(role)
        bearer.titles.add(" ".join(scene.article.text[title.span.start : last.idx + len(last)].split()))


def _beside(scene: Scene, head: Token) -> Iterator[Draft]:
    """Who stands in apposition ("Smith, the mayor"; "the mayor, Smith") or is said to be it by a copula."""
    near = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        near.append(head.head)
    if any(child.dep_ == "cop" for child in head.children):
        near += [child for child in head.children if child.dep_ == "nsubj"]
        if head.dep_ == "acl:relcl":
            near.append(head.head)
    for token in near:
        draft = scene.draft_at(token)
        if draft is not None and draft.named:
            yield draft


def own_roles(name: str, draft: Draft) -> Iterator[Description]:
    """What a name says itself: "Walt Disney Company" is a company, "Pope Francis" a pope."""
    words = gazetteer()
    if draft.type == "Place" and fold(name) in words.countries:
        for noun in ("country", "nation"):
            yield Description(noun, Role("place", "Place"), frozenset(), True, False, False)
    parts = fold(name).split()
    if draft.type == "Person" and parts and parts[0] in words.part_of_name and parts[0] in words.roles:
        yield Description(parts[0], words.roles[parts[0]], frozenset(parts[1:]), True, False, False)
    before = next((index for index, word in enumerate(parts) if word in ("of", "for", "on")), len(parts))
    if before and (role := words.roles.get(parts[before - 1])) and role.type == draft.type != "Person":
        others = frozenset(word for word in parts if word != parts[before - 1])
        yield Description(parts[before - 1], role, others, True, False, False)


class Bearers:
    """The actors of an article by what they are called, to find whom a role phrase without a name means."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._texts = Texts(scene)
        self._by_form: dict[str, Draft] = {}
        self._named: defaultdict[str, list[Draft]] = defaultdict(list)
        self._unnamed: defaultdict[str, list[Draft]] = defaultdict(list)
        self._by_phrase: dict[str, Draft] = {}
        self._context = Context(scene)
        for draft in scene.drafts:
            for form in draft.forms:
                self._by_form.setdefault(form, draft)
            for key in {key for role in draft.roles for key in (role.lemma, role.role.kind)}:
                self._named[key].append(draft)

    @property
    def new(self) -> Iterable[Draft]:
        """The actors that the role phrases brought in."""
        return self._by_phrase.values()

    def add(self, draft: Draft, offset: int) -> None:
        """An actor is mentioned here."""
        self._context.add(draft, offset)

    def of(self, title: Mention) -> Draft | None:
        """The actor that the phrase means, a new one if no known one fits; None where it means no actor."""
        head = self._scene.head(title.span)
        role = describe(head) or _source(self._scene, head)
        if role is None or _is_predicate(head):
            return None
        if role.role.kind == "text":
            # "Smith's statement" is Smith, by the words in it; "the statement" his again
            if self._texts.owned(head):
                return None
            if role.definite and (author := self._texts.author(head)) is not None:
                return author
        phrase = " ".join(title.span.text.split())
        first, _, rest = phrase.partition(" ")
        if rest and first.lower() in ("a", "an", "the"):
            phrase = rest
        key = fold(phrase)
        if (named := self._by_form.get(key)) is not None:
            return named
        if (government := _government(self._scene, head, role, self._context.country)) is not None:
            if fold(government) not in self._by_phrase:
                draft = Draft("Organization", government, named=True, roles=[role])
                self._by_phrase[fold(government)] = draft
                self._named[role.lemma].append(draft)
            return self._by_phrase[fold(government)]
        if (bearer := self._in_front(head, role)) is not None:
            return bearer
        is_one = role.definite and not role.plural
        is_collective = role.role.kind == "collective"
        if (is_one or is_collective) and not role.possessed and (known := self._known(role)):
            return known
        is_new = role.lemma not in self._unnamed
        if is_one and is_new and not role.possessed and (near := self._context.meant(role, head)):
            return near
        if role.definite or is_collective:
            for other in self._unnamed[role.lemma]:
                # "local police" after "police"
                if _fit(role, other.roles) == FULL or (is_collective and not role.proper):
                    return other
        # "a man ... a man": two
        key = f"{key} {title.span.start}" if is_indefinite(head) else key
        if key not in self._by_phrase:
            draft = Draft(role.role.type, phrase, named=False, roles=[role], plural=role.plural)
            self._by_phrase[key] = draft
            self._unnamed[role.lemma].append(draft)
        return self._by_phrase[key]

    def _in_front(self, head: Token, role: Description) -> Draft | None:
        """ "The Labour party", "Aden province": the name before a noun that only says what it is."""
        if role.plural or not role.definite or head.i == 0 or head.nbor(-1).dep_ not in ("compound", "flat"):
            return None
        bearer = self._scene.draft_at(head.nbor(-1))
        words = gazetteer()
        is_plain = role.lemma in words.general or role.lemma in _OF_ITSELF
        if bearer is None or not bearer.named or not is_plain or bearer.type != role.role.type:
            return None
        return None if fold(bearer.name) in words.countries else bearer

    def _known(self, role: Description) -> Draft | None:
        """The named actor whose role this is: the better fit, of two equals the one mentioned last."""
        wider = gazetteer().wider.get(role.lemma, "")
        candidates = dict.fromkeys((*self._named[role.lemma], *self._named[wider]))
        fits = {draft: _fit(role, draft.roles) for draft in candidates if draft.type == role.role.type}
        best = max(fits.values(), default=NONE)
        if best == NONE:
            return None
        fitting = [draft for draft, fit in fits.items() if fit == best]
        if len(fitting) == 1:
            return fitting[0]
        last = max(fitting, key=self._context.latest)
        return last if best == FULL and self._context.latest(last) >= 0 else None


def _source(scene: Scene, head: Token) -> Description | None:
    """Who speaks is an actor, though the noun means none: "the data show"."""
    if not scene.is_source(head):
        return None
    definite = any(child.dep_ == "det" and child.lower_ == "the" for child in head.lefts)
    role = Role("source", "Organization")
    return Description(lemma_of(head), role, frozenset(), definite, possessed=False, plural=False)


def _is_predicate(head: Token) -> bool:
    """ "He is a lawyer", "as president", "was elected chairman": a property and no one met there."""
    return (
        any(child.dep_ == "cop" for child in head.children)
        or any(child.dep_ == "case" and child.lower_ == "as" for child in head.children)
        or (head.dep_ == "xcomp" and role_of(head) is not None)
    )


def _government(scene: Scene, head: Token, role: Description, main: Callable[[], str | None]) -> str | None:
    """A government by name: "Government of Egypt" of "the Egyptian government", "Trump administration".

    ``main`` gives the country that the article is about.
    """
    if role.lemma == "administration":
        for child in head.lefts:
            leader = scene.draft_at(child)
            if child.dep_ == "compound" and leader is not None and leader.named and leader.type == "Person":
                return f"{child.text} administration"
    if role.lemma in _GOVERNMENTS:
        words = gazetteer()
        before = head.doc[start_of(head) : head.i].text.removeprefix("the ").removeprefix("The ")
        country = words.adjectives.get(before) or words.countries.get(fold(before))
        if role.lemma == "government" and role.definite and role.qualifiers <= _WHOLE:
            country = main()
        if country is None and len(role.qualifiers) == 1:
            country = words.countries.get(next(iter(role.qualifiers)))
        if country is not None:
            article = "the " if country.startswith("United") or country.endswith("s") else ""
            return f"Government of {article}{country}"
    return None


def _fit(role: Description, known: Iterable[Description]) -> int:
    """FULL: all the phrase says is known of the actor; PART: nothing is against it; NONE: something is."""
    return max((_fit_one(role, other) for other in known), default=NONE)


def _fit_one(role: Description, known: Description) -> int:
    words = gazetteer()
    wider = words.wider.get(role.lemma)
    if role.lemma != known.lemma and wider != known.role.kind:
        return NONE
    if known.qualifiers & _LESSER and not role.qualifiers & _LESSER and not wider:
        return NONE
    missing = role.qualifiers - known.qualifiers
    if role.role.kind == "person":
        # "the murdered journalist"; but the foreign minister is not the minister of defence
        missing &= role.proper
    if not missing:
        return FULL
    # "the Ohio governor" may be whom the text calls "governor" only
    return PART if not known.proper and missing <= role.proper else NONE
