"""The spaCy component: what it fills, where sentences end, and that only the article itself decides it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extract.encoder import MODEL, ModelError
from extract.syntax import build

COLUMNS = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
ARTICLES = (
    "Talks end in Vellmar\n\nThe foreign ministers of Karstovia and Ostmark met in Vellmar on Tuesday. "
    "“We have not decided anything,” the spokeswoman said, “and we won’t do so today.”\n\n"
    "Both sides left early.",
    "The trade union accused the government of hiding the figures, an accusation that the ministry denied.",
    "Rain.\n" * 5 + "Marta  Velin, who leads the opposition, said she would not run again. " * 12,
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build()


def annotation(doc: Doc) -> list[list[int]]:
    found: list[list[int]] = doc.to_array(COLUMNS).tolist()
    return found


def in_another_process(text: str) -> list[list[int]]:
    program = (
        "import json, sys; from extract.syntax import build; "
        f"print(json.dumps(build()(json.load(sys.stdin)).to_array({COLUMNS}).tolist()))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(text),
        capture_output=True,
        text=True,
        cwd=root,
        check=True,
    )
    found: list[list[int]] = json.loads(done.stdout)
    return found


def test_the_same_article_gives_the_same_annotation(nlp: Language) -> None:
    alone = [annotation(build()(text)) for text in ARTICLES]
    assert [annotation(doc) for doc in nlp.pipe(ARTICLES)] == alone
    assert [annotation(doc) for doc in nlp.pipe(reversed(ARTICLES))] == alone[::-1]
    two_threads = build(threads=2)
    assert [annotation(two_threads(text)) for text in ARTICLES] == alone
    assert in_another_process(ARTICLES[0]) == alone[0]


def test_a_paragraph_reads_the_same_in_any_article(nlp: Language) -> None:
    alone = annotation(nlp(ARTICLES[1]))
    company = nlp(f"{ARTICLES[0]}\n{ARTICLES[1]}\n{ARTICLES[2]}")
    start = next(span.start for span in company.spans["paragraphs"] if span.text == ARTICLES[1])
    assert annotation(company)[start : start + len(alone)] == alone


def test_annotation(nlp: Language) -> None:
    doc = nlp("The minister denied that he had met the reporters in Paris.")
    assert [token.tag_ for token in doc] == [
        "DT",
        "NN",
        "VBD",
        "IN",
        "PRP",
        "VBD",
        "VBN",
        "DT",
        "NNS",
        "IN",
        "NNP",
        ".",
    ]
    assert [token.lemma_ for token in doc] == [
        "the",
        "minister",
        "deny",
        "that",
        "he",
        "have",
        "meet",
        "the",
        "reporter",
        "in",
        "Paris",
        ".",
    ]
    assert [token.dep_ for token in doc[:7]] == ["det", "nsubj", "ROOT", "mark", "nsubj", "aux", "ccomp"]
    assert [token.head.i for token in doc[:7]] == [1, 2, 2, 6, 6, 6, 2]
    assert doc[4].morph.get("Gender") == ["Masc"]
    assert doc[8].morph.get("Number") == ["Plur"]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Paris", "PLACE")]


@pytest.mark.parametrize(
    ("tag", "pos", "word", "lemma"),
    [
        ("VBD", "VERB", "accused", "accuse"),
        ("VBD", "VERB", "Rebuked", "rebuke"),
        ("VBD", "VERB", "fled", "flee"),
        ("VBD", "VERB", "vetoed", "veto"),
        ("VBN", "VERB", "overthrown", "overthrow"),
        ("VBD", "VERB", "chided", "chide"),
        ("VBN", "VERB", "misused", "misuse"),
        ("VBG", "VERB", "deploring", "deplore"),
        ("VBG", "VERB", "bullying", "bully"),
        ("VBG", "VERB", "hiding", "hide"),
        ("VBG", "VERB", "lying", "lie"),
        ("VBZ", "VERB", "denies", "deny"),
        ("VBP", "VERB", "are", "be"),
        ("VBD", "VERB", "met", "meet"),
        ("NNS", "NOUN", "allies", "ally"),
        ("NNS", "NOUN", "spokesmen", "spokesman"),
        ("NNS", "NOUN", "crises", "crisis"),
        ("NN", "NOUN", "meeting", "meeting"),
        ("NN", "NOUN", "analysis", "analysis"),
        ("NNP", "PROPN", "Athens", "Athens"),
        ("RB", "ADV", "However", "however"),
        ("RB", "PART", "n’t", "not"),
    ],
)
def test_lemmas(nlp: Language, tag: str, pos: str, word: str, lemma: str) -> None:
    doc = Doc(nlp.vocab, words=[word], tags=[tag], pos=[pos])
    for name in ("attribute_ruler", "lemmatizer"):
        doc = nlp.get_pipe(name)(doc)
    assert doc[0].lemma_ == lemma


def test_only_paragraphs_are_read(nlp: Language) -> None:
    doc = nlp.make_doc("Home News Sport\nThe talks failed. Nobody was surprised.\nShare this Print")
    doc.spans["paragraphs"] = [doc.char_span(16, 55, label="body")]
    for _, component in nlp.pipeline:
        doc = component(doc)
    (paragraph,) = doc.spans["paragraphs"]
    assert [sent.text for sent in paragraph.sents] == ["The talks failed.", "Nobody was surprised."]
    assert [sent.text for sent in doc.sents][-1] == "\nShare this Print"
    for token in [*doc[:3], *doc[paragraph.end + 1 :]]:
        assert (token.tag_, token.pos_, token.ent_type_) == ("", "", "")


def test_whitespace_hangs_on_the_word_before(nlp: Language) -> None:
    doc = nlp.make_doc(" The  minister met Marta  Velin \n")
    doc.spans["paragraphs"] = [doc[:]]
    for _, component in nlp.pipeline:
        doc = component(doc)
    spaces = [token for token in doc if token.is_space]
    assert [(token.tag_, token.pos_, token.head.text) for token in spaces] == [
        ("_SP", "SPACE", "The"),
        ("_SP", "SPACE", "The"),
        ("_SP", "SPACE", "Marta"),
        ("_SP", "SPACE", "Velin"),
    ]
    assert [ent.text for ent in doc.ents] == ["Marta  Velin"]
    assert len(list(doc.sents)) == 1


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["Talks", "ended", ".", "“", "”", "\n", "  ", "\x00", "😀", "\u0301", "Kyiv"]))
)
def test_any_text_gives_a_valid_doc(nlp: Language, pieces: list[str]) -> None:
    text = " ".join(pieces)
    doc = nlp(text)
    assert doc.text == text
    assert "".join(sent.text_with_ws for sent in doc.sents) == text
    for sent in doc.sents:
        assert all(token.head in sent for token in sent)
    for paragraph in doc.spans["paragraphs"]:
        sents = list(paragraph.sents)
        assert (sents[0].start, sents[-1].end) == (paragraph.start, paragraph.end)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \n", "\x00\x07", "😀👍🏽", "\ufeff", "\u2028"])
def test_nothing_to_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert not doc.ents


@pytest.mark.parametrize("unit", ["a", "(", "a-"])
def test_five_megabytes_without_whitespace(nlp: Language, unit: str) -> None:
    text = unit * (5_000_000 // len(unit))
    assert nlp(f"Before {text} after.").text == f"Before {text} after."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kyiv’s envoy didn’t go", "Kyiv ’s envoy did n’t go"),
        ("He left the U.S., then the U.K.", "He left the U.S. , then the U.K."),
        ("‘We won’t go,’ she said", "‘ We wo n’t go , ’ she said"),
        ("the ministers' 'old' order", "the ministers ' ' old ' order"),
        ("talks—the last—ended", "talks — the last — ended"),
        ("the end.”“No", "the end . ” “ No"),
        ("he said:“No”,she", "he said : “ No ” , she"),
        ('"No",he said', '" No " , he said'),
        ("from 2006–2007", "from 2006 – 2007"),
        ("Lt. Col. Varga", "Lt. Col. Varga"),
        ("O’Hara of d'Ivoire", "O’Hara of d'Ivoire"),
        ("at 10:30 on 3/4", "at 10:30 on 3/4"),
    ],
)
def test_words(nlp: Language, text: str, words: str) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words.split()


def test_damaged_lemma_tables_are_named(tmp_path: Path) -> None:
    for file in MODEL.iterdir():
        if file.name != "lemmas.json":
            (tmp_path / file.name).symlink_to(file)
    with pytest.raises(ModelError, match=r"lemmas\.json is missing"):
        build(tmp_path)
    (tmp_path / "lemmas.json").write_text("{")
    with pytest.raises(ModelError, match=r"lemmas\.json is damaged"):
        build(tmp_path)
