"""Which pairs of statements are read together, and what that makes of the probability that they are one fact."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.relations import CONTRADICTS, PART, SAME

MIN_PROBABILITY = 0.01
"""Probability by vectors and words from which a pair is worth reading."""
MIN_PAIRS, SENTENCES_PER_PAIR = 96, 4
"""Pairs read of a small collection, and sentences for each pair read of a large one."""
_LEAST = 1e-4
"""Probabilities are not held to be nearer to 0 or 1."""

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]


def budget(sentences: int) -> int:
    """How many pairs are read of so many sentences for one purpose: a quarter of the time of encoding, or a blink."""
    return max(MIN_PAIRS, sentences // SENTENCES_PER_PAIR)


def worth_reading(pairs: Pairs, probabilities: NDArray[np.float64], statements: int, most: int) -> NDArray[np.int64]:
    """Numbers of at most `most` pairs, rising: those that matter most for the brief.

    What many sources seem to say is what a brief tells, so a pair counts by its probability and by how much else is
    likely to say what either of its statements says.
    """
    left, right = pairs
    support = np.bincount(left, probabilities, statements) + np.bincount(right, probabilities, statements)
    worth = np.round(probabilities * (1 + support[left] + support[right]), 9)
    likely = np.flatnonzero(probabilities >= MIN_PROBABILITY)
    if len(likely) > most:
        likely = likely[np.argsort(-worth[likely], kind="stable")[:most]]
    return np.sort(likely)


def evidence(probabilities: NDArray[np.float64], relations: NDArray[np.float32]) -> dict[str, NDArray[np.float64]]:
    """What the classifier of pairs that were read goes by. *Shapes:* (n,), (n, 4), each (n,)"""
    return {
        "unread": _logit(probabilities),
        "same": _logit(relations[:, SAME]),
        "shares": _logit(relations[:, SAME] + relations[:, PART]),
        "contradicts": _logit(relations[:, CONTRADICTS]),
    }


def _logit(probabilities: NDArray[np.floating]) -> NDArray[np.float64]:
    kept = np.clip(probabilities.astype(np.float64), _LEAST, 1 - _LEAST)
    return np.asarray(np.log(kept / (1 - kept)))
