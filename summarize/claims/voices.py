"""Which documents are copies of each other and so speak with one voice.

A wire story run by five sites is one report, however often it is cut, re-ordered or lightly reworded. Two documents
are copies when much of the shorter one's wording stands in the other: the share of its word triples (stemmed, within
sentences) found there, known as the containment of shingles.

Broder, A. (1997). On the resemblance and containment of documents. Proceedings of SEQUENCES, 21-29.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.document import Document, Sentence

SHINGLE = 3
MIN_SHINGLES = 20
"""Below this a document is too short to tell a copy from a coincidence, unless all of it is the same."""
COPY = 0.29
"""Least containment of a copy. On the authored events rewritten wire copies reach .31 to .63, independent reports of
one event at most .27."""


def find_voices(documents: Sequence[Document], sentences: Sequence[Sentence]) -> list[int]:
    """For every document the index of the document whose voice it shares; its own index when it speaks for itself.

    The index is that of the document published first, or of the longest where dates are not known.
    """
    shingles = _shingle_matrix(len(documents), sentences)
    sizes = np.asarray(shingles.sum(axis=1)).ravel()
    shared = (shingles @ shingles.T).tocoo()
    smaller = np.minimum(sizes[shared.row], sizes[shared.col])
    larger = np.maximum(sizes[shared.row], sizes[shared.col])
    copies = (shared.data >= COPY * smaller) & ((smaller >= MIN_SHINGLES) | (shared.data == larger))
    return _originals(documents, shared.row[copies], shared.col[copies])


def _shingle_matrix(n_documents: int, sentences: Sequence[Sentence]) -> Any:
    """Which document holds which word triple. *Shape:* (documents, distinct triples), sparse, ones."""
    from scipy.sparse import csr_matrix

    column: dict[tuple[str, ...], int] = {}
    pairs: set[tuple[int, int]] = set()
    for sentence in sentences:
        words = sentence.tokens
        for shingle in zip(*(words[offset:] for offset in range(SHINGLE)), strict=False):
            pairs.add((sentence.document, column.setdefault(shingle, len(column))))
    rows, columns = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
    return csr_matrix((np.ones(len(rows), dtype=np.int64), (rows, columns)), shape=(n_documents, max(1, len(column))))


def _originals(documents: Sequence[Document], left: NDArray[Any], right: NDArray[Any]) -> list[int]:
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    n = len(documents)
    graph = csr_matrix((np.ones(len(left), dtype=bool), (left, right)), shape=(n, n))
    _, group = connected_components(graph, directed=False)
    original: dict[int, int] = {}
    for index in sorted(range(n), key=lambda index: _precedence(documents[index], index)):
        original.setdefault(int(group[index]), index)
    return [original[int(label)] for label in group]


def _precedence(document: Document, index: int) -> tuple[bool, float, int, int]:
    published = document.published_utc
    return (published is None, published.timestamp() if published else 0.0, -len(document.text), index)
