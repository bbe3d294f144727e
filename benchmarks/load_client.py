"""A service to load, the clients that load it, and what its processes take of memory."""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import count, pairwise
from pathlib import Path

from summarize import Document
from summarize.records.sentence import SentenceRole
from summarize.segmentation import split_documents

ARTICLES = Path(__file__).parent.parent / "examples" / "breach" / "articles.jsonl"
PAUSE = 0.2
"""Seconds after which a client that was turned away comes back; sooner than it is told, to keep the queue full."""

_CLOSING = ".!?\"'”’)"
_SYLLABLES = [f"{first}{second}" for first in "bdfgklmnprstvz" for second in "aeiou"]
_serial = count()

Make = Callable[[], bytes]
"""The next request of a client."""


def articles(*, fresh: bool = False) -> list[dict[str, str]]:
    """Five articles; fresh ones have a made-up word more at the end of each sentence.

    It is the same word in all of them, so that they still report the same, and another one in each request, so that
    nothing of an earlier one helps with it.
    """
    found = [dict(article) for article, _ in _given()]
    if fresh:
        number, word = next(_serial), ""
        for _ in range(3):
            number, syllable = divmod(number, len(_SYLLABLES))
            word += _SYLLABLES[syllable]
        for article, (_, ends) in zip(found, _given(), strict=True):
            text = article["text"]
            parts = [text[start:end] for start, end in pairwise([0, *ends, len(text)])]
            article["text"] = f" {word}".join(parts)
    return found


@cache
def _given() -> list[tuple[dict[str, str], list[int]]]:
    """The articles, and where in each text its sentences end, before the full stop."""
    given = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()][:5]
    found = []
    for article in given:
        sentences = split_documents([Document(id="one", text=article["text"])])
        ends = [s.start + len(s.text.rstrip(_CLOSING)) for s in sentences if s.role is SentenceRole.BODY]
        found.append((article, ends))
    return found


def request(documents: list[dict[str, str]]) -> bytes:
    body = json.dumps({"documents": documents}).encode()
    lines = ["Host: localhost", "Content-Type: application/json", f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(["POST /v1/briefs HTTP/1.1", *lines]).encode() + body


def fresh() -> bytes:
    return request(articles(fresh=True))


def repeated() -> bytes:
    return request(articles())


@dataclass
class Answers:
    """What came back: seconds of each brief, how many requests were turned away with 503, and how many went wrong."""

    seconds: list[float] = field(default_factory=list)
    busy: int = 0
    wrong: int = 0
    took: float = 0.0

    @property
    def count(self) -> int:
        return len(self.seconds) + self.busy + self.wrong

    @property
    def rate(self) -> float:
        """Briefs a second."""
        return len(self.seconds) / self.took

    def percentile(self, part: int) -> float:
        """In seconds: so many per cent of the briefs took no longer."""
        ordered = sorted(self.seconds)
        return ordered[max(0, -(-len(ordered) * part // 100) - 1)] if ordered else float("nan")


class Client:
    """One connection, kept open."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def connect(cls, port: int) -> Client:
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def ask(self, sent: bytes) -> tuple[int, bytes, float]:
        """Status and head of the answer, and how many seconds it took to its end."""
        begun = time.perf_counter()
        self._writer.write(sent)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head.lower())
        assert length, head
        await self._reader.readexactly(int(length[1]))
        return int(head.split()[1]), head.lower(), time.perf_counter() - begun

    def close(self) -> None:
        self._writer.close()


async def load(port: int, clients: int, make: Make, *, seconds: float = 1e9, most: int = 10**9) -> Answers:
    """So many clients at once, each with one request after another, for so long or until there are so many answers."""
    answers, begun = Answers(), time.perf_counter()

    async def one() -> None:
        client = await Client.connect(port)
        while time.perf_counter() < begun + seconds and answers.count < most:
            status, head, took = await client.ask(make())
            if status == 200:
                answers.seconds.append(took)
            elif status == 503 and b"\r\nretry-after: " in head:
                answers.busy += 1
                await asyncio.sleep(PAUSE)
            else:
                answers.wrong += 1
        client.close()

    async with asyncio.TaskGroup() as group:
        for _ in range(clients):
            group.create_task(one())
    answers.took = time.perf_counter() - begun
    return answers


async def livez(port: int, seconds: float) -> list[float]:
    """How many seconds /livez takes, asked every 50 ms."""
    client, waits, until = await Client.connect(port), [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        waits.append((await client.ask(b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"))[2])
        await asyncio.sleep(0.05)
    client.close()
    return waits


@contextmanager
def service() -> Iterator[tuple[int, int]]:
    """Port and process id of a service with its default settings, but for the rate, when all of it is ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "SUMMARIZE_API_PORT": str(port), "SUMMARIZE_API_RATE_PER_MINUTE": "0"}
    process = subprocess.Popen([sys.executable, "-m", "api"], env=environment, stderr=subprocess.DEVNULL)
    try:
        asked = [sys.executable, "-m", "api", "health"]
        while subprocess.run(asked, env=environment, capture_output=True, check=False).returncode:
            if process.poll() is not None:
                raise RuntimeError("the service did not start")
            time.sleep(0.2)
        time.sleep(2)  # for the other workers
        asyncio.run(load(port, 4, fresh, most=12))
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def memory(pid: int) -> tuple[float, float]:
    """Memory of a process and its children in MiB: all of it, shared pages by share, and what they allocated."""
    pids = {pid}
    for task in Path(f"/proc/{pid}/task").iterdir():
        pids.update(int(child) for child in (task / "children").read_text().split())
    told = [Path(f"/proc/{one}/smaps_rollup").read_text() for one in pids]
    total, own = (sum(_kilobytes(text, name) for text in told) / 1024 for name in ("Pss", "Pss_Anon"))
    return total, own


def _kilobytes(text: str, name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+)", text, re.MULTILINE)
    return int(found[1]) if found else 0
