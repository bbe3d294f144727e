"""Without its weights the relation model is missed in one line, and never replaced by a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.models import default_model, taught
from summarize.models.cache import compiled_path
from summarize.models.source import key_of
from summarize.relations import load_relations, loading, relations_for
from tests.conftest import WordEncoder


def a_package_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / loading.FILE).write_bytes(data)
    monkeypatch.setattr(taught, "files", lambda package: tmp_path)


@pytest.mark.parametrize("data", [None, b"", b"other weights"])
def test_weights_that_are_missing_damaged_or_of_another_version_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes | None
) -> None:
    a_package_with(tmp_path, monkeypatch, data)
    said: list[str] = []
    assert load_relations(said.append) is None
    (line,) = said
    assert "not read against each other" in line
    assert "\n" not in line


def test_an_encoder_of_the_callers_own_comes_without_it() -> None:
    assert relations_for(WordEncoder()) is None


def test_what_stands_in_the_place_of_the_compiled_model_keeps_nobody_from_compiling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_CACHE_DIR", str(tmp_path))
    compiled_path(key_of({**default_model.SHA256, loading.FILE: loading.SHA256})).mkdir()
    model = object()
    monkeypatch.setattr(taught, "_compile", lambda *given: None)
    monkeypatch.setattr(taught, "write_compiled", lambda path, compiled: path.read_bytes())
    monkeypatch.setattr(loading, "CompiledRelations", lambda compiled: model)
    assert load_relations() is model


def test_where_memory_runs_short_the_compiled_model_is_not_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short(*given: object) -> None:
        raise MemoryError

    monkeypatch.setenv("SUMMARIZE_CACHE_DIR", str(tmp_path))
    path = compiled_path(key_of({**default_model.SHA256, loading.FILE: loading.SHA256}))
    path.write_bytes(b"compiled")
    monkeypatch.setattr(taught, "read_compiled", short)
    monkeypatch.setattr(taught, "_compile", short)
    assert load_relations() is None
    assert path.read_bytes() == b"compiled"


def test_whatever_a_library_raises_while_it_is_compiled_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class DecodeError(Exception):
        """As of protobuf, for a file that a full disk cut short."""

    def cut_short(*given: object) -> None:
        raise DecodeError("wire format was corrupt\nand more")

    monkeypatch.setenv("SUMMARIZE_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(taught, "_compile", cut_short)
    said: list[str] = []
    assert load_relations(said.append) is None
    (told,) = said
    assert told.startswith("sentences are not read against each other, so a source may be cited for what it denies")
    assert told.endswith("DecodeError: wire format was corrupt")
