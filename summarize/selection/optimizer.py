"""Which sentences to take within a length: the greedy choice of the best gain for the words it costs.

What a sentence adds shrinks with what is told already: its claim counts once, and so does every concept. The gain is
taken per square root of length, between favouring long sentences (by gain) and short ones (by gain per word); see
Lin, H. & Bilmes, J. (2010), Multi-document summarization via budgeted maximization of submodular functions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.selection.worth import Concepts

CLAIM_SHARE = 0.55
"""Weight of the fact's worth in the gain; the rest goes to concepts, stems and pairs of stems alike."""
LENGTH_EXPONENT = 0.5
LENGTH_OFFSET = 3
"""Words added to every length, so that the shortest sentences do not win by their shortness."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What the optimiser chooses from. n sentences."""

    words: NDArray[np.int64]
    """*Shape:* (n,); length of each."""
    usable: NDArray[np.bool_]
    """*Shape:* (n,); may be quoted."""
    antecedent: NDArray[np.int64]
    """*Shape:* (n,); the sentence that one leaning on another may follow, -1 when it stands by itself."""
    worth: NDArray[np.float64]
    """*Shape:* (n,); worth of its fact, the best usable one being 1."""
    fitness: NDArray[np.float64]
    """*Shape:* (n,); what the gain is multiplied by: how central a sentence is and how well it reports."""
    concepts: Sequence[Concepts]


def choose(
    candidates: Candidates,
    repeats: Callable[[int], NDArray[np.bool_]],
    max_words: int | None,
    max_sentences: int | None,
) -> list[int]:
    """Indices of the chosen sentences, in the order they were chosen; empty when none fits.

    `repeats(i)` tells which sentences say what sentence i says, itself included. *Shape:* (n,).
    """
    words = candidates.words
    per_word = candidates.fitness / (words + LENGTH_OFFSET) ** LENGTH_EXPONENT
    fresh = [concepts.weight.copy() for concepts in candidates.concepts]
    open_ = candidates.usable.copy()
    left = np.iinfo(np.int64).max if max_words is None else max_words
    chosen: list[int] = []
    while max_sentences is None or len(chosen) < max_sentences:
        stands = (candidates.antecedent < 0) | np.isin(candidates.antecedent, chosen)
        fits = open_ & stands & (words <= left)
        if not fits.any():
            break
        gain = CLAIM_SHARE * candidates.worth
        for concepts, weight in zip(candidates.concepts, fresh, strict=True):
            gain = gain + (1 - CLAIM_SHARE) / len(fresh) * (concepts.held @ weight)
        # Rounded, so that the last digits of a sum never decide; the first of equals wins.
        best = int(np.argmax(np.where(fits, np.round(gain * per_word, 9), -1)))
        chosen.append(best)
        left -= int(words[best])
        open_ &= ~repeats(best)
        for concepts, weight in zip(candidates.concepts, fresh, strict=True):
            weight[concepts.held[best].indices] = 0
    return chosen
