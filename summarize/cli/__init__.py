"""The `summarize` command: stdout carries the result alone, everything said to people goes to stderr."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from summarize.cli import ahead

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

__all__ = ["DONE", "NOTHING_SUMMARIZED", "USAGE", "main", "run"]

DONE, NOTHING_SUMMARIZED, USAGE = 0, 1, 2
"""How a command ends."""

COMMANDS = ("batch", "check", "fetch", "stories", "verify")
"""Each a file of its own here with an `app`; picked by the first argument, which is else the first SOURCE."""
_SIGNALLED = 128
"""What a shell adds to the number of the signal that ended a command, to report its status."""
_IN_A_MOMENT = 0.01


def main() -> None:
    """The entry point of the installed command."""
    _end_tidily()
    ahead.leave(_status_of(sys.argv[1:], ahead.begin_for, _command))


def _end_tidily() -> None:
    """Has the command end on SIGTERM and SIGHUP as on Ctrl-C: nothing half made stays, the terminal is as it was.

    What is ignored stays so, as under nohup.
    """
    sys.unraisablehook = _said_again
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows lacks the second
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, lambda number, _: sys.exit(_SIGNALLED + number))


def _said_again(ignored: UnraisableHookArgs) -> None:
    """Says a wish to end once more that came in the middle of a callback, where Python lets go of what is raised."""
    match ignored.exc_value:
        case KeyboardInterrupt():
            number = int(signal.SIGINT)
        case SystemExit(code=int(status)) if status > _SIGNALLED:
            number = status - _SIGNALLED
        case _:
            sys.__unraisablehook__(ignored)
            return
    from functools import partial
    from threading import Timer

    send = signal.raise_signal if os.name == "nt" else partial(os.kill, os.getpid())  # which wakes whatever sleeps
    Timer(_IN_A_MOMENT, send, [number]).start()  # at once, it would come in this very callback


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
        return _SIGNALLED + signal.SIGINT
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
