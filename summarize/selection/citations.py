"""Which sources are cited for a quoted sentence, and which contradict it: read against it, sentence by sentence.

That two sentences share a claim says that they are about one fact. Whether the one supports the other, says a part of
it or denies it, only a model can tell that reads both together.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts import FoundConflict, Side
from summarize.records.corpus import Corpus
from summarize.records.sentence import SentenceRole
from summarize.relations import CONTRADICTS, PART, SAME, RelationModel

NEAREST = 3
"""Sentences of every other document that are read against a quoted one."""
MAX_PAIRS = 480
"""Pairs read for one brief; of more, those nearest in meaning."""
MIN_SAME = 0.5
"""Probability of saying the same from which a sentence is cited in support."""
MIN_PART = 0.6
"""Probability of saying the same or a part of it from which a sentence is cited for a part."""
MIN_CONTRADICTS = 0.75
"""Probability of contradicting from which a conflict is reported."""
MAX_CONTRADICTS = 0.3
"""Probability of contradicting above which nothing is cited for anything."""
MIN_CLOSENESS = 0.3
"""Least cosine of what is read against a quoted sentence: what is farther is on something else."""


@dataclass(frozen=True, slots=True)
class Support:
    """What other documents say of a quoted sentence, as indices of sentences, one a document."""

    same: tuple[int, ...] = ()
    partial: tuple[int, ...] = ()
    contradicts: tuple[int, ...] = ()


def read_against(
    corpus: Corpus, claims: Claims, apart: Set[tuple[int, int]], quoted: Sequence[int], relations: RelationModel
) -> list[Support]:
    """For every quoted sentence what each other document says of it. `apart` are pairs known to contradict each other,
    the smaller index first: they are never cited for one another.
    """
    pairs = _pairs(corpus, claims, quoted)
    texts = [sentence.text for sentence in corpus.sentences]
    found = relations.probabilities([(texts[one], texts[other]) for one, other in pairs])
    read: dict[int, dict[int, list[tuple[int, NDArray[np.float32]]]]] = {index: {} for index in quoted}
    for (one, other), relation in zip(pairs, found, strict=True):
        if (min(one, other), max(one, other)) not in apart:
            read[one].setdefault(corpus.sentences[other].document, []).append((other, relation))
    return [_support(corpus, read[index]) for index in quoted]


def _support(corpus: Corpus, documents: dict[int, list[tuple[int, NDArray[np.float32]]]]) -> Support:
    same, partial, contradicts = [], [], []
    for _, sentences in sorted(documents.items()):
        denied = [(float(r[CONTRADICTS]), -i) for i, r in sentences if r[CONTRADICTS] >= MIN_CONTRADICTS]
        stated = [
            (corpus.sentences[i].role is SentenceRole.BODY, round(float(r[SAME]), 4), -i)
            for i, r in sentences
            if r[SAME] >= MIN_SAME and r[CONTRADICTS] <= MAX_CONTRADICTS
        ]
        in_part = [
            (round(float(r[SAME] + r[PART]), 4), -i)
            for i, r in sentences
            if r[SAME] + r[PART] >= MIN_PART
            and r[CONTRADICTS] <= MAX_CONTRADICTS
            and corpus.sentences[i].role is SentenceRole.BODY
        ]
        if stated:
            same.append(-max(stated)[2])
        elif denied:
            contradicts.append(-max(denied)[1])
        elif in_part:
            partial.append(-max(in_part)[1])
    return Support(tuple(same), tuple(partial), tuple(contradicts))


def _pairs(corpus: Corpus, claims: Claims, quoted: Sequence[int]) -> list[tuple[int, int]]:
    """What is read: of every other document the sentences nearest to each quoted one, by vector or by classifier."""
    documents = corpus.document_of
    fragments = np.array([sentence.role is SentenceRole.FRAGMENT for sentence in corpus.sentences])
    found: list[tuple[float, int, int]] = []
    for index in quoted:
        near = corpus.vectors @ corpus.vectors[index]
        likely = claims.same[[int(claims.statement[index])]].toarray().ravel()[claims.statement]
        rank = np.maximum(near, likely)
        rank[fragments | (documents == documents[index])] = -1
        candidates = np.flatnonzero(rank >= MIN_CLOSENESS)
        order = candidates[np.lexsort((candidates, -rank[candidates], documents[candidates]))]
        first = np.searchsorted(documents[order], documents[order], side="left")
        chosen = order[np.arange(len(order)) - first < NEAREST]
        found += [(-round(float(rank[other]), 4), index, int(other)) for other in chosen]
    return [(one, other) for _, one, other in sorted(found)[:MAX_PAIRS]]


def contradictions(
    corpus: Corpus, claim_of: Sequence[int], quoted: Sequence[int], supports: Sequence[Support]
) -> tuple[FoundConflict, ...]:
    """A conflict for every quoted sentence that other documents contradict, with the sentences themselves as values."""
    conflicts = []
    for index, support in zip(quoted, supports, strict=True):
        if support.contradicts:
            sentences = sorted((index, *support.contradicts))
            conflicts.append(
                FoundConflict(
                    "other",
                    tuple(sorted({claim_of[i] for i in sentences})),
                    tuple(Side(i, corpus.sentences[i].text) for i in sentences),
                    frozenset((min(index, i), max(index, i)) for i in support.contradicts),
                )
            )
    return tuple(conflicts)
