"""How a pair ranks among its rivals, and what stands around it: evidence that lies outside the two sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]
Similarity = Callable[[Indices, Indices], NDArray[np.float64]]
LEAD = 3
"""The first sentences of an article tell its main fact, whatever words they choose."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Compared pairs and where their sentences stand. *Shape:* (n,); pairs and similarities (pairs,)"""

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
    both_lead = np.maximum(place.positions[left], place.positions[right]) < LEAD
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

    group = source * (int(place.documents.max()) + 1) + place.documents[target]
    order = np.lexsort((target, -value, group))
    first = np.concatenate([[True], group[order][1:] != group[order][:-1]])
    start = np.maximum.accumulate(np.where(first, np.arange(2 * m), 0))
    top = value[order][start]
    second = np.minimum(start + 1, 2 * m - 1)
    has_second = (start + 1 < 2 * m) & (group[order][second] == group[order])
    # A sentence outside the compared pairs is no nearer than the farthest one inside.
    runner_up = np.where(has_second, value[order][second], worst[source[order]])
    lead = np.empty(2 * m)
    lead[order] = value[order] - np.where(first, runner_up, top)
    lag = value - best[source]
    return lead[:m], lead[m:], lag[:m], lag[m:]


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
