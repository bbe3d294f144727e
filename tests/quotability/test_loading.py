"""Without its weights the quotability model is missed in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.models import taught
from summarize.quotability import load_quotability, loading, quotability_for
from tests.conftest import WordEncoder


@pytest.mark.parametrize("data", [None, b"other weights"])
def test_weights_that_are_missing_or_damaged_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / loading.FILE).write_bytes(data)
    monkeypatch.setattr(taught, "files", lambda package: tmp_path)
    said: list[str] = []
    assert load_quotability(said.append) is None
    (line,) = said
    assert "not read in their places" in line
    assert "\n" not in line


def test_an_encoder_of_the_callers_own_comes_without_it() -> None:
    assert quotability_for(WordEncoder()) is None
