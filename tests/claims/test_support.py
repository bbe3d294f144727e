"""What is made of two sentences that were read together."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from summarize.claims import Claims
from summarize.claims.classifier import default_classifier
from summarize.claims.support import evidence
from summarize.relations import CONTRADICTS, DIFFERENT, LABELS, PART, SAME
from summarize.selection.citations import MIN_WHOLE


def test_evidence_is_finite_however_sure_the_model_is() -> None:
    sure = np.eye(len(LABELS), dtype=np.float32)[[SAME, CONTRADICTS, DIFFERENT]]
    found = evidence(np.array([0.0, 1.0, 0.5]), sure)
    assert all(np.isfinite(values).all() for values in found.values())
    assert found["same"][0] > 0 > found["same"][1]
    assert found["contradicts"][1] > 0 > found["contradicts"][2]


def test_of_two_that_read_alike_the_one_with_more_of_the_quoted_words_states_it_whole() -> None:
    relation = np.zeros((2, len(LABELS)), dtype=np.float32)
    relation[:, SAME], relation[:, PART] = 0.2, 0.7
    quoted = frozenset(["norvex", "clos", "plant", "halden", "march"])
    more, less = quoted | {"loss", "year"}, frozenset(["norvex", "profit", "march", "fell", "bank", "loss"])
    likely, unlikely = Claims((), np.zeros(0), csr_matrix((0, 0)), default_classifier()).whole(
        relation, quoted, [more, less]
    )
    assert likely > MIN_WHOLE > unlikely


def test_without_words_and_weights_the_likelier_relation_decides() -> None:
    relation = np.zeros((2, len(LABELS)), dtype=np.float32)
    relation[:, SAME], relation[:, PART] = (0.8, 0.0), (0.1, 0.0)
    found = Claims((), np.zeros(0), csr_matrix((0, 0))).whole(relation, frozenset(), [frozenset(), frozenset()])
    assert found[0] > MIN_WHOLE > found[1]
