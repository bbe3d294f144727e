"""Pairs of sentences as the relation network is fed them in training, and what training added to it.

The network is summarize.models.cross_network; what ships is made of the default model, its teacher of a larger one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from benchmarks.relation_data import LABELS
from summarize.models import default_model
from summarize.models.adapter import DOWN, UP
from summarize.models.cross_encoder import MAX_TOKENS, cut
from summarize.models.cross_network import ADDED, HEAD, CrossNetwork


class Pieces:
    """Word pieces of sentences, each distinct one cut once."""

    def __init__(self, base: Path | None = None) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str((base or default_model.verified_folder()) / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, list[int]] = {}
        vocabulary = self._tokenizer.get_vocab()
        bert = "[CLS]" in vocabulary
        self._start, self._end, self._padding = (
            vocabulary[mark] for mark in (("[CLS]", "[SEP]", "[PAD]") if bert else ("<s>", "</s>", "<pad>"))
        )
        self._between = [self._end] if bert else [self._end, self._end]

    def of(self, text: str) -> list[int]:
        if text not in self._known:
            self._known[text] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return self._known[text]

    def batch(self, pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor, Tensor]:
        """Pieces, types (0 first sentence, 1 second) and mask of pairs. *Shape:* (len(pairs), tokens) each"""
        rows = []
        for left, right in pairs:
            a, b = cut(self.of(left), self.of(right), MAX_TOKENS - 2 - len(self._between))
            rows.append(([self._start, *a, *self._between, *b, self._end], len(a) + 1 + len(self._between)))
        shape = (len(rows), max(len(ids) for ids, _ in rows))
        types, mask = (torch.zeros(shape, dtype=torch.int64) for _ in range(2))
        pieces = torch.full(shape, self._padding)
        for n, (ids, split) in enumerate(rows):
            pieces[n, : len(ids)] = torch.tensor(ids)
            types[n, split : len(ids)] = 1
            mask[n, : len(ids)] = 1
        return pieces, types, mask


def probabilities(
    model: CrossNetwork, pieces: Pieces, pairs: Sequence[tuple[str, str]], one_order: bool = False
) -> NDArray[np.float32]:
    """The probability of each label, from the mean of the logits of both orders. *Shape:* (len(pairs), 4)"""
    model.eval()
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]) + len(pairs[i][1]))
    logits = torch.zeros(len(pairs), len(LABELS))
    with torch.inference_mode():
        for start in range(0, len(order), 32):
            rows = order[start : start + 32]
            for turned in (0,) if one_order else (0, 1):
                logits[rows] += model(*pieces.batch([(pairs[i][turned], pairs[i][1 - turned]) for i in rows]))
    logits /= 1 if one_order else 2
    result: NDArray[np.float32] = logits.softmax(dim=1).numpy()
    return result


def difference(trained: Mapping[str, NDArray[np.float32]], rank: int) -> dict[str, NDArray[np.float16]]:
    """What training added to the default model, matrices of the blocks as factors of a rank, and the head whole."""
    before = {name: p.detach().numpy() for name, p in CrossNetwork(1).transformer.named_parameters()}
    tensors: dict[str, NDArray[np.float16]] = {}
    for name, after in trained.items():
        if name.startswith(HEAD):
            tensors[name] = after.astype(np.float16)
            continue
        weight = name.removeprefix("transformer.")
        change = after - before[weight]
        if weight.startswith("encoder.layer.") and change.ndim == 2:
            up, strength, down = np.linalg.svd(change, full_matrices=False)
            root = np.sqrt(strength[:rank])
            tensors[weight + DOWN] = (root[:, None] * down[:rank]).astype(np.float16)
            tensors[weight + UP] = (up[:, :rank] * root).astype(np.float16)
        elif np.any(change):
            tensors[weight + ADDED] = change.astype(np.float16)
    return tensors
