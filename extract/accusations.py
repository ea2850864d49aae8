"""Accusations: someone says that an actor did wrong: accuses, blames, charges, sues, calls a liar.

Two ways lead to one. A word of accusing stands in the text, and the syntax says who accuses whom ("Meyer
accused Berg of fraud", "criticism of Berg by Meyer"). Or a statement reproaches: inside what a known speaker
says, an actor is the subject of a word of reproach ("Berg lied", "Berg's corrupt rule"). A false accusation
harms a person, so whatever leaves one end open gives no edge.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.annotation import Entity, Relation, digest
from extract.annotation import Span as Words
from extract.arguments import (
    Cast,
    after,
    clause_verb,
    conjuncts,
    having,
    negated,
    noun_role,
    owners,
    patients,
    preposition,
    subjects,
    subtree_span,
)
from extract.circumstances import date_of, modality
from extract.denials import denials
from extract.lexicon import code, section
from extract.pairs import Pair
from extract.rebukes import rebukes
from extract.reproach import (
    Row,
    authors,
    complement,
    doers_of,
    holder_of,
    reproaches,
    responsible,
    speakers,
)

REACH = 3  # sentences from an accusation to its denial
QUOTED = 4  # sentences of a quotation back to where its speaker is named
# "it" means a fire or a law more often than an actor
IMPERSONAL = {"i", "me", "my", "we", "us", "our", "it"}


def accusations(cast: Cast) -> Iterator[Relation]:
    """ACCUSED relations; beside one that somebody rejects stands a second one, with modality denied."""
    asserted: list[tuple[int, Relation]] = []
    for number, sentence in enumerate(cast.sentences()):
        for token in sentence:
            for relation in _told(cast, sentence, token):
                asserted.append((number, relation))
                yield relation
        yield from denials(cast, sentence, [r for n, r in asserted if number - REACH <= n <= number])


def ranked_accusation(cast: Cast, pair: Pair) -> Relation | None:
    """ACCUSED between a pair that the ranker holds for one; of what it holds the accuser to have said."""
    accused = pair.tokens[1]
    if accused.dep_ == "nmod:poss" and cast.actor(accused.head) is not None:
        return None  # "criticised Oslo's mayor Berg": not Oslo
    statement = cast.statement(accused)
    if statement is not None and statement.speaker == pair.one:
        if statement.denied:
            return None
        pieces = [cast.doc.char_span(p.start, p.end, alignment_mode="contract") for p in statement.content]
        of = next((piece for piece in pieces if piece is not None and accused in piece), None)
        if of is not None:
            of = cast.doc[max(of.start, pair.sentence.start) : min(of.end, pair.sentence.end)]
    else:
        of = complement(pair.trigger, ("of", "for", "with", "over", "as", "about")) or subtree_span(
            pair.trigger
        )
    return accusation(cast, pair.sentence, pair.trigger, pair.one, accused, of)


def _told(cast: Cast, sentence: Span, token: Token) -> Iterator[Relation]:
    rows: list[Row] = []
    if token.pos_ == "VERB":
        rows = [*_by_verb(cast, token), *_naming(cast, token), *_alleging(cast, token)]
    elif token.pos_ == "NOUN":
        rows = [*_by_noun(cast, token)]
    rows += [*rebukes(cast, token), *_reproach(cast, token)]
    for accuser, accused, of in rows:
        if relation := accusation(cast, sentence, token, accuser, accused, of):
            yield relation


def _by_verb(cast: Cast, verb: Token) -> Iterator[Row]:
    """ "Meyer accused Berg of fraud", "Berg was charged with fraud by prosecutors", "blamed it on Berg"."""
    words = section("accusing.verbs")
    lemma = verb.lemma_.lower()
    about = complement(verb, ("of", "for", "with", "over", "as", "about"))
    if about is None and (named := having(verb, "xcomp")):
        about = subtree_span(named[0])  # "indicted Berg as a traitor"
    accused: list[Token] = []
    # "attacked Berg with a knife" tells of no reproach
    reason = complement(verb, ("of", "for", "over", "as")) or having(verb, "xcomp")
    told = bool(reason) or cast.cued(verb) is not None or _is_explained(verb)
    if lemma in words["object"] or (lemma in words["figurative"] and told):
        accused = patients(verb)
    for marker in ("at", "against", "after"):
        if lemma in words[marker]:
            accused += conjuncts(after(verb, (marker,), "obl"))
    if not accused or modality(verb) != "happened":
        return
    on = [
        *after(verb, ("on",), "obl"),
        *(child for token in accused for child in after(token, ("on",), "nmod")),
    ]
    if lemma == "blame" and on and not cast.all(accused):
        about, accused = subtree_span(accused[0]), list(conjuncts(on))
    for accuser in speakers(cast, verb):
        for token in _bound(cast, accused, accuser, verb):
            target = responsible(cast, token)
            if target is None:
                continue
            of = about or complement(token, ("of", "for", "with", "over")) or _content(cast, verb)
            yield accuser, target, of if target is token else subtree_span(token)


def _is_explained(verb: Token) -> bool:
    """ "attacked Berg, saying ...": with words."""
    says = section("reporting.verbs")["clause"] | section("accusing.verbs")["naming"]
    around = (verb, verb.head) if verb.dep_ in ("xcomp", "advcl") else (verb,)
    clauses = [clause for each in around for clause in having(each, "advcl")]
    return any(clause.tag_ == "VBG" and clause.lemma_ in says for clause in clauses)


def _naming(cast: Cast, verb: Token) -> Iterator[Row]:
    """ "Meyer called Berg a liar", "described the government as corrupt": with a word of reproach."""
    if verb.lemma_.lower() not in section("accusing.verbs")["naming"] or modality(verb) != "happened":
        return
    called = having(verb, "obj")
    names = [*having(verb, "xcomp"), *after(verb, ("as",), "obl", "advcl"), *called[1:]]
    if verb.lemma_ in section("accusing.verbs")["holding"]:
        names += after(verb, ("in",), "obl")  # "held Berg in contempt"
    names += [word for token in called[:1] for word in having(token, "amod") if word.i > token.i]
    for name in names:
        if not any(reproaches(word) for word in name.subtree):
            continue
        for accuser in speakers(cast, verb):
            for token in patients(verb):
                target = responsible(cast, token)
                if target is not None and token is not name:
                    yield accuser, target, subtree_span(name, having(name, "case", "mark"))


def _alleging(cast: Cast, verb: Token) -> Iterator[Row]:
    """ "Meyer alleged that Berg took bribes": whatever it is, it is alleged."""
    if verb.lemma_ not in section("accusing.verbs")["alleging"] or modality(verb) != "happened":
        return
    for clause in having(verb, "ccomp", "obj"):
        # "claimed that Berg was popular", "that Berg received threats" reproach nobody
        harmless = clause.lemma_.lower() in section("accusing.reproach")["opposing"] or (
            having(clause, "cop") and preposition(clause) != "behind"
        )
        if harmless or negated(clause) or modality(clause) != "happened":
            continue
        for accuser in speakers(cast, verb):
            for doer in doers_of(clause):
                target = responsible(cast, doer)
                if target is not None and target.pos_ != "PRON":
                    yield accuser, target, subtree_span(clause, having(clause, "mark"))


def _by_noun(cast: Cast, noun: Token) -> Iterator[Row]:
    """ "Meyer's accusations against Berg", "criticism of Berg by Meyer", "faced charges from prosecutors"."""
    words = section("accusing.nouns")
    if noun.lemma_.lower() not in words["any"]:
        return
    governor = clause_verb(noun)
    against = list(conjuncts(after(noun, ("against", "of", "on"), "nmod")))
    if governor is not None and noun_role(noun) == "object" and governor.lemma_ in words["making"]:
        against += conjuncts(after(governor, ("against",), "obl"))
    # "an investigation into Oslo" is one into what happened there
    against += [t for t in conjuncts(after(noun, ("into",), "nmod")) if cast.type(cast.actor(t)) != "Place"]
    clause = [c for c in having(noun, "acl", "ccomp", "acl:relcl") if having(c, "mark")]
    accused = [*against, *(subject for c in clause for subject in doers_of(c))]
    by = list(conjuncts(after(noun, ("by", "from"), "nmod")))
    if not by and noun_role(noun) == "object" and governor is not None:
        by = list(conjuncts(after(governor, ("by", "from"), "obl")))  # "drew sharp criticism from Berg"
    bodies = [child for child in having(noun, "compound") if cast.type(cast.at(child)) == "Organization"]
    accusers = [*having(noun, "nmod:poss"), *by, *(bodies if against else ())]
    denying = governor is not None and governor.lemma_ in section("accusing.verbs")["denial"]
    facing = governor is not None and governor.lemma_ in words["facing"]
    if not accused and (denying or facing) and governor is not None:
        accused = subjects(governor)
    elif not accusers and governor is not None and not denying and governor.lemma_ in words["making"]:
        accusers = owners(noun)
    about = complement(noun, ("of", "over", "for", "about")) or next(
        (subtree_span(c, having(c, "mark")) for c in clause), None
    )
    for accuser, _ in cast.all(authors(cast, accusers)):
        for token in accused:
            target = responsible(cast, token)
            if target is not None:
                yield accuser, target, about


def _reproach(cast: Cast, token: Token) -> Iterator[Row]:
    """A speaker's own words make an actor the doer of something bad: "Berg lied", "Berg's corrupt rule"."""
    statement = cast.statement(token)
    if statement is None or statement.speaker is None or statement.denied or not reproaches(token):
        return
    found = holder_of(token)
    if found is None:
        return
    holder, doers = found
    for doer in doers:
        target = responsible(cast, doer)
        if target is None or cast.statement(target) is None or target.lower_ in IMPERSONAL:
            continue
        if cast.entities[cast.actor(target) or ""].named:
            yield statement.speaker, target, subtree_span(holder, having(holder, "mark", "cc"))


