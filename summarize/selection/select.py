"""The whole choice: worth of the claims, the sentence that tells each, the budget, the order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.document import Kind, Sentence
from summarize.errors import NothingToSummarize
from summarize.options import Options
from summarize.selection.records import Choice, Selection


def select(
    sentences: Sequence[Sentence],
    vectors: NDArray[np.float32],
    claims: Sequence[tuple[int, ...]],
    voices: Sequence[int],
    options: Options,
) -> Selection:
    worth = []
    tell = []
    for claim in claims:
        docs = {sentences[i].document for i in claim}
        first = {}
        for i in claim:
            first[sentences[i].document] = min(first.get(sentences[i].document, 99), sentences[i].position)
        early = np.mean([1 / (1 + 0.15 * p) for p in first.values()])
        worth.append(float(len(docs) ** 2 * early))
        body = [i for i in claim if sentences[i].kind is Kind.BODY]
        sims = {i: float((vectors[list(claim)] @ vectors[i]).mean()) - 0.004 * sentences[i].words for i in body}
        tell.append(max(body, key=lambda i: (round(sims[i], 5), -i)) if body else None)
    order = sorted(
        (c for c in range(len(claims)) if tell[c] is not None),
        key=lambda c: (-worth[c] / sentences[tell[c]].words ** 0.5, c),
    )
    chosen: list[int] = []
    used = 0
    for c in order:
        n = sentences[tell[c]].words
        if options.max_words is not None and used + n > options.max_words:
            continue
        if options.max_sentences is not None and len(chosen) >= options.max_sentences:
            break
        if any(float(vectors[tell[c]] @ vectors[tell[o]]) > 0.8 for o in chosen):
            continue
        chosen.append(c)
        used += n
    if not chosen:
        raise NothingToSummarize("nothing fits")
    chosen.sort(key=lambda c: np.mean([sentences[i].position for i in claims[c]]))
    choices = []
    for c in chosen:
        best: dict[int, int] = {}
        for i in claims[c]:
            d = sentences[i].document
            if d == sentences[tell[c]].document:
                continue
            if d not in best or vectors[i] @ vectors[tell[c]] > vectors[best[d]] @ vectors[tell[c]]:
                best[d] = i
        choices.append(Choice(c, tell[c], tuple(best.values())))
    return Selection(tuple(choices), tuple(worth))
