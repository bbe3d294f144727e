"""Salience: what there is to say, how widely and how early it is told, and what the concepts it is made of are worth.

What many documents tell, and tell early, matters; what sits far from the centre of the collection matters less, so
documents that stray count for less. The classifier is not always sure, so support is an expectation: a document that
very likely tells the fact counts nearly one, a document that may tell it counts a little.

Concepts are word stems and pairs of neighbouring stems, weighted as in Gillick, D. & Favre, B. (2009), A scalable
global model for summarization, with earliness after Lin, C.-Y. & Hovy, E. (1997), Identifying topics by position.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from summarize.arrays import distinct
from summarize.claims import Claims
from summarize.lexical.ngrams import ngrams
from summarize.provenance import Copies
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

EARLINESS = 0.04
"""A sentence at position p counts 1 / (1 + EARLINESS * p): half at the 25th sentence."""
CLOSENESS_EXPONENT = 2.0
"""Documents count by this power of their closeness to the others, relative to the median document."""
COPY_WEIGHT = 0.25
"""What a further copy of a report adds, a new source adding 1: that many chose to run a report says a little."""
CERTAINTY_EXPONENT = 1.5
"""Probabilities are raised to this power, so that doubtful pairs count less than their share."""
MIN_SUPPORT_PROBABILITY = 0.05
"""Pairs below this probability are passed over."""
MAX_COMPARED = 2_000
"""Other documents that one is compared with; of more, every second, third and so on."""
_BLOCK = 1024
"""Sentences, or documents, worked on at once: bounds memory."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the n sentences of a corpus stand: in their documents, and in its vector space."""

    early: NDArray[np.float64]
    """*Shape:* (n,); 1 for a document's first sentence, falling with position."""
    centrality: NDArray[np.float64]
    """*Shape:* (n,); cosine to the centre of the collection, at least .05."""
    closeness: NDArray[np.float64]
    """*Shape:* (documents,); how close each document is to the others, 1 for the median and
    for documents without sentences, at most 1.44."""


def positions_of(corpus: Corpus) -> Positions:
    """Where the sentences of an embedded corpus stand."""
    sentences, vectors = corpus.sentences, corpus.vectors
    early = 1 / (1 + EARLINESS * np.array([sentence.position for sentence in sentences], dtype=np.float64))
    numbers, documents = np.unique([sentence.document for sentence in sentences], return_inverse=True)
    centres = np.zeros((len(numbers), vectors.shape[1]))
    for start in range(0, len(vectors), _BLOCK):
        part = slice(start, start + _BLOCK)
        np.add.at(centres, documents[part], vectors[part] * early[part, None])
    centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-9)
    found = _closeness_of(centres)
    centre = (centres * found[:, None]).sum(axis=0)
    centre /= max(float(np.linalg.norm(centre)), 1e-9)
    closeness = np.ones(numbers[-1] + 1)
    closeness[numbers] = found
    return Positions(early, np.maximum(vectors @ centre, 0.05), closeness)


