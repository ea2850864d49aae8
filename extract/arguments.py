"""Who does what in a clause: the arguments of verbs and nouns in a UD parse, and the actors that they mean.

Labels are those of Universal Dependencies (https://universaldependencies.org/u/dep/). Subjects that the
grammar leaves unsaid are found by control: "Meyer flew to Oslo to meet Berg", "the minister accusing him".
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from extract.annotation import Article, Entity, Statement
from extract.lexicon import section

SUBJECTS = {"nsubj", "nsubj:outer"}
PASSIVE_SUBJECTS = {"nsubj:pass"}
PERSONAL = {"i", "me", "he", "him", "she", "her"}  # pronouns that mean a person only
POSSESSIVE = {"his": True, "her": True, "its": False}  # is it a person's?
DEPTH = 4  # clauses that a search for a subject may climb


def conjuncts(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens and what "and" joins to them: "Putin" -> "Putin", "Xi", "Modi".

    In place of a plural that lists names they: "two ministers, Meyer and Berg" -> "Meyer", "Berg".
    """
    for token in tokens:
        lists = [child for child in having(token, "appos") if token.tag_ == "NNS" and having(child, "conj")]
        yield from conjuncts(lists) if lists else (token,)
        yield from (child for child in token.children if child.dep_ == "conj")


def having(token: Token, *labels: str) -> list[Token]:
    """The children of the token with one of the labels."""
    return [child for child in token.children if child.dep_ in labels]


def preposition(token: Token) -> str:
    """The lower-case words that mark a noun phrase or clause: "with", "because of", "that"; "" if none."""
    marks = having(token, "case", "mark")
    if not marks:  # in "with minister Ana Berg" the parser may hang "with" on the minister
        marks = [mark for title in having(token, "nmod:desc") for mark in having(title, "case")]
    words = [word.lower_ for mark in marks[:1] for word in (mark, *having(mark, "fixed"))]
    return " ".join(words)


def after(token: Token, prepositions: Iterable[str], *labels: str) -> list[Token]:
    """Noun phrases or clauses that hang on the token by one of the prepositions."""
    labels = labels or ("obl", "nmod", "obl:agent", "advcl", "acl")
    wanted = set(prepositions)
    return [child for child in token.children if child.dep_ in labels and preposition(child) in wanted]


