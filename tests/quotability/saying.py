"""A model that says of sentences what a test wants to be said."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.quotability.labels import ARTICLE, EMPTY, FURNITURE, LABELS, LEANS, OPINION, REPORT


class Says:
    """Calls sentences that hold one of some words furniture, leaning, an opinion or empty; all others reports that
    stand.
    """

    def __init__(
        self, furniture: str = "\0", leaning: str = "\0", opinion: str = "\0", empty: str = "\0", leans: float = 1.0
    ) -> None:
        """`leans` is how surely what leans is said to."""
        self.words = {FURNITURE: furniture, LEANS: leaning, OPINION: opinion, EMPTY: empty}
        self.leans = leans
        self.asked: list[tuple[str, str]] = []

    def probabilities(self, placed: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked += placed
        told = np.zeros((len(placed), len(LABELS)), dtype=np.float32)
        for row, (text, _) in zip(told, placed, strict=True):
            says = {label: word in text for label, word in self.words.items()}
            row[FURNITURE], row[ARTICLE] = says[FURNITURE], not says[FURNITURE]
            row[OPINION], row[EMPTY] = says[OPINION], says[EMPTY]
            row[REPORT] = not (says[OPINION] or says[EMPTY])
            row[LEANS] = self.leans * says[LEANS]
        return told
