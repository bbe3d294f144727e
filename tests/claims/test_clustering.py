"""How pairs of known probability become groups."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage

from summarize.claims.clustering import average_linkage


def groups(
    n: int, pairs: dict[tuple[int, int], float], threshold: float = 0.5, sizes: list[int] | None = None
) -> list[list[int]]:
    rows = np.array([a for a, _ in pairs], dtype=np.int64)
    columns = np.array([b for _, b in pairs], dtype=np.int64)
    return sorted(average_linkage(n, (rows, columns), np.array(list(pairs.values()), dtype=float), threshold, sizes))


@st.composite
def probabilities(draw: st.DrawFn) -> tuple[int, dict[tuple[int, int], float]]:
    """All pairs of a few sentences; the digits are random so that no two means are equal."""
    n = draw(st.integers(2, 12))
    random = np.random.default_rng(draw(st.integers(0, 10**6)))
    return n, {(i, j): float(random.random()) for i in range(n) for j in range(i + 1, n)}


@given(probabilities(), st.floats(0.2, 0.9))
def test_the_groups_are_a_partition(case: tuple[int, dict[tuple[int, int], float]], threshold: float) -> None:
    n, pairs = case
    assert sorted(i for group in groups(n, pairs, threshold) for i in group) == list(range(n))


@given(probabilities())
def test_the_groups_are_those_of_scipy_where_every_pair_was_compared(
    case: tuple[int, dict[tuple[int, int], float]],
) -> None:
    n, pairs = case
    labels = fcluster(linkage([1 - pairs[pair] for pair in sorted(pairs)], "average"), 1 - 0.4217, "distance")
    assert groups(n, pairs, 0.4217) == sorted(np.flatnonzero(labels == k).tolist() for k in set(labels))


def test_one_sentence_with_two_facts_does_not_join_the_two() -> None:
    """0, 1 say one thing and 3, 4 another; 2 says both."""
    pairs = {(0, 1): 0.9, (3, 4): 0.9, (0, 2): 0.7, (1, 2): 0.7, (2, 3): 0.6, (2, 4): 0.6}
    assert groups(5, pairs) == [[0, 1, 2], [3, 4]]


def test_a_pair_that_was_not_compared_counts_against_joining() -> None:
    assert groups(3, {(0, 1): 0.9, (1, 2): 0.8}) == [[0, 1], [2]]


def test_a_statement_made_often_weighs_as_often() -> None:
    pairs = {(0, 1): 0.9, (0, 2): 0.7, (1, 2): 0.2}
    assert groups(3, pairs) == [[0, 1], [2]]
    assert groups(3, pairs, sizes=[9, 1, 1]) == [[0, 1, 2]]


def test_nothing_compared_nothing_joined() -> None:
    assert groups(3, {}) == [[0], [1], [2]]


@pytest.mark.timed
@pytest.mark.timeout(60)
def test_a_component_of_thousands_of_near_equal_sentences_takes_seconds() -> None:
    n, reach = 4000, 24
    rows = np.repeat(np.arange(n), reach)
    columns = rows + np.tile(np.arange(1, reach + 1), n)
    keep = columns < n
    start = time.perf_counter()
    found = average_linkage(n, (rows[keep], columns[keep]), np.full(int(keep.sum()), 0.99), 0.5)
    assert time.perf_counter() - start < 20
    assert max(len(group) for group in found) >= reach
