"""Boosted trees as plain arrays: what a sentence's features make of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROWS = 2_048
"""Sentences that walk through the trees together; more at a time only take more memory."""


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Gradient-boosted trees for several classes: each tree adds the value of one of its leaves to one class's score.

    The nodes of all trees stand in one row of arrays. A leaf points to itself, so that `depth` steps lead from a root
    to a leaf in every tree.
    """

    feature: NDArray[np.int64]
    """*Shape:* (nodes,)"""
    threshold: NDArray[np.float32]
    """*Shape:* (nodes,); a feature at most as large goes to the left. Infinite in leaves."""
    left: NDArray[np.int64]
    """*Shape:* (nodes,); the node on the right stands right behind it."""
    value: NDArray[np.float32]
    """*Shape:* (nodes,); of leaves."""
    roots: NDArray[np.int64]
    """*Shape:* (trees,); tree t speaks for class t modulo the number of classes."""
    baseline: NDArray[np.float32]
    """*Shape:* (classes,)"""
    depth: int

    def probabilities(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """*Shape:* (n, classes), rows that sum to 1. `features` has a row a sentence."""
        parts = [self._scores(features[low : low + ROWS]) for low in range(0, len(features), ROWS)]
        scores = np.concatenate(parts) if parts else np.zeros((0, len(self.baseline)))
        scores -= scores.max(axis=1, keepdims=True, initial=-np.inf)
        odds = np.exp(scores)
        shares: NDArray[np.float64] = odds / odds.sum(axis=1, keepdims=True)
        return shares

    def _scores(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        at = np.broadcast_to(self.roots, (len(features), len(self.roots)))
        flat, rows = features.ravel(), np.arange(len(features))[:, None] * features.shape[1]
        for _ in range(self.depth):
            larger = flat.take(rows + self.feature.take(at)) > self.threshold.take(at)
            at = self.left.take(at) + larger
        trees = self.value[at].reshape(len(features), -1, len(self.baseline))
        total: NDArray[np.float64] = trees.sum(axis=1, dtype=np.float64) + self.baseline
        return total

    @classmethod
    def read(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> Forest:
        """The forest that `written` put among the arrays under this name."""

        def array(part: str, kind: type[np.generic]) -> NDArray[np.generic]:
            return np.asarray(arrays[f"{name}.{part}"], dtype=kind)

        return cls(
            feature=array("feature", np.int64),  # type: ignore[arg-type]
            threshold=array("threshold", np.float32),  # type: ignore[arg-type]
            left=array("left", np.int64),  # type: ignore[arg-type]
            value=array("value", np.float32),  # type: ignore[arg-type]
            roots=array("roots", np.int64),  # type: ignore[arg-type]
            baseline=array("baseline", np.float32),  # type: ignore[arg-type]
            depth=int(arrays[f"{name}.depth"][0]),
        )

    def written(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Arrays, small ones, to be written to a file."""
        return {
            f"{name}.feature": self.feature.astype(np.uint8),
            f"{name}.threshold": self.threshold,
            f"{name}.left": self.left.astype(np.uint16),
            f"{name}.value": self.value,
            f"{name}.roots": self.roots.astype(np.uint16),
            f"{name}.baseline": self.baseline,
            f"{name}.depth": np.array([self.depth], dtype=np.uint8),
        }
