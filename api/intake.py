"""Request bodies, read before anything looks at them: bounded in bytes, packed or not, in time, and all together."""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api import packing
from api.limits import ClientGone
from api.problems import Problem, too_busy
from api.turns import Turns

BODY = "summarize.body"
"""Where the scope of a request holds its body."""

_FREE = 64 * 1024
"""Bytes of each body that are not counted: a few articles get in, whoever it is that fills the budget."""


class Budget:
    """Bytes that all bodies together may hold."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.held = 0

    def hold(self, more: int) -> None:
        """Takes so many more, or gives them back when negative. Raises Problem 503 when there is no room."""
        if more > 0 and self.held + more > self._most:
            detail = "The requests being read fill the memory there is for them; try again in a few seconds."
            raise too_busy(detail, seconds=5)
        self.held += more


class _Share:
    """What one body holds of the budget."""

    def __init__(self, budget: Budget) -> None:
        self._budget, self._held = budget, 0

    def set(self, size: int) -> None:
        counted = max(0, size - _FREE)
        self._budget.hold(counted - self._held)
        self._held = counted


class Intake:
    """ASGI middleware that puts a request's body into its scope, as BODY, unpacked.

    Counts what arrives, so that a body without Content-Length, or with a false one, is bounded as well. A packed one is
    unpacked when all of it is there: a client that stops half-way holds what it has sent, and no more.
    """

    def __init__(self, app: ASGIApp, *, most: int, seconds: float, budget: Budget, turns: Turns) -> None:
        self._app, self._most, self._seconds = app, most, seconds
        self._budget, self._turns = budget, turns

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if "transfer-encoding" in headers and "content-length" in headers:  # a proxy may have believed the other
            detail = "The length of the body is given in two ways."
            raise Problem(400, "invalid-http", detail, headers={"Connection": "close"})
        share = _Share(self._budget)
        try:
            if scope["method"] in ("POST", "PUT", "PATCH"):
                scope[BODY] = await self._read(headers, receive, share)
            await self._app(scope, receive, send)
        finally:
            share.set(0)

    async def _read(self, headers: Headers, receive: Receive, share: _Share) -> bytearray:
        kind = packing.kind(", ".join(headers.getlist("content-encoding")))
        stated = headers.get("content-length", "")
        if stated.isdecimal() and (len(stated) > 18 or int(stated) > self._most):
            raise self._too_large()
        try:
            async with asyncio.timeout(self._seconds):
                arrived = await self._arrived(receive, share)
        except TimeoutError:
            detail = f"The request did not arrive within {self._seconds:g} seconds."
            raise Problem(408, "slow-request", detail, headers={"Connection": "close"}) from None
        return arrived if kind is None else await self._unpacked(arrived, kind, share)

    async def _arrived(self, receive: Receive, share: _Share) -> bytearray:
        body, more = bytearray(), True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientGone
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > self._most:
                raise self._too_large()
            share.set(len(body))
        return body

    async def _unpacked(self, packed: bytearray, kind: int, share: _Share) -> bytearray:
        body = bytearray()
        async for piece in self._turns.each(packing.unpacked(packed, kind)):
            body += piece
            if len(body) > self._most:
                raise self._too_large()
            share.set(len(packed) + len(body))
        packed.clear()
        share.set(len(body))
        return body

    def _too_large(self) -> Problem:
        return Problem(413, "body-too-large", f"The body is longer than the {self._most:,} bytes allowed.")
