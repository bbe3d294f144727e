"""Runs of neighbouring words, numbered: as arrays, because Python tuples of them take most of a gigabyte for a hundred
thousand sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def ngrams(sentences: Sequence[Sequence[str]], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every run of `size` words within a sentence: the sentence it stands in, rising, and its number, equal for equal
    runs. Numbers count from 0 without gaps. *Shape:* each (runs,)
    """
    number: dict[str, int] = {}
    words = np.array([number.setdefault(w, len(number)) for words in sentences for w in words], dtype=np.int64)
    rows = np.repeat(np.arange(len(sentences), dtype=np.int64), [len(words) for words in sentences])
    runs = words
    for _ in range(size - 1):  # a run and the word after it, numbered anew each time so that no number overflows
        inside = rows[:-1] == rows[1:] if len(rows) else np.zeros(0, dtype=bool)
        # Runs that would cross into the next sentence are dropped; words[i] stays the last word of run i.
        runs, rows, words = runs[:-1][inside] * len(number) + words[1:][inside], rows[:-1][inside], words[1:][inside]
        runs = np.unique(runs, return_inverse=True)[1].astype(np.int64)
    return rows, runs
