"""A server that measures how long its loop pauses, in a process of its own: `python -m tests.api.pauses`.

Prints its port. GET /pauses answers, in milliseconds and since the last time, the longest that this process worked
while nobody else had a turn, and the longest that the loop waited for something without work: a disk, a lock, a sleep.
They are told apart because on a busy machine a virtual processor stands still now and then, for tens of milliseconds
which no process is charged: these are among what is waited for, and rare, while what is worked is the same each time.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from api.app import create_app
from api.logs import configure
from api.server import make_server
from api.settings import Settings
from tests.api.serving import load_troubled

BEAT = 0.001


class Pauses:
    """ASGI middleware with a heart that beats every millisecond, and knows the longest between two beats."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._worked = self._waited = 0.0
        self._heart: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._heart = self._heart or asyncio.create_task(self._beat())
        if scope.get("path") != "/pauses":
            await self._app(scope, receive, send)
            return
        body = b"%.1f %.1f" % (1000 * self._worked, 1000 * self._waited)
        self._worked = self._waited = 0.0
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
        await send({"type": "http.response.body", "body": body})

    async def _beat(self) -> None:
        last = Moment.now()
        while True:
            await asyncio.sleep(BEAT)
            now = Moment.now()
            passed = now.time - last.time
            worked = min(passed, now.worked - last.worked)
            self._worked = max(self._worked, worked)
            self._waited = max(self._waited, passed - BEAT - worked - (now.wanted - last.wanted))
            last = now


@dataclass(frozen=True, slots=True)
class Moment:
    """What has passed when the heart beats, in seconds."""

    time: float
    worked: float
    """Time of the processor that this process has had, in whichever thread."""
    wanted: float
    """For which the loop's thread wanted a processor, and another process had it."""

    @classmethod
    def now(cls) -> Moment:
        told = Path("/proc/thread-self/schedstat")
        wanted = int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0
        return cls(time.monotonic(), time.process_time(), wanted)


def main() -> None:
    configure("info")
    settings = Settings(workers=1, rate_per_minute=0, port=0)
    server = make_server(Pauses(create_app(settings, load_troubled)), settings)

    async def serve() -> None:
        serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.02)
        print(server.servers[0].sockets[0].getsockname()[1], flush=True)
        await serving

    asyncio.run(serve())


if __name__ == "__main__":
    main()
