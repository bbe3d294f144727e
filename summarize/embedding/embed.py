"""The vectors of a corpus: what is encoded, and what is imputed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.embedding.imputation import fill_in
from summarize.models.encoder import Encoder, KnowsPieces


def has_stand_ins(encoder: Encoder) -> bool:
    """Whether sentences can be left to stand-ins: whether the encoder tells what it knows of word pieces."""
    return isinstance(encoder, KnowsPieces) and encoder.piece_table() is not None


def encode_sentences(
    encoder: Encoder, texts: Sequence[str], chosen: NDArray[np.bool_] | None = None
) -> NDArray[np.float32]:
    """The vectors of `texts`, equal texts encoded once. *Shape:* (len(texts), d), L2-normalised.

    The encoder sees the texts sorted by length, so that its batches need little padding, and the result does not depend
    on the order of the sources: on torch, what shares a batch with a sentence changes its vector in the last digits.
    Texts that are not `chosen` get stand-ins; unless given, all are. *Shape of* `chosen`*:* (len(texts),)
    """
    unique = sorted(set(texts), key=lambda text: (len(text), text))
    row = {text: index for index, text in enumerate(unique)}
    rows = np.array([row[text] for text in texts], dtype=np.int64)
    if chosen is None or chosen.all():
        return np.asarray(encoder.encode(unique), dtype=np.float32)[rows]
    known = np.zeros(len(unique), dtype=bool)
    known[rows[chosen]] = True
    encoded = np.asarray(encoder.encode([unique[index] for index in np.flatnonzero(known)]), dtype=np.float32)
    vectors = np.zeros((len(unique), encoded.shape[1]), dtype=np.float32)
    vectors[known] = encoded
    fill_in(vectors, known, encoder, unique)
    return vectors[rows]
