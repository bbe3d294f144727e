"""The word triples of documents, and which of them are quotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.arrays import distinct
from summarize.lexical.ngrams import ngrams
from summarize.provenance.quoted import wordings
from summarize.records.corpus import Corpus

SHINGLE = 3
"""Words of a shingle."""
MIN_QUOTING = 2
"""Documents that set a shingle in quotation marks by which it is somebody's words wherever it stands: some embed a
statement without any mark. By one alone it may be taken from another's report."""


@dataclass(frozen=True, slots=True, eq=False)
class Shingles:
    """Which of n documents holds which of m distinct shingles, stemmed and within sentences."""

    held: Any
    """*Shape:* (n, m), sparse, ones."""
    quoted: Any
    """Those of `held` that are quotations in their document. *Shape:* (n, m), sparse, ones."""
    n_own: NDArray[np.int64]
    """How many runs of each sentence are no quotation. *Shape:* (sentences,)"""


def shingles_of(corpus: Corpus) -> Shingles:
    """The shingles of the documents of a corpus, n of them."""
    from scipy.sparse import csr_matrix

    worded = wordings(corpus.documents, corpus.sentences)
    own = [(index, run) for index, words in enumerate(worded) for run in words.own]
    quoted = [(index, run) for index, words in enumerate(worded) for run in words.quoted]
    runs, triples = ngrams([run for _, run in (*own, *quoted)], SHINGLE)
    sentences = np.array([index for index, _ in (*own, *quoted)], dtype=np.int64)[runs]
    is_own = runs < len(own)
    n, m = len(corpus.documents), int(triples.max(initial=0)) + 1
    cells = corpus.document_of[sentences] * m + triples
    held, quoting = distinct(cells), distinct(cells[~is_own])
    is_statement = np.bincount(quoting % m, minlength=m) >= MIN_QUOTING
    is_own &= ~is_statement[triples]
    quoted_only = np.setdiff1d(held, distinct(cells[is_own]), assume_unique=True)

    def matrix(cells: NDArray[np.int64]) -> Any:
        return csr_matrix((np.ones(len(cells), dtype=np.int32), (cells // m, cells % m)), shape=(n, m))

    return Shingles(matrix(held), matrix(quoted_only), np.bincount(sentences[is_own], minlength=len(worded)))
