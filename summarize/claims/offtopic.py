"""Which documents do not belong with the others.

A collection from a search or a feed holds articles on something else. A document is off topic when it is far less
like the others than they are like each other. Opposing views on one event are alike in this sense and stay; of two
events mixed half and half neither is off topic.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.document import Sentence

FAR = 0.6
"""A document is off topic below this share of the closeness of the collection's core. On invented and real events
documents that belong reach .65 and more, nine in ten of those put in from another event stay below .63."""
COHERENT = 0.4
"""Least closeness of a core. Below it the documents have no common topic that one of them could stray from."""


def find_off_topic(sentences: Sequence[Sentence], vectors: NDArray[np.float32]) -> frozenset[int]:
    """The documents that do not belong. *Shape of* `vectors`*:* (len(sentences), d), L2-normalised.

    Closeness of a document is the median, over the others, of the cosine of their mean sentence vectors: a median,
    so that a few strays do not make each other belong.
    """
    documents = sorted({sentence.document for sentence in sentences})
    if len(documents) < 3:
        return frozenset()
    row = {document: index for index, document in enumerate(documents)}
    means = np.zeros((len(documents), vectors.shape[1]))
    np.add.at(means, [row[sentence.document] for sentence in sentences], vectors)
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    closeness = _median_cosine_to_others(means)
    core = float(closeness.max())
    if core < COHERENT:
        return frozenset()
    return frozenset(document for document, near in zip(documents, closeness, strict=True) if near < FAR * core)


def _median_cosine_to_others(means: NDArray[np.float64]) -> NDArray[np.float64]:
    closeness = np.empty(len(means))
    for index, mean in enumerate(means):
        closeness[index] = np.median(np.delete(means @ mean, index))
    return closeness
