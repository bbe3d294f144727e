"""Every conflict of a collection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from summarize.claims.grouping import Claims
from summarize.conflicts.classifier import Weights, default_weights
from summarize.conflicts.comparison import Collection
from summarize.conflicts.figures import figure_conflicts
from summarize.conflicts.names import find_spellings, same_bearer
from summarize.conflicts.polarity import Span, exclusive, negated, opposed_sides, stance
from summarize.conflicts.records import FoundConflict, Side
from summarize.records.sentence import Sentence

OPPOSITE_COSINE = 0.7
OPPOSITE_WORDS = 0.45
OPPOSITE_WORDS_BETWEEN = 0.6
"""Least likeness of two sentences, in meaning and in words, of which one says yes and the other no."""
SPELLING_COSINE = 0.5
"""Least cosine of two sentences of different claims that spell a name differently."""
MOST_PLACES = 64
"""Places of a name that are looked at."""


def find_conflicts(
    sentences: Sequence[Sentence],
    claims: Claims,
    vectors: NDArray[np.float32],
    voices: Sequence[int],
    published: Sequence[datetime | None] | None = None,
    weights: Weights | None = None,
    encoded: NDArray[np.bool_] | None = None,
) -> list[FoundConflict]:
    """Where documents contradict each other, in the order of the first sentence concerned.

    `claims` are those of `sentences`; `vectors` are their unit vectors, *Shape:* (n, d), row i to sentence i;
    `voices[d]` is the voice of document d and `published[d]` its date, which says what "last month" means; `encoded`
    tells which vectors are not stand-ins, all unless given: a stand-in says too little for a conflict across claims.
    Precision comes before recall: what could be rounding, another unit, a part of a whole, a former figure or another
    event is passed over.
    """
    if not sentences:
        return []
    collection = Collection(sentences, claims, vectors, voices, published, encoded)
    figures = list(figure_conflicts(collection, weights or default_weights()))
    told = frozenset().union(*(conflict.apart for conflict in figures))
    opposites = (conflict for conflict in _opposites(collection) if not conflict.apart <= told)
    found = [*figures, *opposites, *_spellings(collection)]
    return sorted(found, key=lambda conflict: [side.sentence for side in conflict.sides])


def _opposites(collection: Collection) -> Iterator[FoundConflict]:
    stances = {i: stance(collection.reading(i).words) for i in collection.compared}
    opposable = np.zeros(len(collection.texts), dtype=bool)
    opposable[collection.compared] = [stances[i].is_opposable for i in collection.compared]
    seen: set[tuple[object, ...]] = set()
    for pair in collection.pairs(lambda left, right: opposable[left] | opposable[right]):
        if not (pair.same_claim or pair.cosine >= OPPOSITE_COSINE):
            continue
        left, right = stances[pair.left], stances[pair.right]
        spans: tuple[Span, Span] | None
        kind, spans = "other", opposed_sides(left, right)
        if spans is None and pair.cosine >= OPPOSITE_COSINE:
            least = OPPOSITE_WORDS if pair.same_claim else OPPOSITE_WORDS_BETWEEN
            if collection.likeness(pair.left, pair.right) >= least:
                kind, spans = "polarity", negated(left, right) or exclusive(left, right)
        if spans is None:
            continue
        conflict = _conflict(collection, kind, (pair.left, spans[0]), (pair.right, spans[1]))
        key = kind, conflict.claims, frozenset(side.value.casefold() for side in conflict.sides)
        if key not in seen:
            seen.add(key)
            yield conflict


def _spellings(collection: Collection) -> Iterator[FoundConflict]:
    for mine, yours in find_spellings(collection.words, collection.documents):
        for left, i, right, j in _nearest_places(collection, mine[:MOST_PLACES], yours[:MOST_PLACES]):
            lefts, rights = collection.reading(left).words, collection.reading(right).words
            if same_bearer(lefts, i, rights, j):
                one, other = lefts[i], rights[j]
                yield _conflict(collection, "name", (left, (one.start, one.end)), (right, (other.start, other.end)))
                break


def _nearest_places(
    collection: Collection, mine: Sequence[tuple[int, int]], yours: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    """Places (sentence, word, sentence, word) of either name that may be of one story, those of one claim first, then
    by likeness.
    """
    cosines = collection.cosines([left for left, _ in mine], [right for right, _ in yours])
    claim = collection.claim_of
    found = []
    for (left, i), row in zip(mine, cosines.tolist(), strict=True):
        for (right, j), cosine in zip(yours, row, strict=True):
            same_claim = claim[left] == claim[right]
            if same_claim or cosine >= SPELLING_COSINE:
                found.append((same_claim, cosine, left, i, right, j))
    for _, _, left, i, right, j in sorted(found, reverse=True):
        yield left, i, right, j


def _conflict(collection: Collection, kind: str, *spans: tuple[int, Span]) -> FoundConflict:
    sides = tuple(Side(i, collection.texts[i][start:end]) for i, (start, end) in sorted(spans))
    indices = sorted(i for i, _ in spans)
    return FoundConflict(kind, collection.claims_of(*indices), sides, frozenset({(indices[0], indices[-1])}))
