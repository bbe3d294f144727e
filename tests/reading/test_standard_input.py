"""Standard input as a source, alone or between files."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from summarize.reading import read_sources, registry
from tests.reading.conftest import ids, only, problem


def test_standard_input_is_one_article() -> None:
    document = only(read_sources(["-"], io.BytesIO(b"Fog.\n\n{not json}\n")))
    assert (document.id, document.text) == ("stdin", "Fog.\n\n{not json}\n")


def test_standard_input_may_be_json_lines() -> None:
    reading = read_sources(["-"], io.BytesIO(b'\n{"text": "Fog."}\n{"text": "Fire."}\nnonsense\n'))
    assert ids(reading) == ["stdin:2", "stdin:3"]
    assert str(reading.problems[0]).startswith("stdin, line 4: not JSON")


def test_a_json_object_without_a_text_is_an_article_about_json() -> None:
    assert only(read_sources(["-"], io.BytesIO(b'{"a": 1}'))).text == '{"a": 1}'


def test_standard_input_can_stand_between_files_but_only_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Fire.")
    reading = read_sources(["-", path, "-"], io.BytesIO(b"Fog."))
    assert ids(reading) == ["stdin", str(path)]
    assert [str(error) for error in reading.problems] == ["stdin: named twice; it can be read only once"]


def test_standard_input_is_that_of_the_process_unless_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Fog.")))
    assert only(read_sources(["-"])).text == "Fog."


def test_a_closed_or_empty_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    assert problem(read_sources(["-"], io.BytesIO())) == "stdin: is empty"
    closed = io.BytesIO(b"Fog.")
    closed.close()
    assert problem(read_sources(["-"], closed)).startswith("stdin: cannot be read")
    monkeypatch.setattr(sys, "stdin", None)
    assert problem(read_sources(["-"])) == "stdin: is closed"


def test_standard_input_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "MAX_STDIN_BYTES", 2**20)
    assert problem(read_sources(["-"], io.BytesIO(b"Fog. " * 2**20))) == (
        "stdin: more than 1 MiB; name the files instead"
    )
