"""What there is to say: where sentences stand in the collection, and what the concepts they are made of are worth.

What many documents tell, and tell early, matters; what sits far from the centre of the collection matters less, so
documents that stray count for less.

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
from summarize.lexical.ngrams import ngrams
from summarize.records.sentence import Sentence

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

EARLINESS = 0.04
"""A sentence at position p counts 1 / (1 + EARLINESS * p): half at the 25th sentence."""
STRAY = 2.0
"""Documents count by this power of their closeness to the others, relative to the median document."""
_BLOCK = 1024
"""Sentences, or documents, worked on at once: bounds memory."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the selection knows of the collection. n sentences, k claims, d documents that have sentences."""

    early: NDArray[np.float64]
    """*Shape:* (n,); 1 for a document's first sentence, falling with position."""
    centrality: NDArray[np.float64]
    """*Shape:* (n,); cosine to the centre of the collection, at least .05."""
    standing: NDArray[np.float64]
    """*Shape:* (documents,); how close each document is to the others, 1 for the median and
    for documents without sentences, at most 1.44."""


def survey(sentences: Sequence[Sentence], vectors: NDArray[np.float32]) -> Ground:
    """Positions and closeness. *Shape of* `vectors`*:* (n, d), L2-normalised."""
    early = 1 / (1 + EARLINESS * np.array([sentence.position for sentence in sentences], dtype=np.float64))
    numbers, documents = np.unique([sentence.document for sentence in sentences], return_inverse=True)
    centres = np.zeros((len(numbers), vectors.shape[1]))
    for start in range(0, len(vectors), _BLOCK):
        part = slice(start, start + _BLOCK)
        np.add.at(centres, documents[part], vectors[part] * early[part, None])
    centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-9)
    found = _standing(centres)
    centre = (centres * found[:, None]).sum(axis=0)
    centre /= max(float(np.linalg.norm(centre)), 1e-9)
    standing = np.ones(numbers[-1] + 1)
    standing[numbers] = found
    return Ground(early, np.maximum(vectors @ centre, 0.05), standing)


def _standing(centres: NDArray[np.float64]) -> NDArray[np.float64]:
    n = len(centres)
    if n < 3:
        return np.ones(n)
    mean = np.empty(n)
    for start in range(0, n, _BLOCK):
        closeness = np.clip(centres[start : start + _BLOCK] @ centres.T, 0, 1)
        np.fill_diagonal(closeness[:, start:], 0)
        mean[start : start + _BLOCK] = closeness.sum(axis=1) / (n - 1)
    standing: NDArray[np.float64] = np.minimum(mean / max(float(np.median(mean)), 1e-9), 1.2) ** STRAY
    return standing


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


def find_concepts(sentences: Sequence[Sentence], ground: Ground, size: int) -> Concepts:
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
    order = np.lexsort((-ground.early[rows], mentions))
    first = order[np.append(True, np.diff(mentions[order]) > 0)[: len(order)]]
    earliest = ground.early[rows[first]] * ground.standing[documents[first]]
    told = np.bincount(concepts[first], weights=earliest, minlength=count)
    rarity = np.log((n + 1) / np.maximum(np.asarray(held.sum(axis=0)).ravel(), 1))
    weight = told**2 * rarity
    weight /= max(float((held @ weight).max(initial=0.0)), 1e-9)
    return Concepts(held, rarity, weight, held.T.tocsr(), held @ rarity)
