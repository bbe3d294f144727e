"""The server's side of a connection: how many there may be, and how long a client may keep one waiting.

uvicorn waits for ever: for a request's head, for the rest of a body nobody wants, and for a client to take its answer.
A few hundred clients that send or take a byte a minute would hold every connection there may be.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

SURPLUS = "summarize.surplus"
"""Set in the scope of a request that came over a connection more than there may be."""
_LEAST_TAKEN = 16 * 1024
"""Bytes of an answer that a client has to take in the time it is given, or else all that is left."""

_MALFORMED = {
    "type": "urn:summarize:problem:invalid-http",
    "title": "Bad Request",
    "status": 400,
    "detail": "What came is no HTTP request, or its headers are too long.",
}


def protocol(seconds: float, most: int) -> Callable[..., asyncio.Protocol]:
    """The protocol for uvicorn's `http`: ends a connection whose client keeps it waiting for so many seconds.

    Requests over more than `most` connections at once are marked as SURPLUS, for the application to turn them away.
    """

    class PatientProtocol(H11Protocol):
        _deadline: asyncio.TimerHandle | None = None
        _unsent = 0

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            if len(self.connections) > most:
                self.app = _marked(self.app)
            self._watch()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            self._watch()

        def pause_writing(self) -> None:
            super().pause_writing()
            self._watch()

        def resume_writing(self) -> None:
            super().resume_writing()
            self._watch()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self._watch()

        def connection_lost(self, exc: Exception | None) -> None:
            if self._deadline:
                self._deadline.cancel()
            super().connection_lost(exc)

        def send_400_response(self, msg: str) -> None:
            body = json.dumps(_MALFORMED).encode()
            self.transport.write(
                b"HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\nConnection: close\r\n"
                b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
            )
            self.transport.close()

        def _unsupported_upgrade_warning(self) -> None:
            pass  # it advises on what to install, once for every client that cares to ask

        def _waits(self) -> bool:
            """Whether it is the client's turn: to send a head or take an answer. Bodies have a limit of their own."""
            answering = self.cycle is not None and not self.cycle.response_complete
            return not answering or self.flow.write_paused

        def _watch(self) -> None:
            """The clock runs from the first byte that is owed to the last one that came."""
            if not self._waits():
                if self._deadline:
                    self._deadline.cancel()
                self._deadline = None
            elif self._deadline is None:
                self._unsent = self.transport.get_write_buffer_size()
                self._deadline = asyncio.get_running_loop().call_later(seconds, self._late)

        def _late(self) -> None:
            self._deadline = None
            if not self._waits():
                return
            unsent = self.transport.get_write_buffer_size()
            if unsent and self._unsent - unsent >= _LEAST_TAKEN:
                self._watch()
            else:
                self.transport.abort()  # to close it would be to wait for what is unsent

    return PatientProtocol


def _marked(app: ASGIApp) -> ASGIApp:
    async def marked(scope: Scope, receive: Receive, send: Send) -> None:
        scope[SURPLUS] = True
        await app(scope, receive, send)

    return marked
