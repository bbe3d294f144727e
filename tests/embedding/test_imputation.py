"""For sentences that are not encoded the vectors are imputed that theirs would most likely be."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from summarize.embedding import Memory, embed, screening
from summarize.embedding.embed import can_impute, encode_sentences
from summarize.embedding.imputation import Imputation
from summarize.models import load_encoder
from summarize.models.cache import FOLDER_VARIABLE
from summarize.models.compiled import CompiledEncoder
from summarize.models.encoder import KnowsSubwords
from tests.built_models import TEXTS, BuildModel
from tests.conftest import WordEncoder
from tests.corpora import corpus_of, sentences_of

RNG = np.random.default_rng(0)


class PieceEncoder(WordEncoder):
    """A sentence is the hashed bag of its words, and each word is a piece."""

    identity = "test/pieces"
    unknown_piece: int | None = None

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


def test_where_a_vector_follows_from_its_pieces_the_imputed_one_is_nearly_that_vector() -> None:
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
    assert np.array_equal(vectors[250], vectors[7])  # an equal text is encoded, so nothing is imputed for it
    assert 0.6 < (vectors * full)[200:].sum(axis=1).mean() < 0.999


def test_imputed_vectors_do_not_depend_on_the_order_of_the_texts() -> None:
    texts, chosen = sentences(200), np.arange(200) % 3 == 0
    vectors = encode_sentences(PieceEncoder(), texts, chosen)
    assert np.array_equal(encode_sentences(PieceEncoder(), texts[::-1], chosen[::-1])[::-1], vectors)


@pytest.fixture
def _small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of corpora of hundreds of sentences a share is encoded, as usually of those of thousands."""
    monkeypatch.setattr(screening, "MAX_ALL_ENCODED", 0)
    monkeypatch.setattr(screening, "MIN_ENCODED", 50)


@pytest.mark.usefixtures("_small_is_large")
def test_with_an_encoder_that_knows_nothing_of_pieces_nothing_is_imputed() -> None:
    assert not can_impute(WordEncoder())
    assert embed(corpus_of(sentences_of(sentences(200))), WordEncoder(), Memory()).exact.all()
    with pytest.raises(ValueError, match="no embedding can be imputed"):
        encode_sentences(WordEncoder(), ["a", "b"], np.array([True, False]))


@pytest.mark.usefixtures("_small_is_large")
def test_with_a_memory_the_same_is_imputed_as_without_one() -> None:
    texts, encoder, memory = sentences(200), PieceEncoder(), Memory()
    corpus = corpus_of(sentences_of(texts[:100], texts[100:]))
    expected = embed(corpus, encoder)
    assert len(set(encoder.seen)) == expected.exact.sum() < 100
    found = embed(corpus, encoder, memory)
    assert np.array_equal(found.exact, expected.exact)
    assert np.array_equal(found.vectors, expected.vectors)
    memory.encode(encoder, texts)
    again = embed(corpus, encoder, memory)
    assert np.array_equal(again.vectors, expected.vectors)  # what happens to be remembered changes nothing


@pytest.mark.parametrize("precision", ["int8", "fp32"])
def test_a_compiled_model_knows_the_pieces_its_original_knows(
    cache: Path, build_model: BuildModel, precision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarize.models.export.CLEARLY_FASTER", 1e9)  # how fast a toy runs is chance

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
def test_what_is_imputed_for_the_default_model_is_near_the_vectors_it_stands_for(
    default_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(default_cache))
    encoder = load_encoder(say=pytest.fail)
    places, deeds = ("pier", "school", "court", "bridge", "market"), ("closed", "burned", "opened", "flooded")
    people = ("mayor", "judge", "nurse", "pilot", "farmer", "coach")
    texts = [
        f"The {place} was {deed} when the {one} met the {other}."
        for place in places for deed in deeds for one in people for other in people
    ]  # fmt: skip
    chosen = np.arange(len(texts)) % 4 == 0
    full = encoder.encode(texts)
    vectors = encode_sentences(encoder, texts, chosen)
    assert np.array_equal(vectors[chosen], full[chosen])
    likeness, centre = (vectors * full)[~chosen].sum(axis=1), full.mean(axis=0)
    assert likeness.mean() > 0.85
    assert likeness.mean() > (full @ (centre / np.linalg.norm(centre)))[~chosen].mean() + 0.1
