"""What reading in place makes of the candidates: which may be quoted, which lean on others, how well each reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from summarize.quotability import Judged
from summarize.quotability.judged import SURELY_LEANS
from summarize.records.sentence import Sentence
from summarize.selection.candidates import PERSONAL_WEIGHT
from summarize.selection.optimizer import Candidates, first_gains

_NAMING = re.compile(r"\w\W+[A-Z]\w|\d")
"""A capital letter that opens no sentence, or a figure."""
READ_AT_ONCE = 16
"""Sentences of the largest gain that are read before a choice, and with those that it turned to before the next."""


class Judgement:
    """The candidates of one corpus as they are once the likeliest of them were read in their places."""

    def __init__(self, judged: Judged, sentences: Sequence[Sentence], quotable: NDArray[np.bool_]) -> None:
        """`quotable` are the sentences that could be told if nothing were read. *Shape:* (n,)"""
        self._judged, self._quotable = judged, quotable
        self._naming = np.array([bool(_NAMING.search(sentence.text)) for sentence in sentences], dtype=bool)
        at = {(sentence.document, sentence.position): index for index, sentence in enumerate(sentences)}
        self._before = np.array([at.get((each.document, each.position - 1), -1) for each in sentences], dtype=np.int64)

    def likeliest(self, candidates: Candidates) -> Candidates:
        """The candidates as what was read makes them, once those of the largest gain of what was not are read too."""
        count, judged = len(candidates.words), self.of(candidates)
        unread = judged.usable & ~self._judged.known
        best = np.lexsort((np.arange(count), -np.where(unread, first_gains(judged), -np.inf)))[:READ_AT_ONCE]
        self._judged.read(index for index in best.tolist() if unread[index])
        return self.of(candidates)

    def reads(self, chosen: Sequence[int]) -> bool:
        """Whether some of these had not been read and now are, or their paragraphs show some to be of a page."""
        new, of_pages = not self._judged.known[list(chosen)].all(), self._judged.of_pages()
        self._judged.read_paragraphs(chosen)
        return bool(new or (self._judged.of_pages() != of_pages).any())

    def unfit(self) -> NDArray[np.bool_]:
        """The sentences that were found not to be quotable by themselves. *Shape:* (n,)"""
        return np.asarray(self._judged.of_pages() | self._judged.leaning())

    def of(self, candidates: Candidates) -> Candidates:
        """The candidates as what was read makes them; as they are where that leaves nothing of the corpus quotable."""
        unquotable, leaning = self._unquotable(), self._judged.leaning()
        if not (self._quotable & ~unquotable).any():
            return candidates
        antecedent = np.where(leaning, self._before, candidates.antecedent)
        weight = PERSONAL_WEIGHT + (1 - PERSONAL_WEIGHT) * self._judged.reporting()
        weight[leaning & (self._before < 0)] *= PERSONAL_WEIGHT
        return replace(
            candidates,
            usable=candidates.usable & ~unquotable,
            antecedent=antecedent,
            fitness=candidates.fitness * weight,
        )

    def _unquotable(self) -> NDArray[np.bool_]:
        """What is of a page, and what leans on a sentence that is not there and names nothing itself, such as a scene
        at the head of a feature. *Shape:* (n,)
        """
        return np.asarray(
            self._judged.of_pages() | (self._judged.leaning(SURELY_LEANS) & (self._before < 0) & ~self._naming)
        )
