"""Runs of words are numbered as a dictionary of tuples would number them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from summarize.arrays import distinct
from summarize.lexical.ngrams import ngrams


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=6), max_size=6), st.integers(1, 3))
def test_equal_runs_have_equal_numbers_and_no_run_crosses_a_sentence(sentences: list[list[str]], size: int) -> None:
    rows, numbers = ngrams(sentences, size)
    runs = [(i, tuple(s[k : k + size])) for i, s in enumerate(sentences) for k in range(len(s) - size + 1)]
    assert rows.tolist() == [row for row, _ in runs]
    pairs = {(run, number) for (_, run), number in zip(runs, numbers.tolist(), strict=True)}
    kinds = len({run for _, run in runs})
    assert len(pairs) == kinds
    assert {number for _, number in pairs} == set(range(kinds))


@given(st.lists(st.integers(-5, 5)))
def test_distinct_values_are_given_once_and_rising(values: list[int]) -> None:
    assert distinct(np.array(values, dtype=np.int64)).tolist() == sorted(set(values))
