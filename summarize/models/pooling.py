"""From the vectors of a sentence's tokens to the vector of the sentence, as sentence-transformers pools them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


def _weighted_mean(tokens: Vectors) -> Vectors:
    weights = np.arange(1, len(tokens) + 1, dtype=np.float32)
    return np.asarray(weights @ tokens / weights.sum(), dtype=np.float32)


POOLINGS: Mapping[str, Callable[[Vectors], Vectors]] = {
    "cls": lambda tokens: tokens[0],
    "lasttoken": lambda tokens: tokens[-1],
    "max": lambda tokens: tokens.max(axis=0),
    "mean": lambda tokens: tokens.mean(axis=0),
    "mean_sqrt_len_tokens": lambda tokens: tokens.sum(axis=0) / np.float32(len(tokens) ** 0.5),
    "weightedmean": _weighted_mean,
}


def pool(tokens: Vectors, modes: Sequence[str]) -> Vectors:
    """The L2-normalised vector of a sentence, its poolings one after the other. *Shape:* (len(modes) * d,).

    `tokens` has shape (tokens, d), without padding. `modes` are keys of POOLINGS.
    """
    vector = np.concatenate([POOLINGS[mode](tokens) for mode in modes])
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-12), dtype=np.float32)
