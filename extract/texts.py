"""Texts that speak for their author: "Smith's statement", "a report by the ministry", then "the report"."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.drafts import Draft, Scene
from extract.phrases import lemma_of, role_of

_AUTHOR = {"of", "by", "from"}
_BY = {"by", "from"}
_IN = {"in", "via", "through"}
_SUBJECTS = {"nsubj", "nsubj:outer"}
_CLAUSES = {"acl", "acl:relcl"}


class Texts:
    """Who made which kind of text, as the article goes on."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._by: dict[str, Token] = {}

    def owned(self, head: Token) -> bool:
        """Whether the phrase names an author, who is remembered: in it, or as the one who issued the text.

        Only an author in the phrase itself counts as naming one: "Smith's statement", "a poll by the bank".
        """
        author = next(self._inside(head), None)
        if author is not None:
            self._by[lemma_of(head)] = author
            return True
        if (issuer := self._issuer(head)) is not None:
            self._by.setdefault(lemma_of(head), issuer)
        return False

    def author(self, head: Token) -> Draft | None:
        """The actor who made the text that a phrase takes up again; None where nobody is known."""
        token = self._by.get(lemma_of(head))
        return None if token is None else self._scene.draft_at(token)

    def _inside(self, head: Token) -> Iterator[Token]:
        """ "Smith's statement", "the UN report", "a poll by the ministry", "a poll published by Reuters"."""
        for child in head.children:
            case = next((word.lower_ for word in child.lefts if word.dep_ == "case"), "")
            is_author = child.dep_ in ("nmod:poss", "compound") or (child.dep_ == "nmod" and case in _AUTHOR)
            if is_author and self._is_actor(child):
                yield child
            elif child.dep_ in _CLAUSES:
                yield from (word for word in child.children if self._is_agent(word) and self._is_actor(word))

    def _issuer(self, head: Token) -> Token | None:
        """ "Smith issued a statement", "in a statement, Smith said": the subject of its verb."""
        verb = head.head
        case = next((word.lower_ for word in head.lefts if word.dep_ == "case"), "")
        if verb.pos_ != "VERB" or not (head.dep_ == "obj" or (head.dep_ == "obl" and case in _IN)):
            return None
        return next((word for word in verb.children if word.dep_ in _SUBJECTS), None)

    def _is_actor(self, token: Token) -> bool:
        role = role_of(token)
        is_known = self._scene.draft_at(token) is not None or token.tag_ == "PRP$"
        return is_known or (role is not None and role.kind != "text")

    @staticmethod
    def _is_agent(token: Token) -> bool:
        return token.dep_ in ("obl", "obl:agent") and any(word.lower_ in _BY for word in token.lefts)
