"""In which order the chosen sentences are read: the event first, then as the sources tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence, SentenceRole

_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/-]|[.,]\d)")
_NEWS = timedelta(days=60)
"""In January last year's news are news."""
_BEHIND = 2.0
"""More than two cosines differ by."""


def reading_order(
    chosen: Sequence[int],
    sentences: Sequence[Sentence],
    claim_of: Sequence[tuple[int, ...]],
    importance: NDArray[np.float64],
    antecedent: NDArray[np.int64],
) -> list[int]:
    """The chosen sentences in reading order.

    The most important one opens. The others follow by how far into their article the sources tell the claim on
    average, and a context-dependent sentence stands right after the one it depends on. `claim_of[i]` holds the members
    of sentence i's claim; `importance` and `antecedent` have *shape* (n,).
    """
    length: dict[int, int] = {}
    for sentence in sentences:
        length[sentence.document] = max(length.get(sentence.document, 0), sentence.position + 1)

    def depth(index: int) -> float:
        """Mean relative position of the claim, each document counted once by its first mention."""
        first: dict[int, float] = {}
        for member in claim_of[index]:
            sentence = sentences[member]
            position = sentence.position / length[sentence.document]
            first[sentence.document] = min(first.get(sentence.document, 1.0), position)
        return round(float(np.mean(sorted(first.values()))), 6)

    followers = {int(antecedent[index]): index for index in chosen if antecedent[index] >= 0}
    heads = [index for index in chosen if antecedent[index] < 0 or antecedent[index] not in chosen]
    lead = max(heads, key=lambda index: (round(float(importance[index]), 9), -index))
    heads.sort(key=lambda index: (index != lead, depth(index), index))
    order: list[int] = []
    for head in heads:
        current: int | None = head
        while current is not None:
            order.append(current)
            current = followers.get(current)
    return order


def leadership(corpus: Corpus, chosen: Sequence[int]) -> NDArray[np.float64]:
    """How much each chosen sentence says what the documents open with: mean cosine to their headline or first sentence,
    and behind all others what tells of former years only. *Shape:* (n,), 0 for what was not chosen.
    """
    sentences, vectors = corpus.sentences, corpus.vectors
    opening: dict[int, list[int]] = {}
    opened: set[int] = set()
    for index, sentence in enumerate(sentences):
        if sentence.document not in opened:
            opening.setdefault(sentence.document, []).append(index)
            if sentence.role is SentenceRole.BODY:
                opened.add(sentence.document)
    told = vectors[list(chosen)]
    nearest = [(told @ vectors[indices].T).max(axis=1) for indices in opening.values()]
    leadership = np.zeros(len(sentences))
    leadership[list(chosen)] = np.mean(nearest, axis=0, dtype=np.float64)
    if corpus.reports:
        now = max(report.day.date() for report in corpus.reports.values()) - _NEWS
        former = [index for index in chosen if _is_of_former_years(sentences[index].text, now.year)]
        leadership[former] -= _BEHIND
    return leadership


def _is_of_former_years(text: str, year: int) -> bool:
    named = _YEAR.findall(text)
    return bool(named) and max(map(int, named)) < year
