"""What is named as a file and is none, or none that can be read, is one line and keeps nobody waiting."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from summarize.reading import read_sources
from tests.reading.conftest import problem


@pytest.mark.skipif(sys.platform == "win32", reason="needs sparse files")
def test_a_file_too_long_for_one_article_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(b"Fog. ")
        file.truncate(50 * 2**30)
    assert "huge.txt: more than the 2,000,000 characters" in problem(read_sources([path]))


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Fog.")

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert problem(read_sources([path])) == f"{path}: permission denied; check who may read it"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is a named pipe, not a file; feed it through standard input" in problem(read_sources([tmp_path]))


@pytest.mark.skipif(sys.platform == "win32", reason="needs device files")
def test_a_device_is_refused() -> None:
    assert problem(read_sources(["/dev/zero"])).startswith("/dev/zero: is a device, not a file")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs Unix sockets")
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")
        assert problem(read_sources(["s.txt"])).startswith("s.txt: is a socket, not a file")


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_link_to_itself_and_a_dangling_link_are_problems(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    gone, loop = read_sources([tmp_path]).problems
    assert str(gone) == f"{tmp_path}/gone.txt: no such file or folder"
    assert str(loop).startswith(f"{tmp_path}/loop.txt: cannot be read (")


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 5000])
def test_an_impossible_name_is_a_problem(name: str) -> None:
    assert "cannot be read" in problem(read_sources([name]))
