"""Imputed embeddings: vectors for sentences that a corpus is too large to encode.

What a model knows of a sentence's subword tokens before it looks at them together is nearly free: a look-up. From the
sentences that are encoded, the map from the one to the other is learnt by least squares, in this very corpus and for
any model, and gives the others what their vectors would most likely be. An imputed embedding has a cosine of about .7
with the true vector: enough to tell a sentence's topic and, together with its words, most of the sentences that say
the same; not enough to find a contradiction, or an outlier.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.arrays import distinct
from summarize.models.encoder import KnowsSubwords

RIDGE = 0.3
"""Of the mean variance of the features, added to each: less overfits to the few hundred sentences of the smallest
corpora that need it."""
_BLOCK = 4096
"""Sentences worked on at once: bounds memory."""


class Imputation:
    """A map from subword tokens to vectors, learnt from sentences whose vectors are known.

    The features of a sentence are the mean of its pieces, weighted by how rare they are among all sentences. Hoerl and
    Kennard (1970). Ridge regression.
    """

    def __init__(self, pieces: Sequence[NDArray[np.int64]], table: NDArray[np.generic]) -> None:
        """`pieces` of all sentences, *Shape:* (n,); `table` as KnowsSubwords gives it."""
        self._pieces = pieces
        rows = np.repeat(np.arange(len(pieces), dtype=np.int64), [len(found) for found in pieces])
        once = distinct(rows * len(table) + _joined(pieces)) % len(table)
        self._rarity = np.log((len(pieces) + 1) / np.maximum(np.bincount(once, minlength=len(table)), 1))
        self._table = table

    def fill(self, vectors: NDArray[np.float32], known: NDArray[np.bool_]) -> None:
        """Puts unit vectors into the rows of `vectors` that are not `known`. *Shape:* (n, d) and (n,)"""
        rows = np.flatnonzero(known)
        width = self._table.shape[1]
        shift, centre = np.zeros(width), vectors[rows].mean(axis=0, dtype=np.float64)
        for part in _blocks(rows):
            shift += self._features(part).sum(axis=0)
        shift /= len(rows)
        products, targets = np.zeros((width, width)), np.zeros((width, vectors.shape[1]))
        for part in _blocks(rows):
            features = self._features(part) - shift
            products += features.T @ features
            targets += features.T @ (vectors[part] - centre)
        products[np.diag_indices(width)] += RIDGE * np.trace(products) / width + 1e-12
        weights = np.linalg.solve(products, targets)
        for part in _blocks(np.flatnonzero(~known)):
            found = (self._features(part) - shift) @ weights + centre
            vectors[part] = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)

    def _features(self, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        from scipy.sparse import csr_matrix

        pieces = [self._pieces[row] for row in rows]
        ends = np.concatenate([[0], np.cumsum([len(found) for found in pieces])])
        used, columns = np.unique(_joined(pieces), return_inverse=True)
        weights = csr_matrix((self._rarity[used][columns], columns, ends), shape=(len(rows), len(used)))
        totals = np.maximum(np.asarray(weights.sum(axis=1)), 1e-9)
        features: NDArray[np.float64] = (weights @ self._table[used].astype(np.float64)) / totals
        return features


def impute(vectors: NDArray[np.float32], known: NDArray[np.bool_], encoder: object, texts: Sequence[str]) -> None:
    """Imputes the rows of `vectors` that are not `known`. *Shape:* (len(texts), d) and (len(texts),)

    Raises ValueError when the encoder cannot tell what it knows of subword tokens.
    """
    table = encoder.subword_embeddings() if isinstance(encoder, KnowsSubwords) else None
    if table is None or not isinstance(encoder, KnowsSubwords):
        raise ValueError("this encoder knows nothing of subword tokens by themselves, so no embedding can be imputed")
    Imputation(encoder.pieces(texts), table).fill(vectors, known)


def _joined(pieces: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(0, dtype=np.int64), *pieces])


def _blocks(rows: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    return [rows[start : start + _BLOCK] for start in range(0, len(rows), _BLOCK)]