def is_passive(verb: Token) -> bool:
    """Is the verb in the passive: "was accused", "the man accused of ..."?"""
    if any(child.dep_ in ("nsubj:pass", "aux:pass", "obl:agent") for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def negated(token: Token) -> bool:
    """Does "not", "never" or "no" stand on the token itself?"""
    return any(
        child.lower_ in ("not", "n't", "n’t", "never", "no", "neither", "nor")
        and child.dep_ != "conj"
        and child.nbor().lower_ != "only"  # "not only lied but cheated"
        for child in token.children
        if child.i + 1 < len(token.doc)
    )


def subjects(verb: Token) -> list[Token]:
    """Who does what the verb says; for a passive its agent ("by ..."); [] if the sentence leaves it open."""
    if is_passive(verb):
        agents = having(verb, "obl:agent") or after(verb, ("by",), "obl")
        return list(conjuncts(agents))
    return _inherited(verb, SUBJECTS)


def patients(verb: Token) -> list[Token]:
    """Whom the verb is done to: its object, or the subject of a passive."""
    if is_passive(verb):
        return _inherited(verb, PASSIVE_SUBJECTS)
    objects = having(verb, "obj", "iobj")
    if not objects and verb.dep_ == "acl:relcl" and any(c.dep_ in SUBJECTS for c in verb.children):
        objects = [verb.head]  # "the man whom they accused", "the deal he condemned"
    return list(conjuncts(_antecedent(token) for token in objects))


def _inherited(verb: Token, labels: set[str], depth: int = DEPTH) -> list[Token]:
    own = having(verb, *labels)
    if own:
        # of two, the nearer one: in "US Ambassador Ana Meyer alleged" both may be parsed as subjects
        return list(conjuncts([_antecedent(own[-1])]))
    if depth == 0 or verb.head == verb:
        return []
    head = verb.head
    if is_headline(verb):
        return list(conjuncts([head]))
    if verb.dep_ in ("acl:relcl", "acl"):
        if head.pos_ in ("NOUN", "PROPN", "PRON") and verb.tag_ != "VB":
            return list(conjuncts([head]))  # "the minister accusing him", "the man who met her"
        possessors = having(head, "nmod:poss")
        return possessors or owners(head, depth - 1)  # "her plan to meet him", "they made a plan to meet him"
    if (
        verb.dep_ in ("xcomp", "advcl")
        and preposition(verb) == "to"
        and head.lemma_ in section("control")["object"]
    ):
        objects = having(head, "obj", "iobj") or after(head, ("on", "for"), "obl")
        if objects:
            return list(conjuncts(objects))  # "urged Berg to meet her", "called on Berg to meet her"
    if verb.dep_ == "advcl" and preposition(verb) == "as" and (objects := having(head, "obj")):
        return list(conjuncts(objects))  # "cited Meyer as saying"
    if verb.dep_ in ("xcomp", "advcl", "conj", "ccomp", "parataxis"):
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
            return []
        if head.pos_ in ("NOUN", "PROPN", "PRON") and not having(head, "cop"):
            return owners(head, depth - 1)
        if is_passive(head) and verb.dep_ != "conj":
            return _inherited(
                head, PASSIVE_SUBJECTS | SUBJECTS, depth - 1
            )  # "Meyer was expected to meet him"
        if is_passive(head) and labels is SUBJECTS:
            return _inherited(head, PASSIVE_SUBJECTS, depth - 1)
        return _inherited(head, labels | SUBJECTS, depth - 1)
    return []


def is_headline(verb: Token) -> bool:
    """Is it the "meet" of a headline "Meyer to meet Berg": an infinitive on a name that hangs on nothing?"""
    return (
        verb.tag_ == "VB" and verb.head != verb and verb.head.pos_ == "PROPN" and verb.head.head == verb.head
    )


def owners(noun: Token, depth: int = DEPTH) -> list[Token]:
    """Who has or does what the noun says, by the verb that governs it: "Meyer held talks", "ended a call"."""
    governor = clause_verb(noun)
    if governor is None and depth and noun.dep_ == "nmod" and having(noun.head, "cop"):
        return list(conjuncts(having(noun.head, "nsubj")))  # "she is under fire for a meeting with him"
    if governor is None or depth == 0:
        return []
    if is_passive(governor) and noun_role(noun) != "subject":
        return _inherited(governor, PASSIVE_SUBJECTS, depth - 1)
    if noun_role(noun) == "subject":
        return subjects(governor) if is_passive(governor) else []
    return _inherited(governor, SUBJECTS, depth - 1)


def clause_verb(noun: Token) -> Token | None:
    """The verb that the noun phrase hangs on, directly or through other nouns ("a round of talks with")."""
    token = noun
    for _ in range(DEPTH):
        if token.dep_ in ("nmod", "conj", "appos", "compound", "nmod:desc") and token.head.pos_ in (
            "NOUN",
            "PROPN",
        ):
            token = token.head
        elif token.dep_ in ("obj", "obl", "iobj", "nsubj", "nsubj:pass", "advcl", "xcomp", "obl:agent"):
            return token.head
        else:
            return None
    return None


def noun_role(noun: Token) -> str:
    """ "subject", "object" or "oblique": what the noun phrase is to its clause_verb; "" if it has none."""
    token = noun
    while token.dep_ in ("nmod", "conj", "appos", "compound", "nmod:desc") and token.head != token:
        token = token.head
    if token.dep_ in SUBJECTS | PASSIVE_SUBJECTS:
        return "subject"
    return {"obj": "object", "iobj": "object", "obl": "oblique", "obl:agent": "oblique"}.get(token.dep_, "")


def _antecedent(token: Token) -> Token:
    """What a relative pronoun stands for: "who" -> the noun of its clause."""
    if token.tag_ in ("WP", "WDT") or (token.lower_ == "that" and token.pos_ == "PRON"):
        verb = token.head
        while verb.dep_ in ("conj", "xcomp"):
            verb = verb.head
        if verb.dep_ == "acl:relcl":
            return verb.head
    return token


def subtree_span(token: Token, without: Sequence[Token] = ()) -> Span:
    """The token with all that hangs on it, as one stretch, less the leading words of ``without``."""
    start, end = token.left_edge.i, token.right_edge.i + 1
    skip = {word.i for word in without}
    while start < end - 1 and (start in skip or token.doc[start].is_punct or token.doc[start].is_space):
        start += 1
    while end > start + 1 and (token.doc[end - 1].lower_ in ",.;:" or token.doc[end - 1].is_space):
        end -= 1
    return token.doc[start:end]


class Cast:
    """The actors of one article at its tokens, and who speaks where."""

    def __init__(
        self, doc: Doc, article: Article, actors: Iterable[Entity], stated: Iterable[Statement]
    ) -> None:
        self.doc = doc
        self.article = article
        self.entities = {entity.id: entity for entity in actors if entity.type != "Event"}
        self._at: dict[int, str] = {}
        self._starts: dict[str, list[int]] = {id: [] for id in self.entities}
        rows = [
            (mention.span, id)
            for id, entity in self.entities.items()
            for mention in entity.mentions
            if entity.type == "Person" or mention.span.text.lower() not in PERSONAL
        ]
        # the shortest mention wins its words: "Moscow" within "officials in Moscow"
        for span, id in sorted(rows, key=lambda row: row[0].start - row[0].end):
            words = doc.char_span(span.start, span.end, alignment_mode="expand")
            self._starts[id].append(span.start)
            for token in words or ():
                self._at[token.i] = id
        self._sentences = [s for paragraph in doc.spans["paragraphs"] for s in paragraph.sents]
        self._before = {s.start: b for b, s in zip(self._sentences, self._sentences[1:], strict=False)}
        self._statements: dict[int, Statement] = {}
        self._cues: dict[int, Statement] = {}
        # the shortest content is the innermost one: a statement within a statement
        for statement in sorted(stated, key=lambda s: -sum(piece.end - piece.start for piece in s.content)):
            for piece in statement.content:
                for token in doc.char_span(piece.start, piece.end, alignment_mode="contract") or ():
                    self._statements[token.i] = statement
            if statement.cue:
                cue = doc.char_span(statement.cue.start, statement.cue.end, alignment_mode="expand")
                self._cues.update({token.i: statement for token in cue or ()})
        self._at |= dict(self._possessives())

    def _possessives(self) -> Iterator[tuple[int, str]]:
        """ "my" is the speaker's; "his", "her", "its" where just one actor of the kind stands before."""
        last: dict[str, None] = {}
        for sentence in self._sentences:
            here: dict[str, None] = {}
            for token in sentence:
                if token.i in self._at:
                    here[self._at[token.i]] = None
                elif token.lower_ == "my":
                    statement = self.statement(token)
                    if statement is not None and statement.speaker is not None:
                        yield token.i, statement.speaker
                elif token.lower_ in POSSESSIVE:
                    personal = POSSESSIVE[token.lower_]
                    kind = [
                        [id for id in near if (self.type(id) == "Person") == personal]
                        for near in (here, last)
                    ]
                    fitting = kind[0] or kind[1]
                    if len(fitting) == 1:
                        yield token.i, fitting[0]
            last = here

    def sentences(self) -> Iterator[Span]:
        """The sentences that were read."""
        yield from self._sentences

    def before(self, sentence: Span) -> Span | None:
        """The sentence before in the article."""
        return self._before.get(sentence.start)

    def at(self, token: Token) -> str | None:
        """The entity id that a mention with this word in it means."""
        return self._at.get(token.i)

    def actor(self, token: Token) -> str | None:
        """The entity id that a noun phrase with this head means."""
        if token.i in self._at:
            return self._at[token.i]
        for child in token.children:
            if child.dep_ in ("flat", "appos", "nmod:desc") and child.i in self._at:
                return self._at[child.i]  # "his counterpart, Ana Berg"
        return None

    def all(self, tokens: Iterable[Token]) -> list[tuple[str, Token]]:
        """The entity ids of the noun phrases that mean one, each once, with the head that names it."""
        found: dict[str, Token] = {}
        for token in tokens:
            id = self.actor(token)
            if id is not None:
                found.setdefault(id, token)
        return list(found.items())

    def statement(self, token: Token) -> Statement | None:
        """The statement in whose content the token stands."""
        return self._statements.get(token.i)

    def cued(self, token: Token) -> Statement | None:
        """The statement whose cue holds the token."""
        return self._cues.get(token.i)

    def type(self, id: str | None) -> str:
        """Person, Organization or Place; "" for what is no actor."""
        return self.entities[id].type if id in self.entities else ""

    def named_in(self, id: str, start: int, end: int) -> bool:
        """Does any mention of the entity, pronouns too, begin between the offsets?"""
        return any(start <= offset < end for offset in self._starts[id])

    def near(self, ids: Iterable[str], sentence: Span) -> bool:
        """Is each of the entities named in the sentence or the one before it in the same article?"""
        before = self._before.get(sentence.start, sentence)
        return all(self.named_in(id, before.start_char, sentence.end_char) for id in ids)
