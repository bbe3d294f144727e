"""Which texts are copies of each other and so are one independent source: whole documents, and single sentences.

A wire story run by five sites is one report, however often it is cut, re-ordered or lightly reworded. Two documents
are copies when much of the shorter one's wording stands in the other: the share of its word triples (stemmed, within
sentences) found there, known as the containment of shingles.

Broder, A. (1997). On the resemblance and containment of documents. Proceedings of SEQUENCES, 21-29.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.arrays import components, distinct
from summarize.lexical.ngrams import ngrams
from summarize.records.corpus import Corpus
from summarize.records.document import Document
from summarize.records.sentence import Sentence

SHINGLE = 3
"""Words of a shingle."""
MIN_SHINGLES = 20
"""Below this a document is too short to tell a copy from a coincidence, unless all of it is the same."""
MIN_CONTAINMENT = 0.29
"""Least containment of a copy. On the authored events rewritten wire copies reach .31 to .63, independent reports of
one event at most .27."""
OWN_WORDS = 8
"""Nobody writes so many words alike by chance: whoever does has them from the other, or both from a third."""
_BLOCK = 512
"""Documents compared with all others at once: bounds memory."""


@dataclass(frozen=True, slots=True)
class Copies:
    """Which document each document of a corpus repeats."""

    originals: tuple[int, ...]
    """For every document the index of the one it is a copy of; its own index when it speaks for itself."""

    def count_independent(self, sentences: Iterable[Sentence]) -> int:
        """How many independent sources some sentences have.

        Documents that have one of them word for word in common are one source there.
        """
        sentences = list(sentences)
        same = {self.originals[sentence.document]: self.originals[sentence.document] for sentence in sentences}
        said: dict[tuple[str, ...], int] = {}
        for sentence in sentences:
            voice = same[self.originals[sentence.document]]
            if len(sentence.tokens) >= OWN_WORDS:
                first = same[said.setdefault(sentence.tokens, voice)]
                if first != voice:
                    same = {other: first if now == voice else now for other, now in same.items()}
        return len(set(same.values()))


def find_copies(corpus: Corpus) -> Copies:
    """The copies among the documents.

    The original is the one published first, or the longest where dates are not known.
    """
    documents = corpus.documents
    shingles = _shingle_matrix(len(documents), corpus.sentences)
    sizes = np.asarray(shingles.sum(axis=1)).ravel()
    transposed = shingles.T.tocsr()
    left, right = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for start in range(0, len(documents), _BLOCK):
        shared = (shingles[start : start + _BLOCK] @ transposed).tocoo()
        rows, columns = shared.row.astype(np.int64) + start, shared.col.astype(np.int64)
        smaller = np.minimum(sizes[rows], sizes[columns])
        larger = np.maximum(sizes[rows], sizes[columns])
        copies = (shared.data >= MIN_CONTAINMENT * smaller) & ((smaller >= MIN_SHINGLES) | (shared.data == larger))
        copies &= rows < columns
        left.append(rows[copies])
        right.append(columns[copies])
    groups = components(len(documents), np.concatenate(left), np.concatenate(right))
    return Copies(_originals(documents, groups))


def _shingle_matrix(n_documents: int, sentences: Sequence[Sentence]) -> Any:
    """Which document holds which word triple. *Shape:* (documents, distinct triples), sparse, ones."""
    from scipy.sparse import csr_matrix

    rows, triples = ngrams([sentence.tokens for sentence in sentences], SHINGLE)
    count = int(triples.max(initial=0)) + 1
    documents = np.array([sentence.document for sentence in sentences], dtype=np.int64)
    held = distinct(documents[rows] * count + triples)
    ones = np.ones(len(held), dtype=np.int32)
    return csr_matrix((ones, (held // count, held % count)), shape=(n_documents, count))


def _originals(documents: Sequence[Document], group: NDArray[np.int64]) -> tuple[int, ...]:
    original: dict[int, int] = {}
    for index in sorted(range(len(documents)), key=lambda index: _precedence(documents[index], index)):
        original.setdefault(int(group[index]), index)
    return tuple(original[int(label)] for label in group)


def _precedence(document: Document, index: int) -> tuple[bool, float, int, int]:
    published = document.published_utc
    return (published is None, published.timestamp() if published else 0.0, -len(document.text), index)
