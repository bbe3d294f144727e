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
"""Days apart from which the dates of many articles are those of two events."""
SEASON = 80
"""Days from which those of a few are: a quarterly report is not the last one, as like it as it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What speaks for and against one event, of one group of articles and each of k others. *Shape:* each (k,)"""

    words: NDArray[np.float64]
    """Mean over the pairs of articles of the cosine of their weighted words."""
    names: NDArray[np.float64]
    """The same of their names."""
    smaller: NDArray[np.float64]
    """Articles of the smaller group: of two large groups less is asked, as a mean of many pairs strays less."""
    gap: NDArray[np.float64]
    """Days between the middle dates of the two; nan where one has none."""
    believed: NDArray[np.bool_]
    """Whether the dates of either side are those of two articles and more. One page in twenty gives the day it was
    fetched, so the date of a single article tells nothing."""

    def features(self) -> dict[str, NDArray[np.float64]]:
        """What the model weighs, by name."""
        gap = np.nan_to_num(self.gap)
        return {
            "words": np.sqrt(np.maximum(self.words, 0)),
            "names": np.sqrt(np.maximum(self.names, 0)),
            "smaller": np.log(self.smaller),
            "apart": np.where(gap > FAR, 1 - 1 / self.smaller, 0.0),
            "season": np.where(self.believed & (gap > SEASON), 1.0, 0.0),
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
