"""How a pair ranks among its rivals, and what stands around it: evidence that lies outside the two sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]
Similarity = Callable[[Indices, Indices], NDArray[np.float64]]
LEAD_SENTENCES = 3
"""The first sentences of an article tell its main fact, whatever words they choose."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Compared pairs, each once, and where their sentences stand. *Shape:* (n,); pairs and similarities (pairs,)"""

    documents: Indices
    positions: Indices
    before: Indices
    """The sentence before each in its document, -1 for none; `after` likewise."""
    after: Indices
    pairs: tuple[Indices, Indices]
    similarities: NDArray[np.float64]


def context_features(place: Neighbourhood, similarity: Similarity) -> dict[str, NDArray[np.float64]]:
    """Features of every pair by name. *Shape:* each (pairs,)"""
    left, right = place.pairs
    forth, back, forth_short, back_short = _margins(place)
    both_lead = np.maximum(place.positions[left], place.positions[right]) < LEAD_SENTENCES
    return {
        "margin_low": np.minimum(forth, back),
        "margin_high": np.maximum(forth, back),
        "mutual_best": ((forth >= 0) & (back >= 0)).astype(np.float64),
        "short_of_best": np.minimum(forth_short, back_short),
        "around": _around(place, similarity),
        "apart": np.abs(_depth(place)[left] - _depth(place)[right]),
        "both_lead": both_lead.astype(np.float64),
    }


def _margins(place: Neighbourhood) -> tuple[NDArray[np.float64], ...]:
    """For either direction of every pair (a, b): by how much b leads its best rival in b's document, and by how much it
    falls short of the best match of a anywhere (0 or below). *Shape:* each (pairs,)
    """
    left, right = place.pairs
    m, n = len(left), len(place.documents)
    if m == 0:
        return (np.zeros(0),) * 4
    source, target = np.concatenate([left, right]), np.concatenate([right, left])
    value = np.concatenate([place.similarities, place.similarities])
    best, worst = np.full(n, -np.inf), np.full(n, np.inf)
    np.maximum.at(best, source, value)
    np.minimum.at(worst, source, value)

    # Grouped by source, then by the target's document. Sparse matrices sort by row and column in linear time.
    rank = np.argsort(np.argsort(place.documents, kind="stable"), kind="stable")
    order = _by_row_and_column(source, rank[target], n)
    group = source[order] * (int(place.documents.max()) + 1) + place.documents[target[order]]
    ranked = value[order]
    starts = np.flatnonzero(np.concatenate([[True], group[1:] != group[:-1]]))
    sizes = np.diff(np.append(starts, 2 * m))
    top = np.repeat(np.maximum.reduceat(ranked, starts), sizes)
    is_top = ranked == top
    # A sentence outside the compared pairs is no nearer than the farthest one inside.
    second = np.maximum.reduceat(np.where(is_top, -np.inf, ranked), starts)
    second = np.where(sizes > 1, second, worst[source[order][starts]])
    tied = np.add.reduceat(is_top, starts) > 1
    rival = np.where(is_top & ~np.repeat(tied, sizes), np.repeat(second, sizes), top)
    lead = np.empty(2 * m)
    lead[order] = ranked - rival
    lag = value - best[source]
    return lead[:m], lead[m:], lag[:m], lag[m:]


def _by_row_and_column(rows: Indices, columns: Indices, n: int) -> Indices:
    """The order that sorts distinct places of an n x n matrix by row, then by column."""
    from scipy.sparse import csr_matrix

    places = csr_matrix((np.arange(1, len(rows) + 1), (rows, columns)), shape=(n, n))
    places.sort_indices()
    return np.asarray(places.data, dtype=np.int64) - 1


def _around(place: Neighbourhood, similarity: Similarity) -> NDArray[np.float64]:
    """The greater similarity of the two sentences before and of the two after: reports that run in parallel."""
    left, right = place.pairs
    around = np.zeros(len(left))
    for beside in (place.before, place.after):
        a, b = beside[left], beside[right]
        both = (a >= 0) & (b >= 0)
        around[both] = np.maximum(around[both], similarity(a[both], b[both]))
    return around


def _depth(place: Neighbourhood) -> NDArray[np.float64]:
    """How far into its document every sentence stands, 0 to 1."""
    longest = np.zeros(int(place.documents.max(initial=0)) + 1)
    np.maximum.at(longest, place.documents, place.positions.astype(np.float64))
    return place.positions / np.maximum(longest[place.documents] + 1, 1)
