"""From what single sentences look like to where the article begins and ends, and back to each sentence.

A page is read as three stretches: what stands before the article, the article with what interrupts it, and what
follows it. How likely each paragraph is in each of them is summed over all places where the article may begin and end,
which running sums do in linear time.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.segmentation.roles.series import Floats, Ints, averaged, shifted, signed, starts_of

INSIDE, INTERRUPTION, BEFORE, BEHIND = range(4)
"""What the first pass tells apart: article, what interrupts it, what stands before it and what behind."""

TEMPERATURES = (0.1, 0.3, 1.0)
"""Neighbouring paragraphs are no independent witnesses; what each says counts for so much of it."""

_SURE = 1e-3
_LONGEST = 60.0
"""Words of a sentence, and of a paragraph, from which on more words say no more."""


def stretches(before: NDArray[np.float64], inside: NDArray[np.float64], behind: NDArray[np.float64]) -> Floats:
    """How likely each of m paragraphs stands before, in and behind the article. *Shape:* (m, 3).

    Given are the logarithms of what each paragraph says for the three. All pairs of a first and a last paragraph of the
    article count, by the forward-backward algorithm of a chain that only goes forward.
    """
    b, i, f = (np.append(0.0, np.cumsum(part)) for part in (before, inside, behind))
    first = b[:-1] - i[:-1]
    last = i[1:] + f[-1] - f[1:]
    begun = np.logaddexp.accumulate(first)
    ends = np.logaddexp.accumulate(last[::-1])[::-1]
    begins_here = first + ends
    whole = np.logaddexp.reduce(begins_here)
    in_article = np.exp(np.minimum(0.0, begun + ends - whole))
    later = np.exp(np.minimum(0.0, np.logaddexp.accumulate(begins_here[::-1])[::-1] - whole))
    not_yet = np.append(later[1:], 0.0)
    return np.stack([not_yet, in_article, 1 - np.minimum(1.0, not_yet + in_article)], axis=1).astype(np.float32)


def context(shares: NDArray[np.float64], words: NDArray[np.float64], block_of: Ints) -> Floats:
    """What a first pass over a document says around each sentence. *Shape:* (n, k), row i to sentence i.

    `shares` has a row a sentence and a column for each of INSIDE, INTERRUPTION, BEFORE and BEHIND.
    """
    n = len(words)
    first = starts_of(block_of)
    weight = np.minimum(words, _LONGEST) + 1
    total = np.add.reduceat(weight, first)
    blocks = np.add.reduceat(shares * weight[:, None], first) / total[:, None]
    block_words = np.add.reduceat(words, first)
    inside = blocks[:, INSIDE]
    columns: list[NDArray[np.floating]] = [shares, blocks[block_of]]
    near = [shifted(inside, by) for by in (1, 2, 3, -1, -2, -3)]
    near += [shifted(blocks[:, kind], by) for by in (1, -1) for kind in (BEFORE, BEHIND)]
    near += [averaged(inside, width) for width in (2, 5, 12)]
    near.append(np.maximum.accumulate(averaged(blocks[:, BEHIND], 1)))
    columns.append(np.stack(near, axis=1)[block_of])

    force = np.minimum(2.0, (1 + np.log1p(block_words)) / 3)
    logs = np.log(np.clip(blocks, _SURE, 1.0)) * force[:, None]
    article = np.log(np.clip(inside + blocks[:, INTERRUPTION], _SURE, 1.0)) * force
    for temperature in TEMPERATURES:
        parts = (logs[:, BEFORE], article, logs[:, BEHIND])
        columns.append(stretches(*(part * temperature for part in parts))[block_of])
    likely = columns[-2][first, 1]
    hard = np.flatnonzero(likely > 0.5)
    low, high = (hard[0], hard[-1]) if len(hard) else (0, len(inside) - 1)
    index = np.arange(len(inside))
    own = likely * inside * block_words
    mass = np.cumsum(own)
    all_mass = max(float(mass[-1]), 1e-9)
    placed = [signed(index - low), signed(index - high), (mass - own) / all_mass]
    columns.append(np.stack(placed, axis=1)[block_of])
    document = (
        np.log1p(all_mass),
        all_mass / max(1.0, float(block_words.sum())),
        float((likely * inside).sum()) / max(1e-9, float(likely.sum())),
    )
    columns.append(np.tile(document, (n, 1)))
    columns.append(np.stack([shifted(shares[:, INSIDE], 1), shifted(shares[:, INSIDE], -1)], axis=1))
    return np.concatenate(columns, axis=1, dtype=np.float32)
