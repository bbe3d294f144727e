"""The server's side of a connection: how many there may be, and how long a client may keep one waiting.

uvicorn waits for ever: for a request's head, for the rest of a body nobody wants, and for a client to take its answer.
A few hundred clients that send or take a byte a minute would hold every connection there may be.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import Callable
from functools import partial
from http import HTTPStatus

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from api.problems import Problem
from api.turns import Turns

LONGEST_HEAD = 16 * 1024
"""Bytes of a request line and headers. They are parsed in one go, which takes nine milliseconds at the worst."""
SURPLUS = "summarize.surplus"
"""Set in the scope of a request that came over a connection more than there may be."""
RESERVE = 16
"""Connections more than there may be that are kept, for probes and to turn requests away; any others are closed."""
_SURPLUS_SECONDS = 2.0
"""How long one of the reserve may keep the server waiting."""
_LEAST_TAKEN = 16 * 1024
"""Bytes of an answer that a client has to take in the time it is given, or else all that is left."""
_READ = 32 * 1024
"""Bytes that are read at once: asyncio's 256 KiB from each of many clients are a long time in one round of the loop."""
_LINGER = 1.0
_LOOK_AGAIN = 0.1
_SLICE = 2 * 1024
"""Bytes of them that are taken in at once: in chunks of one byte they take three to seven milliseconds."""


def protocol(seconds: float, most: int) -> Callable[..., asyncio.Protocol]:
    """The protocol for uvicorn's `http`: ends a connection whose client keeps it waiting for so many seconds.

    Requests over more than `most` connections at once are marked as SURPLUS, for the application to turn them away.
    More than RESERVE of these are closed as soon as they are made.
    """
    turns, buffer = Turns(), memoryview(bytearray(_READ))

    class PatientProtocol(H11Protocol, asyncio.BufferedProtocol):
        _deadline: asyncio.TimerHandle | None = None
        _patience = seconds
        _ended = False  # the client has said all that it will say
        _unsent = 0
        _dismissed = False
        _slices = 0  # that wait for their turn

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            if len(self.connections) > most + RESERVE:
                transport.write(_answer(crowded(most)))
                transport.close()
                return
            if len(self.connections) > most:
                self.app, self._patience = _marked(self.app), min(seconds, _SURPLUS_SECONDS)
            self._watch()

        def get_buffer(self, sizehint: int) -> memoryview:
            return buffer  # one for all: what is in it is copied before anything else is read

        def buffer_updated(self, nbytes: int) -> None:
            for start in range(0, nbytes, _SLICE):
                self._slices += 1
                turns.take(partial(self._take_in, bytes(buffer[start : min(start + _SLICE, nbytes)])))
            if self._slices:
                self.transport.pause_reading()

        def _take_in(self, data: bytes) -> None:
            self._slices -= 1
            if not (self._dismissed or self.transport.is_closing()):
                before = self.cycle
                self.data_received(data)
                if self.cycle is not before:
                    turns.promise()  # a request has begun
                self._watch()
            if self._slices:
                return
            if not self.flow.read_paused:
                self.transport.resume_reading()
            if self._ended and not self._stays():
                self.transport.close()

        def eof_received(self) -> bool:  # type: ignore[override]
            self._ended = True
            return bool(self._slices) or self._stays()

        def _stays(self) -> bool:
            """Whether a client that says no more still gets an answer: it may have closed its own side alone."""
            cycle = self.cycle
            if self._dismissed or cycle is None or cycle.response_complete:
                return False
            if cycle.more_body:
                if not cycle.response_started:
                    self._dismiss(_cut_short())
                return not cycle.response_started
            cycle.keep_alive = False
            if not cycle.response_started and cycle.scope["http_version"] != "1.0":
                self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
                self._look_after()
            return True

        def _look_after(self) -> None:
            """One that has hung up altogether looks the same, but for the error that comes back for what it is sent."""
            if self.transport.is_closing() or self.cycle.response_complete:
                return
            connection = self.transport.get_extra_info("socket")
            if connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                self.transport.abort()
            else:
                asyncio.get_running_loop().call_later(_LOOK_AGAIN, self._look_after)

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
            self._dismiss(_malformed())

        def _dismiss(self, answer: bytes) -> None:
            """Says why, and hangs up a second later: at once would cut the answer off while the client still sends."""
            self._dismissed = True
            if self.cycle is not None and not self.cycle.response_complete:
                self.cycle.disconnected = True  # so that the application does not answer any more
                self.cycle.message_event.set()
            self.transport.write(answer)
            self.transport.write_eof()
            asyncio.get_running_loop().call_later(_LINGER, self.transport.abort)

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
                self._deadline = asyncio.get_running_loop().call_later(self._patience, self._late)

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


def crowded(most: int) -> Problem:
    detail = f"More than the {most:,} connections allowed are open; try again in a few seconds."
    return Problem(503, "busy", detail, headers={"Retry-After": "5", "Connection": "close"})


def _malformed() -> bytes:
    detail = f"What came is no HTTP request, or its headers are longer than {LONGEST_HEAD:,} bytes."
    return _answer(Problem(400, "invalid-http", detail, headers={"Connection": "close"}))


def _cut_short() -> bytes:
    detail = "The connection was closed before all of the body had come."
    return _answer(Problem(400, "invalid-http", detail, headers={"Connection": "close"}))


def _answer(problem: Problem) -> bytes:
    """The problem as it goes over the wire, where there is no request yet that the application could answer."""
    response = problem.response(secrets.token_hex(8))
    fields = [b"%b: %b\r\n" % field for field in response.raw_headers]
    status = HTTPStatus(problem.status)
    head = f"HTTP/1.1 {status.value} {status.phrase}\r\n".encode()
    return b"".join([head, *fields, b"\r\n", bytes(response.body)])


def _marked(app: ASGIApp) -> ASGIApp:
    async def marked(scope: Scope, receive: Receive, send: Send) -> None:
        scope[SURPLUS] = True
        await app(scope, receive, send)

    return marked
