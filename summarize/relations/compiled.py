"""The relation model on onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.models.cache import CompiledModel
from summarize.models.cross_encoder import CompiledCrossEncoder, softmax
from summarize.relations.labels import DIFFERENT, LABELS

MIN_SURE = 0.8
"""Probability of the likeliest label up to which a pair is read in both orders: that tells one or two in 100 rightly
that one order does not."""
MAX_DIFFERENT = 0.6
"""Probability of stating different facts above which the other order is not asked: nothing is made of such a pair."""


class CompiledRelations:
    """A compiled relation model. Threads may share one."""

    def __init__(self, compiled: CompiledModel, threads: int | None = None) -> None:
        """Raises whatever onnxruntime or tokenizers raise when they cannot use the model."""
        self._model = CompiledCrossEncoder(compiled, threads)
        self.manifest = compiled.manifest

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """The probability of each of LABELS, the same whichever sentence comes first. *Shape:* (len(pairs), 4)

        A pair is read in one order, always the same, and where that leaves doubt in the other order too.
        """
        if not pairs:
            return np.zeros((0, len(LABELS)), dtype=np.float32)
        first = self._model.subword_tokens([(min(pair), max(pair)) for pair in pairs])
        logits = self._model.logits(first)
        first_told = softmax(logits)
        unsure = np.flatnonzero((first_told.max(axis=1) < MIN_SURE) & (first_told[:, DIFFERENT] < MAX_DIFFERENT))
        if len(unsure):
            second = self._model.logits([first[row][::-1] for row in unsure.tolist()])
            logits[unsure] = (logits[unsure] + second) / 2
        return softmax(logits)
