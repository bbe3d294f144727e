"""How likely two groups of articles report one event: a logistic model over what they have in common."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

WEIGHTS = "model.json"
FAR = 30
"""Days apart from which two dates are those of different events, as far as dates tell."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What speaks for and against one event, of one group of articles and each of k others. *Shape:* each (k,)"""

    words: NDArray[np.float64]
    """Mean over the pairs of articles of the cosine of their weighted words."""
    names: NDArray[np.float64]
    """The same of their names."""
    smaller: NDArray[np.float64]
    larger: NDArray[np.float64]
    """Articles of the smaller and the larger group."""
    gap: NDArray[np.float64]
    """Days between the middle dates of the two; nan where one has none."""

    def features(self) -> dict[str, NDArray[np.float64]]:
        """What the model weighs, by name."""
        far = np.nan_to_num(self.gap) > FAR
        return {
            "words": np.sqrt(np.maximum(self.words, 0)),
            "names": np.sqrt(np.maximum(self.names, 0)),
            "smaller": np.log(self.smaller),
            "larger": np.log(self.larger),
            "far": far * 1.0,
            "far_groups": far * (1 - 1 / self.smaller),
        }


@dataclass(frozen=True, slots=True)
class Model:
    """The weights; above 0 it is likelier than not that two groups are one story."""

    intercept: float
    weights: Mapping[str, float]

    def logits(self, evidence: Evidence) -> NDArray[np.float64]:
        """*Shape:* (k,)"""
        features = evidence.features()
        return np.asarray(
            self.intercept + sum(weight * features[name] for name, weight in self.weights.items()), dtype=np.float64
        )


def probability(logit: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(logit, -30, 30))))


@cache
def default_model() -> Model:
    """The packaged weights, fitted by `python -m benchmarks.fit_stories`."""
    data = json.loads(files("summarize.stories").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return Model(data["intercept"], data["weights"])
