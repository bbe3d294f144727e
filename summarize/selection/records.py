"""What the selection is given, and what it decides. All numbers are indices into the sentences and claims given."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


@dataclass(frozen=True, slots=True)
class Findings:
    """What is known about the sentences. n sentences, s statements."""

    claims: Sequence[tuple[int, ...]]
    """A partition of the sentences: those of one fact are one claim."""
    statement: NDArray[np.int64]
    """*Shape:* (n,); sentences of the same words are one statement."""
    same: csr_matrix
    """*Shape:* (s, s), symmetric; how likely two statements are the same fact, 1 on the diagonal."""
    voices: Sequence[int]
    """For every document the document whose voice it shares."""
    apart: Set[tuple[int, int]]
    """Pairs of sentences that contradict each other, the smaller index first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A claim told by one of its sentences."""

    claim: int
    sentence: int
    support: tuple[int, ...]
    """For every other document that states the claim, the sentence that does so most surely."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The choices in reading order, and what every claim was worth, chosen or not."""

    choices: tuple[Choice, ...]
    worth: tuple[float, ...]
