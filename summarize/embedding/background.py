"""What sentences on any matter have in common in a model's space."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.embedding.encoder import Encoder, encode_sentences
from summarize.embedding.probe import SENTENCES


def background(encoder: Encoder) -> NDArray[np.float32]:
    """The mean vector of sentences on many matters. *Shape:* (d,); not normalised"""
    mean: NDArray[np.float32] = encode_sentences(encoder, SENTENCES).mean(axis=0)
    return mean
