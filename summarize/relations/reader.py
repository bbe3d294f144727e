"""Pairs of sentences of one corpus, each read once, however many stages ask for it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.records.corpus import Corpus
from summarize.relations.labels import LABELS, RelationModel


class Reader:
    """Tells how sentences of a corpus relate. Sentences of the same words are one to it."""

    def __init__(self, model: RelationModel, corpus: Corpus) -> None:
        self._model = model
        self._texts = [sentence.text for sentence in corpus.sentences]
        self._read: dict[tuple[str, str], NDArray[np.float32]] = {}

    def read(self, left: Sequence[int], right: Sequence[int]) -> NDArray[np.float32]:
        """The probability of each of LABELS for every pair of sentences. *Shape:* (len(left), 4)"""
        keys = [self._key(one, other) for one, other in zip(left, right, strict=True)]
        new = [key for key in dict.fromkeys(keys) if key not in self._read]
        self._read.update(zip(new, self._model.probabilities(new), strict=True))
        if not keys:
            return np.zeros((0, len(LABELS)), dtype=np.float32)
        return np.stack([self._read[key] for key in keys])

    def has_read(self, one: int, other: int) -> bool:
        """Whether the pair is known already."""
        return self._key(one, other) in self._read

    def _key(self, one: int, other: int) -> tuple[str, str]:
        texts = sorted((self._texts[one], self._texts[other]))
        return texts[0], texts[1]
