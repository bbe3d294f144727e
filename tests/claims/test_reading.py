"""How many pairs are read, and what is made of them."""

from __future__ import annotations

import numpy as np

from summarize.claims.reading import MIN_PAIRS, budget, evidence
from summarize.relations import CONTRADICTS, DIFFERENT, LABELS, SAME


def test_the_budget_grows_with_the_collection_and_never_as_fast() -> None:
    assert budget(8) == MIN_PAIRS
    assert MIN_PAIRS < budget(5_000) < 5_000


def test_evidence_is_finite_however_sure_the_model_is() -> None:
    sure = np.eye(len(LABELS), dtype=np.float32)[[SAME, CONTRADICTS, DIFFERENT]]
    found = evidence(np.array([0.0, 1.0, 0.5]), sure)
    assert all(np.isfinite(values).all() for values in found.values())
    assert found["same"][0] > 0 > found["same"][1]
    assert found["contradicts"][1] > 0 > found["contradicts"][2]
