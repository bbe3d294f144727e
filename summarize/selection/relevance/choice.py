"""Which answers are told: the most relevant first, each once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.options import Options
from summarize.selection.optimizer import Candidates


def choose_answers(
    candidates: Candidates,
    repeats: Callable[[int], NDArray[np.bool_]],
    options: Options,
    probability: NDArray[np.float64],
    first: Sequence[int] = (),
) -> list[int]:
    """Indices of the sentences told, in reading order: by the probability that they answer, those of `first` before all
    others, and one that depends on another right after it. Empty where none may be told or fits.
    """
    usable, left = candidates.usable.copy(), np.inf if options.max_words is None else options.max_words
    usable[list(first)] = True
    most = len(usable) if options.max_sentences is None else options.max_sentences
    rest = sorted(np.flatnonzero(usable).tolist(), key=lambda index: (-round(float(probability[index]), 6), index))
    order: list[int] = []
    waiting = [*first, *(index for index in rest if index not in first)]
    while waiting and len(order) < most:
        index = next((i for i in waiting if candidates.antecedent[i] < 0 or candidates.antecedent[i] in order), None)
        if index is None:
            break
        waiting.remove(index)
        if usable[index] and candidates.words[index] <= left:
            place = (
                order.index(int(candidates.antecedent[index])) + 1 if candidates.antecedent[index] >= 0 else len(order)
            )
            order.insert(place, index)
            left -= int(candidates.words[index])
            usable &= ~repeats(index)
    return order
