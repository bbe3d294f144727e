"""The default model carries its adapter, and no other model does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from summarize.models import adapter, default_model, load_encoder
from summarize.models.adapter import DOWN, UP, merge
from summarize.models.source import find_source
from summarize.models.transformer import SentenceTransformerEncoder

NAME = "encoder.layer.0.output.dense.weight"


def factors(rank: int = 2, outputs: int = 3, inputs: int = 5) -> dict[str, np.ndarray]:
    draw = np.random.default_rng(0)
    return {
        "weight" + DOWN: draw.normal(size=(rank, inputs)).astype(np.float16),
        "weight" + UP: draw.normal(size=(outputs, rank)).astype(np.float16),
    }


def test_a_merged_layer_computes_what_the_layer_and_its_two_factors_compute() -> None:
    layer, parts = torch.nn.Linear(5, 3), factors()
    x = torch.randn(7, 5)
    down, up = (torch.from_numpy(parts["weight" + end].astype(np.float32)) for end in (DOWN, UP))
    expected = layer(x) + (x @ down.T) @ up.T
    merge(layer, parts)
    assert torch.allclose(layer(x), expected, atol=1e-5)


def test_factors_of_a_weight_that_the_model_does_not_have_are_refused() -> None:
    with pytest.raises(KeyError, match="weight"):
        merge(torch.nn.Sequential(torch.nn.Linear(5, 3)), factors())


@pytest.mark.model
def test_the_default_model_is_the_published_one_and_the_adapter() -> None:
    from safetensors.numpy import load

    published = SentenceTransformerEncoder(str(default_model.verified_folder()), "published").model[0].auto_model
    adapted = load_encoder(engine="torch").model[0].auto_model  # type: ignore[attr-defined]
    parts = load(adapter.read())
    changed = {name.removesuffix(DOWN) for name in parts if name.endswith(DOWN)}
    assert NAME in changed
    after = dict(adapted.named_parameters())
    for name, before in published.named_parameters():
        change = np.float32(0)
        if name in changed:
            change = parts[name + UP].astype(np.float32) @ parts[name + DOWN].astype(np.float32)
        assert np.allclose(after[name].detach().numpy(), before.detach().numpy() + change, atol=1e-6), name


def test_a_model_of_the_users_is_left_as_it_is(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapter, "read", lambda: pytest.fail("the adapter was read"))
    left = load_encoder(str(tiny), engine="torch").encode(["A ferry struck the pier."])
    assert np.array_equal(left, SentenceTransformerEncoder(str(tiny), "tiny").encode(["A ferry struck the pier."]))


def test_another_adapter_gives_the_default_model_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = find_source(None).key()
    monkeypatch.setattr(adapter, "read", lambda: b"another")
    assert find_source(None).key() != before


def test_the_adapter_says_what_it_was_made_of() -> None:
    from safetensors import safe_open

    with safe_open(str(Path(adapter.__file__).with_name(adapter.FILE)), framework="numpy") as file:
        header = file.metadata()
    assert header["command"].startswith("python -m benchmarks.train_adapter")
    assert header["model_sha256"] == default_model.SHA256["model.safetensors"]
    assert {"data_sha256", "events", "seeds", "rank"} <= header.keys()


def test_the_adapter_is_small_enough_to_be_hashed_at_every_start() -> None:
    assert len(adapter.read()) < 1_000_000


def test_the_adapter_was_not_trained_on_the_events_of_the_tests() -> None:
    shipped = {path.stem for path in (Path(__file__).parents[1] / "data" / "events").glob("*.json")}
    assert adapter.events()
    assert adapter.events().isdisjoint(shipped)
