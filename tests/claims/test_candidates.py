"""Which pairs of sentences are compared at all."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.sparse import csr_matrix

from summarize.claims.candidates import candidate_pairs

vector_sets = st.integers(2, 30).flatmap(lambda n: arrays(np.float32, (n, 8), elements=st.floats(-1, 1, width=16)))


def unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).astype(np.float32)


def pairs_of(vectors: np.ndarray, words: np.ndarray, nearest: int) -> set[tuple[int, int]]:
    rows, columns = candidate_pairs(vectors, csr_matrix(words), nearest)
    return set(zip(rows.tolist(), columns.tolist(), strict=True))


@given(vector_sets)
def test_every_pair_is_compared_once_where_sentences_are_few(vectors: np.ndarray) -> None:
    n = len(vectors)
    rows, columns = candidate_pairs(unit(vectors), csr_matrix(np.zeros((n, 1))), nearest=n)
    assert list(zip(rows.tolist(), columns.tolist(), strict=True)) == [
        (i, j) for i in range(n) for j in range(i + 1, n)
    ]


def test_the_nearest_by_meaning_are_compared() -> None:
    angles = np.arange(40) * 0.03
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    pairs = pairs_of(vectors, np.zeros((40, 1)), nearest=2)
    assert (10, 11) in pairs
    assert (0, 39) not in pairs


def test_sentences_that_share_rare_words_are_compared_however_far_their_vectors() -> None:
    angles = np.arange(40) * 0.03
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    words = np.zeros((40, 3))
    words[[0, 39], 1] = 1
    assert (0, 39) in pairs_of(vectors, words, nearest=2)


def test_the_number_of_pairs_grows_with_the_sentences_and_not_with_their_square() -> None:
    rng = np.random.default_rng(0)
    counts = [len(pairs_of(unit(rng.normal(size=(n, 16))), np.zeros((n, 1)), nearest=5)) for n in (200, 800)]
    assert counts[1] <= 800 * 5
    assert counts[1] < 5 * counts[0]


def test_one_sentence_has_nothing_to_be_compared_with() -> None:
    assert pairs_of(np.ones((1, 2), dtype=np.float32), np.ones((1, 1)), nearest=5) == set()


def test_beyond_the_exact_size_same_fact_pairs_are_still_found() -> None:
    """Two hundred facts told five times each, in vectors and words of their own: 98 of 100 such pairs are kept."""
    rng = np.random.default_rng(0)
    facts = np.repeat(np.arange(200), 5)
    vectors = unit(rng.normal(size=(200, 32))[facts] + 0.35 * rng.normal(size=(1000, 32)))
    words = np.zeros((1000, 600))
    words[np.arange(1000), facts] = 1
    words[np.arange(1000), rng.integers(200, 600, 1000)] = 1
    rows, columns = candidate_pairs(vectors, csr_matrix(words), nearest=10, exact=0)
    found = set(zip(rows.tolist(), columns.tolist(), strict=True))
    wanted = {(i, j) for i in range(1000) for j in range(i + 1, 1000) if facts[i] == facts[j]}
    assert len(wanted & found) >= 0.98 * len(wanted)
    assert len(found) <= 1000 * 20


def test_meaning_alone_finds_them_too_where_no_words_are_shared() -> None:
    rng = np.random.default_rng(1)
    facts = np.repeat(np.arange(200), 5)
    vectors = unit(rng.normal(size=(200, 32))[facts] + 0.2 * rng.normal(size=(1000, 32)))
    rows, columns = candidate_pairs(vectors, csr_matrix((1000, 1)), nearest=10, exact=0)
    kept = sum(facts[i] == facts[j] for i, j in zip(rows.tolist(), columns.tolist(), strict=True))
    assert kept >= 0.98 * 2000
