"""Which documents do not belong with the others.

A collection from a search or a feed holds articles on something else. A document is off topic when it is far less
like the others than they are like each other. Opposing views on one event are alike in this sense and stay; of two
events mixed half and half neither is off topic. What sentences on any matter have in common in a model's space makes
all documents look alike, so some of it is taken off first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.records.sentence import Sentence

FAR = 0.5
"""A document is off topic below this share of the closeness of the collection's core. Of 467 documents of 86 invented
and real events none falls below it; of those put in from another event three quarters and more do."""
COMMON = 0.4
"""How much of the background is taken off. More tells strays better and documents that belong worse."""
COHERENT = 0.4
"""Least closeness of a core. Below it the documents have no common topic that one of them could stray from."""
_BLOCK = 512
"""Documents compared with all others at once: bounds memory."""


def find_off_topic(
    sentences: Sequence[Sentence],
    vectors: NDArray[np.float32],
    background: Callable[[], NDArray[np.float32]],
    encoded: NDArray[np.bool_] | None = None,
) -> frozenset[int]:
    """The documents that do not belong. *Shape of* `vectors`*:* (len(sentences), d), L2-normalised.

    `background` gives the mean vector of sentences on many matters, *shape:* (d,); it is asked only when needed.
    Where some vectors are stand-ins, `encoded` tells which are not, and a document is judged by those: stand-ins are
    learnt from the sentences of the others, and make a stray look like them. Unless given, all are encoded.

    Closeness of a document is the median, over the others, of the cosine of their mean sentence vectors: a median,
    so that a few strays do not make each other belong.
    """
    documents = sorted({sentence.document for sentence in sentences})
    if len(documents) < 3:
        return frozenset()
    row = {document: index for index, document in enumerate(documents)}
    rows = np.array([row[sentence.document] for sentence in sentences])
    if encoded is not None:
        judged = encoded | ~np.isin(rows, rows[encoded])  # a document with no other vectors is judged by its stand-ins
        rows, vectors = rows[judged], vectors[judged]
    means = np.zeros((len(documents), vectors.shape[1]))
    np.add.at(means, rows, vectors)
    means /= np.bincount(rows, minlength=len(documents))[:, None]
    means -= COMMON * background()
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    closeness = _median_cosine_to_others(means)
    core = float(closeness.max())
    if core < COHERENT:
        return frozenset()
    return frozenset(document for document, near in zip(documents, closeness, strict=True) if near < FAR * core)


def _median_cosine_to_others(means: NDArray[np.float64]) -> NDArray[np.float64]:
    closeness = np.empty(len(means))
    for start in range(0, len(means), _BLOCK):
        cosines = means[start : start + _BLOCK] @ means.T
        np.fill_diagonal(cosines[:, start:], np.nan)
        closeness[start : start + _BLOCK] = np.nanmedian(cosines, axis=1)
    return closeness
