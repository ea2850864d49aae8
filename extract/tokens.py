"""Text -> words: spaCy's English tokenizer, with the rules that news needs beyond it.

Words are those of the treebanks that the encoder learnt from: "Kyiv’s" is two of them, "well-known" three.
"""

import re
from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex
from spacy.vocab import Vocab

INFIXES = (
    r'[“”„«»"—]',  # 'the end.”“No', 'paranoia,”she': a quotation mark is never inside a word
    r'[:,;](?=["“”„‘’«»])|(?<=["”»])[:,;]',  # 'said:“No”,she'
    r"(?<=[0-9])–(?=[0-9])",  # '2006–2007', as spaCy does with a hyphen
    r"(?<=[.,;:?!])[\[(]",  # 'ended.[1]'
)
RANKS = ("Lt.", "Col.", "Capt.", "Maj.", "Sgt.", "Cpl.", "Cmdr.", "Brig.", "Amb.", "Hon.", "Supt.", "Insp.")

LONGEST_RUN = 500
RUN = re.compile(rf"(\S{{{LONGEST_RUN},}})( ?)")


class NewsTokenizer:
    """A spaCy tokenizer that takes any text in linear time.

    spaCy peels punctuation off a stretch without whitespace mark by mark and copies the rest each time.
    A stretch of 500 characters and more is no words (an encoded picture, a row of dashes): one token here.
    """

    def __init__(self, tokenizer: Callable[[str], Doc], vocab: Vocab) -> None:
        """Wrap the tokenizer that the words between such stretches are left to."""
        self._tokenizer, self._vocab = tokenizer, vocab

    def __call__(self, text: str) -> Doc:
        """Split a text into words; none of it is lost."""
        runs = list(RUN.finditer(text))
        if not runs:
            return self._tokenizer(text)
        docs = []
        end = 0
        for run in runs:
            docs.append(self._tokenizer(text[end : run.start()]))
            docs.append(Doc(self._vocab, words=[run[1]], spaces=[bool(run[2])]))
            end = run.end()
        docs.append(self._tokenizer(text[end:]))
        return Doc.from_docs([doc for doc in docs if len(doc)], ensure_whitespace=False)


def tighten(nlp: Language) -> None:
    """Give a blank English pipeline the tokenizer for news."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *INFIXES]).finditer
    for rank in RANKS:
        tokenizer.add_special_case(rank, [{"ORTH": rank}])
    nlp.tokenizer = NewsTokenizer(tokenizer, nlp.vocab)
