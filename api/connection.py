"""The server's side of a connection, with a limit on how long a client may take to send its request.

uvicorn waits for ever for a request's head, and for the rest of a body nobody wants; a few hundred clients that send a
byte a minute would hold every connection there may be.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable

from uvicorn.protocols.http.h11_impl import H11Protocol

_MALFORMED = {
    "type": "urn:summarize:problem:invalid-http",
    "title": "Bad Request",
    "status": 400,
    "detail": "What came is no HTTP request, or its headers are too long.",
}


def protocol(seconds: float) -> Callable[..., asyncio.Protocol]:
    """The protocol for uvicorn's `http`, which closes a connection that sends nothing whole for so long."""

    class PatientProtocol(H11Protocol):
        _deadline: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._watch()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
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

        def _watch(self) -> None:
            """The clock runs from the first byte that is owed to the last one that came."""
            answering = self.cycle is not None and not self.cycle.response_complete
            if answering:  # the body has a limit of its own
                if self._deadline:
                    self._deadline.cancel()
                self._deadline = None
            elif self._deadline is None:
                self._deadline = asyncio.get_running_loop().call_later(seconds, self._close)

        def _close(self) -> None:
            self._deadline = None
            answering = self.cycle is not None and not self.cycle.response_complete
            if not answering and not self.transport.is_closing():
                self.transport.close()

    return PatientProtocol
