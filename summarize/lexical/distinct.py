"""Distinct statements of a collection, in an order that does not depend on how its documents were given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from summarize.records.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Statements:
    """Sentences with the same words in the same order, taken as one. *Shape:* before, after (statements,)"""

    sentences: tuple[Sentence, ...]
    """The first sentence of every statement; documents are renumbered by their content."""
    members: tuple[tuple[int, ...], ...]
    """Indices into the sentences as given; the first is the one above."""
    before: NDArray[np.int64]
    """The statement made by the sentence before it, -1 at the start of a document; `after` likewise."""
    after: NDArray[np.int64]


def distinct_statements(sentences: Sequence[Sentence]) -> Statements:
    """Joins sentences of equal tokens; a sentence without tokens stands alone.

    Word for word copies need no classifier, and hundreds of copies of one article cost no more than the article.
    """
    order, rank = _order_by_content(sentences)
    number: dict[tuple[str, ...] | int, int] = {}
    members: list[list[int]] = []
    statement = np.empty(len(sentences), dtype=np.int64)
    for i in order:
        k = number.setdefault(sentences[i].tokens or i, len(number))
        if k == len(members):
            members.append([])
        members[k].append(i)
        statement[i] = k

    before = np.full(len(members), -1, dtype=np.int64)
    after = np.full(len(members), -1, dtype=np.int64)
    for i, j in pairwise(order):
        if sentences[i].document == sentences[j].document:
            if members[statement[j]][0] == j:
                before[statement[j]] = statement[i]
            if members[statement[i]][0] == i:
                after[statement[i]] = statement[j]
    firsts = (sentences[group[0]] for group in members)
    return Statements(
        sentences=tuple(replace(s, document=rank[s.document]) for s in firsts),
        members=tuple(tuple(group) for group in members),
        before=before,
        after=after,
    )


def _order_by_content(sentences: Sequence[Sentence]) -> tuple[list[int], dict[int, int]]:
    """Indices by document and place, documents by what they say; and the rank of every document."""
    contents: dict[int, list[tuple[int, str]]] = {}
    for s in sentences:
        contents.setdefault(s.document, []).append((s.start, s.text))
    ranked = sorted(contents, key=lambda document: (sorted(contents[document]), document))
    rank = {document: k for k, document in enumerate(ranked)}
    return sorted(range(len(sentences)), key=lambda i: (rank[sentences[i].document], sentences[i].start)), rank
