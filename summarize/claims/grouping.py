"""From sentences to claims."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from summarize.claims.candidates import candidate_pairs, nearest_of
from summarize.claims.classifier import Classifier, default_classifier
from summarize.claims.clustering import average_linkage, contract, find_crowds
from summarize.claims.features import Pairs, centred, pair_features
from summarize.claims.support import evidence, wholeness
from summarize.lexical.distinct import Statements, distinct_statements
from summarize.lexical.tfidf import bags, weighted
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence
from summarize.relations import PART, SAME

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

MAX_COPIES = 8
"""Sentences of one statement that its candidate pairs are given for."""


@dataclass(frozen=True, slots=True)
class ComparedStatements:
    """Statements, the pairs of them worth comparing, and the features of every pair."""

    statements: Statements
    pairs: Pairs
    features: dict[str, NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Claims:
    """Which sentences state the same fact, and how likely any two do. n sentences, s statements."""

    groups: tuple[tuple[int, ...], ...]
    """A partition of range(n), each claim's members rising, claims by their first member."""
    statement: NDArray[np.int64]
    """*Shape:* (n,); sentences of the same words are one statement."""
    same: csr_matrix
    """*Shape:* (s, s), symmetric, sparse: the probability that two statements are the same fact, 1 on the diagonal,
    0 for pairs too far apart to be compared."""
    classifier: Classifier | None = None
    """By which the pairs were judged, and what was read is."""

    @property
    def claim_of(self) -> NDArray[np.int64]:
        """*Shape:* (n,); the claim of every sentence."""
        claim_of = np.empty(len(self.statement), dtype=np.int64)
        for claim, members in enumerate(self.groups):
            claim_of[list(members)] = claim
        return claim_of

    def candidates(self) -> Pairs:
        """Pairs (i, j), i < j, of sentences whose statements were compared, in rising order; of a statement made by
        many sentences, the first few.
        """
        order = np.argsort(self.statement, kind="stable")
        begin = np.searchsorted(self.statement[order], np.arange(self.same.shape[0] + 1))
        count = np.minimum(np.diff(begin), MAX_COPIES)
        upper = self.same.tocoo()
        above = upper.row < upper.col
        rows, columns = upper.row[above].astype(np.int64), upper.col[above].astype(np.int64)
        spread = count[rows] * count[columns]
        rows, columns = np.repeat(rows, spread), np.repeat(columns, spread)
        place = np.arange(len(rows)) - np.repeat(np.cumsum(spread) - spread, spread)
        left = order[begin[rows] + place // count[columns]]
        right = order[begin[columns] + place % count[columns]]
        low, high = np.minimum(left, right), np.maximum(left, right)
        rising = np.lexsort((high, low))
        return low[rising], high[rising]

    def likelihood(self, index: int) -> NDArray[np.float64]:
        """How likely each sentence states the fact that sentence `index` states. *Shape:* (n,)"""
        row: NDArray[np.float64] = self.same[[int(self.statement[index])]].toarray().ravel()
        return row[self.statement]

    def supporting(self, pairs: Pairs, relations: NDArray[np.float32]) -> NDArray[np.float64]:
        """Probability that the one of each pair states the fact of the other, or a part of it, given how they relate.
        *Shapes:* (m,), (m, 4), result (m,)
        """
        weights = None if self.classifier is None else self.classifier.support
        if weights is None or not len(relations):
            return (relations[:, SAME] + relations[:, PART]).astype(np.float64)
        return weights.probabilities(evidence(self.probabilities(pairs), relations))

    def whole(
        self, relations: NDArray[np.float32], quoted: Set[str], others: Sequence[Set[str]]
    ) -> NDArray[np.float64]:
        """Probability that each of some sentences, if it supports the quoted one, states its main fact whole, given how
        they relate and the words of all of them. *Shapes:* (m, 4), result (m,)
        """
        weights = None if self.classifier is None else self.classifier.whole
        if weights is None:
            shares = relations[:, SAME] + relations[:, PART]
            return np.asarray(relations[:, SAME] / np.maximum(shares, 1e-9), dtype=np.float64)
        return weights.probabilities(wholeness(relations, quoted, others))

    def probabilities(self, pairs: Pairs) -> NDArray[np.float64]:
        """Probability that the sentences of each pair state the same fact, 0 where they were not compared."""
        left, right = pairs
        if not len(left):
            return np.zeros(0)
        return np.asarray(self.same[self.statement[left], self.statement[right]], dtype=np.float64).ravel()


def find_claims(corpus: Corpus, classifier: Classifier | None = None) -> Claims:
    """Groups the sentences of an embedded corpus by fact. The result does not depend on the order of documents."""
    from scipy.sparse import csr_matrix, identity

    sentences = corpus.sentences
    if len(corpus.vectors) != len(sentences):
        raise ValueError(f"{len(sentences)} sentences need as many vectors, not {len(corpus.vectors)}")
    if not sentences:
        return Claims((), np.zeros(0, dtype=np.int64), csr_matrix((0, 0)))
    classifier = classifier or default_classifier()
    compared = compare(sentences, corpus.vectors)
    members = compared.statements.members
    probabilities = classifier.probabilities(compared.features)
    groups = group_statements(members, compared.pairs, probabilities, classifier.threshold)
    statement = np.empty(len(sentences), dtype=np.int64)
    for number, group in enumerate(members):
        statement[list(group)] = number
    half = csr_matrix((probabilities, compared.pairs), shape=(len(members), len(members)))
    return Claims(
        groups=tuple(sorted(tuple(sorted(i for k in group for i in members[k])) for group in groups)),
        statement=statement,
        same=(half + half.T + identity(len(members))).tocsr(),
        classifier=classifier,
    )


def group_statements(
    members: Sequence[Sequence[int]], pairs: Pairs, probabilities: NDArray[np.float64], threshold: float
) -> list[list[int]]:
    """Groups of statements whose mean probability of being the same fact reaches `threshold`."""
    crowds = find_crowds(len(members), pairs, probabilities, nearest_of(len(members)))
    sizes = np.array([len(group) for group in members], dtype=np.int64)
    pairs, probabilities, sizes = contract(crowds, pairs, probabilities, sizes)
    statements: list[list[int]] = [[] for _ in sizes]
    for statement, crowd in enumerate(crowds.tolist()):
        statements[crowd].append(statement)
    groups = average_linkage(len(sizes), pairs, probabilities, threshold, sizes.tolist())
    return [[statement for crowd in group for statement in statements[crowd]] for group in groups]


def compare(sentences: Sequence[Sentence], vectors: NDArray[np.float32]) -> ComparedStatements:
    """Features of all pairs worth comparing; what the classifier is fitted on and what it judges."""
    statements = distinct_statements(sentences)
    collected = bags(statements.sentences)
    vectors = vectors[[group[0] for group in statements.members]]
    meaning = centred(vectors)
    words = weighted(collected)
    pairs = candidate_pairs(meaning, words)
    return ComparedStatements(statements, pairs, pair_features(statements, collected, vectors, meaning, words, pairs))
