"""What several stages do with arrays of numbers: distinct values, and what a chain of pairs links."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

MAX_FOLLOWED_PAIRS = 2000
"""Pairs up to which they are followed one by one, which takes a millisecond; scipy's import takes thirty."""


def distinct(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Every value once, rising: as np.unique, whose hashing takes several times as long for millions of values."""
    ordered = np.sort(values)
    first: NDArray[np.int64] = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return first


def components(n: int, left: NDArray[Any], right: NDArray[Any]) -> NDArray[np.int64]:
    """Numbers from 0 for the connected components of range(n), in the order of their first elements. *Shape:* (n,)"""
    if len(left) > MAX_FOLLOWED_PAIRS:
        from scipy.sparse import csr_matrix
        from scipy.sparse.csgraph import connected_components

        graph = csr_matrix((np.ones(len(left), dtype=bool), (left, right)), shape=(n, n))
        labels = connected_components(graph, directed=False)[1]
        _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
        numbers = np.empty(len(first), dtype=np.int64)
        numbers[np.argsort(first)] = np.arange(len(first))
        return numbers[inverse]
    parent = list(range(n))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        one, other = root(a), root(b)
        parent[max(one, other)] = min(one, other)
    roots = [root(i) for i in range(n)]  # the least element of each component
    return np.unique(np.array(roots, dtype=np.int64), return_inverse=True)[1].astype(np.int64)
