"""Two first uses at once, and what one that is killed leaves behind."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import ModelError
from summarize.models import compile_model, export, load_encoder, loading
from summarize.models.abandoned import remove_abandoned
from summarize.models.cache import working_folder, write_text
from summarize.models.compiled import CompiledEncoder
from summarize.models.transformer import SentenceTransformerEncoder
from tests.built_models import TEXTS

WRITES = """
import os, sys, time
from pathlib import Path
from summarize.models.cache import _replacing, working_folder
with working_folder(0) as folder, _replacing(Path(sys.argv[1]) / "model.zip") as file:
    (folder / "fp32.onnx").write_text("large")
    file.write(b"half")
    print("there", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of the test's own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def writing(cache: Path, temporary: Path) -> Iterator[subprocess.Popen[str]]:
    """A process in the middle of compiling a model and of writing it; a line on its standard input lets it go on."""
    cache.mkdir()
    command = [sys.executable, "-c", WRITES, str(cache)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "there\n"
        yield process
        process.kill()


def left(*folders: Path) -> list[str]:
    return [path.name for folder in folders for path in folder.iterdir()]


def test_what_a_process_that_was_killed_left_is_removed_by_the_next_one(
    writing: subprocess.Popen[str], cache: Path, temporary: Path
) -> None:
    writing.kill()
    writing.wait()
    assert len(left(cache, temporary)) == 2
    with working_folder(0):
        write_text(cache / "other.txt", "whole")
    assert left(cache, temporary) == ["other.txt"]


def test_what_another_process_is_writing_is_left_alone(
    writing: subprocess.Popen[str], cache: Path, temporary: Path
) -> None:
    with working_folder(0):
        write_text(cache / "other.txt", "whole")
    writing.communicate("\n", timeout=30)
    assert writing.returncode == 0
    assert (cache / "model.zip").read_bytes() == b"half"
    assert sorted(left(cache, temporary)) == ["model.zip", "other.txt"]


def test_files_of_others_are_no_parts_of_ours(cache: Path, temporary: Path) -> None:
    cache.mkdir()
    for name in ("film.zip.part", "q3Jx.zip.part", "12-34.part", "a.12-0123456.part"):
        (cache / name).write_text("half", encoding="utf-8")
    kept = temporary / "kept"
    kept.mkdir()
    (temporary / "summarize-compiling-link").symlink_to(kept)
    with working_folder(0):
        write_text(cache / "other.txt", "whole")
    assert len(left(cache)) == 5
    assert kept.is_dir()
    remove_abandoned([temporary / "gone"])


def test_of_two_that_compile_at_once_one_may_be_killed(cache: Path, temporary: Path, tiny: Path) -> None:
    program = "import sys; from summarize.models import load_encoder; print(type(load_encoder(sys.argv[1])).__name__)"
    command = [sys.executable, "-W", "error::RuntimeWarning", "-c", program, str(tiny)]
    first, second = (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)
    )
    deadline = time.monotonic() + 120
    while not left(temporary) and second.poll() is None:  # until one of them has begun
        assert time.monotonic() < deadline
        time.sleep(0.01)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    out, err = second.communicate(timeout=120)
    assert (out, err, second.returncode) == ("CompiledEncoder\n", "", 0)
    for path in cache.glob("*.zip"):
        path.unlink()
    assert isinstance(load_encoder(str(tiny), say=pytest.fail), CompiledEncoder)
    assert [name for name in left(cache, temporary) if not name.endswith((".zip", ".hashes.json"))] == []


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """The system refuses to write more into a file, as it does where a disk is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


def fail(*given: Any) -> None:
    raise RuntimeError("Fail: protobuf parsing failed")


def test_a_library_that_fails_on_a_full_disk_is_tried_again(
    cache: Path, temporary: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    with monkeypatch.context() as patch, files_of_at_most(20_000):
        patch.setattr(export, "_export", fail)
        assert isinstance(load_encoder(str(tiny), say=said.append), SentenceTransformerEncoder)
    assert len(said) == 1
    assert "No space left on device" in said[0]
    assert str(temporary) in said[0]
    assert left(temporary) == []
    assert isinstance(load_encoder(str(tiny), say=pytest.fail), CompiledEncoder)


@pytest.mark.parametrize("size", [1_000, 20_000, 60_000, 90_000])
def test_wherever_the_disk_is_full_the_model_is_compiled_the_next_time(
    cache: Path, temporary: Path, tiny: Path, size: int
) -> None:
    said: list[str] = []
    with files_of_at_most(size):
        load_encoder(str(tiny), say=said.append).encode(TEXTS)
    assert len(said) == 1
    assert isinstance(load_encoder(str(tiny), say=pytest.fail), CompiledEncoder)


def test_a_library_that_fails_where_there_is_room_is_not_asked_again_the_same_day(
    cache: Path, temporary: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr(export, "_export", fail)
        load_encoder(str(tiny), say=said.append)
        patch.setattr(loading, "_compile", lambda *given: pytest.fail("tried again"))
        assert isinstance(load_encoder(str(tiny), say=said.append), SentenceTransformerEncoder)
    assert "protobuf parsing failed" in said[0]
    assert said[0] == said[1]
    (failure,) = cache.glob("*.failed.txt")
    yesterday = time.time() - loading.FAILURE_KEPT - 1
    os.utime(failure, (yesterday, yesterday))
    assert isinstance(load_encoder(str(tiny), say=pytest.fail), CompiledEncoder)


def test_where_nothing_temporary_can_be_written_the_model_runs_on_torch(
    cache: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*given: Any, **named: Any) -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "mkdtemp", nowhere)
    said: list[str] = []
    assert isinstance(load_encoder(str(tiny), say=said.append), SentenceTransformerEncoder)
    assert "No usable temporary directory" in said[0]
    with pytest.raises(ModelError, match="No usable temporary directory"):
        compile_model(str(tiny))
