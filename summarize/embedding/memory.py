"""An encoder that remembers, for programs that come again with one more article."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from summarize.embedding.stores import MemoryStore, Store
from summarize.models.encoder import Encoder, KnowsBackground, KnowsPieces


@dataclass(slots=True)
class Hits:
    """How many texts were asked for, and how many of them had to be encoded."""

    asked: int = 0
    encoded: int = 0

    @property
    def rate(self) -> float:
        """Share found, 0 to 1; 0 while nothing was asked for."""
        return 1 - self.encoded / self.asked if self.asked else 0.0


class RememberingEncoder:
    """An encoder that looks a text up before it encodes it.

    A compiled model's vectors depend on the text alone, so a remembered vector is byte for byte the one it would be
    now. On torch the texts that share a batch change each other's last digits, and a remembered vector keeps those it
    had first. Threads may share one.
    """

    def __init__(self, encoder: Encoder, store: Store | None = None, identity: str | None = None) -> None:
        """`store` is a `MemoryStore` unless given; encoders of different models may share one.

        `identity` tells models apart: what a vector depends on besides its text. A compiled encoder knows its own; that
        of any other is its name unless given.
        """
        self._encoder = encoder
        self._store = store if store is not None else MemoryStore()
        self._salt = (identity or str(getattr(encoder, "identity", encoder.name))).encode() + b"\0"
        self.hits = Hits()
        self._lock = Lock()

    @property
    def name(self) -> str:
        return self._encoder.name

    def piece_table(self) -> NDArray[np.generic] | None:
        """That of the encoder inside, None when it has none."""
        return self._encoder.piece_table() if isinstance(self._encoder, KnowsPieces) else None

    def pieces(self, texts: Sequence[str]) -> list[NDArray[np.int64]]:
        """Those of the encoder inside."""
        assert isinstance(self._encoder, KnowsPieces)
        return self._encoder.pieces(texts)

    def background(self) -> NDArray[np.float32] | None:
        """That of the encoder inside, None when it does not know."""
        return self._encoder.background() if isinstance(self._encoder, KnowsBackground) else None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of `texts`, L2-normalised. *Shape:* (len(texts), d)."""
        keys = [hashlib.sha256(self._salt + text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        found = dict(self._store.get(list(dict.fromkeys(keys))))
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        if missing or not keys:
            vectors = np.ascontiguousarray(self._encoder.encode(list(missing.values())), dtype="<f4")
            if not keys:
                return vectors
            new = {key: vector.tobytes() for key, vector in zip(missing, vectors, strict=True)}
            self._store.put(new)
            found.update(new)
        with self._lock:
            self.hits.asked += len(texts)
            self.hits.encoded += len(missing)
        return np.stack([np.frombuffer(found[key], dtype="<f4") for key in keys]).astype(np.float32, copy=False)
