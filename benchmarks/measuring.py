"""Whole processes, timed: what they take of the clock, of the processors, and of memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds by the clock, seconds of processor time, and the most memory in MB."""

    wall: float
    cpu: float
    memory: float = 0.0


def run_process(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """One process from start to end. Raises CalledProcessError when it fails."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **(environment or {})}
    ) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # ru_maxrss counts bytes there, kilobytes elsewhere
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def run_here(work: Callable[[], object]) -> Run:
    """One call in this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Run(time.perf_counter() - wall, time.process_time() - cpu)


def in_turns(systems: Mapping[str, Callable[[], Run]], times: int) -> dict[str, list[Run]]:
    """Every system once, then every system again: whatever else the machine does meets all of them alike."""
    runs: dict[str, list[Run]] = {name: [] for name in systems}
    for _ in range(times):
        for name, system in systems.items():
            runs[name].append(system())
    return runs


@dataclass(frozen=True, slots=True)
class Ratio:
    """A system over its peer: the median over the turns of the quotient within a turn, and its range."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{_short(self.middle)} ({_short(self.low)} to {_short(self.high)})"


def ratio(system: Sequence[float], peer: Sequence[float]) -> Ratio:
    quotients = [one / other for one, other in zip(system, peer, strict=True)]
    return Ratio(statistics.median(quotients), min(quotients), max(quotients))


def _short(number: float) -> str:
    return f"{number:.3f}" if number < 0.5 else f"{number:.2f}"
