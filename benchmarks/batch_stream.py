"""Whether a batch of many is as fast and as small as one of few: parts of `benchmarks.batch`. Reads /proc."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO

from benchmarks.batch_input import small, write
from benchmarks.batch_runs import STARTING, command, fresh, megabytes, table, times

_LOOKS = 0.5
"""Seconds between two looks at the processes."""
_LEAST = 8
"""Results between which a time is taken."""


def memory(options: argparse.Namespace, folder: Path) -> str:
    """Small collections, as it is their number that counts here."""
    given, output = write(small(options.many), folder / "many.jsonl"), fresh(folder)
    return _grown(subprocess.Popen(command(given, output)), output, options.many // 10, options.many)


def stream(options: argparse.Namespace, folder: Path) -> str:
    """The same out of a pipe that never holds more than a few of them, and against a hundredth."""
    output = fresh(folder)
    process = subprocess.Popen(command("-", output), stdin=subprocess.PIPE)
    assert process.stdin is not None
    Thread(target=_pour, args=(small(options.many), process.stdin), daemon=True).start()
    return _grown(process, output, options.many // 100, options.many)


def _pour(collections: Iterable[object], pipe: IO[bytes]) -> None:
    with suppress(BrokenPipeError), pipe:
        for collection in collections:
            pipe.write(json.dumps(collection).encode() + b"\n")


def _grown(process: subprocess.Popen[bytes], output: Path, early: int, many: int) -> str:
    """Memory and time a collection when all are done, over when the first are. Raises ValueError for too few."""
    if early < _LEAST / STARTING:
        process.kill()
        process.wait()
        raise ValueError(f"{early} collections are too few to be compared with {many:,}; give a larger --many")
    first = last = (0.0, 0.0)
    while process.poll() is None:
        held = megabytes(process.pid)
        if not all(first) and output.exists() and sum(1 for _ in os.scandir(output)) >= early:
            first = held
        if all(held):  # else the workers have just ended
            last = held
        time.sleep(_LOOKS)
    made = times(output)
    if len(made) != many or not all(first):
        raise ValueError(f"{len(made):,} of {many:,} collections were made, or too fast to be looked at")
    begun = int(STARTING * early)
    before, after = ((made[n - 1] - made[begun]) / (n - 1 - begun) for n in (early, many))
    shown = f"{many:,} collections over {early:,}"
    return table(
        (f"memory of the driver, {shown}", f"{last[0] / first[0]:.2f} ({last[0]:.0f} MB)", "at most 1.05"),
        (f"memory of the workers, {shown}", f"{last[1] / first[1]:.2f} ({last[1]:.0f} MB each)", "at most 1.05"),
        (f"time a collection, {shown}", f"{after / before:.2f} ({1000 * after:.0f} ms)", "at most 1.1"),
    )
