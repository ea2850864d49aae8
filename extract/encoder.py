"""Words -> arrays: word pieces, word shapes, windows, and the one onnxruntime session.

The network is a six-layer MiniLM with a biaffine parser (Dozat and Manning 2017) and linear heads for tags,
sentence starts and names, quantised to int8. Its activations are scaled anew in every run of the session, so
that a sentence read in other company comes out slightly different. Every window is a run of its own: what an
article gives depends on nothing but the article.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidArgument, InvalidGraph, InvalidProtobuf

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

MODEL = Path(__file__).parent / "model"
"""The folder of the shipped weights, word pieces and labels."""

WINDOW = 220
"""Word pieces per window, as in training."""
LONG_WINDOW = 440
"""Word pieces for a sentence that does not end within WINDOW; the network has 512 positions."""
PIECES_PER_WORD = 8
RUNTIME_ERRORS = (Fail, InvalidArgument, InvalidGraph, InvalidProtobuf)  # they share no base of their own
LONGEST_WORD = 256  # characters that are looked at: more than eight word pieces can hold


class ModelError(Exception):
    """A file of the model is missing or damaged."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the numbers in a Reading mean, by position."""

    dep: tuple[str, ...]
    tag: tuple[str, ...]
    pos: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of n words.

    head          (n,) number of the head within the reading, counted from 1; 0: the root
    dep, tag, pos (n,) positions in Labels
    sentence      (n,) number of the sentence, rising by one at each sentence start
    names         (n, 17) scores of O and B, I, E, S for each name type
    arcs          (n, n + 1) scores of each head, the root first; very low outside the word's sentence
    dependents    (n, 96) and
    heads         (n + 1, 96) features that give the label of any other arc, see Encoder.label
    """

    head: Ints
    dep: Ints
    tag: Ints
    pos: Ints
    sentence: Ints
    names: Floats
    arcs: Floats
    dependents: Floats
    heads: Floats

    def __len__(self) -> int:
        return len(self.head)

    def first(self, n: int) -> "Reading":
        """The reading of the first n words, which must end with a sentence."""
        return Reading(
            head=self.head[:n],
            dep=self.dep[:n],
            tag=self.tag[:n],
            pos=self.pos[:n],
            sentence=self.sentence[:n],
            names=self.names[:n],
            arcs=self.arcs[:n, : n + 1],
            dependents=self.dependents[:n],
            heads=self.heads[: n + 1],
        )

    def last_sentence(self) -> int:
        """Where the last sentence starts; 0 if there is only one."""
        return int(np.searchsorted(self.sentence, self.sentence[-1]))


class WordPieces:
    """BERT's uncased tokenisation (Devlin et al. 2019) of single words, by greedy longest match."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._longest = max(len(piece) for piece in vocabulary)
        self.start, self.end, self.unknown = self._ids["[CLS]"], self._ids["[SEP]"], self._ids["[UNK]"]
        # News repeats its words; the bound keeps a huge corpus from filling the memory
        self.of_word = lru_cache(maxsize=1 << 16)(self._of_word)

    def _of_word(self, word: str) -> tuple[int, ...]:
        plain = "".join(
            character
            for character in unicodedata.normalize("NFD", word[:LONGEST_WORD].lower())
            if unicodedata.category(character) not in {"Mn", "Cc", "Cf"}
        )
        pieces: list[int] = []
        for part in re.findall(r"[^\W_]+|[^\w\s]|_", plain):
            pieces += self._of_part(part)
        return tuple(pieces[:PIECES_PER_WORD]) or (self.unknown,)

    def _of_part(self, part: str) -> list[int]:
        pieces = []
        start = 0
        while start < len(part):
            for end in range(min(len(part), start + self._longest), start, -1):
                piece = self._ids.get(part[start:end] if start == 0 else "##" + part[start:end])
                if piece is not None:
                    break
            else:
                return [self.unknown]
            pieces.append(piece)
            start = end
        return pieces


@lru_cache(maxsize=1 << 16)
def shape(word: str) -> int:
    """How a word is written, 1 to 9: the word pieces are lower case, and capitals carry names."""
    word = word[:LONGEST_WORD]
    if word.islower():
        return 1
    if word.isupper():
        if len(word) == 1:
            return 2
        return 3 if word.isalpha() else 4
    if word.istitle():
        return 5
    if word.isdigit():
        return 6
    if any(character.isalpha() for character in word):
        return 7
    return 8 if any(character.isdigit() for character in word) else 9