def _bound(cast: Cast, accused: list[Token], accuser: str, verb: Token) -> list[Token]:
    """For a pronoun the one phrase, or for "them" the one pair, before it in its sentence that it can mean.

    "Meyer sought warrants for Berg and Lund, accusing them of fraud": Berg and Lund. Where several fit or
    none, coreference has the last word.
    """
    if len(accused) != 1 or accused[0].lower_ not in ("him", "her", "them"):
        return accused
    before = [token for token in verb.sent if token.i < verb.i and cast.actor(token) not in (None, accuser)]
    groups = {
        tuple(conjuncts([token])) for token in before if token.dep_ in ("obj", "obl", "nmod", "nsubj:pass")
    }
    plural = accused[0].lower_ == "them"
    fitting = [
        group for group in groups
        if (len(group) > 1) == plural and (plural or cast.type(cast.actor(group[0])) == "Person")
    ]  # fmt: skip
    return list(fitting[0]) if len(fitting) == 1 else accused


def _is_written(entity: Entity) -> bool:
    """Is it "the lawsuit", "some signs": nobody who could accuse or be accused?"""
    documents = section("accusing.nouns")["documents"]
    words = entity.name.lower().split()
    return not entity.named and any(
        word in documents or word.removesuffix("s") in documents for word in words
    )


