"""What tells of two sentences that were read together whether the one supports the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.relations import CONTRADICTS, PART, SAME

_LEAST = 1e-4
"""Probabilities are not held to be nearer to 0 or 1."""


def evidence(probabilities: NDArray[np.float64], relations: NDArray[np.float32]) -> dict[str, NDArray[np.float64]]:
    """Log-odds that two sentences are one fact by vectors and words, and of how they relate as they are read.
    *Shapes:* (n,), (n, 4), each (n,)
    """
    return {
        "unread": _logit(probabilities),
        "same": _logit(relations[:, SAME]),
        "shares": _logit(relations[:, SAME] + relations[:, PART]),
        "contradicts": _logit(relations[:, CONTRADICTS]),
    }


def _logit(probabilities: NDArray[np.floating]) -> NDArray[np.float64]:
    kept = np.clip(probabilities.astype(np.float64), _LEAST, 1 - _LEAST)
    return np.asarray(np.log(kept / (1 - kept)))
