"""Pairs of sentences worth comparing: nearest by meaning, and nearest by words.

Up to `MAX_EXACT` sentences all are held against all, in blocks. Beyond, cost per sentence would grow with the
collection: meaning is then searched among the clusters near a sentence's own, which faiss finds (an inverted file, as
Jégou, Douze and Schmid 2011 have it, searched cluster by cluster), and words by the lists of sentences that hold each
word, those of common words left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.arrays import distinct

NEAREST = 24
"""Neighbours of a sentence by each measure. On the development events 24 of each hold 99 % of the same-fact pairs."""
NEAREST_OF_MANY = 22
"""The same beyond MAX_EXACT sentences, where clusters miss some. Of the same-fact pairs that the exact search finds
with 24 among 17,000 synthetic statements, 98.6 in 100 are kept; with 16 it is 95.0, a fifth cheaper."""
MAX_EXACT = 8192
"""Sentences up to which all are held against all. About here clusters become faster, and up to here a matrix
product in blocks takes as long as faiss' own exact search, which would cost its import besides. Measured, as the
figures below, by `python -m benchmarks.neighbours`."""
PROBED_CLUSTERS = 32
"""Clusters searched, of 4 * sqrt(n)."""
TRAINED_PER_CLUSTER = 32
"""Sentences for each cluster that the clusters are learnt from."""
MAX_HOLDERS = 1000
"""Sentences that may hold a word whose list is followed."""
_BLOCK = 512
"""Rows compared at once: bounds memory to a block of rows instead of all of them."""

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]


def nearest_of(n: int, exact: int = MAX_EXACT) -> int:
    """How many neighbours by each measure a sentence is compared with, in a collection of n."""
    return NEAREST if n <= exact else NEAREST_OF_MANY


def candidate_pairs(
    vectors: NDArray[np.float32], words: Any, nearest: int | None = None, exact: int = MAX_EXACT
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs (i, j), i < j, where one is among the `nearest` of the other by meaning or by words, in rising order.

    Unless given, `nearest` is what `nearest_of` says. `vectors` *Shape:* (n, d), unit rows. `words` *Shape:*
    (n, vocabulary), sparse, unit rows. Beyond `exact` sentences a few of the nearest are missed.
    """
    n = len(vectors)
    k = min(nearest_of(n, exact) if nearest is None else nearest, n - 1)
    if k < 1:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    if n <= exact:
        found = [*_nearest_by_meaning(vectors, k), *_nearest_by_words(words, k)]
    else:
        found = [*_clustered_by_meaning(vectors, k), *_listed_by_words(words, k)]
    rows, columns = (np.concatenate(both) for both in zip(*found, strict=True))
    keep = rows != columns
    low, high = np.minimum(rows, columns)[keep], np.maximum(rows, columns)[keep]
    codes = distinct(low * n + high)
    return codes // n, codes % n


def _nearest_by_meaning(vectors: NDArray[np.float32], k: int) -> Iterator[Pairs]:
    for start in range(0, len(vectors), _BLOCK):
        close = vectors[start : start + _BLOCK] @ vectors.T
        found = np.argpartition(close, -k - 1, axis=1)[:, -k - 1 :]
        yield start + np.repeat(np.arange(len(found), dtype=np.int64), k + 1), found.ravel().astype(np.int64)


def _nearest_by_words(words: Any, k: int) -> Iterator[Pairs]:
    transposed = words.T.tocsr()
    for start in range(0, words.shape[0], _BLOCK):
        shared = (words[start : start + _BLOCK] @ transposed).toarray()
        found = np.argpartition(-shared, k, axis=1)[:, : k + 1]
        used = np.take_along_axis(shared, found, axis=1) > 0
        yield start + np.nonzero(used)[0].astype(np.int64), found[used].astype(np.int64)


def _clustered_by_meaning(vectors: NDArray[np.float32], k: int) -> Iterator[Pairs]:
    """The nearest among the clusters nearest to a sentence's own: a matrix product for each cluster."""
    labels, centres = _clusters(np.ascontiguousarray(vectors, dtype=np.float32))
    order = np.argsort(labels, kind="stable")
    members = np.split(order, np.searchsorted(labels[order], np.arange(1, len(centres))))
    probes = min(PROBED_CLUSTERS, len(centres) - 1)
    near = np.argpartition(centres @ centres.T, -probes, axis=1)[:, -probes:]
    for own, clusters in zip(members, near.tolist(), strict=True):
        others = np.concatenate([members[cluster] for cluster in clusters])
        width = min(k + 1, len(others))
        for start in range(0, len(own), _BLOCK):
            rows = own[start : start + _BLOCK]
            found = np.argpartition(vectors[rows] @ vectors[others].T, -width, axis=1)[:, -width:]
            yield np.repeat(rows, width), others[found].ravel()


def _clusters(vectors: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The number of each vector's cluster and the clusters' unit centres, by spherical k-means from a fixed seed."""
    import faiss

    n, d = vectors.shape
    count = int(4 * np.sqrt(n))
    means = faiss.Kmeans(
        d,
        count,
        niter=6,
        seed=0,
        spherical=True,
        min_points_per_centroid=1,
        max_points_per_centroid=TRAINED_PER_CLUSTER,
    )
    means.train(vectors)
    _, labels = means.index.search(vectors, 1)
    centres = np.asarray(means.centroids, dtype=np.float32)
    return labels.ravel().astype(np.int64), centres


def _listed_by_words(words: Any, k: int) -> Iterator[Pairs]:
    rare = words.astype(np.float32)[:, np.diff(words.tocsc().indptr) <= MAX_HOLDERS]
    transposed = rare.T.tocsr()
    for start in range(0, rare.shape[0], _BLOCK):
        shared = rare[start : start + _BLOCK] @ transposed
        for row, (begin, end) in enumerate(zip(shared.indptr, shared.indptr[1:], strict=False)):
            found = shared.indices[begin:end]
            if len(found) > k + 1:
                found = found[np.argpartition(shared.data[begin:end], -k - 1)[-k - 1 :]]
            yield np.full(len(found), start + row, dtype=np.int64), found.astype(np.int64)
