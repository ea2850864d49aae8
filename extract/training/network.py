"""The attribution network: a MiniLM encoder, cue tags, and for each cue the role of every unit.

Cues are tagged B, I, O. Each cue then asks of every unit of its window: nothing of mine, my source, or my
content? A unit may answer several cues, so that nested statements and shared sources can be read. What the
pointer knows beside the encoder's vectors is numbered by extract.pointer.cue_relations.

B: windows, L: word pieces, W: units, C: cues.
"""

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from extract.pointer import BETWEEN, EDGES, PARAGRAPHS, SEGMENTS, SENTENCES
from extract.units import BEGINS, BRANCHES, DEP, POS, QUOTES

VOCABULARY, POSITIONS = 30522, 512
WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6
HIDDEN = 128
SHAPES, STYLES = 10, 2
FEATURES = (SHAPES, QUOTES + 1, BEGINS + 1, len(POS), len(DEP), STYLES)
RELATIONS = (len(EDGES) + 1, SENTENCES, PARAGRAPHS, SEGMENTS, BETWEEN, BRANCHES)


class FusedAttention(torch.autograd.Function):
    """Attention as the one operator of ONNX Runtime, for the export; torch only asks for its shape."""

    @staticmethod
    def forward(_ctx: Any, q: Tensor, _k: Tensor, _v: Tensor, _bias: Tensor) -> Tensor:
        """A tensor of the right shape."""
        return torch.empty_like(q)

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any, bias: Any) -> Any:
        """What stands in the graph."""
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, bias, num_heads_i=HEADS).setType(
            q.type()
        )


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019)."""

    fused = False
    """Write FusedAttention, for a single window without padding."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x (B, L, WIDTH); mask (B, 1, 1, L): 0, or very low where there is only padding."""
        x = self.norm1(x + self.drop(self.out(self._attend(x, mask))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))

    def _attend(self, x: Tensor, mask: Tensor) -> Tensor:
        if self.fused:
            return FusedAttention.apply(*F.linear(x, self.qkv.weight).chunk(3, -1), self.qkv.bias)
        batch, length, _ = x.shape
        q, k, v = (
            part.reshape(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in self.qkv(x).chunk(3, -1)
        )
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return attended.transpose(1, 2).reshape(batch, length, WIDTH)


class Encoder(nn.Module):
    """Word pieces with their features -> a vector for each unit."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.token_type = nn.Parameter(torch.zeros(WIDTH))
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
        self.features = nn.ModuleList(nn.Embedding(size, WIDTH) for size in FEATURES)
        for table in self.features:
            nn.init.zeros_(table.weight)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.word.weight.requires_grad = False

    def forward(self, ids: Tensor, features: Tensor, first: Tensor) -> Tensor:
        """ids (B, L), features (B, 6, L), first (B, W): each unit's first piece -> (B, W, WIDTH)."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.token_type
        for number, table in enumerate(self.features):
            x = x + table(features[:, number])
        x = self.drop(self.norm(x))
        mask = ((ids == 0).float() * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x.gather(1, first.unsqueeze(-1).expand(-1, -1, WIDTH))

    def start_from(self, path: Path) -> None:
        """Take the weights of MiniLM from its safetensors file."""
        given = {key.removeprefix("bert."): value for key, value in load_file(path).items()}
        self.word.weight.data.copy_(given["embeddings.word_embeddings.weight"])
        self.position.weight.data.copy_(given["embeddings.position_embeddings.weight"])
        self.token_type.data.copy_(given["embeddings.token_type_embeddings.weight"][0])
        names: dict[nn.Module, tuple[str, ...]] = {self.norm: ("embeddings.LayerNorm",)}
        for number, layer in enumerate(self.layers):
            base = f"encoder.layer.{number}."
            names |= {
                layer.qkv: tuple(f"{base}attention.self.{name}" for name in ("query", "key", "value")),
                layer.out: (base + "attention.output.dense",),
                layer.norm1: (base + "attention.output.LayerNorm",),
                layer.up: (base + "intermediate.dense",),
                layer.down: (base + "output.dense",),
                layer.norm2: (base + "output.LayerNorm",),
            }
        for module, parts in names.items():
            for kind in ("weight", "bias"):
                getattr(module, kind).data.copy_(torch.cat([given[f"{part}.{kind}"] for part in parts]))


class Reader(nn.Module):
    """Encoder, cue tags, pointer."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.tag = nn.Sequential(
            nn.Linear(WIDTH, HIDDEN), nn.GELU(), nn.Dropout(dropout), nn.Linear(HIDDEN, 3)
        )
        self.unit, self.cue = nn.Linear(WIDTH, HIDDEN), nn.Linear(WIDTH, HIDDEN)
        self.relations = nn.ModuleList(nn.Embedding(size, HIDDEN) for size in RELATIONS)
        for table in self.relations:
            nn.init.normal_(table.weight, std=0.1)
        self.out = nn.Linear(HIDDEN, 3)
        self.unit2, self.cue2 = nn.Linear(WIDTH, 2 * HIDDEN), nn.Linear(WIDTH, 2 * HIDDEN)
        self.drop = nn.Dropout(dropout)

    def encode(self, ids: Tensor, features: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """-> unit vectors (B, W, WIDTH), cue tag scores (B, W, 3)."""
        h = self.drop(self.encoder(ids, features, first))
        return h, self.tag(h)

    def point(self, h: Tensor, first: Tensor, last: Tensor, relations: Tensor) -> Tensor:
        """Role scores (B, W, C, 3) from h (B, W, WIDTH), relations (B, 6, W, C), first, last unit (B, C)."""
        ends = [h.gather(1, end.unsqueeze(-1).expand(-1, -1, WIDTH)) for end in (first, last)]
        cue = (ends[0] + ends[1]) / 2
        z = self.unit(h).unsqueeze(2) + self.cue(cue).unsqueeze(1)
        for number, table in enumerate(self.relations):
            z = z + table(relations[:, number])
        scores = self.out(F.gelu(z))
        batch, words, _ = h.shape
        left = self.unit2(h).view(batch, words, 2, HIDDEN)
        right = self.cue2(cue).view(batch, -1, 2, HIDDEN)
        paired = torch.einsum("bwlh,bclh->bwcl", left, right) / HIDDEN**0.5
        return scores + F.pad(paired, (1, 0))
