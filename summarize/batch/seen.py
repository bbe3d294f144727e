"""Which ids a run has seen, in about nine bytes each."""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

_LEAST = 1024
_SHARE = 64
"""A set of Python takes some eighty bytes a number, so no more than one in so many stands in one."""


class Seen:
    """64-bit hashes of ids: most of them in a sorted array, the newest in a set."""

    def __init__(self) -> None:
        self._old: NDArray[np.uint64] = np.zeros(0, dtype=np.uint64)
        self._new: set[int] = set()

    def __len__(self) -> int:
        return len(self._old) + len(self._new)

    def __contains__(self, hashed: int) -> bool:
        place = int(np.searchsorted(self._old, np.uint64(hashed)))
        return hashed in self._new or (place < len(self._old) and int(self._old[place]) == hashed)

    def add(self, hashed: int) -> None:
        if hashed in self:
            return
        self._new.add(hashed)
        if len(self._new) >= max(_LEAST, len(self._old) // _SHARE):
            added = np.fromiter(self._new, dtype=np.uint64, count=len(self._new))
            self._old = np.sort(np.concatenate((self._old, added)))
            self._new.clear()


def hashed(identity: str) -> int:
    """The first 64 bits of the SHA-256 of an id."""
    return int.from_bytes(hashlib.sha256(identity.encode()).digest()[:8])
