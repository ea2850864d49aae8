"""The way from an article to what it says, step by step."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from extract import syntax
from extract.annotation import Article, Extraction
from extract.coreference import entities
from extract.denials import answered
from extract.entities import mentions
from extract.events import events
from extract.relations import relations
from extract.speech import said
from extract.statements import statements


def load() -> Language:
    """The spaCy pipeline that reads: words, sentences, tags, lemmas, UD parse, names, and who said what."""
    nlp = syntax.build()
    nlp.add_pipe("onrecord_attribution")
    return nlp


def extract(articles: Iterable[Article], nlp: Language | None = None) -> Iterator[Extraction]:
    """Read articles one by one and in their order; ``nlp`` is what load() gave, loaded here if left out."""
    nlp = nlp or load()
    for article in articles:
        yield extract_one(article, read(article, nlp))


def read(article: Article, nlp: Language) -> Doc:
    """The article as one Doc: ``token.idx`` is the offset in ``article.text``, boilerplate stays unread.

    ``doc.spans["paragraphs"]`` holds what was read, labelled title, heading or body.
    """
    doc = nlp.make_doc(article.text)
    spans = [
        span
        for paragraph in article.paragraphs
        if (
            span := doc.char_span(
                paragraph.start, paragraph.end, label=paragraph.kind, alignment_mode="contract"
            )
        )
    ]
    doc.spans["paragraphs"] = SpanGroup(doc, name="paragraphs", spans=spans)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def extract_one(article: Article, doc: Doc) -> Extraction:
    """What the article says, from its Doc."""
    attributed = said(doc)
    found = tuple(mentions(doc, article, attributed))
    actors = entities(doc, article, found, attributed)
    told = tuple(events(doc, article, actors, found))
    everyone = (*actors, *(event.entity for event in told))
    stated = tuple(statements(doc, article, attributed, everyone))
    related = tuple(relations(doc, article, actors, stated))
    return Extraction(article, everyone, answered(stated, related), related, told)
