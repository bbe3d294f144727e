"""A folder of three articles, and the command without its model."""

from __future__ import annotations

from pathlib import Path

import pytest

import summarize.cli.brief
from tests.conftest import COURIER, LATER, WIRE, WordEncoder


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    real = summarize.cli.brief.load_encoder
    monkeypatch.setattr(
        summarize.cli.brief, "load_encoder", lambda model, *how: real(model, *how) if model else WordEncoder()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("wire.txt", WIRE), ("courier.txt", COURIER), ("later.txt", LATER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path
