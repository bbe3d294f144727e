"""Which pairs are worth reading together, and what their relation makes of a probability."""

from __future__ import annotations

import numpy as np

from summarize.claims.reading import MIN_PAIRS, MIN_PROBABILITY, budget, evidence, worth_reading
from summarize.relations import CONTRADICTS, DIFFERENT, LABELS, SAME


def test_the_budget_holds_however_many_sentences_are_alike() -> None:
    n = 5_000
    left, right = np.triu_indices(300, 1)
    likely = np.full(len(left), 0.9)
    assert len(worth_reading((left, right), likely, 300, budget(n))) == budget(n) < n


def test_a_small_collection_is_read_as_far_as_there_is_anything_to_read() -> None:
    left, right = np.triu_indices(8, 1)
    likely = np.linspace(0, 0.9, len(left))
    chosen = worth_reading((left, right), likely, 8, budget(8))
    assert budget(8) == MIN_PAIRS
    assert set(chosen) == set(np.flatnonzero(likely >= MIN_PROBABILITY))


def test_what_many_seem_to_say_is_read_before_what_two_seem_to_say() -> None:
    # statements 0 to 3 are all alike; 4 and 5 are alike and nothing else is
    left, right = np.array([0, 0, 0, 1, 1, 2, 4]), np.array([1, 2, 3, 2, 3, 3, 5])
    chosen = worth_reading((left, right), np.full(7, 0.5), 6, 6)
    assert 6 not in chosen


def test_evidence_is_finite_however_sure_the_model_is() -> None:
    sure = np.eye(len(LABELS), dtype=np.float32)[[SAME, CONTRADICTS, DIFFERENT]]
    found = evidence(np.array([0.0, 1.0, 0.5]), sure)
    assert all(np.isfinite(values).all() for values in found.values())
    assert found["same"][0] > 0 > found["same"][1]
    assert found["contradicts"][1] > 0 > found["contradicts"][2]
