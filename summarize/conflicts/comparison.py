"""The sentences of a corpus as conflict detection sees them, and which pairs of them are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts.parsing import ParsedSentences
from summarize.languages import get
from summarize.provenance import Copies
from summarize.records.corpus import Corpus

MIN_COSINE = 0.45
"""Least cosine of two sentences of different claims that are compared, unless they are likely to be one fact."""
MIN_SAME_FACT_COMPARED = 0.02
"""Probability of being one fact from which two sentences of different claims are compared whatever their cosine."""
MAX_CLAIM_PAIRED = 100
"""Members up to which all pairs of a claim are compared; in a larger one, the candidates among them."""
_BLOCK = 512
"""Pairs whose vectors are gathered at once: they fit into the processor's cache."""

Indices = NDArray[np.int64]


class Pair(NamedTuple):
    """Two sentences of different documents worth comparing, the earlier one first."""

    left: int
    right: int
    same_claim: bool
    cosine: float
    same_fact: float
    """Probability that both state the same fact."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """The pairs worth comparing, those within a claim first, and all where meaning cannot be told by vectors.
    *Shape:* each (pairs,)

    A differing figure may be what kept two sentences out of one claim, so pairs of different claims that are close in
    meaning and of independent sources are among them. Copies of one article that differ in a sentence are compared
    within a claim only.
    """

    left: Indices
    right: Indices
    same_claim: NDArray[np.bool_]
    cosine: NDArray[np.float32]
    same_fact: NDArray[np.float64]

    @property
    def compared(self) -> list[int]:
        """The sentences of any pair, rising."""
        sentences: list[int] = np.union1d(self.left, self.right).tolist()
        return sentences

    def where(self, chosen: Callable[[Indices, Indices], NDArray[np.bool_]]) -> Iterator[Pair]:
        """The pairs that `chosen` tells of, which is given the left and the right sentences of all."""
        kept = np.flatnonzero(chosen(self.left, self.right))
        columns = (self.left, self.right, self.same_claim, self.cosine, self.same_fact)
        return map(Pair, *(column[kept].tolist() for column in columns))


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """A corpus, its claims and what is compared."""

    corpus: Corpus
    claims: Sequence[tuple[int, ...]]
    claim_of: Sequence[int]
    """For every sentence the number of its claim."""
    together: Mapping[tuple[int, int], Sequence[int]]
    """By claim and document, what the document says in the claim."""
    pairs: Pairs
    parsed: ParsedSentences

    def document(self, sentence: int) -> int:
        return self.corpus.sentences[sentence].document

    def text(self, sentence: int) -> str:
        return self.corpus.sentences[sentence].text

    def claims_of(self, *sentences: int) -> tuple[int, ...]:
        """The claims of some sentences, each once, rising."""
        return tuple(sorted({self.claim_of[i] for i in sentences}))

    def of_same_claim_and_document(self, sentence: int) -> Sequence[int]:
        """What the sentence's document says in the sentence's claim, itself included."""
        return self.together[self.claim_of[sentence], self.document(sentence)]

    def cosines(self, left: Sequence[int], right: Sequence[int]) -> NDArray[np.float32]:
        """Cosines of all on the left with all on the right, 0 for imputed vectors. *Shape:* (len(left), len(right))"""
        vectors, exact = self.corpus.vectors, self.corpus.exact
        cosines: NDArray[np.float32] = vectors[left] @ vectors[right].T
        cosines *= np.outer(exact[left], exact[right])
        return cosines


def compare(corpus: Corpus, claims: Claims, copies: Copies, parsed: ParsedSentences) -> Comparison:
    """What is compared in an embedded corpus. Sentences are read when they are first asked for: most never are."""
    claim_of = np.empty(len(corpus.sentences), dtype=np.int64)
    for number, members in enumerate(claims.groups):
        claim_of[list(members)] = number
    together: dict[tuple[int, int], list[int]] = {}
    for index, (number, sentence) in enumerate(zip(claim_of.tolist(), corpus.sentences, strict=True)):
        together.setdefault((number, sentence.document), []).append(index)
    return Comparison(
        corpus=corpus,
        claims=claims.groups,
        claim_of=claim_of.tolist(),
        together=together,
        pairs=_pairs_to_compare(corpus, claims, claim_of, copies),
        parsed=parsed,
    )


def _pairs_to_compare(corpus: Corpus, claims: Claims, claim: Indices, copies: Copies) -> Pairs:
    number = {text: n for n, text in enumerate(dict.fromkeys(sentence.text for sentence in corpus.sentences))}
    texts = np.array([number[sentence.text] for sentence in corpus.sentences], dtype=np.int64)
    documents = corpus.document_of
    originals = np.array(copies.originals, dtype=np.int64)[documents]
    candidates = claims.candidates()

    within = _within_claims(claims.groups, claim, candidates)
    kept = (documents[within[0]] != documents[within[1]]) & (texts[within[0]] != texts[within[1]])
    low, high = candidates
    between = (claim[low] != claim[high]) & (originals[low] != originals[high])
    left, right = (np.concatenate([one[kept], other[between]]) for one, other in zip(within, candidates, strict=True))
    same_claim = np.arange(len(left)) < kept.sum()

    exact = corpus.exact[left] & corpus.exact[right]
    cosines, same_fact = _cosines(corpus, left, right), claims.probabilities((left, right))
    unknown = np.array([not get(sentence.language).has_spaces for sentence in corpus.sentences])
    near = (cosines >= MIN_COSINE) | (same_fact >= MIN_SAME_FACT_COMPARED) | (unknown[left] & unknown[right])
    close = same_claim | (exact & near)
    return Pairs(left[close], right[close], same_claim[close], cosines[close], same_fact[close])


def _within_claims(
    groups: Sequence[tuple[int, ...]], claim: Indices, candidates: tuple[Indices, Indices]
) -> tuple[Indices, Indices]:
    """All pairs of each small claim, and of each large one the candidates."""
    sizes = np.array([len(members) for members in groups], dtype=np.int64)
    small = [np.array(sorted(members)) for members in groups if 1 < len(members) <= MAX_CLAIM_PAIRED]
    ranks = {size: np.triu_indices(size, 1) for size in {len(members) for members in small}}
    left, right = candidates
    inside = (claim[left] == claim[right]) & (sizes[claim[left]] > MAX_CLAIM_PAIRED)
    lefts = [*(members[ranks[len(members)][0]] for members in small), left[inside]]
    rights = [*(members[ranks[len(members)][1]] for members in small), right[inside]]
    return np.concatenate(lefts), np.concatenate(rights)


def _cosines(corpus: Corpus, left: Indices, right: Indices) -> NDArray[np.float32]:
    """Of each pair, 0 where one is imputed. *Shape:* (pairs,)"""
    dots = np.empty(len(left), dtype=np.float32)
    for start in range(0, len(left), _BLOCK):
        part = slice(start, start + _BLOCK)
        dots[part] = np.einsum("ij,ij->i", corpus.vectors[left[part]], corpus.vectors[right[part]])
    dots[~(corpus.exact[left] & corpus.exact[right])] = 0
    return dots
