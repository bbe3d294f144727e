"""Pairs are read once, whoever asks and in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from summarize.records.corpus import Corpus
from summarize.relations import LABELS, SAME, Reader, budget
from summarize.relations.reader import MIN_PAIRS
from tests.corpora import corpus_of, sentences_of


class Counting:
    """A relation model that tells by length, and counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked += pairs
        rows = [np.eye(len(LABELS), dtype=np.float32)[(len(a) + len(b)) % len(LABELS)] for a, b in pairs]
        return np.array(rows, dtype=np.float32).reshape(len(pairs), len(LABELS))


def a_corpus(*texts: str) -> Corpus:
    return corpus_of(sentences_of(*([text] for text in texts)), np.eye(len(texts), 8, dtype=np.float32))


def test_a_pair_is_read_once_in_either_order() -> None:
    model = Counting()
    reader = Reader(model, a_corpus("Rain fell.", "Snow fell on Dene.", "The sun shone."))
    first = reader.read([0, 1], [1, 2])
    again = reader.read([1, 2, 0], [0, 1, 1])
    assert len(model.asked) == 2
    assert np.array_equal(again, first[[0, 1, 0]])
    assert set(reader.known) == {(0, 1), (1, 2)}


def test_a_sentence_says_what_it_says_itself_without_being_read() -> None:
    model = Counting()
    reader = Reader(model, a_corpus("Rain fell.", "Rain fell.", "Snow fell.", "Hail fell."))
    assert reader.cost([(0, 1)]) == 0
    assert reader.cost([(0, 2), (2, 0)]) == 1
    assert reader.within([(0, 3), (0, 1), (0, 2), (3, 1)], most=1) == [(0, 3), (0, 1), (3, 1)]
    assert reader.read([0], [1])[0].argmax() == SAME
    assert model.asked == []


def test_nothing_to_read_is_read_as_nothing() -> None:
    assert Reader(Counting(), a_corpus("Rain fell.")).read([], []).shape == (0, len(LABELS))


def test_a_language_that_the_model_was_not_taught_is_not_read() -> None:
    corpus = a_corpus("Rain fell.", "Es regnete.")
    english, german = corpus.sentences
    reader = Reader(Counting(), replace(corpus, sentences=(english, replace(german, language="de"))))
    assert not reader.can_read(0, 1)
    assert reader.can_read(0, 0)


def test_the_budget_grows_with_the_collection_and_never_as_fast() -> None:
    assert budget(8) == MIN_PAIRS
    assert MIN_PAIRS < budget(5_000) < 5_000
