"""What the findings on a sentence make it: a logistic model of several classes over their features."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from summarize.records.check import Verdict

WEIGHTS = "classifier.json"
CLASSES = (Verdict.SUPPORTED, Verdict.PARTLY, Verdict.CONTRADICTED, Verdict.UNSUPPORTED)


@dataclass(frozen=True, slots=True)
class Classifier:
    """Weights of every feature for each class, and what a verdict takes."""

    intercepts: Mapping[str, float]
    weights: Mapping[str, Mapping[str, float]]
    """By class, then by feature."""
    max_contradicted: float
    """Probability of being contradicted above which nothing is called supported."""

    def probabilities(self, features: Mapping[str, float]) -> dict[Verdict, float]:
        """How likely each of CLASSES is; together 1."""
        totals = {
            verdict: self.intercepts[verdict]
            + sum(weight * features[name] for name, weight in self.weights[verdict].items())
            for verdict in CLASSES
        }
        most = max(totals.values())
        powers = {verdict: exp(total - most) for verdict, total in totals.items()}
        whole = sum(powers.values())
        return {verdict: power / whole for verdict, power in powers.items()}

    def verdict(
        self, features: Mapping[str, float], ruled_out: Collection[Verdict] = (), min_contradicted: float = 0.0
    ) -> Verdict:
        """The likeliest class of those not ruled out. What might well be contradicted is supported in part, as far as
        is known. What is less likely contradicted than `min_contradicted` is supported in part or not at all, unless
        all else is ruled out.
        """
        found = self.probabilities(features)
        left = [verdict for verdict in CLASSES if verdict not in ruled_out]
        likeliest = max(left, key=lambda verdict: round(found[verdict], 9))
        if likeliest is Verdict.SUPPORTED and found[Verdict.CONTRADICTED] > self.max_contradicted:
            return Verdict.PARTLY
        if likeliest is Verdict.CONTRADICTED and len(left) > 1 and found[likeliest] < min_contradicted:
            return Verdict.PARTLY if found[Verdict.SUPPORTED] > found[Verdict.UNSUPPORTED] else Verdict.UNSUPPORTED
        return likeliest


@cache
def default_classifier() -> Classifier:
    """The classifier that ships with the package; its file says what it was fitted on and how well it does."""
    data = json.loads(files("summarize.checking").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return Classifier(data["intercepts"], data["weights"], data["max_contradicted"])
