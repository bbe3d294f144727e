"""Every conflict of a collection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.claims.conflicts.collection import Collection
from summarize.claims.conflicts.figures import figure_conflicts
from summarize.claims.conflicts.names import find_spellings, same_bearer
from summarize.claims.conflicts.opposites import Span, exclusive, negated, opposed_sides, stance
from summarize.claims.conflicts.values import FoundConflict, Side
from summarize.document import Sentence

OPPOSITE_COSINE = 0.7
OPPOSITE_WORDS = 0.45
OPPOSITE_WORDS_BETWEEN = 0.6
"""Least likeness of two sentences, in meaning and in words, of which one says yes and the other no."""
SPELLING_COSINE = 0.5
"""Least cosine of two sentences of different claims that spell a name differently."""


def find_conflicts(
    sentences: Sequence[Sentence],
    claims: Sequence[tuple[int, ...]],
    vectors: NDArray[np.float32],
    voices: Sequence[int],
) -> list[FoundConflict]:
    """Where documents contradict each other, in the order of the first sentence concerned.

    `claims` partitions the indices of `sentences`; `vectors` are their unit vectors, *Shape:* (n, d), row i to
    sentence i; `voices[d]` is the voice of document d. Precision comes before recall: what could be rounding, another
    unit, a part of a whole, a former figure or another event is passed over.
    """
    collection = Collection(sentences, claims, vectors, voices)
    found = [*figure_conflicts(collection), *_opposites(collection), *_spellings(collection)]
    return sorted(found, key=lambda conflict: [side.sentence for side in conflict.sides])


def _opposites(collection: Collection) -> Iterator[FoundConflict]:
    stances = [stance(reading.words) for reading in collection.readings]
    seen: set[tuple[object, ...]] = set()
    for pair in collection.pairs:
        left, right = stances[pair.left], stances[pair.right]
        if not (left.is_opposable or right.is_opposable) or not (pair.same_claim or pair.cosine >= OPPOSITE_COSINE):
            continue
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
    words = [reading.words for reading in collection.readings]
    for mine, yours in find_spellings(words, collection.documents):
        best: tuple[bool, float, int, int, int, int] | None = None
        for left, i in mine:
            for right, j in yours:
                same_claim = collection.claim_of[left] == collection.claim_of[right]
                cosine = collection.cosine(left, right)
                if (same_claim or cosine >= SPELLING_COSINE) and same_bearer(words[left], i, words[right], j):
                    candidate = same_claim, cosine, left, i, right, j
                    best = candidate if best is None else max(best, candidate)
        if best is not None:
            _, _, left, i, right, j = best
            one, other = words[left][i], words[right][j]
            yield _conflict(collection, "name", (left, (one.start, one.end)), (right, (other.start, other.end)))


def _conflict(collection: Collection, kind: str, *spans: tuple[int, Span]) -> FoundConflict:
    sides = tuple(Side(i, collection.texts[i][start:end]) for i, (start, end) in sorted(spans))
    indices = sorted(i for i, _ in spans)
    return FoundConflict(kind, collection.claims_of(*indices), sides, frozenset({(indices[0], indices[-1])}))
