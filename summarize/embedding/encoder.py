"""What the pipeline asks of an embedding model, and the bookkeeping that every model shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Encoder(Protocol):
    """Anything that turns sentences into vectors."""

    @property
    def name(self) -> str:
        """The name the brief reports as its model."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of `texts`, L2-normalised. *Shape:* (len(texts), d)."""
        ...


def encode_sentences(encoder: Encoder, texts: Sequence[str]) -> NDArray[np.float32]:
    """The vectors of `texts`, equal texts encoded once. *Shape:* (len(texts), d), L2-normalised.

    The encoder sees the texts sorted by length, so that its batches need little padding, and the result does not depend
    on the order of the sources: on torch, what shares a batch with a sentence changes its vector in the last digits.
    """
    unique = sorted(set(texts), key=lambda text: (len(text), text))
    row = {text: index for index, text in enumerate(unique)}
    vectors = np.asarray(encoder.encode(unique), dtype=np.float32)
    return vectors[[row[text] for text in texts]]
