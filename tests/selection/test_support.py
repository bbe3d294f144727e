"""How widely a fact is told, as far as one can be sure of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from summarize.provenance import Copies
from summarize.records.sentence import Sentence
from summarize.selection.salience import expected_support
from tests.corpora import corpus_of, no_copies, sentences_of
from tests.selection.invented import claims_of

FACT = "A ferry struck the North Mole."
Telling = tuple[float, int]
"""How likely a document tells the fact, and at which position."""

tellings = st.lists(
    st.tuples(st.sampled_from([0.0, 0.04, 0.1, 0.3, 0.5, 0.9, 1.0]), st.sampled_from([0, 1, 5, 30, 200])), max_size=6
)


def salience_of_the_fact(told: Sequence[Telling], originals: Sequence[int] | None = None, position: int = 0) -> float:
    """Salience of a fact that the first document surely tells; each further document tells it or something like it."""
    sentences = sentences_of([FACT], *([f"Report number {number}."] for number in range(len(told))))
    positions = [position, *(place for _, place in told)]
    claims = claims_of(sentences, likely={(0, number): likely for number, (likely, _) in enumerate(told, start=1)})
    corpus = corpus_of(sentences)
    copies = Copies(tuple(originals)) if originals else no_copies(corpus)
    return float(expected_support(corpus, claims, copies, 1 / (1 + 0.04 * np.array(positions)))[0])


def support(
    sentences: Sequence[Sentence], early: NDArray[np.float64], likely: dict[tuple[int, int], float] | None = None
) -> NDArray[np.float64]:
    corpus = corpus_of(sentences)
    return expected_support(corpus, claims_of(sentences, likely=likely), no_copies(corpus), early)


@given(tellings, st.tuples(st.sampled_from([0.1, 0.5, 1.0]), st.sampled_from([0, 5, 30, 200])))
def test_another_voice_never_lessens_a_fact(told: list[Telling], another: Telling) -> None:
    assert salience_of_the_fact([*told, another]) > salience_of_the_fact(told)


@given(tellings, st.sampled_from([0, 5, 30, 200]))
def test_another_copy_never_lessens_a_fact_however_late_it_tells_it_and_adds_less_than_a_voice(
    told: list[Telling], place: int
) -> None:
    alone = list(range(len(told) + 1))
    copy = salience_of_the_fact([*told, (1.0, place)], originals=[*alone, 0])
    voice = salience_of_the_fact([*told, (1.0, place)], originals=[*alone, len(alone)])
    assert salience_of_the_fact(told) < copy < voice


def test_five_copies_of_one_report_say_about_as_much_as_a_second_voice() -> None:
    copies = salience_of_the_fact([(1.0, 0)] * 5, originals=[0] * 6)
    assert salience_of_the_fact([(1.0, 0)]) < copies < salience_of_the_fact([(1.0, 0)] * 2)


def test_support_counts_squared() -> None:
    assert salience_of_the_fact([(1.0, 0)] * 2) == pytest.approx(9 * salience_of_the_fact([]))


@given(tellings, st.integers(0, 5))
def test_the_surer_a_voice_tells_the_fact_the_more_it_counts(told: list[Telling], place: int) -> None:
    found = [salience_of_the_fact([*told, (likely, place)]) for likely in (0.0, 0.2, 0.6, 1.0)]
    assert found == sorted(set(found))


def test_a_doubtful_voice_counts_less_than_its_probability() -> None:
    assert np.sqrt(salience_of_the_fact([(0.5, 0)])) < 1.5


def test_a_pair_that_is_hardly_likely_counts_nothing() -> None:
    assert salience_of_the_fact([(0.04, 0)] * 6) == salience_of_the_fact([])


@given(tellings)
def test_what_is_told_early_is_more_salient(told: list[Telling]) -> None:
    assert salience_of_the_fact(told, position=0) > salience_of_the_fact(told, position=10)


def test_a_document_that_says_a_thing_three_times_counts_once() -> None:
    once = sentences_of([FACT], ["A boat hit the mole."])
    often = sentences_of([FACT], ["A boat hit the mole.", "The boat hit a mole.", "A mole was hit."])
    assert _salience(once, {(0, 1): 0.8}) == _salience(often, {(0, 1): 0.8, (0, 2): 0.6, (0, 3): 0.7})


def test_a_sentence_repeated_word_for_word_counts_from_its_first_place() -> None:
    sentences = sentences_of(["Fog lay over the sound.", FACT, FACT])
    early = np.array([1.0, 0.8, 0.2])
    assert support(sentences, early).tolist() == [1.0, 0.8, 0.8]


def test_every_wording_of_a_fact_has_the_support_of_all() -> None:
    sentences = sentences_of([FACT], ["A boat hit the mole."], [FACT])
    assert support(sentences, np.ones(3), likely={(0, 1): 1.0}).tolist() == [9.0, 9.0, 9.0]


@given(tellings, st.permutations(range(1, 7)))
def test_the_order_of_the_documents_does_not_matter(told: list[Telling], order: list[int]) -> None:
    shuffled = [told[number - 1] for number in order if number <= len(told)]
    assert salience_of_the_fact(shuffled) == pytest.approx(salience_of_the_fact(told))


def _salience(sentences: Sequence[Sentence], likely: dict[tuple[int, int], float]) -> float:
    return float(support(sentences, np.ones(len(sentences)), likely)[0])