def _is_within(one: Entity, other: Entity) -> bool:
    """Is one named after the other: "Meyer", "Meyer's office"? A possessive is easily taken for its owner."""
    names = [{word.split("'")[0].split("’")[0] for word in entity.name.split()} for entity in (one, other)]
    return min(len(words) for words in names) > 1 and (names[0] <= names[1] or names[1] <= names[0])


def _content(cast: Cast, verb: Token) -> Span | None:
    statement = cast.cued(verb)
    if statement is None:
        return None
    return cast.doc.char_span(statement.content[0].start, statement.content[0].end, alignment_mode="contract")


def accusation(
    cast: Cast, sentence: Span, trigger: Token, accuser: str | None, accused: Token, of: Span | None
) -> Relation | None:
    """ACCUSED by what the trigger says; None where either is unknown, not named nearby or a document."""
    target = cast.actor(accused)
    if of is None or all(cast.at(word) == target for word in of):
        of = _said(cast, sentence, accuser)
    if accuser is None or target is None or accuser == target:
        return None
    words = _evidence(cast, sentence, accuser, accused)
    if words is None:
        return None
    if _is_written(cast.entities[accuser]) or _is_written(cast.entities[target]):
        return None
    if _is_within(cast.entities[accuser], cast.entities[target]):
        return None
    article = cast.article
    return Relation(
        id=digest("ACCUSED", article.id, sentence.start_char, sentence.end_char, accuser, target, "asserted"),
        type="ACCUSED",
        subject=accuser,
        object=target,
        modality="asserted",
        evidence=words,
        sentence=article.span(sentence.start_char, sentence.end_char),
        of=of.text if of is not None else None,
        date=date_of(cast, sentence, trigger),
        code=code("accused", trigger.lemma_.lower(), "other"),
    )


def _evidence(cast: Cast, sentence: Span, accuser: str, accused: Token) -> Words | None:
    """The sentence; in a long quotation all from where its speaker is named. None where one is not near."""
    first: Span | None = sentence
    said = cast.statement(accused)
    if not cast.near((accuser, cast.actor(accused) or ""), sentence):
        if said is None or said.speaker != accuser:
            return None
        for _ in range(QUOTED):
            first = cast.before(first) if first is not None else None
            if first is not None and cast.named_in(accuser, first.start_char, first.end_char):
                break
        else:
            return None
    return cast.article.span((first or sentence).start_char, sentence.end_char)


def _said(cast: Cast, sentence: Span, speaker: str | None) -> Span | None:
    """What the speaker says in the sentence."""
    said = (cast.statement(token) for token in sentence)
    statement = next((each for each in said if each is not None and each.speaker == speaker), None)
    if statement is None:
        return None
    return cast.doc.char_span(statement.content[0].start, statement.content[0].end, alignment_mode="contract")
