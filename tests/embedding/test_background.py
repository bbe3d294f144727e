"""What sentences on any matter have in common."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from summarize.embedding import background
from summarize.models import load_encoder
from tests.conftest import WordEncoder


class OneSided(WordEncoder):
    """Puts the same large share into every vector."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        vectors = super().encode(texts)
        vectors[:, 0] += 2
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_the_background_holds_what_all_sentences_share_and_little_else() -> None:
    shared = background(OneSided())
    assert shared.shape == (128,)
    assert shared[0] > 0.8
    assert np.linalg.norm(shared[1:]) < 0.3


def test_the_less_sentences_have_in_common_the_smaller_the_background() -> None:
    assert np.linalg.norm(background(WordEncoder())) < np.linalg.norm(background(OneSided())) < 1


@pytest.mark.model
def test_the_default_model_has_little_in_common_for_sentences_on_many_matters() -> None:
    assert 0.05 < np.linalg.norm(background(load_encoder())) < 0.6
