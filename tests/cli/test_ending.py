"""Pipes that nobody reads, terminals that end, and wishes to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import heeding

WITHOUT_MODEL = (
    "import summarize.models, summarize.cli, time; from tests.conftest import WordEncoder;"
    "summarize.models.load_encoder = lambda *wanted: {}; summarize.cli.main()"
)


def closed_pipe() -> int:
    """The writing end of a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


@pytest.mark.parametrize("arguments", [["--verbose"], ["missing.txt"], ["--strict", "missing.txt"]])
def test_whoever_reads_no_messages_gets_the_brief_all_the_same(folder: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-c", WITHOUT_MODEL.format("WordEncoder()"), str(folder), *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=closed_pipe(), check=False)
    assert done.returncode == (1 if "--strict" in arguments else 0)
    assert (b"North Mole" in done.stdout) == (done.returncode == 0)


@pytest.mark.parametrize("arguments", [[], ["-f", "json"], ["--explain"], ["--help"], ["--version"]])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_whoever_reads_no_further_is_not_complained_to(folder: Path, arguments: list[str], unbuffered: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_MODEL.format("WordEncoder()"), str(folder), *arguments],
        stdout=closed_pipe(),
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == (1 if arguments in (["--help"], ["--version"]) else 0)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_wish_to_end_leaves_nothing_half_made_and_says_nothing(folder: Path, number: int, tmp_path: Path) -> None:
    busy = "(__import__('pathlib').Path('begun').touch(), time.sleep(60))"
    begun, program = tmp_path / "begun", WITHOUT_MODEL.format(busy)
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(Path.cwd())!r}); {program}", str(folder)]
    output = tmp_path / "brief.md"
    process = subprocess.Popen([*command, "-o", str(output)], cwd=tmp_path, stderr=subprocess.PIPE, **heeding(number))
    try:
        deadline = time.monotonic() + 60
        while not begun.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        process.send_signal(number)
        _, said = process.communicate(timeout=10)
    finally:
        process.kill()
    assert (process.returncode, said) == (128 + number, b"")
    assert not output.exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_wish_to_end_is_heard_even_where_python_lets_go_of_what_is_raised(number: int) -> None:
    """As in the callbacks of weak references, of which importing a module has many."""
    program = (
        "import os, time, weakref, summarize.cli\n"
        "class Thing: pass\n"
        "def gone(argv):\n"
        "    thing = Thing()\n"
        f"    heard = weakref.ref(thing, lambda _: os.kill(os.getpid(), {int(number)}))\n"
        "    del thing\n"
        "    time.sleep(60)\n"
        "summarize.cli._command = gone\n"
        "summarize.cli.main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **heeding(number)
    )
    try:
        said = process.communicate(timeout=30)
    finally:
        process.kill()
    assert (process.returncode, *said) == (128 + number, b"", b"")


def test_what_was_told_to_go_on_without_its_terminal_goes_on(folder: Path, tmp_path: Path) -> None:
    program = "import os, signal; signal.signal(signal.SIGHUP, signal.SIG_IGN);" + WITHOUT_MODEL.format(
        "(os.kill(os.getpid(), signal.SIGHUP), WordEncoder())[1]"
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, check=False)
    assert done.returncode == 0
    assert b"North Mole" in done.stdout
