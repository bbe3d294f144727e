"""What is made of two sentences that were read together."""

from __future__ import annotations

import numpy as np

from summarize.claims.support import evidence
from summarize.relations import CONTRADICTS, DIFFERENT, LABELS, SAME


def test_evidence_is_finite_however_sure_the_model_is() -> None:
    sure = np.eye(len(LABELS), dtype=np.float32)[[SAME, CONTRADICTS, DIFFERENT]]
    found = evidence(np.array([0.0, 1.0, 0.5]), sure)
    assert all(np.isfinite(values).all() for values in found.values())
    assert found["same"][0] > 0 > found["same"][1]
    assert found["contradicts"][1] > 0 > found["contradicts"][2]
