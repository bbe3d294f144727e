"""Average linkage over a sparse graph of probabilities.

Average linkage counts a pair that was not compared as different. That is right for a sentence far down the list of
neighbours, and wrong where hundreds of near copies fill the list of every one of them: sentences with more near copies
than were compared with them, crowds, are joined before anything is averaged.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.arrays import components

MIN_NEAR_COPY = 0.95
"""Probability from which a pair counts as a near copy, where a crowd of them is found."""

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]


def average_linkage(
    n: int,
    pairs: tuple[NDArray[np.int64], NDArray[np.int64]],
    probabilities: NDArray[np.float64],
    threshold: float,
    sizes: Sequence[int] | None = None,
) -> list[list[int]]:
    """Groups of range(n): the two groups with the highest mean probability between them are joined, again and again,
    until no mean reaches `threshold`. Pairs that were not compared count as probability 0.

    `sizes` says how many members each element stands for; 1 each when not given. Time grows with the number of
    pairs, not with n squared. Equal means are joined in a fixed order.
    Sokal and Michener (1958). A statistical method for evaluating systematic relationships (UPGMA).
    """
    weights = np.ones(n) if sizes is None else np.array(sizes, dtype=np.float64)
    weight = weights.tolist()
    members: list[list[int] | None] = [[i] for i in range(n)]
    total: list[dict[int, float]] = [{} for _ in range(n)]
    # A mean reaches the threshold only where a pair does, so groups never leave the components of such pairs.
    likely = probabilities >= threshold
    component = components(n, pairs[0][likely], pairs[1][likely])
    inside = (component[pairs[0]] == component[pairs[1]]) & (probabilities > 0)
    lefts, rights = pairs[0][inside], pairs[1][inside]
    totals = probabilities[inside] * weights[lefts] * weights[rights]
    for a, b, link in zip(lefts.tolist(), rights.tolist(), totals.tolist(), strict=True):
        total[a][b] = total[b][a] = link
    means = totals / (weights[lefts] * weights[rights])
    high = means >= threshold
    heap = list(zip((-means[high]).tolist(), lefts[high].tolist(), rights[high].tolist(), strict=True))
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        left, right = members[a], members[b]
        if left is None or right is None or b not in total[a]:
            continue
        now = total[a][b] / (weight[a] * weight[b])
        if -negative != now:  # a group has grown since; what only grew by strangers is lower now, and waits its turn
            if threshold <= now < -negative:
                heapq.heappush(heap, (-now, a, b))
            continue
        # The group with more links takes in the other, so every link moves few times.
        if len(total[a]) < len(total[b]):
            a, b, left, right = b, a, right, left
        left += right
        members[b] = None
        weight[a] += weight[b]
        grown, size = total[a], weight[a]
        for c, link in total[b].items():
            others = total[c]
            del others[b]
            if c != a:
                grown[c] = others[a] = both = grown.get(c, 0.0) + link
                if (joint := both / (size * weight[c])) >= threshold:
                    heapq.heappush(heap, (-joint, min(a, c), max(a, c)))
        total[b] = {}
    return [sorted(group) for group in members if group is not None]


def find_crowds(n: int, pairs: Pairs, probabilities: NDArray[np.float64], crowd: int) -> NDArray[np.int64]:
    """Numbers from 0 for the groups of range(n): what a chain of certain pairs links, if every link of the chain has
    at least `crowd` certain pairs; anything else is a group of its own. *Shape:* (n,)
    """
    left, right = pairs
    certain = probabilities >= MIN_NEAR_COPY
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
