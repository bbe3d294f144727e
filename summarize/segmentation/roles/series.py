"""Rows of numbers along a document: one for each sentence or paragraph, and what stands beside each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def running(values: NDArray[np.generic]) -> NDArray[np.int64]:
    """Running sums of whole numbers, from 0 before the first. *Shape:* (n + 1,)"""
    total = np.zeros(len(values) + 1, dtype=np.int64)
    np.cumsum(values, out=total[1:])
    return total


def starts_of(block_of: Ints) -> NDArray[np.intp]:
    """Index of the first sentence of each paragraph."""
    return np.concatenate(([0], np.flatnonzero(block_of[1:] != block_of[:-1]) + 1))


def renumbered(blocks: Ints) -> Ints:
    """The same numbers without gaps: paragraphs that hold no sentence are not there."""
    return running(blocks[1:] != blocks[:-1])


def shifted(values: NDArray[np.floating], by: int) -> NDArray[np.float64]:
    """The values `by` places before, -1 where there are none."""
    out = np.full(len(values), -1.0)
    if by > 0:
        out[by:] = values[:-by]
    else:
        out[:by] = values[-by:]
    return out


def averaged(values: NDArray[np.floating], width: int) -> NDArray[np.float64]:
    """Mean over up to `width` places on either side and the place itself."""
    total = np.zeros(len(values) + 1)
    np.cumsum(values, out=total[1:])
    index = np.arange(len(values))
    low, high = np.maximum(0, index - width), np.minimum(len(values), index + width + 1)
    mean: NDArray[np.float64] = (total[high] - total[low]) / (high - low)
    return mean


def signed(distance: Ints) -> NDArray[np.float64]:
    signed: NDArray[np.float64] = np.sign(distance) * np.log1p(np.abs(distance))
    return signed
