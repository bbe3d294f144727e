"""Annotated events as the adapter's training wants them: an event is one batch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from benchmarks.annotated import Event
from summarize.sentences.tokens import Tokenizer


@dataclass(frozen=True, slots=True)
class Batch:
    """The distinct sentences of an event and those pairs of them that are either the same or not. *Shape:* (pairs,)"""

    texts: list[str]
    left: Tensor
    right: Tensor
    same: Tensor


def batch_of(event: Event) -> Batch:
    """Sentences of the same words are one sentence; pairs that are partly the same teach nothing."""
    tokenizer = Tokenizer()
    content = [i for i in range(len(event.sentences)) if i not in event.boilerplate]
    number: dict[tuple[str, ...], int] = {}
    row = {i: number.setdefault(tokenizer(event.sentences[i].text), len(number)) for i in content}
    texts: dict[int, str] = {}
    for i in content:
        texts.setdefault(row[i], event.sentences[i].text)
    labels = np.zeros((len(texts), len(texts)), dtype=np.int8)
    for pairs, label in ((event.overlapping, -1), (event.same, 1)):
        for a, b in pairs:
            if a in row and b in row:
                labels[row[a], row[b]] = labels[row[b], row[a]] = label
    left, right = np.triu_indices(len(texts), 1)
    told = labels[left, right]
    known = told >= 0
    parts = (left[known], right[known], (told[known] == 1).astype(np.float32))
    return Batch([texts[k] for k in range(len(texts))], *(torch.from_numpy(part) for part in parts))


def average_precision(scores: NDArray[np.float32], same: NDArray[np.float32]) -> float:
    """Mean precision at every pair that is the same, pairs ordered by falling score; 0 to 1. *Shape:* (pairs,)"""
    hits = same[np.argsort(-scores, kind="stable")] == 1
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())
