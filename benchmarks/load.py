"""How the HTTP service does under load.

    python -m benchmarks.load [--only PART ...] [--seconds 15] [--requests 2000] [--write docs]

Five articles a request. With --write each part becomes its block of service.md in that folder. All parts take about
eleven minutes, most of them for the requests between the two measurements of memory.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.blocks import replace_block
from benchmarks.load_client import (
    Answers,
    Client,
    articles,
    fresh,
    livez,
    load,
    memory,
    repeated,
    request,
    service,
)
from summarize.models.machine import usable_cpus

CLIENTS = (1, 4, 16, 64)
EARLY = 200
"""Requests before memory is measured first."""

Measured = tuple[str, str, str]
"""What, how much, and how much is asked."""


def fresh_requests(options: argparse.Namespace) -> str:
    whole, bulk = command_seconds(), bulk_rate(options.seconds)
    with service() as (port, _):
        found = {clients: asyncio.run(load(port, clients, fresh, seconds=options.seconds)) for clients in CLIENTS}
    spread = {clients: answers.percentile(99) / answers.percentile(50) for clients, answers in found.items()}
    return "\n".join(
        [
            *_clients(found, digits=0),
            "",
            f"The command took {whole:.2f} s as a whole process, and one process that does nothing else made "
            f"{bulk:.1f} briefs a second; {_processors()}.",
            "",
            *_targets(
                ("one client, p50 over the command", f"{found[1].percentile(50) / whole:.2f}", "at most 0.35"),
                ("16 clients, briefs/s over one process in bulk", f"{found[16].rate / bulk:.2f}", "at least 0.9"),
                ("p99 over p50, at the most", f"{max(spread.values()):.1f}", "at most 4"),
                ("wrong answers", str(sum(answers.wrong for answers in found.values())), "0"),
            ),
        ]
    )


def repeated_requests(options: argparse.Namespace) -> str:
    seconds = options.seconds / 3
    with service() as (port, _):
        anew = asyncio.run(load(port, 1, fresh, seconds=seconds))
        found = {clients: asyncio.run(load(port, clients, repeated, seconds=seconds)) for clients in CLIENTS}
    faster = anew.percentile(50) / found[1].percentile(50)
    return "\n".join(
        [
            *_clients(found, digits=1),
            "",
            *_targets(("one client, times as fast as fresh", f"{faster:.0f}", "at least 4")),
        ]
    )


def growing_collection(options: argparse.Namespace) -> str:
    with service() as (port, _):
        all_new = asyncio.run(load(port, 1, fresh, seconds=options.seconds / 3))
        one_new = asyncio.run(_one_more(port, options.seconds))
    ratio = statistics.median(one_new) / all_new.percentile(50)
    return (
        f"The fifth article after a request with the other four: p50 {1000 * statistics.median(one_new):.0f} ms, "
        f"{ratio:.2f} of the {1000 * all_new.percentile(50):.0f} ms of five new ones."
    )


async def _one_more(port: int, seconds: float) -> list[float]:
    client, times, until = await Client.connect(port), [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        documents = articles(fresh=True)
        await client.ask(request(documents[:4]))
        status, _, took = await client.ask(request(documents))
        assert status == 200
        times.append(took)
    client.close()
    return times


def loop_latency(options: argparse.Namespace) -> str:
    async def beside(port: int) -> list[float]:
        waits, _ = await asyncio.gather(livez(port, options.seconds), load(port, 16, fresh, seconds=options.seconds))
        return waits

    with service() as (port, _):
        waits = sorted(asyncio.run(beside(port)))
    return (
        f"`/livez` beside 16 clients with fresh requests: p50 {1000 * statistics.median(waits):.1f} ms, p99 "
        f"{1000 * waits[len(waits) * 99 // 100]:.1f} ms, at the longest {1000 * waits[-1]:.1f} ms (asked: 50)."
    )


def memory_growth(options: argparse.Namespace) -> str:
    early = min(EARLY, options.requests // 2)
    with service() as (port, pid):
        first = _after(port, pid, early)
        second = _after(port, pid, options.requests - early)
    lines = ["| MiB | in all | allocated |", "|---|---|---|"]
    for count, (total, own) in ((early, first), (options.requests, second)):
        lines.append(f"| after {count:,} requests | {total:.0f} | {own:.0f} |")
    growth = [f"{100 * (late / before - 1):+.1f} %" for before, late in zip(first, second, strict=True)]
    return "\n".join([*lines, f"| growth (asked: at most 5 %) | {' | '.join(growth)} |"])


def _after(port: int, pid: int, requests: int) -> tuple[float, float]:
    answers = asyncio.run(load(port, 4, fresh, most=requests))
    assert not answers.wrong
    time.sleep(2)
    return memory(pid)


def command_seconds() -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "five.jsonl")
        path.write_text("\n".join(json.dumps(article) for article in articles()), encoding="utf-8")
        times = []
        for _ in range(5):
            begun = time.perf_counter()
            command = [sys.executable, "-m", "summarize", str(path), "-f", "json"]
            subprocess.run(command, capture_output=True, check=True)
            times.append(time.perf_counter() - begun)
    return statistics.median(times)


def bulk_rate(seconds: float) -> float:
    """Briefs a second of one process that does nothing else, with the same encoder and as many threads as it takes."""
    from api.schemas import BriefRequest
    from summarize import summarize
    from summarize.models import load_encoder
    from summarize.rendering import Format, render

    encoder = load_encoder()
    begun, made = 0.0, -1
    while made < 1 or time.perf_counter() - begun < seconds:
        asked = BriefRequest.model_validate_json(json.dumps({"documents": articles(fresh=True)}))
        documents = [document.document(number) for number, document in enumerate(asked.documents, start=1)]
        render(summarize(documents, encoder=encoder), Format.JSON)
        made += 1
        if made == 0:  # the first warms up
            begun = time.perf_counter()
    return made / (time.perf_counter() - begun)


def _clients(found: dict[int, Answers], digits: int) -> list[str]:
    lines = ["| clients | briefs/s | p50 ms | p95 ms | p99 ms | 503 | wrong |", "|---|---|---|---|---|---|---|"]
    for clients, answers in found.items():
        times = " | ".join(f"{1000 * answers.percentile(part):.{digits}f}" for part in (50, 95, 99))
        lines.append(f"| {clients} | {answers.rate:.1f} | {times} | {answers.busy} | {answers.wrong} |")
    return lines


def _targets(*measured: Measured) -> list[str]:
    return ["| | measured | asked |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in measured)]


def _processors() -> str:
    count = usable_cpus()
    return f"{count} processor{'s' if count > 1 else ''}, as many workers"


PARTS: dict[str, Callable[[argparse.Namespace], str]] = {
    "fresh": fresh_requests,
    "repeated": repeated_requests,
    "growing": growing_collection,
    "livez": loop_latency,
    "memory": memory_growth,
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", choices=PARTS, help="only this part; may be repeated")
    parser.add_argument("--seconds", type=float, default=15, help="of each measurement; default: %(default)s")
    parser.add_argument("--requests", type=int, default=2000, help="of the part memory; default: %(default)s")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="put the figures into service.md here")
    options = parser.parse_args(arguments)
    for name in options.only or PARTS:
        text = PARTS[name](options)
        print(f"{name}\n\n{text}\n", flush=True)
        if options.write:
            replace_block(options.write / "service.md", f"load {name}", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
