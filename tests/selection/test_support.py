"""How widely a fact is told, as far as one can be sure of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.selection.support import expected_support
from tests.selection.invented import findings_of, sentences_of

FACT = "A ferry struck the North Mole."
Telling = tuple[float, int]
"""How likely a document tells the fact, and at which position."""

tellings = st.lists(
    st.tuples(st.sampled_from([0.0, 0.04, 0.1, 0.3, 0.5, 0.9, 1.0]), st.sampled_from([0, 1, 5, 30, 200])), max_size=6
)


def worth_of_the_fact(told: Sequence[Telling], voices: Sequence[int] | None = None, position: int = 0) -> float:
    """Worth of a fact that the first document surely tells; each further document tells it or something like it."""
    sentences = sentences_of([FACT], *([f"Report number {number}."] for number in range(len(told))))
    positions = [position, *(place for _, place in told)]
    findings = findings_of(
        sentences, likely={(0, number): likely for number, (likely, _) in enumerate(told, start=1)}, voices=voices
    )
    return float(expected_support(sentences, findings, 1 / (1 + 0.04 * np.array(positions)))[0])


@given(tellings, st.tuples(st.sampled_from([0.1, 0.5, 1.0]), st.sampled_from([0, 5, 30, 200])))
def test_another_voice_never_lessens_a_fact(told: list[Telling], another: Telling) -> None:
    assert worth_of_the_fact([*told, another]) > worth_of_the_fact(told)


@given(tellings, st.sampled_from([0, 5, 30, 200]))
def test_another_copy_never_lessens_a_fact_however_late_it_tells_it_and_adds_less_than_a_voice(
    told: list[Telling], place: int
) -> None:
    alone = list(range(len(told) + 1))
    copy = worth_of_the_fact([*told, (1.0, place)], voices=[*alone, 0])
    voice = worth_of_the_fact([*told, (1.0, place)], voices=[*alone, len(alone)])
    assert worth_of_the_fact(told) < copy < voice


def test_five_copies_of_one_report_say_about_as_much_as_a_second_voice() -> None:
    copies = worth_of_the_fact([(1.0, 0)] * 5, voices=[0] * 6)
    assert worth_of_the_fact([(1.0, 0)]) < copies < worth_of_the_fact([(1.0, 0)] * 2)


def test_support_counts_squared() -> None:
    assert worth_of_the_fact([(1.0, 0)] * 2) == pytest.approx(9 * worth_of_the_fact([]))


@given(tellings, st.integers(0, 5))
def test_the_surer_a_voice_tells_the_fact_the_more_it_counts(told: list[Telling], place: int) -> None:
    worths = [worth_of_the_fact([*told, (likely, place)]) for likely in (0.0, 0.2, 0.6, 1.0)]
    assert worths == sorted(set(worths))


def test_a_doubtful_voice_counts_less_than_its_probability() -> None:
    assert np.sqrt(worth_of_the_fact([(0.5, 0)])) < 1.5


def test_a_pair_that_is_hardly_likely_counts_nothing() -> None:
    assert worth_of_the_fact([(0.04, 0)] * 6) == worth_of_the_fact([])


@given(tellings)
def test_what_is_told_early_is_worth_more(told: list[Telling]) -> None:
    assert worth_of_the_fact(told, position=0) > worth_of_the_fact(told, position=10)


def test_a_document_that_says_a_thing_three_times_counts_once() -> None:
    once = sentences_of([FACT], ["A boat hit the mole."])
    often = sentences_of([FACT], ["A boat hit the mole.", "The boat hit a mole.", "A mole was hit."])
    assert _worth(once, {(0, 1): 0.8}) == _worth(often, {(0, 1): 0.8, (0, 2): 0.6, (0, 3): 0.7})


def test_a_sentence_repeated_word_for_word_counts_from_its_first_place() -> None:
    sentences = sentences_of(["Fog lay over the sound.", FACT, FACT])
    early = np.array([1.0, 0.8, 0.2])
    assert expected_support(sentences, findings_of(sentences), early).tolist() == [1.0, 0.8, 0.8]


def test_every_wording_of_a_fact_has_the_support_of_all() -> None:
    sentences = sentences_of([FACT], ["A boat hit the mole."], [FACT])
    findings = findings_of(sentences, likely={(0, 1): 1.0})
    assert expected_support(sentences, findings, np.ones(3)).tolist() == [9.0, 9.0, 9.0]


@given(tellings, st.permutations(range(1, 7)))
def test_the_order_of_the_documents_does_not_matter(told: list[Telling], order: list[int]) -> None:
    shuffled = [told[number - 1] for number in order if number <= len(told)]
    assert worth_of_the_fact(shuffled) == pytest.approx(worth_of_the_fact(told))


def _worth(sentences, likely: dict[tuple[int, int], float]) -> float:
    early = np.ones(len(sentences))
    return float(expected_support(sentences, findings_of(sentences, likely=likely), early)[0])
