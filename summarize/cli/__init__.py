"""The `summarize` command: stdout carries the result alone, everything said to people goes to stderr."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from summarize.cli import ahead

__all__ = ["DONE", "NOTHING_SUMMARIZED", "USAGE", "main", "run"]

DONE, NOTHING_SUMMARIZED, USAGE = 0, 1, 2
"""How a command ends."""

COMMANDS = ("batch", "check", "fetch", "stories", "verify")
"""Each a file of its own here with an `app`; picked by the first argument, which is else the first SOURCE."""


def main() -> None:
    """The entry point of the installed command."""
    _end_tidily()
    ahead.leave(_status_of(sys.argv[1:], ahead.begin_for, _command))


def _end_tidily() -> None:
    """Has the command end on SIGTERM and SIGHUP as on Ctrl-C: nothing half made stays, the terminal is as it was.

    What is ignored stays so, as under nohup.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows lacks the second
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, lambda number, _: sys.exit(128 + number))  # the status that a shell reports


def run(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status: 0 done, 1 nothing could be summarised, 2 usage.

    A command tells in its help what its 1 means.
    """
    return _status_of(argv, _command)


def _status_of(argv: Sequence[str], *steps: Callable[[Sequence[str]], None]) -> int:
    """The status of a command whose steps these are."""
    try:
        for step in steps:
            step(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else NOTHING_SUMMARIZED
    except OSError as error:  # what a full disk or a closed terminal leaves unsaid
        return _unwritten(error)
    except KeyboardInterrupt:
        return 130  # what a shell reports for a command ended by Ctrl-C
    return DONE


def _command(argv: Sequence[str]) -> None:
    if argv and argv[0] in COMMANDS:
        command = import_module(f"summarize.cli.{argv[0]}")
        command.app(args=list(argv[1:]), prog_name=f"summarize {argv[0]}")
    elif argv and (meant := _misspelt(argv[0])):
        from summarize.cli.console import say

        say(f'there is no file, folder or command "{argv[0]}"; did you mean "summarize {meant}"?')
        sys.exit(USAGE)
    else:
        from summarize.cli.brief import app

        app(args=list(argv), prog_name="summarize")


def _misspelt(given: str) -> str | None:
    """The command that is meant by what is no file but nearly a command's name: else its arguments made a brief."""
    from difflib import get_close_matches
    from pathlib import Path

    close = get_close_matches(given, COMMANDS, n=1, cutoff=0.75) if given.isalpha() else []
    return close[0] if close and not Path(given).exists() else None


def _unwritten(error: OSError) -> int:
    from summarize.cli.console import say

    what = "cannot write" if error.filename is None else f"cannot write {os.fsdecode(error.filename)}"
    say(f"{what}: {error.strerror or error}")
    return NOTHING_SUMMARIZED
