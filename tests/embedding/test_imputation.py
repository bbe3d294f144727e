"""Sentences that are not encoded get the vectors that theirs would most likely be."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from summarize.embedding import RememberingEncoder
from summarize.embedding.embed import encode_sentences, can_impute
from summarize.embedding.imputation import Imputation
from summarize.models import load_encoder
from summarize.models.cache import FOLDER_VARIABLE
from summarize.models.compiled import CompiledEncoder
from summarize.models.encoder import KnowsSubwords
from tests.built_models import TEXTS, BuildModel
from tests.conftest import WordEncoder

RNG = np.random.default_rng(0)


class PieceEncoder(WordEncoder):
    """A sentence is the hashed bag of its words, and each word is a piece."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen += texts
        return super().encode(texts)

    def subword_embeddings(self) -> NDArray[np.float32]:
        return np.eye(128, dtype=np.float32)

    def pieces(self, texts: Sequence[str]) -> list[NDArray[np.int64]]:
        return [
            np.array([zlib.crc32(word.encode()) % 128 for word in re.findall(r"\w+", text.lower())], dtype=np.int64)
            for text in texts
        ]


def sentences(count: int) -> list[str]:
    return [" ".join(f"word{n}" for n in RNG.integers(0, 60, size=8)) + f" {k}" for k in range(count)]


def test_where_a_vector_follows_from_its_pieces_the_stand_in_is_nearly_that_vector() -> None:
    table = RNG.normal(size=(200, 16))
    pieces = [RNG.integers(0, 200, size=12) for _ in range(900)]
    rarity = Imputation(pieces, table)._rarity
    means = np.stack([np.average(table[found], axis=0, weights=rarity[found]) for found in pieces])
    true = means @ RNG.normal(size=(16, 24)) + 0.1
    true = (true / np.linalg.norm(true, axis=1, keepdims=True)).astype(np.float32)
    known = np.arange(900) < 600
    vectors = np.where(known[:, None], true, 0).astype(np.float32)
    Imputation(pieces, table).fill(vectors, known)
    assert np.array_equal(vectors[known], true[known])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert (vectors * true).sum(axis=1).mean() > 0.95


def test_only_what_is_chosen_is_encoded_and_its_vectors_are_those_of_a_full_pass() -> None:
    texts = sentences(300)
    texts[7] = texts[250]
    chosen = np.arange(300) < 200
    encoder = PieceEncoder()
    vectors = encode_sentences(encoder, texts, chosen)
    full = encode_sentences(WordEncoder(), texts)
    assert sorted(encoder.seen) == sorted(set(texts[:200]))
    assert np.array_equal(vectors[:200], full[:200])
    assert np.array_equal(vectors[250], vectors[7])  # an equal text is encoded, so it needs no stand-in
    assert 0.6 < (vectors * full)[200:].sum(axis=1).mean() < 0.999


def test_stand_ins_do_not_depend_on_the_order_of_the_texts() -> None:
    texts, chosen = sentences(200), np.arange(200) % 3 == 0
    vectors = encode_sentences(PieceEncoder(), texts, chosen)
    assert np.array_equal(encode_sentences(PieceEncoder(), texts[::-1], chosen[::-1])[::-1], vectors)


def test_an_encoder_that_knows_nothing_of_pieces_has_no_stand_ins() -> None:
    assert not can_impute(WordEncoder())
    assert not can_impute(RememberingEncoder(WordEncoder()))
    with pytest.raises(ValueError, match="no stand-ins"):
        encode_sentences(WordEncoder(), ["a", "b"], np.array([True, False]))


def test_an_encoder_that_remembers_has_the_stand_ins_of_the_one_inside() -> None:
    texts, chosen = sentences(200), np.arange(200) % 3 == 0
    remembering = RememberingEncoder(PieceEncoder())
    assert can_impute(remembering)
    vectors = encode_sentences(PieceEncoder(), texts, chosen)
    assert np.array_equal(encode_sentences(remembering, texts, chosen), vectors)
    remembering.encode(texts)
    again = encode_sentences(remembering, texts, chosen)
    assert np.array_equal(again, vectors)  # what happens to be remembered changes nothing


@pytest.mark.parametrize("precision", ["int8", "fp32"])
def test_a_compiled_model_knows_the_pieces_its_original_knows(
    cache: Path, build_model: BuildModel, precision: str
) -> None:
    def widen(bert: Any) -> None:
        if precision == "fp32":  # too wide for int8
            for layer in bert.encoder.layer:
                layer.intermediate.dense.weight.data[:, 0] *= 3000
                layer.attention.self.value.weight.data[:, 0] *= 3000

    folder = str(build_model(cache.parent / "model", change=widen))
    compiled, original = load_encoder(folder, say=lambda message: None), load_encoder(folder, "torch")
    assert isinstance(compiled, CompiledEncoder)
    assert compiled.manifest.precision == precision
    assert isinstance(original, KnowsSubwords)
    ours, theirs = compiled.subword_embeddings(), original.subword_embeddings()
    assert ours is not None
    assert theirs is not None
    assert ours.shape == theirs.shape
    # up to a scale and a shift, and what eight bits cannot hold
    assert np.corrcoef(ours.astype(float).ravel(), theirs.astype(float).ravel())[0, 1] > 0.999
    found, expected = compiled.pieces(TEXTS), original.pieces(TEXTS)
    assert [each.tolist() for each in found] == [each.tolist() for each in expected]
    assert [each.tolist() for each in found] == [compiled.subwords_of(text) for text in TEXTS]


@pytest.mark.model
def test_stand_ins_of_the_default_model_are_near_the_vectors_they_stand_for(
    default_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(default_cache))
    encoder = load_encoder(say=pytest.fail)
    places, deeds = ("pier", "school", "court", "bridge", "market"), ("closed", "burned", "opened", "flooded")
    people = ("mayor", "classifier", "nurse", "pilot", "farmer", "coach")
    texts = [
        f"The {place} was {deed} when the {one} met the {other}."
        for place in places for deed in deeds for one in people for other in people
    ]  # fmt: skip
    chosen = np.arange(len(texts)) % 4 == 0
    full = encoder.encode(texts)
    vectors = encode_sentences(encoder, texts, chosen)
    assert np.array_equal(vectors[chosen], full[chosen])
    standing, centre = (vectors * full)[~chosen].sum(axis=1), full.mean(axis=0)
    assert standing.mean() > 0.85
    assert standing.mean() > (full @ (centre / np.linalg.norm(centre)))[~chosen].mean() + 0.1
