"""Word pieces, windows, trees and names; what the encoder reads does not depend on what else it reads."""

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from extract.decoding import NAME_TAGS, arborescence, name_tags, trees
from extract.encoder import MODEL, WINDOW, Encoder, ModelError, Reading, WordPieces, shape

SENTENCES = (
    "Foreign ministers of the seven countries met in the capital on Tuesday .",
    "“ We have not decided anything , ” the spokeswoman said , “ and we will not do so today . ”",
    "Talks ended without agreement .",
    "Marta Velin , who leads the opposition in Karstovia , accused the government of hiding the figures .",
)
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "talk", "##s", "##ing", "cafe", "'", ".", "u", "_"]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def same(one: Reading, other: Reading) -> bool:
    return all(
        np.array_equal(getattr(one, field.name), getattr(other, field.name))
        for field in dataclasses.fields(Reading)
    )


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("talk", ["talk"]),
        ("Talks", ["talk", "##s"]),
        ("TALKING", ["talk", "##ing"]),
        ("café", ["cafe"]),
        ("U.", ["u", "."]),
        ("'s", ["'", "[UNK]"]),
        ("talkative", ["[UNK]"]),  # no piece for the rest: the whole part is unknown
        ("talk_", ["talk", "_"]),
        ("ta\u00adlk", ["talk"]),  # a soft hyphen is no letter
        ("\u200b", ["[UNK]"]),
        ("", ["[UNK]"]),
        ("." * 100, ["."] * 8),
    ],
)
def test_word_pieces(word: str, pieces: list[str]) -> None:
    assert [VOCABULARY[number] for number in WordPieces(VOCABULARY).of_word(word)] == pieces


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("talks", "n’t", "é"), 1),
        (("A", "É"), 2),
        (("NATO",), 3),
        (("U.S.", "F-16"), 4),
        (("Minsk", "O’Hara"), 5),
        (("2024",), 6),
        (("McLaren", "iPhone"), 7),
        (("3,5", "1."), 8),
        (("—", "😀", ""), 9),
    ],
)
def test_shapes(words: tuple[str, ...], kind: int) -> None:
    assert [shape(word) for word in words] == [kind] * len(words)


def test_reads_the_same_in_any_company_and_order(encoder: Encoder) -> None:
    paragraphs = [sentence.split() for sentence in SENTENCES]
    alone = [next(iter(Encoder().read(words))) for words in paragraphs[:1]]
    forwards = [next(iter(encoder.read(words))) for words in paragraphs]
    backwards = [next(iter(encoder.read(words))) for words in reversed(paragraphs)][::-1]
    with ThreadPoolExecutor(2) as pool:
        threads = list(pool.map(lambda words: next(iter(encoder.read(words))), paragraphs))
    assert same(alone[0], forwards[0])
    assert all(map(same, forwards, backwards))
    assert all(map(same, forwards, threads))


def test_long_paragraph_is_cut_between_sentences(encoder: Encoder) -> None:
    words = " ".join(SENTENCES * 12).split()
    readings = list(encoder.read(words))
    assert len(readings) > 1
    assert sum(map(len, readings)) == len(words)
    start = 0
    for reading in readings:
        start += len(reading)
        assert words[start - 1] in {".", "”"}
        assert len(reading) <= WINDOW
        assert reading.head.max() <= len(reading)


@pytest.mark.parametrize("words", [[], ["a"], ["\x00"], ["word"] * 1500, ["x" * 10_000]])
def test_reads_every_word_once(encoder: Encoder, words: list[str]) -> None:
    assert sum(len(reading) for reading in encoder.read(words)) == len(words)


def test_every_sentence_is_a_tree(encoder: Encoder) -> None:
    # Nonsense, so that the network's own choices are no tree
    words = ["of", "(", "the", "—", "and", "said", "”", "that", ","] * 22
    for reading in encoder.read(words):
        head, dep = trees(reading, encoder)
        assert len(head) == len(dep) == len(reading)
        for number in range(int(reading.sentence[0]), int(reading.sentence[-1]) + 1):
            sentence = np.flatnonzero(reading.sentence == number)
            assert (head[sentence] == 0).sum() == 1
            for word in sentence:
                path = []
                while word >= 0:
                    assert word not in path
                    path.append(word)
                    word = head[word] - 1
                assert set(path) <= set(sentence)


@given(arrays.arrays(np.float32, (6, 6), elements=st.integers(-20, 20).map(float)))
def test_arborescence_reaches_every_node(scores: np.ndarray) -> None:
    head = arborescence(scores)
    for node in range(6):
        for _ in range(6):
            node = head[node]
        assert node == 0


@settings(deadline=None)
@given(arrays.arrays(np.float32, (5, 5), elements=st.integers(-20, 20).map(float)))
def test_arborescence_is_the_best(scores: np.ndarray) -> None:
    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[node, head] for node, head in enumerate(heads, 1)))

    def is_tree(heads: tuple[int, ...]) -> bool:
        at = [1, 2, 3, 4]
        for _ in range(4):
            at = [heads[node - 1] if node else 0 for node in at]
        return at == [0, 0, 0, 0]

    best = max(total(heads) for heads in np.ndindex(5, 5, 5, 5) if is_tree(heads))
    assert total(tuple(arborescence(scores)[1:].tolist())) == best


@given(
    arrays.arrays(np.float32, st.tuples(st.integers(1, 12), st.just(17)), elements=st.floats(-9, 9, width=32))
)
def test_names_are_whole(scores: np.ndarray) -> None:
    before = "O"
    for tag in [*(NAME_TAGS[number] for number in name_tags(scores)), "O"]:
        assert (before[0] in "BI") == (tag[0] in "IE")
        assert tag[0] not in "IE" or tag[2:] == before[2:]
        before = tag


@pytest.mark.parametrize("name", ["encoder.onnx", "labels.json", "relations.npy", "vocab.txt"])
@pytest.mark.parametrize("damage", ["missing", "empty", "cut"])
def test_damaged_model_file_is_named(tmp_path: Path, name: str, damage: str) -> None:
    for file in MODEL.iterdir():
        if file.name != name:
            (tmp_path / file.name).symlink_to(file)
    if damage != "missing":
        content = (MODEL / name).read_bytes()
        (tmp_path / name).write_bytes(content[: len(content) // 2] if damage == "cut" else b"")
    with pytest.raises(ModelError, match=f"{name}.*install onrecord again"):
        Encoder(tmp_path)
