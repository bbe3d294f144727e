"""What is said once is not said again, and what only looks alike is no repetition."""

from __future__ import annotations

import numpy as np
import pytest

from tests.corpora import sentences_of
from tests.selection.choosing import chosen, cited, texts
from tests.selection.invented import ANGLERS, CRASH, FACTS, KILLED, RADAR, REWORDED


def test_one_fact_is_told_by_one_sentence_and_the_other_is_cited() -> None:
    sentences = sentences_of([CRASH, RADAR], [REWORDED, KILLED])
    selection = chosen(sentences, claims=[(0, 2)], likely={(0, 2): 0.9})
    assert len(selection.choices) == 3
    told = ({CRASH, REWORDED} & set(texts(sentences, selection))).pop()
    assert cited(sentences, selection, told) == [({CRASH, REWORDED} - {told}).pop()]


def test_a_claim_is_told_once_though_two_of_its_sentences_were_never_compared() -> None:
    sentences = sentences_of([CRASH], [REWORDED])
    assert len(chosen(sentences, claims=[(0, 1)]).choices) == 1


def test_a_sentence_that_shares_some_words_with_a_longer_one_still_adds_something() -> None:
    shared = "Captain Joren Haldane told officers nothing about the fog over the sound."
    sentences = sentences_of([CRASH, RADAR, KILLED], [shared, ANGLERS])
    assert {RADAR, shared} <= set(texts(sentences, chosen(sentences)))


@pytest.mark.parametrize(
    ("likely", "cosine", "count"),
    [(0.3, 0.5, 1), (0.1, 0.5, 1), (0.04, 0.5, 2), (0.3, 0.2, 2), (0.1, 0.2, 2), (0.6, 0.2, 1)],
)
def test_what_may_well_be_the_same_fact_is_not_told_even_as_a_claim_of_its_own(
    likely: float, cosine: float, count: int
) -> None:
    """Of two sentences that are far apart, as any two of a small collection may be, it takes more to think so."""
    sentences = sentences_of([CRASH], [REWORDED])
    vectors = np.array([[1.0, 0.0], [cosine, np.sqrt(1 - cosine**2)]])
    assert len(chosen(sentences, vectors=vectors, likely={(0, 1): likely}).choices) == count


@pytest.mark.parametrize(("cosine", "count"), [(0.8, 1), (0.7, 2)])
def test_sentences_of_nearly_one_meaning_are_not_both_told(cosine: float, count: int) -> None:
    sentences = sentences_of([CRASH, RADAR, KILLED], [REWORDED, ANGLERS])
    vectors = np.eye(5)
    vectors[3] = [cosine, 0, 0, np.sqrt(1 - cosine**2), 0]
    told = texts(sentences, chosen(sentences, vectors=vectors))
    assert len({CRASH, REWORDED} & set(told)) == count


def test_where_all_sentences_are_alike_it_takes_more_to_be_a_repetition() -> None:
    sentences = sentences_of(FACTS[:4], FACTS[4:])
    vectors = np.sqrt([[0.8, *(0.2 if n == k else 0 for n in range(8))] for k in range(8)])
    assert len(chosen(sentences, vectors=vectors).choices) == 8


def test_a_sentence_whose_words_stand_in_a_longer_one_adds_nothing() -> None:
    longer = "A passenger ferry struck the North Mole at Port Ennick in dense fog, the coastguard spokesman said."
    sentences = sentences_of([longer, KILLED], [CRASH, RADAR])
    told = texts(sentences, chosen(sentences))
    assert len({longer, CRASH} & set(told)) == 1
