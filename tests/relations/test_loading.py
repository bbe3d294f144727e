"""Without its weights the relation model is missed in one line, and never replaced by a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.relations import load_relations, loading, relations_for
from tests.conftest import WordEncoder


def a_package_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / loading.FILE).write_bytes(data)
    monkeypatch.setattr(loading, "files", lambda package: tmp_path)


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
