"""What is asked of a sentence before it is quoted, and of a model that answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

PAGE = ("article", "caption", "furniture")
"""What a sentence is: of the article, below a picture, or of the page around it."""
DEPENDENT = "dependent"
"""Whether it cannot stand without the sentence before it."""
MANNER = ("report", "opinion", "background", "empty")
"""How it tells: what happened, was said or is planned; what its writer thinks; what was so before or is so in general;
next to nothing.
"""
LABELS = (*PAGE, DEPENDENT, *MANNER)
ARTICLE, CAPTION, FURNITURE, LEANS, REPORT, OPINION, BACKGROUND, EMPTY = range(len(LABELS))


class QuotabilityModel(Protocol):
    """Anything that tells what a sentence is, read in its place."""

    def probabilities(self, placed: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """The probability of each of LABELS, for sentences with what `place` makes of their neighbours.

        Those of PAGE sum to 1, and those of MANNER. *Shape:* (len(placed), 8)
        """
        ...
