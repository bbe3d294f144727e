"""Which sentences to take within a length: the greedy choice of the best gain for the words it costs.

What a sentence adds shrinks with what is told already: its claim counts once, and so does every concept. The gain is
taken per square root of length, between favouring long sentences (by gain) and short ones (by gain per word); see
Lin, H. & Bilmes, J. (2010), Multi-document summarization via budgeted maximization of submodular functions.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.selection.salience import Concepts

CLAIM_SHARE = 0.5
"""Weight of the fact's salience in the gain; the rest goes to concepts, stems and pairs of stems alike."""
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
    """*Shape:* (n,); the sentence that a context-dependent one may follow, -1 when it stands by itself."""
    salience: NDArray[np.float64]
    """*Shape:* (n,); salience of its fact, the best usable one being 1."""
    fitness: NDArray[np.float64]
    """*Shape:* (n,); what the gain is multiplied by: how central a sentence is and how well it reports."""
    concepts: Sequence[Concepts]

    def standing_alone(self) -> Candidates:
        """The same as if none depended on another."""
        return replace(self, antecedent=np.full(len(self.words), -1))


def choose(
    candidates: Candidates,
    repeats: Callable[[int], NDArray[np.bool_]],
    max_words: int | None,
    max_sentences: int | None,
    first: Sequence[int] = (),
) -> list[int]:
    """Indices of the chosen sentences, in the order they were chosen; empty when none fits.

    `repeats(i)` tells which sentences say what sentence i says, itself included. *Shape:* (n,). Those of `first` go
    before all others.
    """
    words, per_word, most = candidates.words, _per_word(candidates), first_gains(candidates)
    fresh = [concepts.weight.copy() for concepts in candidates.concepts]
    share = (1 - CLAIM_SHARE) / len(fresh)

    def gain(index: int) -> float:
        told = sum(
            share * float(weight[concepts.row(index)].sum())
            for concepts, weight in zip(candidates.concepts, fresh, strict=True)
        )
        return float(_rounded((CLAIM_SHARE * candidates.salience[index] + told) * per_word[index]))

    usable, antecedent = candidates.usable.copy(), candidates.antecedent
    followers: dict[int, list[int]] = {}
    for index in np.flatnonzero(usable & (antecedent >= 0)).tolist():
        followers.setdefault(int(antecedent[index]), []).append(index)
    # A gain only ever falls, so an old one is a bound: whoever leads with a new one leads. Minoux (1978), Accelerated
    # greedy algorithms for maximizing submodular set functions.
    heap = [(-float(most[index]), index) for index in np.flatnonzero(usable & (antecedent < 0)).tolist()]
    heap += [(-np.inf, index) for index in first]
    heapq.heapify(heap)
    known_at = dict.fromkeys((index for _, index in heap), 0)
    left = np.iinfo(np.int64).max if max_words is None else max_words
    chosen: list[int] = []
    while heap and (max_sentences is None or len(chosen) < max_sentences):
        index = heapq.heappop(heap)[1]
        if not usable[index] or words[index] > left:
            continue
        if index not in first and known_at[index] < len(chosen):
            known_at[index] = len(chosen)
            heapq.heappush(heap, (-gain(index), index))
            continue
        chosen.append(index)
        left -= int(words[index])
        usable &= ~repeats(index)
        for concepts, weight in zip(candidates.concepts, fresh, strict=True):
            weight[concepts.row(index)] = 0
        for follower in followers.get(index, ()):
            known_at[follower] = len(chosen)
            heapq.heappush(heap, (-gain(follower), follower))
    return chosen


def first_gains(candidates: Candidates) -> NDArray[np.float64]:
    """What each sentence would add if it were told first. *Shape:* (n,)"""
    share = (1 - CLAIM_SHARE) / len(candidates.concepts)
    told = sum(share * (concepts.held @ concepts.weight) for concepts in candidates.concepts)
    gains: NDArray[np.float64] = _rounded((CLAIM_SHARE * candidates.salience + told) * _per_word(candidates))
    return gains


def _per_word(candidates: Candidates) -> NDArray[np.float64]:
    """What a sentence's worth is multiplied by. *Shape:* (n,)"""
    return np.asarray(candidates.fitness / (candidates.words + LENGTH_OFFSET) ** LENGTH_EXPONENT)


def _rounded(gain: Any) -> Any:
    """Rounded, so that the last digits of a sum never decide; the first of equals wins."""
    return np.round(gain, 9)