def _closeness_of(centres: NDArray[np.float64]) -> NDArray[np.float64]:
    n = len(centres)
    if n < 3:
        return np.ones(n)
    others = np.arange(0, n, 1 + n // MAX_COMPARED)
    mean = np.empty(n)
    for start in range(0, n, _BLOCK):
        cosines = np.clip(centres[start : start + _BLOCK] @ centres[others].T, 0, 1)
        own = np.arange(start, start + len(cosines))[:, None] == others
        cosines[own] = 0
        mean[start : start + _BLOCK] = cosines.sum(axis=1) / (len(others) - own.any(axis=1))
    closeness: NDArray[np.float64] = np.minimum(mean / max(float(np.median(mean)), 1e-9), 1.2) ** CLOSENESS_EXPONENT
    return closeness


def expected_support(corpus: Corpus, claims: Claims, copies: Copies, early: NDArray[np.float64]) -> NDArray[np.float64]:
    """Support squared times mean earliness of every sentence's fact. *Shape:* (n,); `early` *Shape:* (n,).

    Support sums, over independent sources, how likely the source tells the fact; its further copies add a little, and
    count as little in the mean.
    """
    statement, documents = claims.statement, corpus.document_of
    n_documents = int(documents.max()) + 1

    # Where each statement stands, once a document, with its earliest place there.
    order = np.lexsort((early, documents, statement))
    last = np.append(np.diff(statement[order] * n_documents + documents[order]) > 0, True)
    stated, stated_in, stated_early = statement[order][last], documents[order][last], early[order][last]
    begin = np.searchsorted(stated, np.arange(claims.same.shape[0] + 1))

    # Every compared pair of statements, spread over the documents in which the second stands.
    pairs = claims.same.tocoo()
    kept = pairs.data >= MIN_SUPPORT_PROBABILITY
    rows, columns, likely = pairs.row[kept], pairs.col[kept], pairs.data[kept] ** CERTAINTY_EXPONENT
    spread = begin[columns + 1] - begin[columns]
    rows, likely = np.repeat(rows, spread), np.repeat(likely, spread)
    offset = np.arange(len(rows)) - np.repeat(np.cumsum(spread) - spread, spread)
    place = np.repeat(begin[columns], spread) + offset

    # The likeliest of each document, then of each independent source; the earliest of the equally likely.
    keep = _largest(rows * n_documents + stated_in[place], likely, stated_early[place])
    rows, place, likely = rows[keep], place[keep], likely[keep]
    original = np.asarray(copies.originals)[stated_in[place]]
    first = _largest(rows * n_documents + original, likely, stated_early[place])
    counts = likely * COPY_WEIGHT
    counts[first] = likely[first]

    size = claims.same.shape[0]
    support = np.bincount(rows, weights=counts, minlength=size)
    earliness = np.bincount(rows, weights=counts * stated_early[place], minlength=size) / support
    salience: NDArray[np.float64] = (support**2 * earliness)[statement]
    return salience


def _largest(groups: NDArray[np.int64], values: NDArray[np.float64], then: NDArray[np.float64]) -> NDArray[np.int64]:
    """Indices of the largest value of every group, rising; of equal values the one with the largest `then`."""
    order = np.lexsort((then, values, groups))
    last = np.append(np.diff(groups[order]) > 0, True)
    return np.sort(order[last])


@dataclass(frozen=True, slots=True)
class Concepts:
    """Which sentence holds which concept, and what each concept is worth."""

    held: csr_matrix
    """*Shape:* (n, concepts), ones."""
    rarity: NDArray[np.float64]
    """*Shape:* (concepts,); inverse sentence frequency, which keeps function words of any language down."""
    weight: NDArray[np.float64]
    """*Shape:* (concepts,). A sentence's best total is 1."""

    holders: csr_matrix
    """`held` transposed."""
    total: NDArray[np.float64]
    """*Shape:* (n,); rarity of all concepts that each sentence holds."""

    def row(self, index: int) -> NDArray[np.int32]:
        """The concepts that sentence `index` holds."""
        concepts: NDArray[np.int32] = self.held.indices[self.held.indptr[index] : self.held.indptr[index + 1]]
        return concepts

    def share_held_by(self, index: int) -> NDArray[np.float64]:
        """Which share of each sentence's concepts, by rarity, sentence `index` holds too. *Shape:* (n,)."""
        row = self.row(index)
        shared: NDArray[np.float64] = self.holders[row].T @ self.rarity[row]
        return shared / np.maximum(self.total, 1e-9)


def find_concepts(sentences: Sequence[Sentence], positions: Positions, size: int) -> Concepts:
    """The concepts of one size: 1 for stems, 2 for pairs of neighbouring stems.

    A concept weighs the square of the sum, over documents, of its earliest mention, times its rarity.
    """
    from scipy.sparse import csr_matrix

    n = len(sentences)
    rows, concepts = ngrams([sentence.tokens for sentence in sentences], size)
    count = int(concepts.max(initial=0)) + 1
    once = distinct(rows * count + concepts)
    rows, concepts = once // count, once % count
    held = csr_matrix((np.ones(len(rows)), (rows, concepts)), shape=(n, count))

    documents = np.array([sentence.document for sentence in sentences], dtype=np.int64)[rows]
    mentions = concepts * (int(documents.max(initial=0)) + 1) + documents
    order = np.lexsort((-positions.early[rows], mentions))
    first = order[np.append(True, np.diff(mentions[order]) > 0)[: len(order)]]
    earliest = positions.early[rows[first]] * positions.closeness[documents[first]]
    told = np.bincount(concepts[first], weights=earliest, minlength=count)
    rarity = np.log((n + 1) / np.maximum(np.asarray(held.sum(axis=0)).ravel(), 1))
    weight = told**2 * rarity
    weight /= max(float((held @ weight).max(initial=0.0)), 1e-9)
    return Concepts(held, rarity, weight, held.T.tocsr(), held @ rarity)
