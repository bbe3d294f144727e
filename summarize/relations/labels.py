"""The labels of a relation, and what the stages ask of a model that tells them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

LABELS = ("same", "part", "contradicts", "different")
"""same: the main content is one fact; part: one states the other's fact beside other content, or a part of it;
contradicts: both cannot be true; different: another fact."""
SAME, PART, CONTRADICTS, DIFFERENT = range(4)


class RelationModel(Protocol):
    """Anything that tells how two sentences relate."""

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """The probability of each of LABELS, the same whichever sentence comes first. *Shape:* (len(pairs), 4)"""
        ...
