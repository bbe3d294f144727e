"""What the pipeline asks of an embedding model, and what it asks only where a model can tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

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


@runtime_checkable
class KnowsSubwords(Protocol):
    """An encoder that can tell what it knows of word pieces by themselves."""

    @property
    def unknown_piece(self) -> int | None:
        """The number of the mark that stands for a word it does not know; None when it has none."""
        ...

    def subword_embeddings(self) -> NDArray[np.generic] | None:
        """One row a word piece, up to a scale and a shift; None when it is not at hand. *Shape:* (pieces, width)"""
        ...

    def pieces(self, texts: Sequence[str]) -> list[NDArray[np.int64]]:
        """The numbers of the word pieces that the model sees of each text."""
        ...


@runtime_checkable
class KnowsBackground(Protocol):
    """An encoder that need not encode anything for it, as a compiled one, which keeps its original's vectors."""

    def background(self) -> NDArray[np.float32] | None:
        """The mean vector of sentences on many matters; None when it has to be found. *Shape:* (d,)"""
        ...
