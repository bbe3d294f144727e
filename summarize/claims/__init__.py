"""From sentences to claims: which sentences state the same fact, and how many voices state it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.claims.offtopic import find_off_topic
from summarize.claims.voices import find_voices
from summarize.document import Sentence

__all__ = ["find_claims", "find_off_topic", "find_voices"]


def find_claims(
    sentences: Sequence[Sentence], vectors: NDArray[np.float32], voices: Sequence[int]
) -> list[tuple[int, ...]]:
    from scipy.cluster.hierarchy import fcluster, linkage

    n = len(sentences)
    if n < 2:
        return [(i,) for i in range(n)]
    vocabulary: dict[str, int] = {}
    counts = np.zeros((n, len({t for s in sentences for t in s.tokens}) + 1), dtype=np.float32)
    for i, s in enumerate(sentences):
        for t in s.tokens:
            counts[i, vocabulary.setdefault(t, len(vocabulary))] = 1
    weights = counts * np.log((n + 1) / (1 + counts.sum(0)))
    weights /= np.maximum(1e-9, np.linalg.norm(weights, axis=1, keepdims=True))
    blend = 0.5 * weights @ weights.T + 0.5 * (vectors @ vectors.T) ** 2
    distance = np.maximum(0, 1 - blend)
    upper = np.triu_indices(n, 1)
    labels = fcluster(linkage(distance[upper], "average"), 0.56, "distance")
    groups: dict[int, list[int]] = {}
    for i, label in enumerate(labels):
        groups.setdefault(int(label), []).append(i)
    return [tuple(g) for g in groups.values()]
