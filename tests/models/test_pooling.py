"""Pooling is what sentence-transformers does, for every mode it has."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from summarize.models.pooling import POOLINGS, pool


@pytest.mark.parametrize(
    "modes", [*((mode,) for mode in POOLINGS), ("mean", "max"), ("cls", "lasttoken")], ids="+".join
)
def test_it_equals_the_pooling_of_sentence_transformers(modes: Any) -> None:
    import torch
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling

    tokens = np.random.default_rng(7).normal(size=(11, 24)).astype(np.float32)
    features = {
        "token_embeddings": torch.from_numpy(tokens[None]),
        "attention_mask": torch.ones((1, 11), dtype=torch.int64),
    }
    expected = Normalize()(Pooling(24, modes)(features))["sentence_embedding"][0].numpy()
    vector = pool(tokens, modes)
    assert vector.dtype == np.float32
    assert np.allclose(vector, expected, atol=1e-6)


def test_every_mode_of_sentence_transformers_is_there() -> None:
    from sentence_transformers.sentence_transformer.modules import Pooling

    assert set(POOLINGS) == set(Pooling.POOLING_MODES)


def test_vectors_of_nothing_but_zeros_stay_zeros() -> None:
    assert np.array_equal(pool(np.zeros((3, 4), dtype=np.float32), ["mean"]), np.zeros(4))
