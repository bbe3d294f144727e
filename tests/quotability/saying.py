"""A model that says of sentences what a test wants to be said."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.quotability.labels import ARTICLE, FURNITURE, LABELS, LEANS, OPINION, REPORT


class Says:
    """Calls sentences that hold one of some words furniture, leaning or an opinion; all others reports that stand."""

    def __init__(self, furniture: str = "\0", leaning: str = "\0", opinion: str = "\0") -> None:
        self.words = {FURNITURE: furniture, LEANS: leaning, OPINION: opinion}
        self.asked: list[tuple[str, str]] = []

    def probabilities(self, placed: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked += placed
        told = np.zeros((len(placed), len(LABELS)), dtype=np.float32)
        for row, (text, _) in zip(told, placed, strict=True):
            says = {label: word in text for label, word in self.words.items()}
            row[FURNITURE], row[ARTICLE] = says[FURNITURE], not says[FURNITURE]
            row[OPINION], row[REPORT] = says[OPINION], not says[OPINION]
            row[LEANS] = says[LEANS]
        return told
