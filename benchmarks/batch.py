"""What a batch makes a second, and what it survives.

    python -m benchmarks.batch [--only PART ...] [--collections 60] [--turns 3] [--many 10000] [--write docs]

Parts, by what they need: speed, nodes, shell, sizes (--collections, --turns); memory and stream, which compares --many
with a hundredth of it out of a pipe; kills, ray and node (--kills of the local engine, of Ray on this machine, of a
cluster's node) and bad, all with a tenth of --many.

Systems take turns; a ratio is the median over the turns of the quotient within a turn, with its range. Rates are by the
times of the results' files, from the first quarter on: by then all workers run, so that starting up is not counted,
except against the shell, which starts up each time. With --write each part becomes its block of scale.md there.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.batch_input import five_articles, write
from benchmarks.batch_losses import bad, kills, node, ray
from benchmarks.batch_runs import fresh, rate_of, run, table
from benchmarks.batch_stream import memory, stream
from benchmarks.blocks import replace_block
from benchmarks.measuring import ratio
from benchmarks.synthetic import ARTICLE
from summarize import __version__
from summarize.batch import Batch, BriefJob, ResultFolder, open_input
from summarize.batch.dispatch import Answer, Ready, Worker
from summarize.batch.job import Made, Task
from summarize.models.machine import usable_cpus

ONE_THREAD = {**os.environ, "OMP_NUM_THREADS": "1"}
LENGTHS = [5, 12, 25]
"""Sentences of a note of a wire, a short report and a long one."""
LOOP = """
import resource, sys, time
from summarize.batch import BriefJob, open_input
from summarize.batch.job import Task, do
make = BriefJob().load().make
given = list(open_input(sys.argv[1]))
do(Task(0, given[0], ""), make)
begun, used = time.perf_counter(), time.process_time()
for number, collection in enumerate(given):
    do(Task(number, collection, ""), make)
