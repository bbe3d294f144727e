"""How likely two sentences state the same fact: a logistic model over pair features."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

COEFFICIENTS = "judge.json"


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights of the features, by name, and the mean probability at which groups are one claim."""

    intercept: float
    weights: Mapping[str, float]
    threshold: float

    def probabilities(self, features: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float64]:
        """Probability that the main content of a pair is the same fact. *Shape:* (pairs,), 0 to 1"""
        size = len(next(iter(features.values()))) if features else 0
        logits = np.full(size, self.intercept)
        for name, weight in self.weights.items():
            logits += weight * features[name]
        probabilities: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
        return probabilities


@cache
def default_judge() -> Judge:
    """The judge that ships with the package; its file says what it was fitted on and how well it does."""
    data = json.loads(files("summarize.claims").joinpath(COEFFICIENTS).read_text(encoding="utf-8"))
    return Judge(data["intercept"], data["weights"], data["threshold"])
