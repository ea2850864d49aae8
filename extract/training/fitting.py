"""Fit the attribution network to examples: batches, losses, and a loop that goes on where it was stopped."""

import logging
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional as F

from extract.encoder import WordPieces
from extract.pointer import (
    BEGIN,
    CONTENT,
    INSIDE,
    SOURCE,
    WINDOW,
    candidates,
    cue_relations,
    softmax,
    window_features,
)
from extract.training.corpora import Example, Gold
from extract.training.network import Reader
from extract.units import windows

SHORTEST = 60  # word pieces of the first window of an article, at least: the seams fall elsewhere each time
SPURIOUS = 6  # wrong candidates of a window that the pointer learns from, at most
TAGS = 2.0  # weight of the cue tags in the loss
FRESH = 5.0  # learning rate of what MiniLM does not bring, by that of what it does
WARM = 0.06  # share of the steps in which the learning rate rises
DECAY, LONGEST_GRADIENT = 0.01, 1.0
IGNORED = -100
KEEP = 200  # steps between checkpoints

Window = tuple[Example, int, int]
Cue = tuple[int, int, Gold | None]
"""First and last unit of a cue, and what is told of it; None for what is no cue."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """How often, how fast and in what order the examples are seen."""

    epochs: int
    rate: float
    batch: int = 5
    seed: int = 0


def fit(reader: Reader, examples: Sequence[Example], plan: Plan, word_pieces: WordPieces, path: Path) -> None:
    """Fit and write the weights to ``path``; done already if it is there. A checkpoint lies beside it."""
    if path.exists():
        reader.load_state_dict(torch.load(path))
        return
    todo = _windows(examples, plan)
    steps = math.ceil(len(todo) / plan.batch)
    torch.manual_seed(plan.seed)
    optimizer = torch.optim.AdamW(_groups(reader, plan.rate), weight_decay=DECAY)
    warm = max(1, round(WARM * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, (steps - step) / max(1, steps - warm))
    )
    checkpoint = path.with_suffix(".checkpoint")
    done = 0
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=False)
        reader.load_state_dict(kept["model"])
        optimizer.load_state_dict(kept["optimizer"])
        schedule.load_state_dict(kept["schedule"])
        torch.set_rng_state(kept["random"])
        done = kept["step"]
    logger.info("%s: %d articles, %d steps, from step %d", path.name, len(examples), steps, done)
    reader.train()
    for step in range(done, steps):
        batch = todo[step * plan.batch : (step + 1) * plan.batch]
        tags, roles = losses(reader, batch, word_pieces)
        optimizer.zero_grad()
        (TAGS * tags + roles).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(reader.parameters(), LONGEST_GRADIENT)
        optimizer.step()
        schedule.step()
        if (step + 1) % 50 == 0:
            logger.info("step %d of %d: cues %.4f, roles %.4f", step + 1, steps, tags.item(), roles.item())
        if (step + 1) % KEEP == 0:
            parts = {"model": reader, "optimizer": optimizer, "schedule": schedule}
            state: dict[str, Any] = {name: part.state_dict() for name, part in parts.items()}
            torch.save(state | {"random": torch.get_rng_state(), "step": step + 1}, checkpoint)
    torch.save(reader.state_dict(), path)
    checkpoint.unlink(missing_ok=True)


def mean(weights: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of weights that part from the same ones (Wortsman et al. 2022, model soups)."""
    return {name: torch.stack([one[name] for one in weights]).mean(0) for name in weights[0]}


def _windows(examples: Sequence[Example], plan: Plan) -> list[Window]:
    """All windows of all epochs, each epoch in an order and with seams of its own."""
    rng = random.Random(plan.seed)  # noqa: S311  # no secret
    todo: list[Window] = []
    for _ in range(plan.epochs):
        epoch = [
            (one, *span)
            for one in examples
            for span in windows(one.units, WINDOW, first=rng.randint(SHORTEST, WINDOW))
        ]
        rng.shuffle(epoch)
        todo += epoch
    return todo


