"""What sentences on any matter have in common in a model's space."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from summarize.embedding.encoder import Encoder, encode_sentences
from summarize.embedding.probe import SENTENCES


@runtime_checkable
class KnowsBackground(Protocol):
    """An encoder that need not encode anything for it, as a compiled one, which keeps its original's vectors."""

    def background(self) -> NDArray[np.float32] | None:
        """See `background`; None when it has to be found."""
        ...


def background(encoder: Encoder) -> NDArray[np.float32]:
    """The mean vector of sentences on many matters. *Shape:* (d,); not normalised"""
    known = encoder.background() if isinstance(encoder, KnowsBackground) else None
    if known is not None:
        return known
    mean: NDArray[np.float32] = encode_sentences(encoder, SENTENCES).mean(axis=0)
    return mean
