"""The sentences of a collection as conflict detection sees them, and which of them are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from summarize.claims.conflicts.context import Bag, Reading, bag, likeness, read, surroundings, weigh
from summarize.document import Sentence

NEAR = 0.6
"""Least cosine of two sentences of different claims that are compared."""
BLOCK = 1024
"""Sentences compared with all others at a time, to bound memory."""


class Pair(NamedTuple):
    """Two sentences of different documents worth comparing, the earlier one first."""

    left: int
    right: int
    same_claim: bool
    cosine: float


class Collection:
    """Sentences read once, with what comparing them needs."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        claims: Sequence[tuple[int, ...]],
        vectors: NDArray[np.float32],
        voices: Sequence[int],
    ) -> None:
        self.claims = claims
        self.texts = [sentence.text for sentence in sentences]
        self.documents = [sentence.document for sentence in sentences]
        self.voices = [voices[document] for document in self.documents]
        self.claim_of = {i: number for number, claim in enumerate(claims) for i in claim}
        self.vectors = vectors
        self.readings: list[Reading] = [read(text) for text in self.texts]
        self.weights = weigh(self.readings)
        self._bags: dict[int, Bag] = {}
        self._surroundings: dict[tuple[int, int], Bag] = {}

    @cached_property
    def pairs(self) -> list[Pair]:
        """Pairs within a claim, then pairs of different claims that are close in meaning and from different voices.

        A differing figure may be what kept two sentences out of one claim. Copies of one article that differ in a
        sentence are compared within a claim only.
        """
        return [*self._within_claims(), *self._between_claims()]

    def _within_claims(self) -> Iterator[Pair]:
        for claim in self.claims:
            for left, right in combinations(sorted(claim), 2):
                if self.documents[left] != self.documents[right] and self.texts[left] != self.texts[right]:
                    yield Pair(left, right, True, self.cosine(left, right))

    def _between_claims(self) -> Iterator[Pair]:
        n = len(self.texts)
        for first in range(0, n, BLOCK):
            close = self.vectors[first : first + BLOCK] @ self.vectors[first:].T
            for row, column in np.argwhere(np.triu(close >= NEAR, 1)):
                left, right = first + int(row), first + int(column)
                if self.claim_of[left] != self.claim_of[right] and self.voices[left] != self.voices[right]:
                    yield Pair(left, right, False, float(close[row, column]))

    def cosine(self, left: int, right: int) -> float:
        return float(self.vectors[left] @ self.vectors[right])

    def claims_of(self, *sentences: int) -> tuple[int, ...]:
        return tuple(sorted({self.claim_of[i] for i in sentences}))

    def likeness(self, left: int, right: int) -> float:
        """How alike the words of two sentences are, numbers left out, 0 to 1."""
        return likeness(self._bag(left), self._bag(right))

    def value_likeness(self, left: tuple[int, int], right: tuple[int, int]) -> float:
        """How alike the surroundings of two values are, each given as (sentence, number of the value in it), 0 to 1."""
        return likeness(self._around(left), self._around(right))

    def _bag(self, sentence: int) -> Bag:
        if sentence not in self._bags:
            self._bags[sentence] = bag(self.readings[sentence], self.weights)
        return self._bags[sentence]

    def _around(self, key: tuple[int, int]) -> Bag:
        if key not in self._surroundings:
            reading = self.readings[key[0]]
            self._surroundings[key] = surroundings(reading, reading.values[key[1]], self.weights)
        return self._surroundings[key]
