"""Annotated events and labelled sets as the adapter's training wants them: in batches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from benchmarks.annotated import Event
from benchmarks.labels import LabelledSet
from summarize.lexical.tokens import Tokenizer

_Pairs = Collection[tuple[int, int]]
_Set = tuple[Sequence[str], _Pairs, _Pairs]
"""Texts, pairs that are the same, pairs that share a part."""
FULL = 70
"""Sentences from which a batch of small sets is full."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Distinct sentences and those pairs of them that are either the same or not. *Shape:* (pairs,)"""

    texts: list[str]
    left: Tensor
    right: Tensor
    same: Tensor


def batch_of(event: Event) -> Batch:
    """Sentences of the same words are one sentence."""
    tokenizer = Tokenizer("english")
    number: dict[tuple[str, ...], int] = {}
    texts: list[str] = []
    row: dict[int, int] = {}
    for i, sentence in enumerate(event.sentences):
        if i not in event.boilerplate:
            row[i] = number.setdefault(tokenizer(sentence.text), len(texts))
            if row[i] == len(texts):
                texts.append(sentence.text)
    same, overlapping = (
        {(row[a], row[b]) for a, b in pairs if a in row and b in row} for pairs in (event.same, event.overlapping)
    )
    return _batch([(texts, same, overlapping)])


def batches_of(sets: Iterable[LabelledSet]) -> list[Batch]:
    """Several small sets make a batch; only pairs within a set are compared."""
    batches: list[Batch] = []
    waiting: list[_Set] = []
    for labelled in sets:
        waiting.append((labelled.texts, labelled.same, labelled.overlapping))
        if sum(len(texts) for texts, _, _ in waiting) >= FULL:
            batches.append(_batch(waiting))
            waiting = []
    return batches + ([_batch(waiting)] if waiting else [])


def _batch(sets: Sequence[_Set]) -> Batch:
    """Pairs that are partly the same teach nothing and are left out."""
    texts: list[str] = []
    columns = []
    for own, same, overlapping in sets:
        labels = np.zeros((len(own), len(own)), dtype=np.int8)
        for pairs, label in ((overlapping, -1), (same, 1)):
            for a, b in pairs:
                labels[a, b] = labels[b, a] = label
        left, right = np.triu_indices(len(own), 1)
        told = labels[left, right]
        known = told >= 0
        columns.append((left[known] + len(texts), right[known] + len(texts), (told[known] == 1).astype(np.float32)))
        texts += own
    return Batch(texts, *(torch.from_numpy(np.concatenate(column)) for column in zip(*columns, strict=True)))


def average_precision(scores: NDArray[np.float32], same: NDArray[np.float32]) -> float:
    """Mean precision at every pair that is the same, pairs ordered by falling score; 0 to 1. *Shape:* (pairs,)"""
    hits = same[np.argsort(-scores, kind="stable")] == 1
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())
