"""What a model says of the sentences of one corpus, each read in its place when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from summarize.quotability.labels import ARTICLE, EMPTY, LABELS, LEANS, OPINION, QuotabilityModel
from summarize.quotability.place import place
from summarize.records.corpus import Corpus
from summarize.records.document import DEFAULT_LANGUAGE
from summarize.records.sentence import Sentence, SentenceRole

TAUGHT = frozenset({DEFAULT_LANGUAGE})
"""Languages of which the model has learnt what a sentence is."""
MIN_ARTICLE = 0.2
"""Probability of belonging to the article under which a sentence is not quoted; above it, it counts for so much."""
_LEAST = 0.001
"""Probability as which any smaller one counts among those of a paragraph."""
MIN_LEANS = 0.5
"""Probability from which on a sentence needs the one before it."""
SURELY_LEANS = 0.8
"""Probability from which on what needs a sentence that is not there, and names nothing itself, is not quoted."""
OPINION_COUNTS = 0.5
"""What an opinion, and what says next to nothing, counts of a report: of what is called one, four in ten are none."""


class Judged:
    """Tells which sentences of a corpus may be quoted, and how well they report. n sentences."""

    def __init__(self, model: QuotabilityModel, corpus: Corpus) -> None:
        self._model = model
        self._sentences = corpus.sentences
        lines = sorted((*corpus.sentences, *corpus.boilerplate), key=lambda line: (line.document, line.start))
        self._lines = lines
        self._at = {(line.document, line.start): number for number, line in enumerate(lines)}
        self._told = np.zeros((len(corpus.sentences), len(LABELS)), dtype=np.float32)
        mates: dict[tuple[int, int], list[int]] = {}
        for index, line in enumerate(corpus.sentences):
            mates.setdefault((line.document, line.paragraph), []).append(index)
        self._paragraphs = list(mates.values())
        self._paragraph = np.zeros(len(corpus.sentences), dtype=np.int64)
        for number, paragraph in enumerate(self._paragraphs):
            self._paragraph[paragraph] = number
        self.known = np.array(
            [line.role is not SentenceRole.BODY or line.language not in TAUGHT for line in corpus.sentences], dtype=bool
        )
        """*Shape:* (n,); which sentences need no reading: those that were read, what is never quoted, and those in
        languages that were not taught."""
        self.was_read = np.zeros(len(corpus.sentences), dtype=bool)
        """*Shape:* (n,)"""

    def read(self, indices: Iterable[int]) -> None:
        """Reads those of these sentences that were not read."""
        new = [index for index in dict.fromkeys(indices) if not self.known[index]]
        if new:
            self._told[new] = self._model.probabilities([self._placed(index) for index in new])
            self.known[new] = self.was_read[new] = True

    def read_paragraphs(self, indices: Iterable[int]) -> None:
        """Reads all of the paragraphs in which these sentences stand: what is news by itself may be of a note that
        another sentence gives away ("The fire was at Linden Hall. We regret the mistake.").
        """
        paragraphs = dict.fromkeys(self._paragraph[list(indices)].tolist())
        self.read(index for number in paragraphs for index in self._paragraphs[number])

    def of_pages(self, among: Iterable[int] | None = None) -> NDArray[np.bool_]:
        """The sentences that were found to be no part of their article: by themselves, or as one of their paragraph was
        and all that were read of it together are likelier not to be, the odds of each counting alike (a logarithmic
        pool of opinions, Genest and Zidek 1986). With `among` these alone count, whatever else was read.
        *Shape:* (n,)
        """
        was_read = self.was_read.copy()
        if among is not None:
            was_read[:] = False
            was_read[list(among)] = self.was_read[list(among)]
        article = self._told[:, ARTICLE].astype(np.float64).clip(_LEAST, 1 - _LEAST)
        alone = was_read & (article < MIN_ARTICLE)
        odds = np.where(was_read, np.log(article / (1 - article)), 0.0)
        of_page = (np.bincount(self._paragraph, alone) > 0) & (np.bincount(self._paragraph, odds).round(6) < 0)
        return np.asarray(alone | (was_read & of_page[self._paragraph]))

    def leaning(self, least: float = MIN_LEANS) -> NDArray[np.bool_]:
        """The sentences that were found to need the one before them, with this probability. *Shape:* (n,)"""
        return np.asarray(self.was_read & (self._told[:, LEANS] >= least))

    def reporting(self) -> NDArray[np.float64]:
        """What each sentence counts: how likely it is of its article, less if it is an opinion of its writer's or says
        next to nothing; 1 of those that were not read. *Shape:* (n,)
        """
        told = self._told.astype(np.float64)
        reports = told[:, ARTICLE] * (1 - (1 - OPINION_COUNTS) * (told[:, OPINION] + told[:, EMPTY]))
        return np.where(self.was_read, reports, 1.0)

    def _placed(self, index: int) -> tuple[str, str]:
        line = self._sentences[index]
        at = self._at[line.document, line.start]
        before, after = self._neighbour(line, at - 1), self._neighbour(line, at + 1)
        return line.text, place(
            before.text if before else "",
            after.text if after else "",
            before is None or before.paragraph != line.paragraph,
            after is None or after.paragraph != line.paragraph,
        )

    def _neighbour(self, line: Sentence, at: int) -> Sentence | None:
        inside = 0 <= at < len(self._lines) and self._lines[at].document == line.document
        return self._lines[at] if inside else None
