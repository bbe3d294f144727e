"""Which sentences of a large collection are worth encoding: those that words say may be repeated, and those that open
their documents.

Encoding is four fifths of the cost of a brief, and in a collection of thousands of sentences most stand alone. The
words of a sentence tell as well as its vector whether another document says the same: ranked by the nearest sentence
of another document, those that people marked as repeated come first alike (area under the curve .86 by words, .85 by
vectors, on the development events joined into one collection). The vectors of the others are imputed;
docs/performance.md says what that does to claims and briefs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.lexical.distinct import distinct_statements
from summarize.lexical.tfidf import bags, weighted
from summarize.records.sentence import Sentence

MAX_ALL_ENCODED = 1500
"""Statements up to which all are encoded. In smaller collections there is less to learn imputation from, and little to
gain."""
ENCODED_SHARE, MIN_ENCODED = 1 / 4, 500
"""Of the statements of a larger collection, and no fewer than so many."""
FULL_SHARE_STATEMENTS = 10_000
"""Statements beyond which half that share is encoded: there are enough to learn imputation from."""
LEAD_SENTENCES = 3
"""Sentences at the head of a document that go before all others: they tell its main fact, and vary most in how they put
it. The first of each is always encoded, so that a document is judged by what it says."""
MAX_HOLDERS = 300
"""Sentences that may hold a word by which sentences are held to be alike; more say little and cost much."""
_BLOCK = 512
"""Sentences compared at once: bounds memory."""


def choose_encoded(sentences: Sequence[Sentence]) -> NDArray[np.bool_]:
    """Which sentences to encode: all where there are at most MAX_ALL_ENCODED statements. *Shape:* (n,)

    Does not depend on the order of documents.
    """
    everything = np.ones(len(sentences), dtype=bool)
    if len(sentences) <= MAX_ALL_ENCODED:
        return everything
    statements = distinct_statements(sentences)
    members, firsts = statements.members, statements.sentences
    beyond = max(0, len(members) - FULL_SHARE_STATEMENTS)
    count = max(MIN_ENCODED, round(ENCODED_SHARE * (len(members) - beyond + beyond / 2)))
    if len(members) <= max(MAX_ALL_ENCODED, count):
        return everything
    documents = np.array([sentence.document for sentence in firsts], dtype=np.int64)
    rank = _best_elsewhere(weighted(bags(firsts)), documents)
    rank += [(sentence.position < LEAD_SENTENCES) + (sentence.position == 0) for sentence in firsts]
    count = max(count, sum(sentence.position == 0 for sentence in firsts))
    chosen = np.zeros(len(sentences), dtype=bool)
    best = np.argsort(-rank, kind="stable")[:count]  # of equals the first, in the statements' own order
    for number in best.tolist():
        chosen[list(members[number])] = True
    return chosen


def _best_elsewhere(words: Any, documents: NDArray[np.int64]) -> NDArray[np.float64]:
    """Cosine of the words of each sentence with the nearest one of another document. *Shape:* (n,)"""
    words = words.astype(np.float32)
    shared = words[:, np.bincount(words.indices, minlength=words.shape[1]) <= MAX_HOLDERS]
    transposed = shared.T.tocsr()
    best = np.zeros(len(documents))
    for start in range(0, len(documents), _BLOCK):
        found = (shared[start : start + _BLOCK] @ transposed).tocsr()
        rows = np.repeat(np.arange(start, start + found.shape[0]), np.diff(found.indptr))
        found.data[documents[rows] == documents[found.indices]] = 0
        filled = np.flatnonzero(np.diff(found.indptr))
        if len(filled):
            best[start + filled] = np.maximum.reduceat(found.data, found.indptr[filled])
    return best
