"""How likely two sentences state the same fact: a logistic model over pair features."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

COEFFICIENTS = "classifier.json"
MIN_PRIOR_SHARE = 0.2
"""Share of same pairs, as a part of that of the fit, below which no collection is held to be: one clear pair among a
thousand others is still a pair."""
_STEPS = 100
"""After so many the estimate has settled, or is so near to the share of the fit that nothing hangs on it."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model over named features."""

    intercept: float
    weights: Mapping[str, float]

    def probabilities(self, found: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float64]:
        """*Shape:* (pairs,), 0 to 1"""
        return _logistic(self.intercept, self.weights, found)


@dataclass(frozen=True, slots=True)
class Classifier:
    """Weights of the features, by name, the mean probability at which groups are one claim, and the weighted share of
    pairs that are the same fact in the fit, between 0 and 1; without it probabilities are left as they are.
    """

    intercept: float
    weights: Mapping[str, float]
    threshold: float
    prior: float | None = None
    support: Logistic | None = None
    """Whether of a pair that was read together the one states the fact of the other, or a part of it: over what
    `summarize.claims.support.evidence` finds."""
    whole: Logistic | None = None
    """Whether what supports a sentence states its main fact whole: over what `support.wholeness` finds."""

    def probabilities(self, features: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float64]:
        """Probability that the main content of a pair is the same fact; `features` are of all compared pairs of one
        collection. *Shape:* (pairs,), 0 to 1
        """
        probabilities = _logistic(self.intercept, self.weights, features)
        return probabilities if self.prior is None else lowered(probabilities, self.prior)


def _logistic(
    intercept: float, weights: Mapping[str, float], features: Mapping[str, NDArray[np.float64]]
) -> NDArray[np.float64]:
    logits = np.full(len(next(iter(features.values()))) if features else 0, intercept)
    for name, weight in weights.items():
        logits += weight * features[name]
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), dtype=np.float64)


def lowered(probabilities: NDArray[np.float64], prior: float) -> NDArray[np.float64]:
    """The probabilities for a collection in which a smaller share of pairs than `prior` is the same fact.
    *Shape:* (pairs,)

    Where sources say little twice, what looks alike is less often the same. The share is estimated from the
    probabilities themselves; where it comes out greater than `prior`, nothing is changed.
    Saerens, Latinne and Decaestecker (2002). Adjusting the outputs of a classifier to new a priori probabilities.
    """
    share, found = prior, probabilities
    for _ in range(_STEPS):
        likely, unlikely = share / prior * probabilities, (1 - share) / (1 - prior) * (1 - probabilities)
        found = likely / (likely + unlikely)
        estimate = round(float(found.mean()), 9) if len(found) else prior  # the same in any order of the pairs
        if estimate >= prior:
            return probabilities
        estimate = max(estimate, MIN_PRIOR_SHARE * prior)
        if abs(estimate - share) < 1e-7:
            break
        share = estimate
    return found


@cache
def default_classifier() -> Classifier:
    """The classifier that ships with the package; its file says what it was fitted on and how well it does."""
    data = json.loads(files("summarize.claims").joinpath(COEFFICIENTS).read_text(encoding="utf-8"))
    support, whole = (
        Logistic(data[name]["intercept"], data[name]["weights"]) if data.get(name) else None
        for name in ("support", "whole")
    )
    return Classifier(data["intercept"], data["weights"], data["threshold"], data["prior"], support, whole)
