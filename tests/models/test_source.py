"""A key names exactly what a model computes, and is found without reading its weights again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from summarize.errors import ModelError
from summarize.models import default_model, source
from summarize.models.source import find_source


@pytest.fixture
def folder(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny model whose files count as old, so that their times are trusted."""
    copy = tmp_path / "model"
    shutil.copytree(tiny, copy)
    monkeypatch.setattr(source, "RACY_SECONDS", -1.0)
    return copy


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "1_Pooling/config.json", "modules.json"])
def test_a_change_in_any_deciding_file_gives_another_key(cache: Path, folder: Path, name: str) -> None:
    before = find_source(str(folder)).key()
    content = bytearray((folder / name).read_bytes())
    content[-2] ^= 1
    (folder / name).write_bytes(content)
    assert find_source(str(folder)).key() != before


def test_a_copy_of_a_model_has_the_key_of_the_model(cache: Path, folder: Path, tiny: Path) -> None:
    (folder / "README.md").write_text("moved here", encoding="utf-8")
    assert find_source(str(folder)).key() == find_source(str(tiny)).key()


def test_unchanged_files_are_not_read_again(cache: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = find_source(str(folder)).key()
    monkeypatch.setattr(default_model, "sha256_of", lambda path: pytest.fail(f"read {path} again"))
    assert find_source(str(folder)).key() == key


def test_a_file_written_this_moment_is_not_trusted_by_its_times(
    cache: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("SUMMARIZE_CACHE_DIR", str(cache))
    os.utime(folder / "config.json")
    find_source(str(folder))
    assert not list(cache.glob("*.hashes.json"))


def test_damaged_notes_of_hashes_are_made_again(cache: Path, folder: Path) -> None:
    key = find_source(str(folder)).key()
    [notes] = cache.glob("*.hashes.json")
    for damaged in ("", "[]", '{"stamps": 1}', "\0"):
        notes.write_text(damaged, encoding="utf-8")
        assert find_source(str(folder)).key() == key


def test_the_default_models_key_follows_from_its_published_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = find_source(None).key()
    monkeypatch.setattr(default_model, "sha256_of", lambda path: pytest.fail(f"read {path}"))
    assert find_source("all-MiniLM-L6-v2").key() == before
    monkeypatch.setitem(default_model.SHA256, "model.safetensors", "0" * 64)
    assert find_source(None).key() != before


def test_another_version_of_the_exporter_gives_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = find_source(None).key()
    monkeypatch.setattr(source, "EXPORTER", source.EXPORTER + 1)
    assert find_source(None).key() != before


@pytest.mark.parametrize("name", ["example/news-encoder", "news-encoder"])
def test_a_name_is_looked_up_in_the_hugging_face_cache(
    cache: Path, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    full_name = name if "/" in name else f"sentence-transformers/{name}"
    repository = tmp_path / "hub" / f"models--{full_name.replace('/', '--')}"
    shutil.copytree(tiny, repository / "snapshots" / "abc123")
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text("abc123", encoding="utf-8")
    monkeypatch.delenv("SENTENCE_TRANSFORMERS_HOME", raising=False)
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    found = find_source(name)
    assert found.key() == find_source(str(tiny)).key()
    assert (found.name, found.open()) == (name, name)


def test_a_model_that_is_nowhere_has_no_key(cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    assert find_source("example/no-such-model").key() is None


def test_a_folder_that_names_code_or_pickles_is_refused_before_anything_is_loaded(tmp_path: Path) -> None:
    def folder(name: str, **files: str) -> str:
        (tmp_path / name).mkdir()
        for file, content in files.items():
            (tmp_path / name / file.replace("__", ".")).write_text(content, encoding="utf-8")
        return str(tmp_path / name)

    evil = [
        (folder("a", modeling__py="print('run')"), "Python code"),
        (folder("b", modules__json='[{"type": "evil.Module"}]'), "modules.json"),
        (folder("c", config__json='{"auto_map": {"AutoModel": "evil.Model"}}'), "auto_map"),
        (folder("d", pytorch_model__bin=""), "pickled"),
        (folder("e", weights__pkl=""), "pickled"),
    ]
    for name, why in evil:
        with pytest.raises(ModelError, match=why):
            source.find_source(name)


def test_a_folder_of_plain_parts_is_taken(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text('[{"type": "sentence_transformers.models.Transformer"}]', encoding="utf-8")
    (tmp_path / "model.safetensors").write_bytes(b"")
    (tmp_path / "pytorch_model.bin").write_bytes(b"")  # beside safetensors it is never looked at
    (tmp_path / "config.json").write_text("[1]", encoding="utf-8")
    assert source.find_source(str(tmp_path)).name == str(tmp_path)
