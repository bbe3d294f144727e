"""The quotability model on onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.models.cache import CompiledModel
from summarize.models.cross_encoder import CompiledCrossEncoder, softmax
from summarize.quotability.labels import LABELS, LEANS, PAGE


class CompiledQuotability:
    """A compiled quotability model. Threads may share one."""

    def __init__(self, compiled: CompiledModel, threads: int | None = None) -> None:
        """Raises whatever onnxruntime or tokenizers raise when they cannot use the model."""
        self._model = CompiledCrossEncoder(compiled, threads)
        self.manifest = compiled.manifest

    def probabilities(self, placed: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """The probability of each of LABELS. *Shape:* (len(placed), 8)"""
        if not placed:
            return np.zeros((0, len(LABELS)), dtype=np.float32)
        return told(self._model.logits(self._model.subword_tokens(placed)))


def told(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities from logits: of PAGE, of leaning, of MANNER. *Shape:* (n, 8), of both"""
    pages = len(PAGE)
    leans = 1 / (1 + np.exp(-logits[:, LEANS, None]))
    parts = (softmax(logits[:, :pages]), leans, softmax(logits[:, pages + 1 :]))
    return np.concatenate(parts, axis=1, dtype=np.float32)
