"""How widely and how early each sentence's fact is told.

The judge is not always sure, so support is an expectation: a document that very likely tells the fact counts nearly
one, a document that may tell it counts a little.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.records.sentence import Sentence
from summarize.selection.records import Findings

COPY = 0.25
"""What a further copy of a voice adds, a new voice adding 1: that many chose to run a report says a little."""
DOUBT = 1.5
"""Probabilities are raised to this power, so that doubtful pairs count less than their share."""
FAINT = 0.05
"""Pairs below this probability are passed over."""


def expected_support(
    sentences: Sequence[Sentence], findings: Findings, early: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Support squared times mean earliness of every sentence's fact. *Shape:* (n,); `early` *Shape:* (n,).

    Support sums, over voices, how likely the voice tells the fact; its further copies add a little, and count as
    little in the mean.
    """
    statement, documents = findings.statement, np.array([sentence.document for sentence in sentences])
    n_documents = int(documents.max()) + 1

    # Where each statement stands, once a document, with its earliest place there.
    order = np.lexsort((early, documents, statement))
    last = np.append(np.diff(statement[order] * n_documents + documents[order]) > 0, True)
    stated, stated_in, stated_early = statement[order][last], documents[order][last], early[order][last]
    begin = np.searchsorted(stated, np.arange(findings.same.shape[0] + 1))

    # Every compared pair of statements, spread over the documents in which the second stands.
    pairs = findings.same.tocoo()
    kept = pairs.data >= FAINT
    rows, columns, likely = pairs.row[kept], pairs.col[kept], pairs.data[kept] ** DOUBT
    spread = begin[columns + 1] - begin[columns]
    rows, likely = np.repeat(rows, spread), np.repeat(likely, spread)
    offset = np.arange(len(rows)) - np.repeat(np.cumsum(spread) - spread, spread)
    place = np.repeat(begin[columns], spread) + offset

    # The likeliest of each document, then of each voice; the earliest of the equally likely.
    keep = _largest(rows * n_documents + stated_in[place], likely, stated_early[place])
    rows, place, likely = rows[keep], place[keep], likely[keep]
    voice = np.asarray(findings.voices)[stated_in[place]]
    first = _largest(rows * n_documents + voice, likely, stated_early[place])
    counts = likely * COPY
    counts[first] = likely[first]

    size = findings.same.shape[0]
    support = np.bincount(rows, weights=counts, minlength=size)
    earliness = np.bincount(rows, weights=counts * stated_early[place], minlength=size) / support
    worth: NDArray[np.float64] = (support**2 * earliness)[statement]
    return worth


def _largest(groups: NDArray[np.int64], values: NDArray[np.float64], then: NDArray[np.float64]) -> NDArray[np.int64]:
    """Indices of the largest value of every group, rising; of equal values the one with the largest `then`."""
    order = np.lexsort((then, values, groups))
    last = np.append(np.diff(groups[order]) > 0, True)
    return np.sort(order[last])