rate, each = len(given) / (time.perf_counter() - begun), (time.process_time() - used) / len(given)
print(rate, each, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
NODES = """
import sys
from ray.cluster_utils import Cluster
from summarize.cli import run
cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
for _ in range(int(sys.argv[1]) - 1):
    cluster.add_node(num_cpus=1)
sys.exit(run(["batch", *sys.argv[2:], "--engine", "ray", "--address", cluster.address]))
"""


def speed(options: argparse.Namespace, folder: Path) -> str:
    given, cpus = write(five_articles(options.collections), folder / "given.jsonl"), usable_cpus()
    few = write(five_articles(max(4, options.collections // (2 * cpus))), folder / "few.jsonl")
    loop, local, on_ray = [], [], []
    for _ in range(options.turns):
        loop.append(cpus * _loop(few)[0])
        local.append(rate_of(run(folder, given, ["--engine", "local"])))
        on_ray.append(rate_of(run(folder, given, ["--engine", "ray"])))
    return table(
        (f"local engine over {cpus} processors x one warm process in a loop", str(ratio(local, loop)), "at least 0.95"),
        ("ray engine on this machine over the local engine", str(ratio(on_ray, local)), "at least 0.9"),
    )


def nodes(options: argparse.Namespace, folder: Path) -> str:
    given = write(five_articles(options.collections), folder / "given.jsonl")
    one: list[float] = []
    two: list[float] = []
    for _ in range(options.turns):
        for count, rates in ((1, one), (2, two)):
            output = fresh(folder)
            command = [sys.executable, "-c", NODES, str(count), str(given), "-o", str(output), "-q"]
            subprocess.run(command, check=True, env={**os.environ, "RAY_worker_niceness": "0"})
            rates.append(rate_of(output))
    return table(("two Ray nodes of one processor each over one", str(ratio(two, one)), "at least 1.85"))


def shell(options: argparse.Namespace, folder: Path) -> str:
    """Batches of the same number of sentences in all: the smaller a collection, the more its start-up costs alone."""
    rows = []
    turns = [
        _against_shell(options.collections * ARTICLE // length, length, folder) for length in LENGTHS * options.turns
    ]
    for place, length in enumerate(LENGTHS):
        batch, one_shots = zip(*turns[place :: len(LENGTHS)], strict=True)
        count, shown = options.collections * ARTICLE // length, f"{1 / statistics.median(one_shots):.2f} s each"
        what = (
            f"batch of {count} collections of 5 x {length} sentences, start-up counted, over a shell loop of summarize"
        )
        rows.append((f"{what} ({shown})", str(ratio(batch, one_shots)), "at least 6"))
    return table(*rows)


def _against_shell(count: int, length: int, folder: Path) -> tuple[float, float]:
    """Collections a second of a batch, and of four runs of the command."""
    given = write(five_articles(count, sentences=length), folder / "given.jsonl")
    begun = time.perf_counter()
    run(folder, given)
    batch = count / (time.perf_counter() - begun)
    alone = []
    for number, collection in enumerate(five_articles(4, sentences=length)):
        alone.append(folder / f"{number}.jsonl")
        alone[-1].write_text("".join(json.dumps(document) + "\n" for document in collection["documents"]))
    begun = time.perf_counter()
    for path in alone:
        subprocess.run([sys.executable, "-m", "summarize", str(path), "-f", "json"], check=True, capture_output=True)
    return batch, len(alone) / (time.perf_counter() - begun)


def sizes(options: argparse.Namespace, folder: Path) -> str:
    """What a collection costs, in processor time: that is time by the clock where nothing else runs."""
    lines = [
        "| articles | sentences | processor seconds | of the driver | memory of a worker |",
        "|---|---|---|---|---|",
    ]
    for articles, count in ((5, 8), (20, 4), (100, 2)):
        given = write(five_articles(count, articles), folder / "given.jsonl")
        _, seconds, memory = _loop(given)
        driver = driver_seconds(write(five_articles(50, articles), folder / "driver.jsonl"), fresh(folder))
        lines.append(f"| {articles} | {25 * articles:,} | {seconds:.2f} | {driver:.4f} | {memory:,.0f} MB |")
    return "\n".join(lines)


def driver_seconds(given: Path, output: Path) -> float:
    """Processor time of a collection in the driver: reading, key, looking up and writing a result of usual size."""
    job = BriefJob()
    batch = Batch(open_input(str(given)), job, ResultFolder(output), Instant(150_000, job), workers=2, seconds=60)
    begun = time.process_time()
    batch.run()
    return (time.process_time() - begun) / batch.tally.made


class Instant:
    """Workers that cost nothing: an engine and its only worker in one."""

    name = "instant"

    def __init__(self, size: int, job: BriefJob) -> None:
        self._text, self._ready, self._runtime = "x" * size, False, job.runtime()
        self._key = ""

    def start(self) -> Worker:
        self._ready = False
        return self

    def wait(self, workers: Sequence[Worker], seconds: float | None) -> Sequence[Worker]:
        return workers[:1]

    def give(self, task: Task) -> None:
        self._key = task.key

    def take(self) -> Answer:
        if self._ready:
            result = {"text": self._text, "batch": {"key": self._key}}
            return Made(json.dumps(result).encode(), {})
        self._ready = True
        return Ready(__version__, self._runtime)

    def leave(self) -> None:
        pass

    def end(self) -> None:
        pass


def _loop(given: Path) -> tuple[float, float, float]:
    """One warm process in a loop: collections a second, processor seconds a collection, MB at the most."""
    command = [sys.executable, "-c", LOOP, str(given)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, env=ONE_THREAD).stdout
    rate, seconds, kilobytes = map(float, printed.split())
    return rate, seconds, kilobytes / 1000


PARTS: dict[str, Callable[[argparse.Namespace, Path], str]] = {
    part.__name__: part for part in (speed, nodes, shell, sizes, memory, stream, kills, ray, node, bad)
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART")
    parser.add_argument("--collections", type=int, default=60, help="of five articles; default: %(default)s")
    parser.add_argument("--turns", type=int, default=3, help="default: %(default)s")
    parser.add_argument("--many", type=int, default=10_000, help="small collections; default: %(default)s")
    parser.add_argument("--kills", type=int, default=50, help="default: %(default)s")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="update scale.md here")
    options = parser.parse_args(arguments)
    for name in options.only:
        with tempfile.TemporaryDirectory() as folder:
            measured = PARTS[name](options, Path(folder))
        print(f"{name}\n\n{measured}\n", flush=True)
        if options.write:
            replace_block(options.write / "scale.md", f"batch {name}", measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
