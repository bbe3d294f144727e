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

from summarize.claims import Claims, budget
from summarize.records.corpus import Corpus
from summarize.records.sentence import SentenceRole
from summarize.relations import CONTRADICTS, PART, SAME, Reader

NEAREST = 2
"""Sentences of every other document that are read against a quoted one."""
MIN_CLOSENESS = 0.3
"""Least cosine, or probability of being one fact, of what is read against a quoted sentence."""
MIN_CITED_PROBABILITY = 0.7
"""Probability of stating the quoted sentence's fact from which what was not read is cited for it."""
MIN_SAME = 0.5
"""Probability of saying the same from which a sentence is cited in support."""
MIN_PART = 0.6
"""Probability of saying the same or a part of it from which a sentence is cited for a part."""
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
    found = [_near(corpus, claims, index) for index in quoted]
    if reader is not None:
        _read_nearest(corpus, found, reader)
    supports = []
    for near in found:
        same: dict[int, tuple[bool, float, int]] = {}
        partial: dict[int, tuple[float, int]] = {}
        contradicting: dict[int, tuple[float, int]] = {}
        for other, likely in zip(near.others.tolist(), near.likelihood.tolist(), strict=True):
            pair = (min(near.quoted, other), max(near.quoted, other))
            document, is_body = corpus.sentences[other].document, corpus.sentences[other].role is SentenceRole.BODY
            relation = None if reader is None else reader.known.get(pair)
            if pair in apart:
                continue
            if relation is None:
                readable = reader is not None and reader.can_read(*pair)
                if near.of_claim(other) and likely >= MIN_CITED_PROBABILITY and not readable:
                    same[document] = max(same.get(document, (False, 0.0, 0)), (is_body, round(likely, 5), -other))
                continue
            says, shares, denies = relation[SAME], relation[SAME] + relation[PART], relation[CONTRADICTS]
            if denies >= MIN_CONTRADICTS:
                contradicting[document] = max(contradicting.get(document, (0.0, 0)), (float(denies), -other))
            elif denies > MAX_CONTRADICTS:
                continue
            elif says >= MIN_SAME:
                same[document] = max(same.get(document, (False, 0.0, 0)), (is_body, round(float(says), 4), -other))
            elif shares >= MIN_PART and is_body:
                partial[document] = max(partial.get(document, (0.0, 0)), (round(float(shares), 4), -other))
        supports.append(
            Support(
                tuple(-same[d][2] for d in sorted(same)),
                tuple(-partial[d][1] for d in sorted(partial) if d not in same and d not in contradicting),
                tuple(-contradicting[d][1] for d in sorted(contradicting) if d not in same),
            )
        )
    return supports


@dataclass(frozen=True, slots=True)
class _Near:
    """Sentences of other documents that may say something of a quoted one. *Shape:* arrays (m,)"""

    quoted: int
    others: NDArray[np.int64]
    likelihood: NDArray[np.float64]
    """Of stating the same fact."""
    rank: NDArray[np.float64]
    claim: frozenset[int]

    def of_claim(self, other: int) -> bool:
        return other in self.claim


def _near(corpus: Corpus, claims: Claims, quoted: int) -> _Near:
    members = frozenset(next(group for group in claims.groups if quoted in group))
    likelihood = claims.same[[int(claims.statement[quoted])]].toarray().ravel()[claims.statement]
    rank = np.maximum(corpus.vectors @ corpus.vectors[quoted], likelihood)
    fragment = np.array([sentence.role is SentenceRole.FRAGMENT for sentence in corpus.sentences])
    usable = ~fragment & (corpus.document_of != corpus.document_of[quoted]) & (rank >= MIN_CLOSENESS)
    others = np.flatnonzero(usable)
    return _Near(quoted, others, likelihood[others], rank[others], members)


def _read_nearest(corpus: Corpus, found: Sequence[_Near], reader: Reader) -> None:
    """Reads against every quoted sentence the nearest of every other document, within the budget the nearest first."""
    documents = corpus.document_of
    wanted: list[tuple[int, float, int, int]] = []
    for near in found:
        order = np.lexsort((near.others, -np.round(near.rank, 5), documents[near.others]))
        own = documents[near.others[order]]
        place = np.arange(len(order)) - np.searchsorted(own, own, side="left")
        for k, nth in zip(order[place < NEAREST].tolist(), place[place < NEAREST].tolist(), strict=True):
            other = int(near.others[k])
            if reader.can_read(near.quoted, other) and not reader.has_read(near.quoted, other):
                wanted.append((nth, -round(float(near.rank[k]), 5), near.quoted, other))
            elif reader.can_read(near.quoted, other):
                reader.read([near.quoted], [other])
    chosen = sorted(wanted)[: budget(len(corpus.sentences))]
    reader.read([quoted for *_, quoted, _ in chosen], [other for *_, other in chosen])
