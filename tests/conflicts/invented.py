"""Invented sentences in claims, as conflict detection gets them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from scipy.sparse import csr_matrix

from summarize.claims import Claims
from summarize.conflicts import FoundConflict, find_conflicts
from summarize.provenance import Copies
from summarize.quotability import Judged, QuotabilityModel
from summarize.records.sentence import Sentence
from tests.corpora import corpus_of, no_copies

FILLER = [
    "The harbour master thanked the volunteers.",
    "Schools in the valley stay open this week.",
    "A choir from the mainland sang at noon in the square.",
    "The mayor has asked for patience.",
]


def claims_of(groups: Sequence[Sequence[int]], same: float = 1.0) -> Claims:
    """Claims in which any two sentences of one group are one fact for certain, of two groups as likely as `same`."""
    group_of = {i: number for number, group in enumerate(groups) for i in group}
    n = len(group_of)
    table = [[1.0 if group_of[i] == group_of[j] else same for j in range(n)] for i in range(n)]
    return Claims(tuple(map(tuple, groups)), np.arange(n), csr_matrix(table))


def conflicts(
    *texts: str,
    same_claim: bool = True,
    originals: Sequence[int] | None = None,
    published: Sequence[datetime] = (),
    model: QuotabilityModel | None = None,
) -> tuple[FoundConflict, ...]:
    """Conflicts between sentences of as many documents, which are one claim or several that are close in meaning."""
    n = len(texts)
    everything = [*texts, *FILLER]
    sentences = [Sentence(min(i, n), 0, len(text), text) for i, text in enumerate(everything)]
    vectors = np.zeros((len(everything), len(FILLER) + 1), dtype=np.float32)
    vectors[:n, 0] = 1
    for i in range(len(FILLER)):
        vectors[n + i, i + 1] = 1
    about = [tuple(range(n))] if same_claim else [(i,) for i in range(n)]
    claims = claims_of([*about, *((n + i,) for i in range(len(FILLER)))], same=0.4)
    corpus = corpus_of(sentences, vectors, published=published)
    judged = None if model is None else Judged(model, corpus)
    return find_conflicts(corpus, claims, Copies(tuple(originals)) if originals else no_copies(corpus), judged=judged)


def conflicts_among(
    sentences: Sequence[Sentence], claims: Claims, exact: Sequence[bool] | None = None
) -> tuple[FoundConflict, ...]:
    """Conflicts between sentences that are all alike in meaning, of documents that are no copies."""
    corpus = corpus_of(sentences, np.ones((len(sentences), 1)), exact=exact)
    return find_conflicts(corpus, claims, no_copies(corpus))


def values(found: Sequence[FoundConflict]) -> list[tuple[str, ...]]:
    return [tuple(side.value for side in conflict.sides) for conflict in found]


def sentences_of(*told: tuple[int, str]) -> list[Sentence]:
    """Sentences, each given with the number of its document."""
    return [Sentence(document, 100 * i, 100 * i + len(text), text) for i, (document, text) in enumerate(told)]
