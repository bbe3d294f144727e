"""No sentence is encoded twice, and the order of the sources makes no difference."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from summarize.embedding.embed import encode_sentences


class CountingEncoder:
    name = "test/counting"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen += texts
        return np.array([[len(text), place] for place, text in enumerate(texts)], dtype=np.float32).reshape(-1, 2)


@given(texts=st.lists(st.text(max_size=5)))
def test_equal_texts_are_encoded_once_and_keep_their_vectors_in_any_order(texts: list[str]) -> None:
    encoder = CountingEncoder()
    vectors = encode_sentences(encoder, texts)
    assert sorted(encoder.seen) == sorted(set(texts))
    assert [len(text) for text in encoder.seen] == sorted(len(text) for text in encoder.seen)
    assert vectors.shape == (len(texts), 2)
    turned = encode_sentences(CountingEncoder(), texts[::-1])
    assert np.array_equal(turned[::-1], vectors)
