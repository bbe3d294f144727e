"""Pairs of sentences of one corpus, each read once, however many stages ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.languages import get
from summarize.lexical.tokens import Tokenizer
from summarize.records.corpus import Corpus
from summarize.records.document import DEFAULT_LANGUAGE
from summarize.relations.alignment import adds_only, told_by_words
from summarize.relations.figures import without_all, written_alike
from summarize.relations.labels import CONTRADICTS, DIFFERENT, LABELS, PART, SAME, RelationModel
from summarize.relations.roles import are_converse

TAUGHT = frozenset({DEFAULT_LANGUAGE})
"""Languages of which the model has learnt how sentences relate."""
MIN_DENIED, MAX_DENIED = 0.1, 0.95
"""Between these a contradiction of sentences, one of which only adds to the other, is not believed: that is what the
model makes of near copies with a word less, and of 15,000 labelled pairs of real news none of that kind is one."""
_CERTAIN = np.eye(len(LABELS), dtype=np.float32)


MIN_PAIRS, SENTENCES_PER_PAIR = 192, 16
"""Pairs read of a small collection, and sentences for each pair read of a large one."""


def budget(sentences: int) -> int:
    """How many pairs a stage reads of so many sentences: some of the time of encoding, or a blink."""
    return max(MIN_PAIRS, sentences // SENTENCES_PER_PAIR)


def _moved(relation: NDArray[np.float32], given: Sequence[int], to: Sequence[int]) -> NDArray[np.float32]:
    """The probabilities when some labels are ruled out in favour of others, to each by its share. *Shapes:* (4,)"""
    left = relation.astype(np.float64)
    shares = left[list(to)] + 1e-6
    left[list(to)] += left[list(given)].sum() * shares / shares.sum()
    left[list(given)] = 0
    return left.astype(np.float32)


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
        self._read.update((key, _CERTAIN[SAME]) for key in keys if key[0] == key[1])
        new = [key for key in dict.fromkeys(keys) if key not in self._read]
        alike = [written_alike(*key, self._language) for key in new]
        self._read.update(zip(new, self._model.probabilities(alike), strict=True))
        self._read_without_all(new)
        for key in new:
            label = told_by_words(*key, self._language, self._tokenizer)
            if label == CONTRADICTS:
                self._read[key] = _CERTAIN[label]
            elif label == DIFFERENT:
                self._read[key] = _moved(self._read[key], (SAME, PART), (DIFFERENT,))
            elif are_converse(*key, self._language) or (
                MAX_DENIED > self._read[key][CONTRADICTS] > MIN_DENIED
                and adds_only(*key, self._language, self._tokenizer)
            ):
                self._read[key] = _moved(self._read[key], (CONTRADICTS,), (SAME, PART))
        if not keys:
            return np.zeros((0, len(LABELS)), dtype=np.float32)
        rows = np.stack([self._read[key] for key in keys])
        self.known.update(((min(pair), max(pair)), row) for *pair, row in zip(left, right, rows, strict=True))
        return rows

    def _read_without_all(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Reads again what contradicts each other and has an "all" before a figure: to the model, "all fourteen" and
        "fourteen" do. What says the same without it says the same.
        """
        denied = [pair for pair in pairs if self._read[pair][CONTRADICTS] > MIN_DENIED]
        bare = {pair: without_all(*written_alike(*pair, self._language), self._language) for pair in denied}
        again = [pair for pair in denied if bare[pair] != written_alike(*pair, self._language)]
        for pair, relation in zip(again, self._model.probabilities([bare[pair] for pair in again]), strict=True):
            if int(relation.argmax()) == SAME:
                self._read[pair] = relation

    def says_all(self, one: int, other: int) -> bool:
        """Whether the first sentence says what the second says, in its words and their order, and more besides. The
        model calls it a part either way round.
        """
        more, less = self._texts[one], self._texts[other]
        return len(more) > len(less) and adds_only(less, more, self._language, self._tokenizer)

    def can_read(self, one: int, other: int) -> bool:
        """Whether the model was taught the language of both."""
        return self._taught[one] and self._taught[other]

    def within(self, pairs: Sequence[tuple[int, int]], most: int) -> list[tuple[int, int]]:
        """The pairs that can be read for a cost of `most`, in their order, with all those that cost nothing."""
        new: set[tuple[str, str]] = set()
        kept = []
        for pair in pairs:
            texts = self._key(*pair)
            if texts in new or self._is_free(texts):
                kept.append(pair)
            elif len(new) < most:
                new.add(texts)
                kept.append(pair)
        return kept

    def cost(self, pairs: Iterable[tuple[int, int]]) -> int:
        """How many pairs of texts have to be read to read these."""
        return len({texts for texts in self.texts(pairs) if texts not in self._read})

    def texts(self, pairs: Iterable[tuple[int, int]]) -> set[tuple[str, str]]:
        """The pairs of texts that would have to be read to read these if nothing had been read before."""
        return {texts for pair in pairs if (texts := self._key(*pair)) and texts[0] != texts[1]}

    def _is_free(self, texts: tuple[str, str]) -> bool:
        return texts in self._read or texts[0] == texts[1]

    def _key(self, one: int, other: int) -> tuple[str, str]:
        texts = sorted((self._texts[one], self._texts[other]))
        return texts[0], texts[1]
