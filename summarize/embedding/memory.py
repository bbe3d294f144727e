"""Vectors remembered between calls, for programs that come again with one more article."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from summarize.embedding.stores import DiskStore, MemoryStore, Store
from summarize.models import Encoder

MAX_LENGTH_ERROR = 0.01
"""How far the length of a kept vector may be from 1."""


@dataclass(slots=True)
class Hits:
    """How many texts were asked for, and how many of them had to be encoded."""

    asked: int = 0
    encoded: int = 0

    @property
    def rate(self) -> float:
        """Share found, 0 to 1; 0 while nothing was asked for."""
        return 1 - self.encoded / self.asked if self.asked else 0.0


class Memory:
    """Looks a text's vector up before an encoder is asked for it.

    What is remembered of one encoder is never given out for another: keys hold the encoder's `identity`, all that a
    vector depends on besides its text, or on torch what names its `weights`. Nothing is kept of an encoder without.
    A compiled model's vectors depend on the text alone, so a remembered vector is byte for byte the one it would be
    now. On torch the texts that share a batch change each other's last digits, and a remembered vector keeps those it
    had first. Threads may share one.
    """

    def __init__(self, store: Store | None = None, say: Callable[[str], None] = lambda message: None) -> None:
        """`store` is a `MemoryStore` unless given; `say` is called once when an encoder's vectors cannot be kept."""
        self._store = store if store is not None else MemoryStore()
        self._say = say
        self._nameless: set[str] = set()
        self._lock = Lock()
        self.hits = Hits()

    def encode(self, encoder: Encoder, texts: Sequence[str]) -> NDArray[np.float32]:
        """The encoder's vectors of `texts`, L2-normalised. *Shape:* (len(texts), d)."""
        identity = getattr(encoder, "identity", None) or getattr(encoder, "weights", None)
        if identity is None:  # then nothing would tell that the model has changed
            self._complain(encoder.name)
            return np.asarray(encoder.encode(texts), dtype=np.float32)
        salt = identity.encode() + b"\0"
        keys = [hashlib.sha256(salt + text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        found = _sound(self._store.get(list(dict.fromkeys(keys))), getattr(encoder, "dimension", None))
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        if missing or not keys:
            vectors = np.ascontiguousarray(encoder.encode(list(missing.values())), dtype="<f4")
            if not keys:
                return vectors
            if any(len(vector) != vectors.shape[1] * vectors.itemsize for vector in found.values()):
                return self._anew(encoder, texts)
            new = {key: vector.tobytes() for key, vector in zip(missing, vectors, strict=True)}
            self._store.put(new)
            found.update(new)
        with self._lock:
            self.hits.asked += len(texts)
            self.hits.encoded += len(missing)
        return np.stack([np.frombuffer(found[key], dtype="<f4") for key in keys]).astype(np.float32, copy=False)

    def _anew(self, encoder: Encoder, texts: Sequence[str]) -> NDArray[np.float32]:
        """What is kept does not fit what the encoder gives now: nothing of it is used."""
        with self._lock:
            self.hits.asked += len(texts)
            self.hits.encoded += len(texts)
        return np.asarray(encoder.encode(texts), dtype=np.float32)

    def _complain(self, name: str) -> None:
        if name not in self._nameless:
            self._nameless.add(name)
            self._say(f"vectors are not kept, because the files of the model {name} cannot be read")


def _sound(kept: Mapping[bytes, bytes], dimension: int | None) -> dict[bytes, bytes]:
    """Those of the kept vectors that can be what an encoder gave: finite, of unit length, of as many numbers as its
    vectors have, or of as many as most, where it does not tell.
    """
    found = {key: vector for key, vector in kept.items() if len(vector) % 4 == 0 and vector}
    lengths = Counter(map(len, found.values()))
    if not lengths:
        return {}
    ((usual, _),) = lengths.most_common(1)
    usual = usual if dimension is None else 4 * dimension
    found = {key: vector for key, vector in found.items() if len(vector) == usual}
    rows = np.frombuffer(b"".join(found.values()), dtype="<f4").reshape(len(found), usual // 4)
    with np.errstate(over="ignore", invalid="ignore"):
        sound = np.abs(np.linalg.norm(rows, axis=1) - 1) < MAX_LENGTH_ERROR  # false for what is not finite
    return {key: found[key] for key, whole in zip(list(found), sound.tolist(), strict=True) if whole}


def open_memory(path: Path, say: Callable[[str], None] = lambda message: None) -> Memory:
    """A memory in an SQLite file. A file that cannot be used is passed over, and `say` is told why."""
    return Memory(DiskStore(path, say=say), say)
