"""Which sources are cited for a quoted sentence, and which contradict it.

That two sentences share a claim says that they are about one fact. Whether the one supports the other, says a part of
it or denies it, only a model can tell that reads both together. Where there is none, or where it was not taught the
language, the classifier of claims decides, and nothing is cited for a part.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims, budget, evidence
from summarize.records.corpus import Corpus
from summarize.records.sentence import SentenceRole
from summarize.relations import CONTRADICTS, PART, SAME, Reader

NEAREST = 2
"""Sentences of every other document that are read against a quoted one."""
MIN_CLOSENESS = 0.3
"""Least cosine, or probability of being one fact, of what is read against a quoted sentence."""
MIN_UNREAD = 0.7
"""Probability of stating the quoted sentence's fact from which what cannot be read is cited for it."""
MIN_SUPPORT = 0.7
"""Probability of stating the quoted sentence's fact, or a part of it, from which what was read is cited."""
MIN_CONTRADICTS = 0.75
"""Probability of contradicting from which a conflict is reported."""
MAX_CONTRADICTS = 0.3
"""Probability of contradicting above which nothing is cited for anything."""


@dataclass(frozen=True, slots=True)
class Support:
    """What other documents say of a quoted sentence, as indices of sentences, one a document."""

    same: tuple[int, ...] = ()
    partial: tuple[int, ...] = ()
    contradicts: tuple[int, ...] = ()


def find_support(
    corpus: Corpus, claims: Claims, apart: Set[tuple[int, int]], quoted: Sequence[int], reader: Reader | None
) -> list[Support]:
    """For every quoted sentence what each other document says of it.

    `apart` are pairs known to contradict each other, the lower index first: they are never cited for one another. A
    headline serves only where its article does not say it again, and a fragment never.
    """
    candidates = [_candidates(corpus, claims, index) for index in quoted]
    if reader is None:
        return [
            _unread(corpus, claims, apart, index, others) for index, (others, _) in zip(quoted, candidates, strict=True)
        ]
    _read_nearest(corpus, quoted, candidates, reader)
    return [
        _read(corpus, claims, apart, index, others, reader)
        for index, (others, _) in zip(quoted, candidates, strict=True)
    ]


Candidates = tuple[NDArray[np.int64], NDArray[np.float64]]
"""Sentences of other documents, rising, and how near they are to a quoted one. *Shape:* each (m,)"""


def _candidates(corpus: Corpus, claims: Claims, quoted: int) -> Candidates:
    rank = np.maximum(corpus.vectors @ corpus.vectors[quoted], claims.likelihood(quoted))
    fragment = np.array([sentence.role is SentenceRole.FRAGMENT for sentence in corpus.sentences])
    others = np.flatnonzero(~fragment & (corpus.document_of != corpus.document_of[quoted]) & (rank >= MIN_CLOSENESS))
    return others, np.round(rank[others], 5)


def _read_nearest(corpus: Corpus, quoted: Sequence[int], candidates: Sequence[Candidates], reader: Reader) -> None:
    """Reads against every quoted sentence the nearest of every other document, within the budget the nearest first."""
    documents = corpus.document_of
    wanted: list[tuple[int, float, int, int]] = []
    for index, (others, rank) in zip(quoted, candidates, strict=True):
        order = np.lexsort((others, -rank, documents[others]))
        own = documents[others[order]]
        nth = np.arange(len(order)) - np.searchsorted(own, own)
        near = nth < NEAREST
        for other, place, close in zip(
            others[order][near].tolist(), nth[near].tolist(), rank[order][near].tolist(), strict=True
        ):
            if reader.can_read(index, other):
                wanted.append((place, -close, index, other))
    pairs = [(index, other) for *_, index, other in sorted(wanted)]
    new = [pair for pair in pairs if not reader.has_read(*pair)]
    left_out = frozenset(new[budget(len(corpus.sentences)) :])
    read = [pair for pair in pairs if pair not in left_out]
    reader.read([index for index, _ in read], [other for _, other in read])


def _read(
    corpus: Corpus, claims: Claims, apart: Set[tuple[int, int]], quoted: int, others: NDArray[np.int64], reader: Reader
) -> Support:
    """What was read supports if it was read so; what could not be read as if there were no reader."""
    pairs = {other: (min(quoted, other), max(quoted, other)) for other in others.tolist()}
    read = [other for other, pair in pairs.items() if pair in reader.known and pair not in apart]
    weights = claims.support
    relations = reader.read([quoted] * len(read), read)
    unread = claims.likelihood(quoted, unread=True)[read]
    says = weights.probabilities(evidence(unread, relations)) if weights else relations[:, SAME] + relations[:, PART]
    best: dict[int, tuple[bool, float, int]] = {}
    against: dict[int, tuple[float, int]] = {}
    whole = set()
    for other, probability, relation in zip(read, says.tolist(), relations.tolist(), strict=True):
        sentence = corpus.sentences[other]
        if relation[CONTRADICTS] >= MIN_CONTRADICTS:
            fit = (relation[CONTRADICTS], -other)
            against[sentence.document] = max(against.get(sentence.document, fit), fit)
        elif relation[CONTRADICTS] <= MAX_CONTRADICTS and probability >= MIN_SUPPORT:
            is_whole = relation[SAME] >= relation[PART]
            if is_whole or sentence.role is SentenceRole.BODY:
                whole |= {other} if is_whole else set()
                rating = (sentence.role is SentenceRole.BODY, is_whole + round(probability, 4), -other)
                best[sentence.document] = max(best.get(sentence.document, rating), rating)
    cited = [-rating[2] for _, rating in sorted(best.items())]
    fallback = [other for other in others.tolist() if not reader.can_read(quoted, other)]
    further = _unread(corpus, claims, apart, quoted, np.array(fallback, dtype=np.int64))
    return Support(
        (*(other for other in cited if other in whole), *further.same),
        tuple(other for other in cited if other not in whole),
        tuple(-other for document, (_, other) in sorted(against.items()) if document not in best),
    )


def _unread(
    corpus: Corpus, claims: Claims, apart: Set[tuple[int, int]], quoted: int, others: NDArray[np.int64]
) -> Support:
    """For every other document the member of the claim that most surely states what the quoted sentence states."""
    likelihood = claims.likelihood(quoted)
    members = frozenset(next((group for group in claims.groups if quoted in group), ()))
    best: dict[int, tuple[bool, float, int]] = {}
    for index in others.tolist():
        pair = (min(index, quoted), max(index, quoted))
        if index in members and pair not in apart and likelihood[index] >= MIN_UNREAD:
            sentence = corpus.sentences[index]
            fit = (sentence.role is SentenceRole.BODY, round(float(likelihood[index]), 5), -index)
            best[sentence.document] = max(best.get(sentence.document, fit), fit)
    return Support(tuple(-index for _, _, index in best.values()))
