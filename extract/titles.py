"""Role phrases and the actors they mean: "the Russian president", "the company", "the spokesman"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from extract.annotation import Mention
from extract.drafts import Draft, Scene
from extract.phrases import Description, describe, is_indefinite, lemma_of, role_of, title_noun
from extract.roles import Role, fold, gazetteer

# "the government of Egypt" is the same actor in every article
_GOVERNMENTS = {"government", "leadership", "regime", "authority"}
# "the city of Aden" is Aden
_OF_ITSELF = {"city", "town", "village", "state", "province", "island", "county", "municipality", "republic"}
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
        elif (role := describe(scene.head(title))) and not role.plural:
            bearer = next(
                (draft for draft in _beside(scene, scene.head(title)) if draft.type == role.role.type), None
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
    between = [token for token in scene.tokens(title) if token.idx < name.span.start]
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
    """What a name says itself: "Walt Disney Company" is a company, "Ministry of Defence" a ministry."""
    words = gazetteer()
    if draft.type == "Place" and fold(name) in words.countries:
        for noun in ("country", "nation"):
            yield Description(noun, Role("place", "Place"), frozenset(), True, False, False)
    parts = fold(name).split()
    before = next((index for index, word in enumerate(parts) if word in ("of", "for")), len(parts))
    if before and (role := words.roles.get(parts[before - 1])) and role.type == draft.type != "Person":
        others = frozenset(word for word in parts if word != parts[before - 1])
        yield Description(parts[before - 1], role, others, True, False, False)


def resolve(
    scene: Scene, title: Mention, latest: dict[Draft, int], unnamed: dict[str, Draft]
) -> Draft | None:
    """The actor that a role phrase with no name beside it means; a new unnamed one if no known actor fits.

    ``latest`` has the actors mentioned before, with the offset of their last mention; ``unnamed`` the actors
    that have no name, by folded phrase.
    """
    head = scene.head(title)
    role = describe(head)
    if role is None or _is_predicate(head):
        return None
    key = fold(title.span.text.removeprefix("A ").removeprefix("a ").removeprefix("An ").removeprefix("an "))
    named = next((draft for draft in scene.drafts if draft.named and key in draft.forms), None)
    if named is not None:
        return named
    if (government := _government(scene, head, role)) is not None:
        return unnamed.setdefault(fold(government), Draft("Organization", government, named=True))
    if role.definite and not role.possessed and not role.plural and (known := _known(scene, role, latest)):
        return known
    if role.definite or role.role.kind == "collective":
        for other in unnamed.values():
            if _fit(role, other.roles) == 2 and other in latest:
                return other
    name = " ".join(title.span.text.split())
    first, _, rest = name.partition(" ")
    draft = Draft(role.role.type, rest if rest and first.lower() in ("the", "a", "an") else name, named=False)
    draft.roles.append(role)
    draft.plural = role.plural
    return unnamed.setdefault(key if not is_indefinite(head) else f"{key} {title.span.start}", draft)


def _is_predicate(head: Token) -> bool:
    """ "He is a lawyer", "as president", "was elected chairman": a property and no one met there."""
    return (
        any(child.dep_ == "cop" for child in head.children)
        or any(child.dep_ == "case" and child.lower_ == "as" for child in head.children)
        or (head.dep_ == "xcomp" and role_of(head) is not None)
    )


def _government(scene: Scene, head: Token, role: Description) -> str | None:
    """A government by name: "Government of Egypt" of "the Egyptian government", "Trump administration"."""
    if role.lemma == "administration":
        for child in head.lefts:
            leader = scene.draft_at(child)
            if child.dep_ == "compound" and leader is not None and leader.named and leader.type == "Person":
                return f"{child.text} administration"
    if role.lemma in _GOVERNMENTS and len(role.qualifiers) == 1:
        country = gazetteer().countries.get(next(iter(role.qualifiers)))
        if country is not None:
            article = "the " if country.startswith("United") or country.endswith("s") else ""
            return f"Government of {article}{country}"
    return None


def _known(scene: Scene, role: Description, latest: dict[Draft, int]) -> Draft | None:
    """The named actor whose role this is: the better fit, of two equals the one mentioned last."""
    fits = [
        (_fit(role, draft.roles), draft)
        for draft in scene.drafts
        if draft.named and draft.type == role.role.type
    ]
    best = max((fit for fit, _ in fits), default=0)
    candidates = [draft for fit, draft in fits if fit == best > 0]
    if len(candidates) > 1:
        mentioned = [draft for draft in candidates if draft in latest]
        return max(mentioned, key=lambda draft: latest[draft]) if mentioned and best == 2 else None
    return candidates[0] if candidates else None


def _fit(role: Description, known: Iterable[Description]) -> int:
    """2: all the phrase says is known of the actor; 1: nothing known speaks against it; 0: something does."""
    return max((_fit_one(role, other) for other in known), default=0)


def _fit_one(role: Description, known: Description) -> int:
    words = gazetteer()
    wider = words.wider.get(role.lemma)
    if role.lemma != known.lemma and wider != known.role.kind:
        return 0
    if known.qualifiers & _LESSER and not role.qualifiers & _LESSER and not wider:
        return 0
    missing = role.qualifiers - known.qualifiers
    if not missing:
        return 2
    countries = {word for word in known.qualifiers if word in words.countries}
    return 1 if not countries and all(word in words.countries for word in missing) else 0
