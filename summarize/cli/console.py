"""What commands say to people, and how they end."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import typer

from summarize.cli import DONE, NOTHING_SUMMARIZED, USAGE
from summarize.embedding import Memory
from summarize.files import in_place_of
from summarize.rendering.cleaning import clean
from summarize.stopwatch import Stopwatch

if TYPE_CHECKING:
    from rich.console import Console


def new_app() -> typer.Typer:
    """A command of its own, as typer makes it from a function."""
    return typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


class Stages:
    """Says on stderr what is being done, and afterwards how long it took."""

    def __init__(self, *, show_progress: bool, timed: bool) -> None:
        self._timed = timed
        self._show_progress = show_progress
        self._watch, self._stage = Stopwatch(), ""
        self._laps: list[tuple[str, float]] = []

    @classmethod
    def of_command(cls, *, quiet: bool, verbose: bool = False) -> Stages:
        """By a command's options; what is being done only where somebody sees it."""
        return cls(show_progress=is_terminal(sys.stderr) and not quiet, timed=verbose)

    def __enter__(self) -> Stages:
        if self._show_progress:
            from rich.status import Status

            self._status = Status("", console=console(stderr=True))
            self._status.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self._show_progress:
            self._status.stop()
        self._laps = self._watch.laps()

    def begin(self, stage: str) -> None:
        """Tells that a stage begins, and so that the one before has ended."""
        self._watch.begin(stage)
        self._stage = stage
        if self._show_progress:
            self._status.update(stage)

    def show(self, detail: str) -> None:
        """Says what is being worked on within a stage."""
        if self._show_progress:
            from rich.markup import escape

            self._status.update(escape(f"{self._stage} {clean(detail)}"))

    def report(self, memory: Memory | None) -> None:
        """Seconds of every stage, and how many vectors were remembered, where that was asked for."""
        if not self._timed:
            return
        for stage, seconds in (*self._laps, ("total", sum(seconds for _, seconds in self._laps))):
            _print_to_stderr(f"{stage:<10} {seconds:7.3f} s")
        if memory is not None:
            hits = memory.hits
            _print_to_stderr(f"{'vectors':<10} {hits.asked - hits.encoded:,} of {hits.asked:,} remembered")


def console(*, stderr: bool = False) -> Console:
    """A console of rich, imported when there is something to show on one."""
    from rich.console import Console

    return Console(stderr=stderr)


def write_stdout(text: str) -> None:
    """UTF-8 whatever the locale, so that the same input gives the same bytes everywhere. All of it, or an error."""
    if sys.stdout is None:
        fail("cannot write to standard output: it is closed", NOTHING_SUMMARIZED)
    left = memoryview(text.encode())
    try:
        while left:  # an unbuffered stream may take less than it is given
            left = left[sys.stdout.buffer.write(left) or 0 :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _give_up_stdout()  # whoever read it has enough
        raise typer.Exit(DONE) from None
    except (OSError, ValueError) as error:
        _give_up_stdout()
        fail(f"cannot write to standard output: {getattr(error, 'strerror', None) or error}", NOTHING_SUMMARIZED)


def replace_unprintable() -> None:
    """Has what the encoding of a terminal lacks printed as a question mark, instead of failing there."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _give_up_stdout() -> None:
    """Points standard output nowhere, so that Python does not fail again when it flushes it at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_file(path: Path, text: str) -> None:
    """Puts the text in place of what stood in a file in one step: where it fails, the old text is still there."""
    try:
        if path.exists() and not path.is_file():  # a pipe or a device is written to, not replaced
            path.write_text(text, encoding="utf-8", newline="")
            return
        target = path.resolve()
        with in_place_of(target) as part:
            if target.exists():
                part.chmod(target.stat().st_mode & 0o777)  # who could not read the old one cannot read the new
            part.write_text(text, encoding="utf-8", newline="")
    except (OSError, ValueError, RuntimeError) as error:
        fail(f"cannot write {path}: {getattr(error, 'strerror', None) or error}", USAGE)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sees what is written there; a stream that is closed is none."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def say(message: str) -> None:
    """A message to people, on stderr, on one line and without what could steer their terminal."""
    _print_to_stderr(f"summarize: {clean(message)}")


def _print_to_stderr(line: str) -> None:
    with suppress(OSError):  # nobody reads it any more; the brief is made all the same
        typer.echo(line, err=True)


def say_nothing(message: str) -> None:
    """What is said with --quiet."""


def fail(message: str, status: int) -> NoReturn:
    """Says why, and ends the command with this status."""
    say(message)
    raise typer.Exit(status)
