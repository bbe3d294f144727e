"""A server that measures how long its loop pauses, in a process of its own: `python -m tests.api.pauses`.

Prints its port. GET /pauses answers the longest pause since the last time, in milliseconds.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from api.app import create_app
from api.logs import configure
from api.server import make_server
from api.settings import Settings
from tests.api.serving import load_troubled

BEAT = 0.001


class Pauses:
    """ASGI middleware with a heart that beats every millisecond, and knows the longest time between two beats."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._longest = 0.0
        self._heart: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._heart = self._heart or asyncio.create_task(self._beat())
        if scope.get("path") != "/pauses":
            await self._app(scope, receive, send)
            return
        body = b"%.1f" % (1000 * self._longest)
        self._longest = 0.0
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
        await send({"type": "http.response.body", "body": body})

    async def _beat(self) -> None:
        last = _running()
        while True:
            await asyncio.sleep(BEAT)
            now = _running()
            self._longest = max(self._longest, now - last - BEAT)
            last = now


def _running() -> float:
    """Seconds that have passed, but for those in which another process had the processor that this thread wanted."""
    told = Path("/proc/thread-self/schedstat")
    wanted = int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0
    return time.monotonic() - wanted


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