class Encoder:
    """The network and its word pieces. ``read`` keeps no state and may be called from several threads."""

    def __init__(self, folder: Path = MODEL) -> None:
        """Load from a folder; raises ModelError."""
        with opening(folder / "labels.json") as path:
            labels = json.loads(path.read_text(encoding="utf-8"))
            self.labels = Labels(*(tuple(labels[kind]) for kind in ("dep", "tag", "pos")))
        with opening(folder / "vocab.txt") as path:
            vocabulary = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
            if len(vocabulary) != labels["pieces"]:
                raise ValueError(f"{len(vocabulary)} word pieces, not {labels['pieces']}")
            self.pieces = WordPieces(vocabulary)
        with opening(folder / "relations.npy") as path:
            weights = np.load(path).astype(np.float32)
            self._label_weights = weights.reshape(len(weights), len(self.labels.dep), len(weights))
        self._session = session(folder / "encoder.onnx")

    def read(self, words: Sequence[str]) -> Iterator[Reading]:
        """Read a paragraph, whitespace left out. The readings follow one another and hold whole sentences.

        A paragraph longer than a window is cut before the last sentence that the network itself starts in
        it; that sentence is read again, whole, in the next window.
        """
        pieces = [self.pieces.of_word(word) for word in words]
        shapes = [shape(word) for word in words]
        start = 0
        while start < len(words):
            for limit in (WINDOW, LONG_WINDOW):
                end = _window(pieces, start, limit)
                reading = self._run(pieces[start:end], shapes[start:end])
                if end == len(words):
                    break
                if cut := reading.last_sentence():
                    reading = reading.first(cut)
                    break
            yield reading
            start += len(reading)

    def label(self, reading: Reading, word: int, head: int) -> int:
        """The best label for an arc the network did not choose itself; counted as in Reading.head."""
        dependent = np.append(reading.dependents[word], np.float32(1))
        weights = np.tensordot(dependent, self._label_weights, axes=1)
        return int((weights @ np.append(reading.heads[head], np.float32(1))).argmax())

    def _run(self, pieces: Sequence[tuple[int, ...]], shapes: Sequence[int]) -> Reading:
        ids = [self.pieces.start]
        piece_shapes = [0]
        first = []
        for word, word_shape in zip(pieces, shapes, strict=True):
            first.append(len(ids))
            ids += word
            piece_shapes += [word_shape] * len(word)
        ids.append(self.pieces.end)
        piece_shapes.append(0)
        arcs, head, dep, dependents, heads, tag, pos, sentence, names = self._session.run(
            ["A", "head", "rel", "rd", "rhr", "tag", "pos", "sid", "ner"],
            {"ids": np.array([ids]), "shp": np.array([piece_shapes]), "first": np.array([first])},
        )
        return Reading(
            head=head[0],
            dep=dep[0],
            tag=tag[0],
            pos=pos[0],
            sentence=sentence[0],
            names=names[0],
            arcs=arcs[0],
            dependents=dependents[0],
            heads=heads[0],
        )


def _window(pieces: Sequence[tuple[int, ...]], start: int, limit: int) -> int:
    """Where the words from ``start`` on fill a window."""
    end, size = start, 0
    while end < len(pieces) and size + len(pieces[end]) <= limit:
        size += len(pieces[end])
        end += 1
    return end


def session(path: Path) -> onnxruntime.InferenceSession:
    """A graph, ready to run in one thread; raises ModelError."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # two would share out the sums, and round them otherwise
    options.inter_op_num_threads = 1
    with opening(path):
        return onnxruntime.InferenceSession(
            path,
            options,
            providers=["CPUExecutionProvider"],
            # Fused, addition and normalisation take a tenth of a run longer than one after the other
            disabled_optimizers=["SkipLayerNormFusion"],
        )


@contextmanager
def opening(path: Path) -> Iterator[Path]:
    """Turn what goes wrong with a file of the model into a ModelError that names it."""
    way_out = "install onrecord again, or restore the folder extract/model from its repository"
    if not path.is_file():
        raise ModelError(f"the model file {path} is missing: {way_out}")
    try:
        yield path
    except (OSError, ValueError, KeyError, TypeError, EOFError, *RUNTIME_ERRORS) as error:
        raise ModelError(f"the model file {path} is damaged ({error}): {way_out}") from error
