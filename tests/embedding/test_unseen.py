"""Words that a model does not know do not make two sentences one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.embedding.embed import encode_sentences

UNKNOWN = 100
BEGIN, END = 101, 102


class LatinOnly:
    """An encoder with one direction for all words that it does not know: those in other letters than ours."""

    name = "latin-only"
    unknown_piece: int | None = UNKNOWN

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for number, pieces in enumerate(self.pieces(texts)):
            rows[number, pieces[1:-1] % 64] = 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def pieces(self, texts: Sequence[str]) -> list[NDArray[np.int64]]:
        return [
            np.array([BEGIN, *(sum(map(ord, w)) % 64 if w.isascii() else UNKNOWN for w in text.split()), END])
            for text in texts
        ]

    def subword_embeddings(self) -> NDArray[np.float32] | None:
        return None


def test_sentences_in_a_script_the_model_was_never_shown_are_not_alike() -> None:
    texts = ["ไฟไหม้ตลาดเก่า ริมแม่น้ำ", "วัดใกล้เคียง เปิดศาลา", "ตำรวจปิดถนน รอบตลาด"]
    encoder = LatinOnly()
    blind = encoder.encode(texts)
    assert np.allclose(blind @ blind.T, 1)
    seen = encode_sentences(encoder, texts)
    assert np.abs(seen @ seen.T - np.eye(3)).max() < 0.5
    assert np.allclose(np.linalg.norm(seen, axis=1), 1, atol=1e-5)


def test_the_same_sentence_has_the_same_vector_and_known_words_count_for_what_they_are() -> None:
    encoder = LatinOnly()
    texts = ["ไฟไหม้ตลาดเก่า", "ไฟไหม้ตลาดเก่า", "reactor two ไฟไหม้", "reactor two ตลาดเก่า", "reactor two burns"]
    vectors = encode_sentences(encoder, texts)
    assert np.array_equal(vectors[0], vectors[1])
    assert vectors[2] @ vectors[3] > 0.6 > vectors[0] @ vectors[2]
    assert np.array_equal(vectors[4], encoder.encode(texts[4:])[0])


def test_an_encoder_that_tells_of_no_unknown_words_is_taken_at_its_word() -> None:
    encoder = LatinOnly()
    encoder.unknown_piece = None
    texts = ["ไฟไหม้ตลาดเก่า", "วัดใกล้เคียง"]
    vectors = encode_sentences(encoder, texts)
    assert np.array_equal(vectors, encoder.encode(texts))
