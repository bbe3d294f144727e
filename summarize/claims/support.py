"""What tells of two sentences that were read together whether the one supports the other."""

from __future__ import annotations

from collections.abc import Sequence, Set

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


def wholeness(
    relations: NDArray[np.float32], quoted: Set[str], others: Sequence[Set[str]]
) -> dict[str, NDArray[np.float64]]:
    """Log-odds that each of n other sentences says the same as the quoted one and that it says a part of it, the share
    of the quoted one's words that it has, and the share of its words that the quoted one has. *Shapes:* (n, 4), each
    (n,)
    """
    return {
        "same": _logit(relations[:, SAME]),
        "part": _logit(relations[:, PART]),
        "covered": np.array([len(quoted & other) / max(1, len(quoted)) for other in others], dtype=np.float64),
        "covering": np.array([len(quoted & other) / max(1, len(other)) for other in others], dtype=np.float64),
    }


def _logit(probabilities: NDArray[np.floating]) -> NDArray[np.float64]:
    kept = np.clip(probabilities.astype(np.float64), _LEAST, 1 - _LEAST)
    return np.asarray(np.log(kept / (1 - kept)))
