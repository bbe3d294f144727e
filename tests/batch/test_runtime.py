"""What a result was made with, as far as it depends on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarize.batch import BriefJob, runtime
from summarize.batch.runtime import Runtime, package_digest
from summarize.models import Engine
from summarize.models.loading import engine_ahead
from summarize.models.source import find_source
from tests.conftest import WordEncoder


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of two files, in the place of this one."""
    (tmp_path / "batch").mkdir()
    (tmp_path / "batch" / "runtime.py").touch()
    (tmp_path / "roles.safetensors").write_bytes(b"weights")
    monkeypatch.setattr(runtime, "__file__", str(tmp_path / "batch" / "runtime.py"))
    return tmp_path


def digest() -> str:
    return package_digest.__wrapped__()


def test_a_change_of_any_weight_table_or_rule_changes_the_hash_of_the_package(package: Path) -> None:
    seen = {digest()}
    for name in ("roles.safetensors", "ends.json", "words.txt", "batch/rules.py"):
        (package / name).write_bytes(b"other")
        seen.add(digest())
    (package / "words.txt").rename(package / "phrases.txt")
    seen.add(digest())
    assert len(seen) == 6


def test_what_running_it_leaves_in_the_package_does_not(package: Path) -> None:
    before = digest()
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "rules.cpython-312.pyc").write_bytes(b"x")
    (package / "notes~").write_bytes(b"x")
    assert digest() == before


def loaded(monkeypatch: pytest.MonkeyPatch, engine: str, readers: Any) -> tuple[Runtime, tuple[str, ...]]:
    def load(model: Any, wanted: Any, say: Any) -> WordEncoder:
        if engine == "torch":
            say("the model runs on torch, because its compiled form cannot be kept")
        return WordEncoder()

    monkeypatch.setattr("summarize.batch.job.load_encoder", load)
    monkeypatch.setattr("summarize.batch.job.engine_of", lambda encoder: engine)
    monkeypatch.setattr("summarize.batch.job.relations_for", lambda encoder, say: readers)
    monkeypatch.setattr("summarize.batch.job.quotability_for", lambda encoder, say: readers)
    found = BriefJob().load()
    return found.runtime, found.said


def test_a_worker_names_what_its_results_depend_on_as_the_batch_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.batch.job.engine_ahead", lambda model, encoder: "compiled")
    wanted = BriefJob().runtime()
    assert wanted.keys() >= {"package", "numpy", "onnxruntime", "tokenizers", "encoder", "readers"}
    found, said = loaded(monkeypatch, "compiled", object())
    assert wanted.items() <= found.items()
    assert {"python", "processor"} <= found.keys()
    assert said == ()


def test_a_worker_that_fell_back_to_torch_or_misses_a_reader_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.batch.job.engine_ahead", lambda model, encoder: "compiled")
    wanted = BriefJob().runtime()
    found, said = loaded(monkeypatch, "torch", object())
    assert {name for name in wanted if wanted[name] != found[name]} == {"encoder"}
    assert "cannot be kept" in said[0]
    assert said[1] == "with --encoder torch all workers do so"
    found, _ = loaded(monkeypatch, "compiled", None)
    assert {name for name in wanted if wanted[name] != found[name]} == {"readers"}


def test_a_model_that_could_not_be_compiled_is_expected_on_torch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_CACHE_DIR", str(tmp_path))
    assert (engine_ahead(), engine_ahead(engine=Engine.TORCH)) == ("compiled", "torch")
    (tmp_path / f"{find_source(None).key()}.failed.txt").write_text("it has no fast tokenizer")
    assert engine_ahead() == "torch"


def test_where_torch_runs_the_encoder_its_version_counts() -> None:
    pytest.importorskip("torch")
    wanted = BriefJob(encoder=Engine.TORCH).runtime()
    assert wanted["encoder"] == "torch"
    assert "torch" in wanted
