"""What the measurements of a batch have in common: the command, its processes, and what it left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

STARTING = 0.25
"""Share of the results that are made before a rate is measured: workers that are still starting make none."""


def command(given: Path | str, output: Path, how: Sequence[str] = ()) -> list[str]:
    """The command of a batch; `given` may be "-"."""
    return [sys.executable, "-m", "summarize", "batch", str(given), "-o", str(output), "-q", *how]


def run(folder: Path, given: Path, how: Sequence[str] = ()) -> Path:
    """A batch into a folder that was not there, which it gives. Raises CalledProcessError when it fails."""
    output = fresh(folder)
    subprocess.run(command(given, output, how), check=True)
    return output


def fresh(folder: Path) -> Path:
    """Where the next batch may write: a folder that is not there."""
    shutil.rmtree(folder / "output", ignore_errors=True)
    return folder / "output"


def times(output: Path) -> list[float]:
    """When each result was written, in seconds, in order."""
    return sorted(path.stat().st_mtime for path in output.glob("event-*.json"))


def rate_of(output: Path) -> float:
    """Results a second once all workers are at work, to the last result."""
    made = times(output)
    made = made[int(STARTING * len(made)) :]
    return (len(made) - 1) / (made[-1] - made[0])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("event-*.json")}


def below(pid: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    found = []
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(child) for child in children.read_text().split()]
        except OSError:  # it has ended meanwhile
            continue
    return [process for child in found for process in (child, *below(child))]


def command_line(pid: int) -> bytes:
    """Empty of a process that has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def children(pid: int) -> list[int]:
    """The workers of a batch of the local engine."""
    return [child for child in below(pid) if b"spawn_main" in command_line(child)]


def megabytes(pid: int) -> tuple[float, float]:
    """What the driver holds, and its largest worker; 0 of what has ended."""
    return _resident(pid), max((_resident(child) for child in children(pid)), default=0.0)


def processor(pid: int) -> float:
    """Seconds of processors that the driver and the workers it has now have taken."""
    return sum(map(_seconds, (pid, *children(pid))))


def _seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, IndexError):
        return 0.0


def table(*rows: tuple[str, str, str]) -> str:
    return "\n".join(["| what | measured | target |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)])
