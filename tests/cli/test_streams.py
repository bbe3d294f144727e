"""Where the command writes: full disks, closed streams, files that must not be lost, terminals, and --explain."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import typer

from summarize.cli import run
from summarize.cli.console import write_stdout
from tests.conftest import WIRE


def test_a_full_disk_is_one_line_and_no_success(folder: Path) -> None:
    program = (
        "import summarize.models, summarize.cli; from tests.conftest import WordEncoder;"
        "summarize.models.load_encoder = lambda *wanted: WordEncoder(); summarize.cli.main()"
    )
    for unbuffered in ("", "1"):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-c", program, str(folder)],
                stdout=full,
                stderr=subprocess.PIPE,
                env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
                text=True,
                check=False,
            )
        assert done.returncode == 1
        assert done.stderr == "summarize: cannot write to standard output: No space left on device\n"


def test_an_output_that_takes_a_little_at_a_time_gets_all_of_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow:
        taken = b""

        def write(self, data: bytes) -> int:
            self.taken += bytes(data[:7])
            return len(data[:7])

        def flush(self) -> None:
            pass

        def isatty(self) -> bool:
            return False

        @property
        def buffer(self) -> Slow:
            return self

    slow = Slow()
    monkeypatch.setattr(sys, "stdout", slow)
    assert run([str(folder), "-f", "json"]) == 0
    assert json.loads(slow.taken)["schema"] == "summarize.brief/1"


def test_where_the_new_brief_cannot_be_written_the_old_one_stays(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "brief.md"
    assert run([str(folder / "wire.txt"), "-o", str(output)]) == 0
    old = output.read_text(encoding="utf-8")
    real = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target == output:
            raise OSError(28, "No space left on device")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", full)
    assert run([str(folder / "courier.txt"), "-o", str(output)]) == 2
    assert "cannot write" in capfd.readouterr().err
    assert output.read_text(encoding="utf-8") == old
    assert [path.name for path in tmp_path.glob(".*")] == []


@pytest.mark.parametrize(("name", "format"), [("brief.md", "markdown"), ("brief.txt", "text")])
def test_a_brief_written_into_the_folder_is_no_source_of_the_next_one(
    folder: Path, name: str, format: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([str(folder), "-f", format, "-o", str(folder / name)]) == 0
    first = (folder / name).read_text(encoding="utf-8")
    assert run([str(folder), "-f", format, "-o", str(folder / name)]) == 0
    assert (folder / name).read_text(encoding="utf-8") == first
    assert f"{name}: is a brief that summarize made, not an article; left out" in capfd.readouterr().err


def test_names_and_titles_cannot_steer_the_terminal_of_whoever_reads_a_message(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    name = "evil\x1b]0;owned\x07\nsummarize: all is well\u202e.txt"
    (tmp_path / name).write_bytes(b"")
    assert run([str(tmp_path)]) == 0
    err = capfd.readouterr().err
    assert err.count("\n") == 1
    assert "\x1b" not in err
    assert "\u202e" not in err


def test_what_was_made_of_every_line_is_explained_with_the_rule(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    crash = "The ferry struck the pier on Tuesday, and 27 people were hurt, the coastguard said."
    page = f"Ferry strikes pier in dense fog\n\n{crash}\n\nSign up for our newsletter\n\nPhoto: Ada Quill"
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    assert run(["--explain", str(tmp_path / "page.txt")]) == 0
    lines = [line.split(None, 1) for line in capfd.readouterr().out.splitlines()[1:]]
    assert [line[0] for line in lines] == ["headline", "body", "boilerplate", "boilerplate"]
    assert lines[2][1].startswith("sign up")
    assert lines[3][1].startswith("photo credit")
    assert lines[1][1] == crash


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_is_closed_ends_in_no_traceback(folder: Path, closed: str) -> None:
    program = (
        "import summarize.models, summarize.cli; from tests.conftest import WordEncoder;"
        "summarize.models.load_encoder = lambda *wanted: WordEncoder(); summarize.cli.main()"
    )
    command = f"{sys.executable} -c '{program}' {folder / 'wire.txt'} {closed}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == (1 if closed == ">&-" else 0)


@pytest.mark.parametrize("output", [".", "/", ""])
def test_an_output_that_is_no_file_is_refused_before_any_work(
    folder: Path, output: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([str(folder), "-o", output]) == 2
    assert "cannot write" in capfd.readouterr().err


def test_a_brief_takes_the_place_of_no_source_and_keeps_who_may_read_it(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wire = folder / "wire.txt"
    assert run([str(wire), "-o", str(wire)]) == 2
    assert "one of the files the result is made from" in capfd.readouterr().err
    assert wire.read_text(encoding="utf-8") == WIRE
    private = tmp_path / "private.md"
    private.write_text("", encoding="utf-8")
    private.chmod(0o600)
    assert run([str(wire), "-o", str(private)]) == 0
    assert private.stat().st_mode & 0o777 == 0o600
    assert run([str(wire), "-o", str(tmp_path / ("n" * 250))]) == 0


def test_a_brief_takes_the_place_of_no_article_of_a_folder_or_of_the_vectors(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wire, vectors = folder / "wire.txt", tmp_path / "vectors.db"
    elsewhere = tmp_path / "other"
    elsewhere.mkdir()
    (elsewhere / "linked.txt").symlink_to(wire)
    (elsewhere / "dangling.txt").symlink_to(tmp_path / "gone")
    for arguments in (
        [str(folder), "-o", str(wire)],
        [str(elsewhere), "-o", str(wire)],
        [str(folder), "-o", str(vectors), "--vectors", str(elsewhere / ".." / vectors.name)],
    ):
        assert run(arguments) == 2
        assert "one of the files the result is made from" in capfd.readouterr().err
    assert wire.read_text(encoding="utf-8") == WIRE
    assert not vectors.exists()


def test_a_link_laid_in_the_way_of_the_output_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("kept", encoding="utf-8")
    (tmp_path / f".summarize-{os.getpid()}.part").symlink_to(tmp_path / "victim")
    assert run([str(folder / "wire.txt"), "-o", str(tmp_path / "brief.md")]) == 0
    assert (tmp_path / "victim").read_text(encoding="utf-8") == "kept"
    assert "North Mole" in (tmp_path / "brief.md").read_text(encoding="utf-8")


def test_a_terminal_of_another_encoding_shows_what_it_can(folder: Path) -> None:
    program = (
        "import summarize.models, summarize.cli; from tests.conftest import WordEncoder;"
        "summarize.models.load_encoder = lambda *wanted: WordEncoder(); summarize.cli.main()"
    )
    (folder / "wire.txt").write_text(WIRE.replace("North Mole", "Nørre Mole"), encoding="utf-8")
    main, terminal = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-c", program, str(folder / "wire.txt")],
            stdout=terminal,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
            text=True,
            check=False,
        )
        shown = os.read(main, 65_536).decode("ascii")
    finally:
        os.close(main)
        os.close(terminal)
    assert done.returncode == 0, done.stderr
    assert "N?rre Mole" in shown


def test_a_closed_pipe_ends_in_silence_where_standard_error_is_closed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed:
        @property
        def buffer(self) -> Closed:
            return self

        def write(self, data: bytes) -> int:
            raise BrokenPipeError

        def fileno(self) -> int:
            raise OSError

    monkeypatch.setattr(sys, "stdout", Closed())
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(typer.Exit):
        write_stdout("A brief.")


def test_an_interrupt_while_the_command_is_still_starting_ends_it_in_silence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(ModuleType):
        def __getattr__(self, name: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "summarize.cli.brief", Interrupted("summarize.cli.brief"))
    assert run(["--version"]) == 130
    assert capsys.readouterr() == ("", "")
