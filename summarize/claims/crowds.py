"""Sentences with more near copies than were compared with them, joined before anything is averaged.

Average linkage counts a pair that was not compared as different. That is right for a sentence far down the list of
neighbours, and wrong where hundreds of near copies fill the list of every one of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.claims.components import components

CERTAIN = 0.95
"""Probability from which a pair counts as a near copy, where a crowd of them is found."""

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]


def find_crowds(n: int, pairs: Pairs, probabilities: NDArray[np.float64], crowd: int) -> NDArray[np.int64]:
    """Numbers from 0 for the groups of range(n): what a chain of certain pairs links, if every link of the chain has
    at least `crowd` certain pairs; anything else is a group of its own. *Shape:* (n,)
    """
    left, right = pairs
    certain = probabilities >= CERTAIN
    degree = np.bincount(left[certain], minlength=n) + np.bincount(right[certain], minlength=n)
    linked = certain & (degree[left] >= crowd) & (degree[right] >= crowd)
    return components(n, left[linked], right[linked])


def contract(
    labels: NDArray[np.int64], pairs: Pairs, probabilities: NDArray[np.float64], sizes: NDArray[np.int64]
) -> tuple[Pairs, NDArray[np.float64], NDArray[np.int64]]:
    """The same graph with every group as one element: pairs, mean probabilities and sizes of the groups."""
    left, right = pairs
    count = int(labels.max(initial=-1)) + 1
    totals = np.bincount(labels, weights=sizes, minlength=count)
    a, b = np.minimum(labels[left], labels[right]), np.maximum(labels[left], labels[right])
    between = a != b
    codes, inverse = np.unique(a[between] * count + b[between], return_inverse=True)
    links = np.bincount(inverse, weights=(probabilities * sizes[left] * sizes[right])[between], minlength=len(codes))
    rows, columns = codes // max(1, count), codes % max(1, count)
    return (rows, columns), links / (totals[rows] * totals[columns]), totals.astype(np.int64)
