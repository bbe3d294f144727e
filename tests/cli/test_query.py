"""summarize --query, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarize.cli import run
from tests.conftest import COURIER, WIRE

RADAR = "What did Captain Joren Haldane tell officers about his radar screen?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("wire", WIRE), ("courier", COURIER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_question_is_answered_or_said_not_to_be(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([str(folder), "--query", RADAR, "-f", "json"]) == 0
    answered = json.loads(capfd.readouterr().out)
    assert answered["query"]["answered"]
    assert "radar" in answered["sentences"][0]["text"]
    assert run([str(folder), "--query", "Who won the parliamentary election?", "-f", "json"]) == 0
    silent = json.loads(capfd.readouterr().out)
    assert not silent["query"]["answered"]
    assert silent["sentences"] == []


@pytest.mark.parametrize("asked", ["", " ", "???"])
def test_an_empty_question_is_wrong_usage(folder: Path, capfd: pytest.CaptureFixture[str], asked: str) -> None:
    assert run([str(folder), "--query", asked]) == 2
    assert "--query: the query is empty" in capfd.readouterr().err


def test_a_long_question_is_cut_and_that_is_said(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([str(folder), "--query", RADAR + " harbour" * 2_000, "-f", "json"]) == 0
    told = capfd.readouterr()
    assert "its first 60 words were read" in told.err
    assert json.loads(told.out)["query"]["cut"]
