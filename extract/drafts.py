"""The actors of an article while they are put together, and where their words stand in its Doc."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from extract.annotation import Article, Attribution, EntityType, Mention, Span
from extract.phrases import Description, sentences
from extract.roles import Gender, fold, gazetteer


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making: its mentions so far, and the roles that the article says it has.

    ``titles`` are its roles as they stand before the name ("Russian President"), ``forms`` its names, folded;
    ``pronoun`` is the gender of pronouns that could mean nobody else.
    """

    type: EntityType
    name: str
    named: bool
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Description] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    plural: bool = False
    address: Gender | None = None
    pronoun: Gender | None = None

    @property
    def gender(self) -> Gender | None:
        """Told by a form of address, a noun ("spokeswoman") or the first name; None where nothing tells."""
        words = gazetteer()
        if self.address:
            return self.address
        for role in self.roles:
            if gender := words.genders.get(role.lemma):
                return gender
        first = fold(self.name).split()
        return words.first_names.get(first[0]) if self.named and len(first) > 1 else None


class Scene:
    """The Doc of an article with its sentences numbered, the actors in it, and who is meant where."""

    def __init__(self, doc: Doc, article: Article, said: Iterable[Attribution]) -> None:
        self.doc = doc
        self.article = article
        self.said = tuple(said)
        self.drafts: list[Draft] = []
        self.sentence_of: dict[int, int] = {}
        for number, sentence in enumerate(sentences(doc)):
            self.sentence_of |= dict.fromkeys((token.i for token in sentence), number)
        self._offsets = [token.idx for token in doc]
        self._draft_at: dict[int, Draft] = {}
        self._heads: dict[Span, Token] = {}
        sources = [attribution.source for attribution in self.said if attribution.source]
        self._spoken = {token.i for source in sources for token in self.tokens(source)}

    def tokens(self, words: Span) -> Tokens:
        """The tokens of a span of the article."""
        start = bisect_left(self._offsets, words.start)
        return self.doc[start : bisect_left(self._offsets, words.end)]

    def token_at(self, offset: int) -> Token:
        """The token that holds the character at this offset."""
        return self.doc[max(bisect_right(self._offsets, offset) - 1, 0)]

    def head(self, words: Span) -> Token:
        """The token of a span that connects it with the rest of the sentence."""
        if (head := self._heads.get(words)) is None:
            self._heads[words] = head = self._head(words)
        return head

    def _head(self, words: Span) -> Token:
        tokens = self.tokens(words)
        if not tokens:
            return self.token_at(words.start)
        first, last = tokens[0].i, tokens[-1].i
        return next((t for t in tokens if not first <= t.head.i <= last or t.head.i == t.i), tokens[-1])

    def add(self, draft: Draft, mention: Mention) -> None:
        """Say that this mention means this actor."""
        draft.mentions.append(mention)
        for token in self.tokens(mention.span):
            # "Kremlin" of "the Kremlin spokesman" means the Kremlin
            if mention.kind == "name" or token.i not in self._draft_at:
                self._draft_at[token.i] = draft

    def is_source(self, token: Token) -> bool:
        """Whether the token is among the words that name the source of a statement."""
        return token.i in self._spoken

    def draft_at(self, token: Token) -> Draft | None:
        """The actor that this token means, if it is known by now."""
        return self._draft_at.get(token.i)
