"""Whatever bodies are sent, and however many at once, the server's loop goes on answering everybody else."""

from __future__ import annotations

import asyncio
import gzip
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

pytestmark = pytest.mark.timed

ROOT = Path(__file__).parents[2]
CLIENTS = 64
LONGEST = 50
"""Milliseconds that the loop may work, or wait, in one go."""
TRIES = 3
"""What it waits for may be the machine, but hardly each time; what the service itself waits for is there every time."""
FULL = 8 * 2**20 - 100


@pytest.fixture(scope="module")
def measured() -> Iterator[httpx.Client]:
    """A client of a server in a process of its own, which tells how long its loop pauses."""
    command = [sys.executable, "-m", "tests.api.pauses"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT)
    try:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, trust_env=False) as client:
            while client.get("/readyz").status_code != 200:
                time.sleep(0.1)
            yield client
    finally:
        server.kill()
        server.communicate()


def filled(before: bytes, unit: bytes, after: bytes) -> bytes:
    """A body as long as one may be."""
    return before + unit * ((FULL - len(before) - len(after)) // len(unit)) + after


def posted(path: str, body: bytes, *headers: str) -> bytes:
    head = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", *headers, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(head).encode() + body


def json(body: bytes) -> bytes:
    return posted("/v1/briefs", body, "Content-Type: application/json")


def packed(body: bytes) -> bytes:
    return posted("/v1/briefs", gzip.compress(body), "Content-Type: application/json", "Content-Encoding: gzip")


def form(body: bytes, path: str = "/v1/documents", boundary: str = "x") -> bytes:
    return posted(path, body, f"Content-Type: multipart/form-data; boundary={boundary}")


TEXT = b'{"documents":[{"text":"'
FILE = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.jsonl"\r\n\r\n'
CHUNKED = b"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"
WORST = {
    "empty lists": json(filled(b'{"documents":[],"x":[', b"[],", b"[]]}")),
    "empty lists, packed": packed(filled(b'{"documents":[],"x":[', b"[],", b"[]]}")),
    "one name over and over": packed(filled(b"{", b'"a":1,', b'"a":1}')),
    "documents": packed(filled(b'{"documents":[', b'{"text":"x"},', b'{"text":"x"}]}')),
    "escapes": packed(filled(TEXT, b"\\n", b'"}]}')),
    "letters as escapes": packed(filled(TEXT, b"\\u0416", b'"}]}')),
    "pairs of escapes": packed(filled(TEXT, b"\\ud83d\\ude00", b'"}]}')),
    "escapes and letters": packed(filled(TEXT, b"a\\n\\u0416", b'"}]}')),
    "as many escapes as may be": packed(TEXT + b"a\\n\\u0416" * 333_333 + b'","x":1}]}'),
    "four bytes a letter": packed(filled(TEXT, "\N{GRINNING FACE}".encode(), b'"}]}')),
    "quotation marks": packed(filled(b"", b'"', b"")),
    "backslashes": packed(filled(b'"', b"\\\\", b'"')),
    "long numbers": packed(filled(b"[", b"1" * 4_000 + b",", b"1]")),
    "blanks": packed(filled(b"", b" ", b"{}")),
    "lists in lists": packed(filled(b"", b"[", b"")),
    "as many errors as there may be": json(b'{"documents":[%s{}]}' % (b'{"a":1},' * 99)),
    "near boundaries": form(filled(FILE, b"\r\n--" + b"x" * 34 + b"y", b"\r\n--x--\r\n"), boundary="x" * 70),
    "near boundaries of one letter": form(filled(FILE, b"\r\n-", b"\r\n--x--\r\n")),
    "parts": form(filled(b"", b"--x\r\n\r\n\r\n", b"--x--\r\n")),
    "headers of a part": form(filled(b"--x\r\n", b"a:\r\n", b"\r\n--x--\r\n")),
    "tiny lines": form(filled(FILE, b"1\n", b"\r\n--x--\r\n")),
    "tiny articles": form(filled(FILE, b'{"text":"x"}\n', b"\r\n--x--\r\n")),
    "empty packed parts": posted(
        "/v1/briefs", gzip.compress(b"") * 400_000, "Content-Type: application/json", "Content-Encoding: gzip"
    ),
    "chunks of a byte": CHUNKED + b"1\r\nx\r\n" * 20_000 + b"0\r\n\r\n",
    "empty headers": b"POST /v1/briefs HTTP/1.1\r\n" + b"a:\r\n" * 4_000 + b"\r\n",
    "forms of an answer": posted("/v1/briefs", b"{}", f"Accept: {'a,' * 7_000}a"),
}


async def send_at_once(port: int, request: bytes, clients: int) -> None:
    """So many clients send the same request at once, as fast as the server takes it, and wait for the answer."""

    async def one() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(request)
            await asyncio.wait_for(reader.readuntil(b"\r\n"), 60)
        except OSError:
            pass  # it hung up before it had all of it, as it may
        finally:
            writer.close()

    await asyncio.gather(*(one() for _ in range(clients)))


@pytest.mark.parametrize("name", WORST)
def test_no_body_makes_the_loop_pause(measured: httpx.Client, name: str) -> None:
    worked, waited = longest_pauses(measured, WORST[name])
    for _ in range(TRIES - 1):
        if max(worked, waited) < LONGEST:
            break
        worked, waited = map(min, (worked, waited), longest_pauses(measured, WORST[name]))
    assert worked < LONGEST
    assert waited < LONGEST


def longest_pauses(measured: httpx.Client, request: bytes) -> tuple[float, float]:
    measured.get("/pauses")
    with ThreadPoolExecutor(1) as thread:  # as a browser of another test may have a loop of its own in this one
        thread.submit(asyncio.run, send_at_once(measured.base_url.port or 0, request, CLIENTS)).result()
    worked, waited = measured.get("/pauses").text.split()
    return float(worked), float(waited)


@pytest.mark.parametrize(
    ("holds_up", "kind"), [("while time.thread_time() < end: pass", 0), ("time.sleep(0.08)", 1)], ids=["work", "wait"]
)
def test_a_loop_that_is_held_up_is_noticed(holds_up: str, kind: int) -> None:
    """Of both kinds, or the test above would say nothing."""
    program = (
        "import asyncio, time\nfrom tests.api.pauses import Pauses\n"
        "async def main():\n"
        "    pauses = Pauses(None)\n"
        "    heart = asyncio.create_task(pauses._beat())\n"
        "    await asyncio.sleep(0.05)\n"
        "    end = time.thread_time() + 0.08\n"
        f"    {holds_up}\n"
        "    await asyncio.sleep(0.05)\n"
        "    print(1000 * pauses._worked, 1000 * pauses._waited)\n"
        "asyncio.run(main())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert float(done.stdout.split()[kind]) > LONGEST
