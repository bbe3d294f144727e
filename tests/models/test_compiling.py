"""Which models compile, which do not, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from summarize.errors import ModelError
from summarize.models import compile_model, load_encoder, loading, probe
from summarize.models.cache import read_compiled, write_compiled
from summarize.models.compiled import CompiledEncoder
from summarize.models.transformer import SentenceTransformerEncoder
from tests.built_models import TEXTS, BuildModel


@pytest.mark.parametrize("pooling", ["cls", "max", ("mean", "lasttoken")], ids=str)
def test_every_form_of_pooling_compiles(cache: Path, build_model: BuildModel, pooling: Any) -> None:
    folder = str(build_model(cache.parent / "model", pooling=pooling))
    compiled = load_encoder(folder, say=pytest.fail)
    assert isinstance(compiled, CompiledEncoder)
    original = load_encoder(folder, "torch").encode(TEXTS)
    assert (compiled.encode(TEXTS) * original).sum(axis=1).min() >= 0.98


def test_where_int8_departs_from_the_original_the_model_is_kept_in_fp32(cache: Path, build_model: BuildModel) -> None:
    """One weight far beyond the others leaves no room between them on a scale of 256 steps."""

    def widen(bert: Any) -> None:
        for layer in bert.encoder.layer:
            layer.intermediate.dense.weight.data[:, 0] *= 3000
            layer.attention.self.value.weight.data[:, 0] *= 3000

    folder = str(build_model(cache.parent / "wide", change=widen))
    said: list[str] = []
    compiled = load_encoder(folder, say=said.append)
    assert isinstance(compiled, CompiledEncoder)
    assert compiled.manifest.precision == "fp32"
    assert len(said) == 1
    assert "compiled in fp32, because int8 departs from it" in said[0]
    assert np.allclose(compiled.encode(TEXTS), load_encoder(folder, "torch").encode(TEXTS), atol=1e-4)


def test_a_model_that_departs_in_both_runs_on_torch(cache: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.models.export.MIN_AGREEMENT", {"int8": 1.1, "fp32": 1.1})
    said: list[str] = []
    assert isinstance(load_encoder(str(tiny), say=said.append), SentenceTransformerEncoder)
    assert "departs from the original" in said[0]


def test_a_model_with_another_layer_runs_on_torch_and_is_not_tried_again(
    cache: Path, build_model: BuildModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sentence_transformers.sentence_transformer.modules import Dense

    folder = str(build_model(cache.parent / "dense", extra=(Dense(32, 16),)))
    said: list[str] = []
    assert load_encoder(folder, say=said.append).encode(TEXTS).shape == (len(TEXTS), 16)
    monkeypatch.setattr(loading, "_compile", lambda *arguments: pytest.fail("tried again"))
    assert isinstance(load_encoder(folder, say=said.append), SentenceTransformerEncoder)
    assert len(said) == 2
    assert said[0] == said[1]
    assert "more layers than Transformer, Pooling and Normalize" in said[0]


def test_compiling_ahead_says_why_a_model_cannot_be_compiled(cache: Path, build_model: BuildModel) -> None:
    from sentence_transformers.sentence_transformer.modules import Dense

    folder = str(build_model(cache.parent / "dense", extra=(Dense(32, 16),)))
    for _ in range(2):
        with pytest.raises(ModelError, match="more layers"):
            compile_model(folder)


def test_a_model_without_a_fast_tokenizer_runs_on_torch(cache: Path, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import ByT5Tokenizer, T5Config, T5EncoderModel

    size = {"d_model": 32, "d_kv": 16, "d_ff": 64, "num_layers": 1, "num_heads": 2}
    T5EncoderModel(T5Config(vocab_size=384, **size)).save_pretrained(tmp_path / "t5")
    ByT5Tokenizer().save_pretrained(tmp_path / "t5")
    layers = [Transformer(str(tmp_path / "t5")), Pooling(32)]
    SentenceTransformer(modules=layers, device="cpu").save(str(tmp_path / "model"))
    said: list[str] = []
    encoder = load_encoder(str(tmp_path / "model"), say=said.append)
    assert isinstance(encoder, SentenceTransformerEncoder)
    assert encoder.encode(TEXTS).shape == (len(TEXTS), 32)
    assert len(said) == 1
    assert "no fast tokenizer" in said[0]


def test_a_prompt_that_the_model_puts_before_every_text_is_kept(cache: Path, tiny: Path, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(tiny), device="cpu", prompts={"news": "news: "}, default_prompt_name="news")
    model.save(str(tmp_path / "prompted"))
    prompted = load_encoder(str(tmp_path / "prompted"), say=pytest.fail)
    assert isinstance(prompted, CompiledEncoder)
    original = load_encoder(str(tmp_path / "prompted"), "torch").encode(TEXTS)
    assert (prompted.encode(TEXTS) * original).sum(axis=1).min() >= 0.98
    assert not np.allclose(original, load_encoder(str(tiny), "torch").encode(TEXTS), atol=1e-3)


def test_a_model_from_another_kind_of_processor_is_checked_before_use(cache: Path, tiny: Path) -> None:
    path = compile_model(str(tiny))
    elsewhere = read_compiled(path, path.stem)
    elsewhere = replace(elsewhere, manifest=replace(elsewhere.manifest, cpu="another"))
    write_compiled(path, elsewhere)
    assert isinstance(load_encoder(str(tiny), say=pytest.fail), CompiledEncoder)

    vectors = np.frombuffer(elsewhere.probe, dtype="<f4").reshape(len(probe.SENTENCES), -1)
    write_compiled(path, replace(elsewhere, probe=vectors[::-1].tobytes()))
    said: list[str] = []
    load_encoder(str(tiny), say=said.append)
    assert "departs from the original" in said[0]
    assert read_compiled(path, path.stem).manifest.cpu != "another"


def test_fallbacks_are_warnings_unless_somebody_listens(cache: Path, tiny: Path) -> None:
    cache.write_text("in the way", encoding="utf-8")
    with pytest.warns(RuntimeWarning, match="runs on torch"):
        load_encoder(str(tiny))


def test_torch_on_request_leaves_the_cache_alone(cache: Path, tiny: Path) -> None:
    assert isinstance(load_encoder(str(tiny), "torch", say=pytest.fail), SentenceTransformerEncoder)
    assert not list(cache.glob("*.zip"))


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(ModelError, match="'tensorflow'"):
        load_encoder(engine="tensorflow")
