"""The spaCy component "onrecord_attribution": ``doc._.attributions`` holds who said what in a parsed Doc.

It stands after "onrecord_syntax" and reads the same paragraphs, ``doc.spans["paragraphs"]``. With both in one
pipeline, nlp.pipe runs all networks there are.
"""

from spacy.language import Language
from spacy.tokens import Doc

from extract.annotation import Article, Attribution, Paragraph
from extract.reader import attributions
from extract.syntax import PARAGRAPHS

Doc.set_extension("attributions", default=(), force=True)


def said(doc: Doc) -> tuple[Attribution, ...]:
    """Who said what in the Doc, as plain types, in the order of the text; offsets into ``doc.text``."""
    return tuple(doc._.attributions)


@Language.component(
    "onrecord_attribution", requires=["token.dep", "doc.sents"], assigns=["doc._.attributions"]
)
def attribute(doc: Doc) -> Doc:
    """Add to a parsed Doc who says what in it; raises ModelError if the network is missing or damaged."""
    paragraphs = tuple(
        Paragraph(span.start_char, span.end_char, span.label_) for span in doc.spans[PARAGRAPHS]
    )
    text = doc.text
    doc._.attributions = tuple(attributions(doc, Article("", "", 0, len(text), text, paragraphs)))
    return doc
