"""The compiled default model beside its original, and what it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from summarize.models import Encoder, load_encoder
from summarize.models.cache import FOLDER_VARIABLE
from summarize.models.compiled import CompiledEncoder
from tests.conftest import COURIER, LATER, WIRE

pytestmark = pytest.mark.model

SENTENCES = [part.strip() for text in (WIRE, COURIER, LATER) for part in text.split(". ") if part.strip()]


@pytest.fixture(scope="module")
def original() -> Encoder:
    return load_encoder(engine="torch")


@pytest.fixture
def compiled(default_cache: Path, monkeypatch: pytest.MonkeyPatch) -> CompiledEncoder:
    monkeypatch.setenv(FOLDER_VARIABLE, str(default_cache))
    encoder = load_encoder(say=pytest.fail)
    assert isinstance(encoder, CompiledEncoder)
    return encoder


def test_it_agrees_with_the_original_under_the_same_name(compiled: CompiledEncoder, original: Encoder) -> None:
    ours, theirs = compiled.encode(SENTENCES), original.encode(SENTENCES)
    assert ours.dtype == np.float32
    assert ours.shape == theirs.shape == (len(SENTENCES), 384)
    assert np.allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-5)
    assert (ours * theirs).sum(axis=1).min() >= 0.98
    assert compiled.name == original.name == "sentence-transformers/all-MiniLM-L6-v2"


def test_a_text_beyond_the_models_limit_is_cut_where_the_original_cuts_it(
    compiled: CompiledEncoder, original: Encoder
) -> None:
    long = ["The ferry left the harbour in fog. " * 200 + "Then, pancakes."]
    assert (compiled.encode(long) * original.encode(long)).sum() >= 0.98
    assert len(compiled.subwords_of(long[0])) == 256


def test_a_vector_depends_on_its_text_alone(compiled: CompiledEncoder) -> None:
    """Neither order, nor company, nor the number of calls changes a bit of it."""
    vectors = compiled.encode(SENTENCES)
    assert np.array_equal(compiled.encode(SENTENCES[::-1]), vectors[::-1])
    assert np.array_equal(np.concatenate([compiled.encode([text]) for text in SENTENCES]), vectors)


def test_no_texts_give_no_vectors_and_an_empty_text_gives_one(compiled: CompiledEncoder) -> None:
    assert compiled.encode([]).shape == (0, 384)
    assert compiled.encode([""]).shape == (1, 384)


def test_token_vectors_come_with_their_pieces_and_places(compiled: CompiledEncoder) -> None:
    text = "The ferry struck the mole."
    [(encoding, tokens)] = compiled._token_vectors([text], offsets=True)
    assert tokens.shape == (len(encoding.ids), 384)
    assert [text[start:end] for start, end in encoding.offsets[1:-1]] == ["The", "ferry", "struck", "the", "mole", "."]


def test_only_onnxruntime_and_tokenizers_are_imported(default_cache: Path) -> None:
    program = """
import sys
from summarize.models import load_encoder
load_encoder().encode(["A ferry struck the pier.", "Nobody was hurt."])
heavy = {"torch", "transformers", "sentence_transformers", "onnx", "huggingface_hub", "scipy", "sklearn"}
print(sorted(heavy & sys.modules.keys()), "onnxruntime" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={**os.environ, FOLDER_VARIABLE: str(default_cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("[] True\n", "")


def test_nothing_is_reported_home(default_cache: Path, tmp_path: Path) -> None:
    """What onnxruntime would report under, it keeps in the user's cache folder."""
    program = "from summarize.embedding import load_encoder; load_encoder().encode(['A ferry struck the pier.'])"
    environment = {**os.environ, FOLDER_VARIABLE: str(default_cache), "HOME": str(tmp_path)}
    for name in ("XDG_CACHE_HOME", "ORT_DISABLE_TELEMETRY", "CI"):
        environment.pop(name, None)
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_the_vectors_are_the_same_in_every_process_and_with_any_number_of_threads(default_cache: Path) -> None:
    program = """
import hashlib, sys
from summarize.models import load_encoder
print(hashlib.sha256(load_encoder().encode(sys.argv[1:]).tobytes()).hexdigest())
"""
    digests = {
        subprocess.run(
            [sys.executable, "-c", program, *SENTENCES],
            env={**os.environ, FOLDER_VARIABLE: str(default_cache), "OMP_NUM_THREADS": threads},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for threads in ("1", "2", "2")
    }
    assert len(digests) == 1