def _groups(reader: Reader, rate: float) -> list[dict[str, Any]]:
    """What MiniLM brings learns slowly, the rest faster."""
    encoder = reader.encoder
    brought = [*encoder.layers.parameters(), *encoder.norm.parameters(), encoder.token_type]
    brought.append(encoder.position.weight)
    old = {id(parameter) for parameter in brought}
    fresh = [p for p in reader.parameters() if p.requires_grad and id(p) not in old]
    return [{"params": brought, "lr": rate}, {"params": fresh, "lr": FRESH * rate}]


def losses(reader: Reader, batch: Sequence[Window], word_pieces: WordPieces) -> tuple[Tensor, Tensor]:
    """Mean cross-entropy of the cue tags per unit; that of the roles, summed over the cues of a unit."""
    rows = [window_features(one.units, start, end, one.style, word_pieces) for one, start, end in batch]
    ids, features, first = (_padded([row[number] for row in rows]) for number in range(3))
    h, tags = reader.encode(ids, features, first)
    guesses = tags.detach().numpy()
    wanted, cues = np.full(tags.shape[:2], IGNORED), []
    for number, (one, start, end) in enumerate(batch):
        cues.append(_cues(one, start, end, guesses[number, : end - start]))
        wanted[number, : end - start] = 0
        for a, b, gold in cues[-1]:
            if gold:
                wanted[number, a] = BEGIN
                wanted[number, a + 1 : b + 1] = INSIDE
    tag_loss = _cross_entropy(tags, wanted) / (wanted != IGNORED).sum()
    if not any(cues):
        return tag_loss, tag_loss * 0
    size = (len(batch), tags.shape[1], max(map(len, cues)))
    target, ends = np.full(size, IGNORED), np.zeros((2, len(batch), size[2]), dtype=np.int64)
    relations = np.zeros((len(batch), 6, *size[1:]), dtype=np.int64)
    for number, (one, start, end) in enumerate(batch):
        here, width = cues[number], end - start
        if not here:
            continue
        spans = [(a + start, b + start) for a, b, _ in here]
        relations[number, :, :width, : len(here)] = cue_relations(one.units, start, end, spans)
        target[number, :width, : len(here)] = 0
        for column, (a, b, gold) in enumerate(here):
            ends[:, number, column] = a, b
            for role, members in ((SOURCE, gold.source), (CONTENT, gold.content)) if gold else ():
                target[number, [unit - start for unit in members if start <= unit < end], column] = role
    roles = reader.point(h, *map(torch.from_numpy, ends), torch.from_numpy(relations))
    return tag_loss, _cross_entropy(roles, target) / (wanted != IGNORED).sum()


def _cues(one: Example, start: int, end: int, guesses: npt.NDArray[np.float32]) -> list[Cue]:
    """The cues of a window, and what the network takes for one most firmly and is none.

    guesses: (W, 3) scores of the tags.
    """
    told: dict[int, Cue] = {}
    for row in one.gold:
        if start <= row.cue[0] < end:
            told.setdefault(row.cue[0] - start, (row.cue[0] - start, min(row.cue[1], end - 1) - start, row))
    begins = softmax(guesses)[:, BEGIN]
    wrong = [(a, b, None) for a, b in candidates(begins, guesses.argmax(-1)) if a not in told]
    wrong.sort(key=lambda cue: -begins[cue[0]])
    return sorted([*told.values(), *wrong[:SPURIOUS]], key=lambda cue: cue[:2])


def _cross_entropy(scores: Tensor, target: npt.NDArray[np.int64]) -> Tensor:
    return F.cross_entropy(
        scores.flatten(0, -2),
        torch.from_numpy(target).flatten(),
        ignore_index=IGNORED,
        reduction="sum",
    )


def _padded(arrays: Sequence[npt.NDArray[np.int64]]) -> Tensor:
    """Arrays of one rank as one, filled up with zeros."""
    size = np.max([array.shape for array in arrays], axis=0)
    filled = np.zeros((len(arrays), *size), dtype=np.int64)
    for number, array in enumerate(arrays):
        filled[(number, *map(slice, array.shape))] = array
    return torch.from_numpy(filled)
