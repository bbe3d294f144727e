"""Words that a model does not know: they all look alike to it, so sentences of them would all state one fact.

A tokenizer puts one mark in the place of a word none of whose pieces it has, such as any word of a script that it was
never shown. What a model makes of such marks says nothing of the text, so as far as a text consists of them its vector
points in a direction of its own, as near to those of other texts as chance has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from summarize.models.encoder import KnowsSubwords

MARKS = 2
"""Pieces of every text that stand for its beginning and its end."""
_FOREIGN = re.compile("[\u0250-\u1dff\u2c00-\ufaff\U00010000-\U0003ffff]")
"""A letter that no alphabet of western Europe has. Other texts are not looked at: models know these."""


def scatter_unseen(vectors: NDArray[np.float32], texts: Sequence[str], encoder: object) -> None:
    """Turns the vectors of texts as far as the encoder does not know their words. *Shape:* (len(texts), d), in place"""
    if not isinstance(encoder, KnowsSubwords) or encoder.unknown_piece is None:
        return
    rows = [row for row, text in enumerate(texts) if _FOREIGN.search(text)]
    for row, pieces in zip(rows, encoder.pieces([texts[row] for row in rows]), strict=True):
        share = float((pieces == encoder.unknown_piece).sum()) / max(1, len(pieces) - MARKS)
        if share > 0:
            mixed = (1 - share) * vectors[row] + share * _direction(texts[row], vectors.shape[1])
            vectors[row] = mixed / max(float(np.linalg.norm(mixed)), 1e-9)


def _direction(text: str, width: int) -> NDArray[np.float32]:
    """A unit vector that the text alone decides. *Shape:* (width,)"""
    seed = int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
    direction = np.random.default_rng(seed).standard_normal(width)
    unit: NDArray[np.float32] = (direction / np.linalg.norm(direction)).astype(np.float32)
    return unit
