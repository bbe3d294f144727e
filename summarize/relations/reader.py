"""Pairs of sentences of one corpus, each read once, however many stages ask for it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.languages import get
from summarize.lexical.tokens import Tokenizer
from summarize.records.corpus import Corpus
from summarize.records.document import DEFAULT_LANGUAGE
from summarize.relations.alignment import contradicts
from summarize.relations.labels import CONTRADICTS, LABELS, SAME, RelationModel

TAUGHT = frozenset({DEFAULT_LANGUAGE})
"""Languages of which the model has learnt how sentences relate."""
_ITSELF, _OPPOSITE = np.eye(len(LABELS), dtype=np.float32)[[SAME, CONTRADICTS]]


MIN_PAIRS, SENTENCES_PER_PAIR = 96, 4
"""Pairs read of a small collection, and sentences for each pair read of a large one."""


def budget(sentences: int) -> int:
    """How many pairs a stage reads of so many sentences: a quarter of the time of encoding, or a blink."""
    return max(MIN_PAIRS, sentences // SENTENCES_PER_PAIR)


class Reader:
    """Tells how sentences of a corpus relate. Sentences of the same words are one to it."""

    def __init__(self, model: RelationModel, corpus: Corpus) -> None:
        self._model = model
        self._texts = [sentence.text for sentence in corpus.sentences]
        self._taught = [sentence.language in TAUGHT for sentence in corpus.sentences]
        self._read: dict[tuple[str, str], NDArray[np.float32]] = {}
        self._language = get(DEFAULT_LANGUAGE)
        self._tokenizer = Tokenizer(self._language.stemmer)
        self.known: dict[tuple[int, int], NDArray[np.float32]] = {}
        """What was asked for, by sentences, the lower index first. *Shape:* each (4,)"""

    def read(self, left: Sequence[int], right: Sequence[int]) -> NDArray[np.float32]:
        """The probability of each of LABELS for every pair of sentences. *Shape:* (len(left), 4)"""
        keys = [self._key(one, other) for one, other in zip(left, right, strict=True)]
        self._read.update((key, _ITSELF) for key in keys if key[0] == key[1])
        new = [key for key in dict.fromkeys(keys) if key not in self._read]
        self._read.update(zip(new, self._model.probabilities(new), strict=True))
        self._read.update((key, _OPPOSITE) for key in new if contradicts(*key, self._language, self._tokenizer))
        if not keys:
            return np.zeros((0, len(LABELS)), dtype=np.float32)
        rows = np.stack([self._read[key] for key in keys])
        self.known.update(((min(pair), max(pair)), row) for *pair, row in zip(left, right, rows, strict=True))
        return rows

    def can_read(self, one: int, other: int) -> bool:
        """Whether the model was taught the language of both."""
        return self._taught[one] and self._taught[other]

    def has_read(self, one: int, other: int) -> bool:
        """Whether it takes no time to read these two."""
        texts = self._key(one, other)
        return texts in self._read or texts[0] == texts[1]

    def _key(self, one: int, other: int) -> tuple[str, str]:
        texts = sorted((self._texts[one], self._texts[other]))
        return texts[0], texts[1]
