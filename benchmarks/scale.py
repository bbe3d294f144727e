"""What a sentence costs as collections grow.

    python -m benchmarks.scale [--sizes N ...] [--turns N] [--largest-turns N] [--write docs]

Every collection is summarised whole, encoding included, in a process of its own; sizes take turns. Prints the table;
with --write it becomes the block "scale" of performance.md in that folder, with its picture scale.svg. The largest
size takes minutes, so its turns may be fewer.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.blocks import replace_block
from benchmarks.scale_chart import draw
from benchmarks.synthetic import Recombiner

SIZES = (1_000, 5_000, 10_000, 100_000)
BASE = 5_000
"""Size that the cost of a sentence is held against."""
MOST_GROWTH, MOST_MEMORY = 1.2, 2000
"""Targets at the largest size: cost of a sentence over that at BASE, and MB."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run: seconds by the clock and of processor time, the stages' share of both, and peak memory in MB."""

    wall: float
    cpu: float
    memory: float
    stages: dict[str, tuple[float, float]]


def measure(size: int) -> Cost:
    """Summarises one collection in this process; loading the model is not counted."""
    from summarize import summarize
    from summarize.models import load_encoder

    documents = Recombiner().documents(size)
    encoder = load_encoder()
    marks: list[tuple[str, float, float]] = []

    def mark(stage: str) -> None:
        marks.append((stage, time.perf_counter(), time.process_time()))

    summarize(documents, encoder=encoder, on_stage=mark)
    mark("end")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(
        wall=marks[-1][1] - marks[0][1],
        cpu=marks[-1][2] - marks[0][2],
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit,
        stages={
            stage: (wall_after - wall, cpu_after - cpu)
            for (stage, wall, cpu), (_, wall_after, cpu_after) in pairwise(marks)
        },
    )


def measure_apart(size: int) -> Cost:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scale", "--measure", str(size)]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=os.environ).stdout
    return Cost(**json.loads(printed))


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The slope of seconds over sizes, both as logarithms: 1 where twice as many sentences take twice as long."""
    line = statistics.linear_regression([math.log(n) for n in sizes], [math.log(s) for s in seconds])
    return float(line.slope)


def table(costs: dict[int, list[Cost]]) -> str:
    """The measured part of the page."""
    base = {of: _per_sentence(costs, BASE, of) for of in ("wall", "cpu")} if BASE in costs else None
    lines = [
        "| sentences | turns | seconds | processor seconds | ms a sentence | over 5,000 | the same by processor "
        "| peak memory |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for size, runs in costs.items():
        wall, cpu = _per_sentence(costs, size, "wall"), _per_sentence(costs, size, "cpu")
        growth = f"{wall / base['wall']:.2f} | {cpu / base['cpu']:.2f}" if base else "– | –"
        lines.append(
            f"| {size:,} | {len(runs)} | {wall * size:.1f} | {cpu * size:.1f} | {wall * 1000:.2f} | {growth} "
            f"| {max(run.memory for run in runs):,.0f} MB |"
        )
    sizes = [size for size in costs if size >= BASE]  # below, more of the sentences are encoded
    if len(sizes) > 1:
        slopes = [exponent(sizes, [_per_sentence(costs, n, of) * n for n in sizes]) for of in ("wall", "cpu")]
        lines += [
            "",
            f"From {BASE:,} on, seconds grow with the number of sentences to the power of {slopes[0]:.2f}, processor "
            f"time of {slopes[1]:.2f}. The target at 100,000 is {MOST_GROWTH} times the cost of a sentence at "
            f"{BASE:,}, and {MOST_MEMORY:,} MB.",
        ]
    lines += [
        "",
        "Milliseconds of processor time a sentence, by stage:",
        "",
        "| sentences | " + " | ".join(_stages(costs)) + " |",
        "|---|" + "---|" * len(_stages(costs)),
    ]
    for size, runs in costs.items():
        parts = [statistics.median(run.stages[stage][1] for run in runs) / size * 1000 for stage in _stages(costs)]
        lines.append(f"| {size:,} | " + " | ".join(f"{part:.2f}" for part in parts) + " |")
    return "\n".join(lines)


def _stages(costs: dict[int, list[Cost]]) -> list[str]:
    return [stage for stage in next(iter(costs.values()))[0].stages if stage != "model"]


def _per_sentence(costs: dict[int, list[Cost]], size: int, of: str) -> float:
    return float(statistics.median(getattr(run, of) for run in costs[size])) / size


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="default: %(default)s")
    parser.add_argument("--turns", type=int, default=3, help="of every size; default: %(default)s")
    parser.add_argument("--largest-turns", type=int, default=2, help="of the largest size; default: %(default)s")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="update performance.md and scale.svg here")
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.measure:
        print(json.dumps(asdict(measure(options.measure))))
        return 0
    costs: dict[int, list[Cost]] = {size: [] for size in sorted(options.sizes)}
    largest = max(costs)
    for turn in range(options.turns):
        for size, runs in costs.items():
            if size < largest or turn < options.largest_turns:
                runs.append(measure_apart(size))
                print(f"{size:,}: {runs[-1].wall:.1f} s", file=sys.stderr, flush=True)
    print(table(costs))
    if options.write:
        replace_block(options.write / "performance.md", "scale", table(costs))
        stages = {
            size: {stage: statistics.median(run.stages[stage][1] for run in runs) / size for stage in _stages(costs)}
            for size, runs in costs.items()
        }
        (options.write / "scale.svg").write_text(draw(stages), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
