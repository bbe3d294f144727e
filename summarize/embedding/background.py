"""What sentences on any matter have in common in a model's space."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.embedding.embed import encode_sentences
from summarize.models.encoder import Encoder, KnowsBackground
from summarize.models.probe import SENTENCES


def background(encoder: Encoder) -> NDArray[np.float32]:
    """The mean vector of sentences on many matters. *Shape:* (d,); not normalised"""
    known = encoder.background() if isinstance(encoder, KnowsBackground) else None
    if known is not None:
        return known
    mean: NDArray[np.float32] = encode_sentences(encoder, SENTENCES).mean(axis=0)
    return mean
