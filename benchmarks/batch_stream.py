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
from typing import IO, NamedTuple

from benchmarks.batch_input import small, write
from benchmarks.batch_runs import STARTING, command, fresh, megabytes, processor, table, times

_LOOKS = 0.5
"""Seconds between two looks at the processes."""
_LEAST = 8
"""Results between which a time is taken."""
_BEFORE = 2
"""Looks that are kept before the last: when all workers run, and when the first collections are done."""


class _Look(NamedTuple):
    """What a batch had made, held (MB) and taken (seconds of processors)."""

    made: int
    driver: float
    worker: float
    seconds: float


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
    starting = int(STARTING * early)
    looks: list[_Look] = []
    while process.poll() is None:
        look = _Look(_count(output) if len(looks) < _BEFORE else many, *megabytes(process.pid), processor(process.pid))
        if look.worker and look.made >= (starting, early, 0)[len(looks[:_BEFORE])]:
            looks = [*looks[:_BEFORE], look]  # the last is that before the workers end
        time.sleep(_LOOKS)
    made = times(output)
    if len(made) != many or len(looks) <= _BEFORE:
        raise ValueError(f"{len(made):,} of {many:,} collections were made, or too fast to be looked at")
    begun, first, last = looks
    wall = ((made[n - 1] - made[starting]) / (n - 1 - starting) for n in (early, many))
    used = ((look.seconds - begun.seconds) / (look.made - begun.made) for look in (first, last))
    shown = f"{many:,} collections over {early:,}"
    return table(
        (f"memory of the driver, {shown}", f"{last.driver / first.driver:.2f} ({last.driver:.0f} MB)", "at most 1.05"),
        (
            f"memory of the workers, {shown}",
            f"{last.worker / first.worker:.2f} ({last.worker:.0f} MB each)",
            "at most 1.05",
        ),
        (f"time a collection, {shown}", _over(*wall), "at most 1.1"),
        (f"processor time a collection, {shown}", _over(*used), "at most 1.1"),
    )


def _over(before: float, after: float) -> str:
    return f"{after / before:.2f} ({1000 * after:.0f} ms)"


def _count(output: Path) -> int:
    return sum(1 for _ in os.scandir(output)) if output.exists() else 0
