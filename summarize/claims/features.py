"""What the classifier looks at in a pair of sentences: wording, meaning, numbers, and how the pair ranks."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.claims.context import Neighbourhood, context_features
from summarize.lexical.distinct import Statements
from summarize.lexical.tfidf import Bags, row_dots

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]
_CHUNK = 512
"""Pairs whose vectors are gathered at once: they fit into the processor's cache."""
_BLOCK = 8192
"""Vectors worked on in double precision at once: bounds memory."""
_LEAST_SPREAD = 0.01
"""Of the cosines of a collection. Where all are nearly equal, their small differences say nothing."""


def centred(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Unit vectors of what sets each sentence apart from the others of its collection. *Shape:* (n, d)

    All sentences of one event point the same way; their mean is that way, and is taken out.
    Mu and Viswanath (2018). All-but-the-Top: simple and effective postprocessing for word representations.
    """
    mean = vectors.mean(axis=0, dtype=np.float64)
    unit = np.zeros_like(vectors)
    for start in range(0, len(vectors), _BLOCK):
        apart = vectors[start : start + _BLOCK].astype(np.float64) - mean
        lengths = np.linalg.norm(apart, axis=1, keepdims=True)
        unit[start : start + _BLOCK] = np.divide(apart, lengths, out=np.zeros_like(apart), where=lengths > 1e-6)
    return unit


def closeness(vectors: NDArray[np.float32], pairs: Pairs) -> NDArray[np.float64]:
    """Cosine of every pair, in standard deviations above the mean over all pairs of the collection. *Shape:* (pairs,)

    The dot product of `centred` rows forgets how far a sentence lies from the mean: two asides, both far from it, can
    look as near to each other as two reports of one fact. This one does not.
    `vectors` *Shape:* (n, d), unit rows.
    """
    n = len(vectors)
    if n < 2:
        return np.zeros(len(pairs[0]))
    d = vectors.shape[1]
    total, squares = np.zeros(d), np.zeros((d, d))
    for start in range(0, n, _BLOCK):
        rows = vectors[start : start + _BLOCK].astype(np.float64)
        total += rows.sum(axis=0)
        squares += rows.T @ rows
    count = n * (n - 1)
    mean = (total @ total - n) / count
    variance = (np.square(squares).sum() - n) / count - mean**2
    spread = max(float(np.sqrt(max(variance, 0.0))), _LEAST_SPREAD)
    scores: NDArray[np.float64] = (dense_dots(vectors, *pairs) - mean) / spread
    return scores


def pair_features(
    statements: Statements,
    bags: Bags,
    vectors: NDArray[np.float32],
    meaning: NDArray[np.float32],
    words: Any,
    pairs: Pairs,
) -> dict[str, NDArray[np.float64]]:
    """Features of every pair by name, each symmetric in the two sentences. *Shape:* each (pairs,)

    `vectors` are of the statements, `meaning` is `centred(vectors)`, `words` is `weighted(bags)`, and `pairs` are as
    `candidate_pairs` gives them.
    """
    documents = np.array([s.document for s in statements.sentences], dtype=np.int64)
    positions = np.array([s.position for s in statements.sentences], dtype=np.int64)

    def similarity(rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.float64]:
        return (dense_dots(meaning, rows, columns) + row_dots(words, words, rows, columns)) / 2

    left, right = pairs
    close = dense_dots(meaning, left, right)
    alike = row_dots(words, words, left, right)
    features = {"meaning": close, "closeness": closeness(vectors, pairs), "words": alike}
    features |= _agreement("numbers", bags.numbers, pairs)
    features["same_document"] = (documents[left] == documents[right]).astype(np.float64)
    place = Neighbourhood(documents, positions, statements.before, statements.after, pairs, (close + alike) / 2)
    return features | context_features(place, similarity)


def dense_dots(
    vectors: NDArray[np.float32], rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Dot product of vectors rows[k] and columns[k]. *Shape:* (pairs,)"""
    dots = np.empty(len(rows), dtype=np.float64)
    for start in range(0, len(rows), _CHUNK):
        part = slice(start, start + _CHUNK)
        dots[part] = np.einsum("ij,ij->i", vectors[rows[part]], vectors[columns[part]])
    return dots


def _agreement(name: str, items: Any, pairs: Pairs) -> dict[str, NDArray[np.float64]]:
    """Weight of what both name, and the lesser of what either names alone: only where each has its own is a clash."""
    from scipy.sparse import diags

    left, right = pairs
    n = items.shape[0]
    rarity = np.log((n + 1) / np.maximum(np.asarray(items.sum(axis=0)).ravel(), 1))
    heavy = (items @ diags(rarity)).tocsr()
    total = np.asarray(heavy.sum(axis=1)).ravel()
    shared = row_dots(heavy, items, left, right)
    only_left, only_right = total[left] - shared, total[right] - shared
    return {f"{name}_shared": shared, f"{name}_clash": np.minimum(only_left, only_right)}
