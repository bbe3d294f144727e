"""Which sentences are taken, and when it stops."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from summarize.selection.optimizer import CLAIM_SHARE, LENGTH_EXPONENT, LENGTH_OFFSET, Candidates, choose
from summarize.selection.salience import Concepts

KINDS_OF_CONCEPT = 2


def concepts_of(held: NDArray[Any], weight: NDArray[Any]) -> Concepts:
    matrix = csr_matrix(np.asarray(held, dtype=np.float64))
    return Concepts(matrix, weight, np.asarray(weight, dtype=np.float64), matrix.T.tocsr(), matrix @ weight)


def candidates_of(words: list[int], salience: list[float] | None = None, **parts: Any) -> Candidates:
    """Each sentence holds one concept of its own unless told otherwise."""
    n = len(words)
    usual: dict[str, Any] = {
        "usable": np.ones(n, dtype=bool),
        "antecedent": np.full(n, -1),
        "fitness": np.ones(n),
        "concepts": [concepts_of(np.eye(n), np.zeros(n))],
    }
    return Candidates(np.array(words), salience=np.array(salience or [1.0] * n), **(usual | parts))


def only_itself(candidates: Candidates) -> Any:
    return lambda index: np.arange(len(candidates.words)) == index


@st.composite
def problems(draw: st.DrawFn) -> tuple[Candidates, NDArray[np.bool_], int | None, int | None]:
    """Candidates of few different values, so that equal gains are common, with what repeats what and the limits."""
    n = draw(st.integers(1, 9))

    def numbers(values: list[Any], shape: Any = n) -> NDArray[Any]:
        drawn = draw(arrays(np.int64, shape, elements=st.integers(0, len(values) - 1)))
        return np.array(values)[drawn]

    dependent = numbers([False, False, True])
    same = numbers([False] * 5 + [True], (n, n))
    width = draw(st.integers(1, 6))
    candidates = Candidates(
        words=numbers([1, 4, 6, 13, 22]),
        usable=numbers([True, True, True, False]),
        antecedent=np.where(dependent, np.arange(n) - 1, -1),
        salience=numbers([0.0, 0.25, 0.5, 1.0]),
        fitness=numbers([0.25, 0.5, 1.0]),
        concepts=[
            concepts_of(numbers([0, 0, 1], (n, width)), numbers([0.0, 0.125, 0.25, 0.5], width))
            for _ in range(KINDS_OF_CONCEPT)
        ],
    )
    limits = draw(st.sampled_from([(None, 3), (30, None), (12, 2), (60, None), (60, 5)]))
    return candidates, same | same.T | np.eye(n, dtype=bool), *limits


def plain_greedy(
    candidates: Candidates, same: NDArray[np.bool_], max_words: int | None, max_sentences: int | None
) -> list[int]:
    """Works out every gain anew at every step."""
    chosen: list[int] = []
    while max_sentences is None or len(chosen) < max_sentences:
        told = [concepts.held[chosen].sum(axis=0).A1 > 0 for concepts in candidates.concepts]
        left = np.inf if max_words is None else max_words - candidates.words[chosen].sum()
        best, best_gain = None, -1.0
        for index, words in enumerate(candidates.words):
            antecedent = candidates.antecedent[index]
            if not candidates.usable[index] or words > left or same[index, chosen].any():
                continue
            if antecedent >= 0 and antecedent not in chosen:
                continue
            fresh = [
                float((concepts.held[[index]].toarray().ravel() * concepts.weight)[~known].sum())
                for concepts, known in zip(candidates.concepts, told, strict=True)
            ]
            told_anew = CLAIM_SHARE * candidates.salience[index] + (1 - CLAIM_SHARE) * np.mean(fresh)
            gain = round(told_anew * candidates.fitness[index] / (words + LENGTH_OFFSET) ** LENGTH_EXPONENT, 9)
            if gain > best_gain:
                best, best_gain = index, gain
        if best is None:
            break
        chosen.append(best)
    return chosen


@given(problems())
def test_what_is_chosen_is_what_the_plain_greedy_choice_would_be(problem) -> None:
    candidates, same, max_words, max_sentences = problem
    chosen = choose(candidates, same.__getitem__, max_words, max_sentences)
    assert chosen == plain_greedy(candidates, same, max_words, max_sentences)


@given(problems())
def test_neither_words_nor_sentences_are_ever_more_than_allowed(problem) -> None:
    candidates, same, max_words, max_sentences = problem
    chosen = choose(candidates, same.__getitem__, max_words, max_sentences)
    assert max_words is None or candidates.words[chosen].sum() <= max_words
    assert max_sentences is None or len(chosen) <= max_sentences


@given(problems())
def test_no_two_chosen_sentences_repeat_each_other_and_all_may_be_quoted(problem) -> None:
    candidates, same, *limits = problem
    chosen = choose(candidates, same.__getitem__, *limits)
    assert not (same[np.ix_(chosen, chosen)] & ~np.eye(len(chosen), dtype=bool)).any()
    assert candidates.usable[chosen].all()


@given(problems())
def test_a_context_dependent_sentence_is_chosen_only_after_the_one_it_depends_on(problem) -> None:
    candidates, same, *limits = problem
    chosen = choose(candidates, same.__getitem__, *limits)
    for step, index in enumerate(chosen):
        assert candidates.antecedent[index] < 0 or candidates.antecedent[index] in chosen[:step]


@given(problems())
def test_it_stops_only_when_nothing_more_can_be_added(problem) -> None:
    candidates, same, max_words, max_sentences = problem
    chosen = choose(candidates, same.__getitem__, max_words, max_sentences)
    if max_sentences is None or len(chosen) < max_sentences:
        left = np.inf if max_words is None else max_words - candidates.words[chosen].sum()
        independent = candidates.usable & (candidates.antecedent < 0) & (candidates.words <= left)
        assert not (independent & ~same[chosen].any(axis=0)).any()


def test_equal_gains_are_decided_by_the_first() -> None:
    candidates = candidates_of([5] * 6)
    assert choose(candidates, only_itself(candidates), None, 4) == [0, 1, 2, 3]


def test_a_sentence_made_of_what_is_told_already_comes_after_one_that_adds_something() -> None:
    held = np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1]])
    candidates = candidates_of(
        [5, 5, 5], salience=[0.0, 0.0, 0.0], concepts=[concepts_of(held, np.array([0.4, 0.4, 0.1]))]
    )
    assert choose(candidates, only_itself(candidates), None, None) == [0, 2, 1]


def test_of_two_facts_of_equal_salience_the_shorter_sentence_tells_it() -> None:
    candidates = candidates_of([30, 12])
    assert choose(candidates, lambda index: np.ones(2, dtype=bool), None, None) == [1]


def test_a_long_sentence_that_tells_much_more_is_taken_before_a_short_one() -> None:
    candidates = candidates_of([5, 30], salience=[0.3, 1.0])
    assert choose(candidates, only_itself(candidates), None, None) == [1, 0]


def test_what_no_longer_fits_gives_way_to_something_shorter() -> None:
    candidates = candidates_of([10, 10, 4], salience=[1.0, 0.9, 0.1])
    assert choose(candidates, only_itself(candidates), 15, None) == [0, 2]


def test_nothing_fits_nothing_is_chosen() -> None:
    candidates = candidates_of([10, 12])
    assert choose(candidates, only_itself(candidates), 9, None) == []
