"""What a batch loses when something is killed, or bad: parts of `benchmarks.batch`. Reads /proc."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.batch_input import small, write
from benchmarks.batch_runs import below, children, command, command_line, contents, fresh, table
from summarize.batch.inputs import MAX_COLLECTION_BYTES

_SECONDS = 60
"""That one collection may take among which one is far too large."""
_GRACE = 5.0
"""Seconds in which what a killed driver of Ray has started ends by itself, before it is ended."""


def kills(options: argparse.Namespace, folder: Path) -> str:
    """The driver or a worker of the local engine is killed, at random, and the same command given again."""
    return _killed(options, folder, ["--shard", "1/1"], children, "a worker")


def ray(options: argparse.Namespace, folder: Path) -> str:
    """The same with a Ray that the driver starts, whose workers are actors."""
    return _killed(options, folder, ["--engine", "ray"], _actors, "an actor of Ray")


def node(options: argparse.Namespace, folder: Path) -> str:
    """The only node of a cluster that makes anything is killed, at random, and another comes."""
    os.environ.update(RAY_USAGE_STATS_ENABLED="0", RAY_worker_niceness="0")
    from ray.cluster_utils import Cluster

    given, clean, output = _prepared(options, folder)
    dice, killed = Random(0), 0
    cluster: Any = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    try:
        working = cluster.add_node(num_cpus=1)
        while killed < options.kills:
            shutil.rmtree(output, ignore_errors=True)
            how = ["--engine", "ray", "--address", cluster.address, "--workers", "1"]
            process = subprocess.Popen(command(given, output, how))
            while killed < options.kills and _makes_more(process, output):
                time.sleep(dice.uniform(0, 2))
                if process.poll() is None:
                    cluster.remove_node(working, allow_graceful=False)
                    killed += 1
                    working = cluster.add_node(num_cpus=1)
            process.wait()
    finally:
        cluster.shutdown()
    return _compared(given, clean, output, {"a node of Ray": killed})


def bad(options: argparse.Namespace, folder: Path) -> str:
    """One collection of each kind that cannot be made among many that can."""
    given, clean, output = _prepared(options, folder)
    lines, kinds = given.read_bytes().splitlines(), _bad(options.many)
    step = max(1, len(lines) // len(kinds))
    for number, line in enumerate(kinds.values()):
        lines.insert(1 + number * (step + 1), line)
    among = folder / "among.jsonl"
    among.write_bytes(b"\n".join(lines) + b"\n")
    how = ["--timeout", str(_SECONDS)]
    status = subprocess.run(command(among, output, how), check=False).returncode
    failed = [json.loads(line) for line in (output / "failed.jsonl").read_bytes().splitlines()]
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(Counter(one["type"] for one in failed).items()))
    same = contents(output) == contents(clean)
    shown = f"one of each of {len(kinds)} kinds among {len(lines) - len(kinds):,} collections ({told}; status {status})"
    return table((shown, "the others equal to a clean run" if same else "THE OTHERS DIFFER", "equal"))


def _bad(documents: int) -> dict[str, bytes]:
    """Lines that come to nothing, or to a result of another name; the largest collection has so many documents."""
    told: dict[str, Any] = {
        "no documents": {"id": "none", "documents": []},
        "an article": {"id": "article", "text": "Fog."},
        "an id that is none": {"id": ["a"], "documents": [{"text": "Fog."}]},
        "the id of another": {"id": "event-000000", "documents": [{"text": "A ferry struck the pier."}]},
        "a text that is none": {"id": "number", "documents": [{"text": 5}]},
        "nothing to quote": {"id": "words", "documents": [{"text": "x"}]},
        "an id with a slash and a line end": {"id": "../a\nb", "documents": [{"text": "A ferry struck the pier."}]},
        "many documents": {
            "id": "many",
            "documents": [document for one in small(documents // 2) for document in one["documents"]],
        },
    }
    lines = {"no JSON": b'{"id": "broken", "documents": [', "no text": b"\xff\xfe\x00\xd8 \x00\x01"}
    lines["a long line"] = b'{"id": "long", "documents": [{"text": "' + b"Fog. " * (MAX_COLLECTION_BYTES // 4) + b'"}]}'
    return lines | {kind: json.dumps(line).encode() for kind, line in told.items()}


def _prepared(options: argparse.Namespace, folder: Path) -> tuple[Path, Path, Path]:
    """Collections, the folder with what an undisturbed run makes of them, and one for what another does."""
    given, clean = write(small(max(10, options.many // 10)), folder / "given.jsonl"), folder / "clean"
    subprocess.run(command(given, clean), check=True)
    return given, clean, fresh(folder)


def _killed(
    options: argparse.Namespace, folder: Path, how: list[str], workers: Callable[[int], list[int]], name: str
) -> str:
    given, clean, output = _prepared(options, folder)
    dice, killed = Random(0), {"the driver": 0, name: 0}
    while sum(killed.values()) < options.kills:
        process = subprocess.Popen(command(given, output, how))
        while process.poll() is None and sum(killed.values()) < options.kills:
            if not workers(process.pid):
                time.sleep(0.05)
                continue
            time.sleep(dice.uniform(0, 2))
            if dice.random() < 0.5 and (found := workers(process.pid)):
                with suppress(ProcessLookupError):
                    os.kill(dice.choice(found), signal.SIGKILL)
                    killed[name] += 1
            elif process.poll() is None:
                left = below(process.pid)
                process.kill()
                process.wait()
                killed["the driver"] += 1
                _end(left)
        process.wait()
        if process.returncode == 0:  # all was done before enough was killed
            shutil.rmtree(output)
    return _compared(given, clean, output, killed)


def _compared(given: Path, clean: Path, output: Path, killed: dict[str, int]) -> str:
    """What there is after the same command once more, undisturbed."""
    subprocess.run(command(given, output), check=True)
    same = contents(output) == contents(clean)
    told = " and ".join(f"{who} {times} times" for who, times in killed.items())
    return table((f"kill -9 of {told}", "every result once" if same else "RESULTS DIFFER", "as undisturbed"))


def _makes_more(process: subprocess.Popen[bytes], output: Path) -> bool:
    """Waits for another result; False where the batch ends before."""
    before = sum(1 for _ in _made(output))
    while process.poll() is None:
        if sum(1 for _ in _made(output)) > before:
            return True
        time.sleep(0.1)
    return False


def _made(output: Path) -> Iterator[Path]:
    return output.glob("event-*.json")


def _actors(pid: int) -> list[int]:
    return [process for process in below(pid) if command_line(process).startswith(b"ray::Maker")]


def _end(processes: list[int]) -> None:
    """Waits for what a killed driver had started, and ends what stays: it would share the processors with the next."""
    names = {process: command_line(process) for process in processes}
    until = time.monotonic() + _GRACE
    while (left := [p for p, name in names.items() if name and command_line(p) == name]) and time.monotonic() < until:
        time.sleep(0.2)
    for process in left:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
