"""How the HTTP service does under load: python -m benchmarks.load [--seconds 10] [--memory 2000]

Five articles a request (examples/breach without its last one). Fresh requests differ in an id and so are made anew;
repeated ones come from the cache. In the same run and on the same machine: the command's whole-process time, and one
process that makes the same briefs in bulk.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ARTICLES = Path("examples/breach/articles.jsonl")
CLIENTS = (1, 4, 16, 64)
_serial = itertools.count()


def articles() -> list[dict[str, str]]:
    return [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()][:5]


def request(fresh: bool) -> bytes:
    documents = articles()
    if fresh:
        documents[0]["id"] = f"fresh-{next(_serial)}"
    body = json.dumps({"documents": documents}).encode()
    head = (
        f"POST /v1/briefs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


@contextmanager
def service() -> Iterator[tuple[int, int]]:
    """Port and process id of a service with its default settings, but for the rate, when it is ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "SUMMARIZE_API_PORT": str(port), "SUMMARIZE_API_RATE_PER_MINUTE": "0"}
    process = subprocess.Popen([sys.executable, "-m", "api"], env=environment, stderr=subprocess.DEVNULL)
    try:
        while _is_not_ready(environment):
            time.sleep(0.2)
        time.sleep(2)  # for the other workers
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def _is_not_ready(environment: dict[str, str]) -> bool:
    asked = subprocess.run([sys.executable, "-m", "api", "health"], env=environment, capture_output=True, check=False)
    return asked.returncode != 0


async def client(port: int, fresh: bool, until: float, times: list[float], statuses: Counter[int], most: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.perf_counter() < until and sum(statuses.values()) < most:
        begun = time.perf_counter()
        writer.write(request(fresh))
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(int(re.search(rb"content-length: (\d+)", head.lower())[1]))  # type: ignore[index]
        status = int(head.split()[1])
        statuses[status] += 1
        if status == 200:
            times.append(time.perf_counter() - begun)
        else:
            assert status == 503
            assert b"retry-after" in head.lower()
            await asyncio.sleep(0.2)
    writer.close()


async def load(
    port: int, clients: int, fresh: bool, seconds: float, most: int = 10**9
) -> tuple[list[float], Counter[int], float]:
    times: list[float] = []
    statuses: Counter[int] = Counter()
    begun = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for _ in range(clients):
            group.create_task(client(port, fresh, begun + seconds, times, statuses, most))
    return times, statuses, time.perf_counter() - begun


async def livez(port: int, seconds: float) -> list[float]:
    """How long /livez takes, asked every 50 ms."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    waits, until = [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        begun = time.perf_counter()
        writer.write(b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(int(re.search(rb"content-length: (\d+)", head.lower())[1]))  # type: ignore[index]
        waits.append(time.perf_counter() - begun)
        await asyncio.sleep(0.05)
    writer.close()
    return waits


async def both(port: int, seconds: float) -> list[float]:
    waits, _ = await asyncio.gather(livez(port, seconds), load(port, 16, True, seconds))
    return waits


def memory(pid: int) -> float:
    """Resident memory of a process and its children, in MiB; shared pages count by share."""
    pids = [pid, *(int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
    for task in Path(f"/proc/{pid}/task").iterdir():
        pids += [int(child) for child in (task / "children").read_text().split()]
    total = 0
    for one in set(pids):
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{one}/smaps_rollup").read_text(), re.MULTILINE)
        total += int(found[1]) if found else 0
    return total / 1024


def command_seconds() -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "five.jsonl")
        path.write_text("\n".join(json.dumps(article) for article in articles()), encoding="utf-8")
        times = []
        for _ in range(5):
            begun = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "summarize", str(path), "-f", "json"], capture_output=True, check=True
            )
            times.append(time.perf_counter() - begun)
    return statistics.median(times)


def bulk_rate(seconds: float) -> float:
    """Briefs a second of one process that does nothing else, with the same encoder and as many threads as it takes."""
    from api.schemas import BriefRequest
    from summarize import summarize
    from summarize.embedding import load_encoder
    from summarize.rendering import Format, render

    asked = BriefRequest.model_validate_json(json.dumps({"documents": articles()}))
    documents = [document.document(number) for number, document in enumerate(asked.documents, start=1)]
    encoder = load_encoder()
    summarize(documents, encoder=encoder)
    begun, made = time.perf_counter(), 0
    while time.perf_counter() - begun < seconds:
        render(summarize(documents, encoder=encoder), Format.JSON)
        made += 1
    return made / (time.perf_counter() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--memory", type=int, default=2000, help="requests before memory is measured again")
    chosen = parser.parse_args()
    whole, bulk = command_seconds(), bulk_rate(chosen.seconds)
    print(f"command, whole process: {whole:.3f} s; one process in bulk: {bulk:.1f} briefs/s\n")
    print("| clients | requests | briefs/s | p50 ms | p95 ms | p99 ms | 503 |\n|---|---|---|---|---|---|---|")
    with service() as (port, pid):
        asyncio.run(load(port, 4, True, 60, most=20))
        for fresh in (True, False):
            for clients in CLIENTS:
                times, statuses, took = asyncio.run(load(port, clients, fresh, chosen.seconds))
                cut = statistics.quantiles(times, n=100)
                p50, p95, p99 = (f"{1000 * cut[at]:.0f}" if fresh else f"{1000 * cut[at]:.1f}" for at in (49, 94, 98))
                kind = "fresh" if fresh else "repeated"
                rate = len(times) / took
                print(f"| {clients} | {kind} | {rate:.1f} | {p50} | {p95} | {p99} | {statuses[503]} |", flush=True)
        waits = asyncio.run(both(port, chosen.seconds))
        middle, longest = 1000 * statistics.median(waits), 1000 * max(waits)
        print(f"\n/livez beside 16 clients: p50 {middle:.1f} ms, longest {longest:.1f} ms")
    if chosen.memory:
        with service() as (port, pid):
            asyncio.run(load(port, 4, True, 600, most=200))
            early = memory(pid)
            asyncio.run(load(port, 4, True, 600, most=chosen.memory - 200))
            late = memory(pid)
            print(f"memory after 200 requests {early:.0f} MiB, after {chosen.memory} {late:.0f} MiB")


if __name__ == "__main__":
    main()
