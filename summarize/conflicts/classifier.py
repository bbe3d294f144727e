"""How certain two differing values answer one question: a logistic model over what speaks for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

WEIGHTS = "classifier.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each piece of evidence weighs, by name, and the certainty from which a conflict is reported."""

    intercept: float
    weights: Mapping[str, float]
    threshold: float

    def certainty(self, evidence: Mapping[str, float]) -> float:
        """Probability that two values are of one quantity of one event, 0 to 1; what the evidence lacks is 0."""
        total = self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in evidence.items())
        return 1 / (1 + exp(-total))


@cache
def default_weights() -> Weights:
    """The weights that ship with the package; their file says what they were fitted on and how well they do."""
    data = json.loads(files("summarize.conflicts").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return Weights(data["intercept"], data["weights"], data["threshold"])
