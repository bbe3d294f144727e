"""What is read from a compiled file is what was written, whatever byte of it has changed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.models.cache import CompiledModel, DamagedError, Manifest, read_compiled, write_compiled

MODEL = CompiledModel(
    Manifest(
        key="abc",
        model="example/model",
        precision="int8",
        pooling=("mean", "max"),
        max_tokens=256,
        prompt="",
        cpu="x86_64 avx2",
        agreement=0.99,
        rates={"int8": 500.0, "fp32": 200.0},
    ),
    tokenizer='{"vocab": "é"}',
    onnx=bytes(range(256)) * 4,
    probe=b"\0\0\x80\x3f",
)


def test_reading_gives_what_was_written(tmp_path: Path) -> None:
    write_compiled(tmp_path / "abc.zip", MODEL)
    assert read_compiled(tmp_path / "abc.zip", "abc") == MODEL
    assert [path.name for path in tmp_path.iterdir()] == ["abc.zip"]


def test_equal_models_are_equal_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_compiled(tmp_path / name, MODEL)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_file_readable_by_others_stays_so(tmp_path: Path) -> None:
    """An image's files are often written by root and read by another user."""
    write_compiled(tmp_path / "abc.zip", MODEL)
    (tmp_path / "plain").write_text("", encoding="utf-8")
    assert (tmp_path / "abc.zip").stat().st_mode == (tmp_path / "plain").stat().st_mode


@given(data=st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_changed_byte_is_found_or_changes_nothing(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "abc.zip"
    write_compiled(path, MODEL)
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1), "place")] ^= data.draw(st.integers(1, 255), "change")
    path.write_bytes(content)
    with suppress(DamagedError):
        assert read_compiled(path, "abc") == MODEL


@given(length=st.integers(0, 10_000))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_shortened_file_is_found(tmp_path: Path, length: int) -> None:
    path = tmp_path / "abc.zip"
    write_compiled(path, MODEL)
    path.write_bytes(path.read_bytes()[: min(length, path.stat().st_size - 1)])
    with pytest.raises(DamagedError):
        read_compiled(path, "abc")
