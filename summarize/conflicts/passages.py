"""Differing values read together with the words around them.

A long sentence says much that a figure of it is no part of. What is read is the passage around it alone: unless two
passages tell of different things, their values answer one question. Whether they contradict each other says less: to
the model "19 people were killed" and "killed 21 people" are the same.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.conflicts.parsing import ParsedSentence
from summarize.quantities.values import Value
from summarize.relations import DIFFERENT

WORDS_AROUND = 14
"""Words on either side of a value that are read with it."""
_LEAST = 0.01
"""Probabilities are not held to be nearer to 0 or 1."""


def passage(reading: ParsedSentence, value: Value) -> str:
    """The value with up to WORDS_AROUND words before and behind it."""
    before = reading.text[: value.start].split()[-WORDS_AROUND:]
    after = reading.text[value.end :].split(maxsplit=WORDS_AROUND)[:WORDS_AROUND]
    return " ".join([*before, *reading.text[value.start : value.end].split(), *after])


def evidence_of(relation: NDArray[np.float32]) -> dict[str, float]:
    """What the relation of two passages says for their values' answering one question, by name. *Shape:* (4,)"""
    kept = float(np.clip(relation[DIFFERENT], _LEAST, 1 - _LEAST))
    return {"different": float(np.log(kept / (1 - kept)))}
