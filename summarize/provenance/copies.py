"""Which texts are copies of each other and so are one independent source: whole documents, and single sentences.

A wire story run by five sites is one report, however often it is cut, re-ordered or lightly reworded. Two documents
are copies when much of the shorter one's own wording stands in the other: the share of its word triples (stemmed,
within sentences) found there, known as the containment of shingles. What both quote does not count: they have it from
whoever said it.

Broder, A. (1997). On the resemblance and containment of documents. Proceedings of SEQUENCES, 21-29.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.arrays import components
from summarize.lexical.tfidf import row_dots
from summarize.provenance.shingles import SHINGLE, Shingles, shingles_of
from summarize.records.corpus import Corpus
from summarize.records.document import Document
from summarize.records.sentence import Sentence

MIN_SHINGLES = 20
"""Below this a document is too short to tell a copy from a coincidence, unless all of it is the same."""
MIN_CONTAINMENT = 0.29
"""Least containment of a copy. On the authored events rewritten wire copies reach .31 to .63, independent reports of
one event at most .27."""
MAX_HOLDERS = 1_000
"""Documents that may hold a shingle by which all pairs of its holders are compared; their pairs are half a million."""
OWN_WORDS = 8
"""Nobody writes so many words alike by chance: whoever does has them from the other, or both from a third."""
OWN_SHINGLES = OWN_WORDS - SHINGLE + 1
"""Shingles of so many words in a row."""
_BLOCK = 512
"""Documents compared with all others at once: bounds memory."""


@dataclass(frozen=True, slots=True)
class Copies:
    """Which document each document of a corpus repeats."""

    originals: tuple[int, ...]
    """For every document the index of the one it is a copy of; its own index when it speaks for itself."""
    quoting: frozenset[tuple[int, int]] = frozenset()
    """Sentences, by their documents and where they start, that are quotations but for a few words: who else quotes the
    same has it from whoever said it."""

    def count_independent(self, sentences: Iterable[Sentence]) -> int:
        """How many independent sources some sentences have.

        Documents that have one of them word for word in common are one source there, unless it is a quotation.
        """
        root: dict[int, int] = {}

        def source(document: int) -> int:
            """The independent source that stands for a document's, as far as they have been found to be one."""
            found = document
            while root.setdefault(found, found) != found:
                root[found] = found = root[root[found]]
            return found

        said: dict[tuple[str, ...], dict[int, bool]] = {}
        for sentence in sentences:
            own = source(self.originals[sentence.document])
            if len(sentence.tokens) >= OWN_WORDS:
                quotes = (sentence.document, sentence.start) in self.quoting
                holders = said.setdefault(sentence.tokens, {})
                holders[own] = quotes and holders.get(own, True)
        for holders in said.values():
            if not all(holders.values()):
                first, *others = holders
                for other in others:
                    root[source(other)] = source(first)
        return sum(document == source(document) for document in list(root))

    def without(self, contradicting: Iterable[tuple[int, int]]) -> Copies:
        """The copies when documents that contradict each other are none, however alike they are.

        Of a group of copies every document goes with the first one of it that it does not contradict.
        """
        apart: dict[int, set[int]] = {}
        for one, other in contradicting:
            apart.setdefault(one, set()).add(other)
            apart.setdefault(other, set()).add(one)
        originals = list(self.originals)
        firsts: dict[int, list[int]] = {}
        for document in sorted(apart, key=lambda document: (self.originals[document] != document, document)):
            others = firsts.setdefault(self.originals[document], [self.originals[document]])
            first = next((first for first in others if first not in apart[document]), document)
            originals[document] = first
            if first == document:
                others.append(first)
        return replace(self, originals=tuple(originals))

    def joined(self, groups: Iterable[Sequence[int]]) -> Copies:
        """The copies when the documents of each group are one source too."""
        pairs = [*enumerate(self.originals), *((group[0], other) for group in groups for other in group[1:])]
        left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        first: dict[int, int] = {}
        labels = components(len(self.originals), left, right).tolist()
        return replace(self, originals=tuple(first.setdefault(label, index) for index, label in enumerate(labels)))


def find_copies(corpus: Corpus) -> Copies:
    """The copies among the documents.

    The original is the one published first, or the longest where dates are not known.
    """
    documents = corpus.documents
    shingles = shingles_of(corpus)
    groups = components(len(documents), *_copied(shingles))
    quoting = (corpus.sentences[index] for index in np.flatnonzero(shingles.n_own < OWN_SHINGLES))
    return Copies(_originals(documents, groups), frozenset((s.document, s.start) for s in quoting))


def _copied(shingles: Shingles) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of documents of which one holds much of the other's shingles, or all of them.

    Those that both quote count neither as shared nor as wording at all.
    """
    held, quoted = shingles.held, shingles.quoted
    sizes = np.asarray(held.sum(axis=1)).ravel()
    holders = np.bincount(held.indices, minlength=held.shape[1])
    rare, common = held[:, holders <= MAX_HOLDERS], held[:, holders > MAX_HOLDERS]
    left, right = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for rows, columns, rare_shared in (*_sharing_rare(rare), _sharing_common(common, rare)):
        shared = rare_shared + row_dots(common, common, rows, columns) if common.shape[1] else rare_shared
        # Without what both quote they have less in common, so that it need not be counted for all pairs.
        alike = shared >= MIN_CONTAINMENT * np.minimum(sizes[rows], sizes[columns])
        one, other, shared = rows[alike], columns[alike], shared[alike]
        both_quote = row_dots(quoted, quoted, one, other)
        own = np.minimum(sizes[one], sizes[other]) - both_quote
        is_contained = (own >= MIN_SHINGLES) & (shared - both_quote >= MIN_CONTAINMENT * own)
        copies = is_contained | (shared == np.maximum(sizes[one], sizes[other]))
        left.append(one[copies])
        right.append(other[copies])
    return np.concatenate(left), np.concatenate(right)


def _sharing_rare(rare: Any) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]:
    """Pairs of documents that hold a rare shingle both, the smaller index first, and how many they share."""
    transposed = rare.T.tocsr()
    for start in range(0, rare.shape[0], _BLOCK):
        shared = (rare[start : start + _BLOCK] @ transposed).tocoo()
        rows, columns = shared.row.astype(np.int64) + start, shared.col.astype(np.int64)
        rising = rows < columns
        yield rows[rising], columns[rising], shared.data[rising]


def _sharing_common(common: Any, rare: Any) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of documents that follow one another among the holders of a common shingle, and how many rare ones they
    share. Copies hold the same shingles, so a chain of such pairs links them, and not all pairs need be looked at.
    """
    lists = common.tocsc()
    pairs = [np.zeros((0, 2), dtype=np.int64)]
    for begin, end in pairwise(lists.indptr.tolist()):
        holders = np.sort(lists.indices[begin:end]).astype(np.int64)
        pairs.append(np.stack([holders[:-1], holders[1:]], axis=1))
    rows, columns = np.unique(np.concatenate(pairs), axis=0).T
    return rows, columns, row_dots(rare, rare, rows, columns).astype(np.int64)


def _originals(documents: Sequence[Document], group: NDArray[np.int64]) -> tuple[int, ...]:
    original: dict[int, int] = {}
    for index in sorted(range(len(documents)), key=lambda index: _precedence(documents[index], index)):
        original.setdefault(int(group[index]), index)
    return tuple(original[int(label)] for label in group)


def _precedence(document: Document, index: int) -> tuple[bool, float, int, int]:
    published = document.published_utc
    return (published is None, published.timestamp() if published else 0.0, -len(document.text), index)
