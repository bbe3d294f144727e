"""Sentences as weighted bags of words and of numbers: sparse, row i to sentence i."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.languages import get
from summarize.records.sentence import Sentence

_CHUNK = 65536
"""Pairs whose rows are gathered at once: bounds memory."""


@dataclass(frozen=True, slots=True)
class Bags:
    """What the words of n sentences say. *Shape:* every matrix (n, its own vocabulary), sparse, ones."""

    words: Any
    numbers: Any
    weights: NDArray[np.float64]
    """Of every word: how rare it is inside the documents that use it."""


def bags(sentences: Sequence[Sentence]) -> Bags:
    """Bags of all sentences; columns are numbered in order of first appearance."""
    words = _indicator([s.tokens for s in sentences])
    documents = np.array([s.document for s in sentences], dtype=np.int64)
    return Bags(
        words=words,
        numbers=_indicator([_numbers(s.tokens, get(s.language).numbers.by_stem) for s in sentences]),
        weights=rarity(words, documents),
    )


def rarity(words: Any, documents: NDArray[np.int64]) -> NDArray[np.float64]:
    """Inverse sentence frequency of every word, counted inside the documents that use it.

    Over the whole collection the words of a fact that every document reports look common, although each document
    states it once; inside a document only the words of its running topic are common.
    """
    from scipy.sparse import csr_matrix

    n = len(documents)
    member = csr_matrix((np.ones(n), (documents, np.arange(n))), shape=(int(documents.max(initial=-1)) + 1, n))
    uses = member @ words
    used = np.asarray(uses.sum(axis=0)).ravel()
    lengths = np.asarray(member.sum(axis=1)).ravel()
    room = np.asarray((uses > 0).T @ lengths).ravel()
    weights: NDArray[np.float64] = np.log((room + 1) / np.maximum(used, 1))
    return weights


def weighted(bags: Bags) -> Any:
    """Unit rows of the words weighted by their rarity. *Shape:* (n, vocabulary), sparse"""
    from scipy.sparse import diags

    rows = bags.words @ diags(bags.weights)
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return (diags(1 / np.maximum(lengths, 1e-9)) @ rows).tocsr()


def row_dots(left: Any, right: Any, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.float64]:
    """Dot product of row rows[k] of one sparse matrix with row columns[k] of the other. *Shape:* (pairs,)"""
    dots = np.empty(len(rows), dtype=np.float64)
    for start in range(0, len(rows), _CHUNK):
        part = slice(start, start + _CHUNK)
        dots[part] = np.asarray(left[rows[part]].multiply(right[columns[part]]).sum(axis=1)).ravel()
    return dots


def _indicator(bags_of_items: Sequence[Iterable[Hashable]]) -> Any:
    from scipy.sparse import csr_matrix

    column: dict[Hashable, int] = {}
    indices: list[int] = []
    ends = [0]
    for items in bags_of_items:
        indices += sorted({column.setdefault(item, len(column)) for item in items})
        ends.append(len(indices))
    shape = (len(bags_of_items), max(1, len(column)))
    return csr_matrix((np.ones(len(indices)), np.array(indices, dtype=np.int64), np.array(ends)), shape=shape)


def _numbers(tokens: Sequence[str], words: Mapping[str, str]) -> set[str]:
    return {words.get(token, token) for token in tokens if token in words or token[:1].isdigit()}
