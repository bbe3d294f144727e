"""The sentences of a collection as conflict detection sees them, and which of them are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from summarize.claims.grouping import Claims
from summarize.conflicts.context import Bag, Reading, bag, likeness, read, surroundings, weigh
from summarize.lexical.words import plain_words
from summarize.records.sentence import Sentence

NEAR = 0.45
"""Least cosine of two sentences of different claims that are compared, unless they are likely to be one fact."""
LIKELY = 0.02
"""Probability of being one fact from which two sentences of different claims are compared whatever their cosine."""
SMALL_CLAIM = 100
"""Members up to which all pairs of a claim are compared; in a larger one, the candidates among them."""
_BLOCK = 512
"""Pairs whose vectors are gathered at once: they fit into the processor's cache."""

Indices = NDArray[np.int64]


class Pair(NamedTuple):
    """Two sentences of different documents worth comparing, the earlier one first."""

    left: int
    right: int
    same_claim: bool
    cosine: float
    same_fact: float
    """Probability that both state the same fact."""


class Collection:
    """Sentences read once, with what comparing them needs. `compared` are those of any pair."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        claims: Claims,
        vectors: NDArray[np.float32],
        voices: Sequence[int],
        published: Sequence[datetime | None] | None = None,
        encoded: NDArray[np.bool_] | None = None,
    ) -> None:
        self.claims = claims.groups
        self.texts = [sentence.text for sentence in sentences]
        self.documents = [sentence.document for sentence in sentences]
        self.voices = [voices[document] for document in self.documents]
        self.claim_of = {i: number for number, claim in enumerate(claims.groups) for i in claim}
        self.vectors = vectors
        self._encoded = np.ones(len(sentences), dtype=bool) if encoded is None else encoded
        self._months = [_month(published, document) for document in self.documents]
        words = {text: plain_words(text) for text in set(self.texts)}
        self.words: list[list[str]] = [words[text] for text in self.texts]
        self.weights = weigh(self.words)
        self._readings: dict[tuple[str, tuple[int, int] | None], Reading] = {}
        self._bags: dict[int, Bag] = {}
        self._surroundings: dict[tuple[int, int], Bag] = {}
        self._of_document: dict[tuple[int, int], list[int]] = {}
        for i, document in enumerate(self.documents):
            self._of_document.setdefault((self.claim_of[i], document), []).append(i)
        left, right, same_claim = self._worth_comparing(claims.candidates())
        cosines, same = self._dots(left, right), claims.probabilities((left, right))
        known = self._encoded[left] & self._encoded[right]
        close = np.flatnonzero(same_claim | (known & ((cosines >= NEAR) | (same >= LIKELY))))
        self._left, self._right = left[close], right[close]
        self._same_claim, self._cosines, self._same = same_claim[close], cosines[close], same[close]
        self.compared: list[int] = np.union1d(self._left, self._right).tolist()

    def reading(self, sentence: int) -> Reading:
        """The sentence taken apart, when that is first asked for: most are never compared."""
        key = self.texts[sentence], self._months[sentence]
        if key not in self._readings:
            self._readings[key] = read(*key)
        return self._readings[key]

    def pairs(self, matter: Callable[[Indices, Indices], NDArray[np.bool_]]) -> Iterator[Pair]:
        """Pairs within a claim, then pairs of different claims that are close in meaning and from different voices;
        of those the ones that `matter`, which is given the left and the right sentences of all.

        A differing figure may be what kept two sentences out of one claim. Copies of one article that differ in a
        sentence are compared within a claim only.
        """
        kept = np.flatnonzero(matter(self._left, self._right))
        columns = (self._left, self._right, self._same_claim, self._cosines, self._same)
        return map(Pair, *(column[kept].tolist() for column in columns))

    def _worth_comparing(self, candidates: tuple[Indices, Indices]) -> tuple[Indices, Indices, NDArray[np.bool_]]:
        """Pairs (left, right, whether of one claim) to be compared if they are close; those of one claim first."""
        number = {text: n for n, text in enumerate(dict.fromkeys(self.texts))}
        texts, documents, voices, claim = (
            np.array(of, dtype=np.int64)
            for of in (
                [number[text] for text in self.texts],
                self.documents,
                self.voices,
                [self.claim_of[i] for i in range(len(self.texts))],
            )
        )
        sizes = np.array([len(members) for members in self.claims], dtype=np.int64)
        small = [np.array(sorted(members)) for members in self.claims if 1 < len(members) <= SMALL_CLAIM]
        ranks = {size: np.triu_indices(size, 1) for size in {len(members) for members in small}}
        left, right = candidates
        inside = (claim[left] == claim[right]) & (sizes[claim[left]] > SMALL_CLAIM)
        lefts = [*(members[ranks[len(members)][0]] for members in small), left[inside]]
        rights = [*(members[ranks[len(members)][1]] for members in small), right[inside]]
        within = np.concatenate(lefts), np.concatenate(rights)
        kept = (documents[within[0]] != documents[within[1]]) & (texts[within[0]] != texts[within[1]])
        between = (claim[left] != claim[right]) & (voices[left] != voices[right])
        pairs = [np.concatenate([one[kept], other[between]]) for one, other in zip(within, candidates, strict=True)]
        return pairs[0], pairs[1], np.arange(len(pairs[0])) < kept.sum()

    def _dots(self, left: Indices, right: Indices) -> NDArray[np.float32]:
        dots = np.empty(len(left), dtype=np.float32)
        for start in range(0, len(left), _BLOCK):
            part = slice(start, start + _BLOCK)
            dots[part] = np.einsum("ij,ij->i", self.vectors[left[part]], self.vectors[right[part]])
        dots[~(self._encoded[left] & self._encoded[right])] = 0
        return dots

    def of_same_claim_and_document(self, sentence: int) -> Sequence[int]:
        """What the sentence's document says in the sentence's claim, itself included."""
        return self._of_document[self.claim_of[sentence], self.documents[sentence]]

    def cosines(self, left: Sequence[int], right: Sequence[int]) -> NDArray[np.float32]:
        """Cosines of all on the left with all on the right, 0 for stand-ins. *Shape:* (len(left), len(right))"""
        cosines: NDArray[np.float32] = self.vectors[left] @ self.vectors[right].T
        cosines *= np.outer(self._encoded[left], self._encoded[right])
        return cosines

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
            self._bags[sentence] = bag(self.reading(sentence), self.weights)
        return self._bags[sentence]

    def _around(self, key: tuple[int, int]) -> Bag:
        if key not in self._surroundings:
            reading = self.reading(key[0])
            self._surroundings[key] = surroundings(reading, reading.values[key[1]], self.weights)
        return self._surroundings[key]


def _month(published: Sequence[datetime | None] | None, document: int) -> tuple[int, int] | None:
    when = published[document] if published else None
    return (when.year, when.month) if when else None
