"""Average linkage over a sparse graph of probabilities."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


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
    weight = [float(s) for s in sizes] if sizes is not None else [1.0] * n
    members: list[list[int] | None] = [[i] for i in range(n)]
    total: list[dict[int, float]] = [{} for _ in range(n)]
    for a, b, p in zip(*(x.tolist() for x in (*pairs, probabilities)), strict=True):
        if p > 0:
            total[a][b] = total[b][a] = p * weight[a] * weight[b]

    def mean(a: int, b: int) -> float:
        return total[a][b] / (weight[a] * weight[b])

    heap = [(-mean(a, b), a, b) for a in range(n) for b in total[a] if a < b and mean(a, b) >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        left, right = members[a], members[b]
        if left is None or right is None or b not in total[a] or -negative != mean(a, b):
            continue  # an older state of groups that have grown since
        # The group with more links takes in the other, so every link moves few times.
        if len(total[a]) < len(total[b]):
            a, b, left, right = b, a, right, left
        left += right
        members[b] = None
        weight[a] += weight[b]
        for c, link in total[b].items():
            del total[c][b]
            if c != a:
                total[a][c] = total[c][a] = total[a].get(c, 0.0) + link
        total[b] = {}
        for c in total[a]:
            if mean(a, c) >= threshold:
                heapq.heappush(heap, (-mean(a, c), min(a, c), max(a, c)))
    return [sorted(group) for group in members if group is not None]
