"""How much and how often: request bodies, rates."""

from __future__ import annotations

import asyncio
import math
import time
import zlib
from collections import OrderedDict

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Problem

_MOST_HOLDERS = 20_000
"""Keys and addresses whose rate is remembered; the one unseen for longest is forgotten first."""


class ClientGone(Exception):
    """The client hung up; there is nobody to answer."""


class RateLimit:
    """A bucket of tokens for each holder: `burst` at once, refilled by `per_minute`; 0 a minute is no limit."""

    def __init__(self, per_minute: int, burst: int) -> None:
        self._rate = per_minute / 60
        self._burst = burst
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, holder: str, now: float | None = None) -> None:
        """Takes a token. Raises Problem 429 when there is none."""
        if not self._rate:
            return
        now = time.monotonic() if now is None else now
        tokens, then = self._buckets.pop(holder, (float(self._burst), now))
        tokens = min(self._burst, tokens + (now - then) * self._rate)
        self._buckets[holder] = (max(0.0, tokens - 1) if tokens >= 1 else tokens, now)
        if len(self._buckets) > _MOST_HOLDERS:
            self._buckets.popitem(last=False)
        if tokens < 1:
            seconds = math.ceil((1 - tokens) / self._rate)
            detail = f"More than {round(self._rate * 60)} requests a minute; try again in {seconds} s."
            raise Problem(429, "rate-limited", detail, headers={"Retry-After": str(seconds)})


class BodyLimit:
    """ASGI middleware that reads a request's body before anything else does: bounded in bytes, packed or not, and time.

    Counts what arrives, so that a body without Content-Length, or with a false one, is bounded as well.
    """

    def __init__(self, app: ASGIApp, *, most: int, seconds: float) -> None:
        self._app, self._most, self._seconds = app, most, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("POST", "PUT", "PATCH"):
            await self._app(scope, receive, send)
            return
        body = await self._read(Headers(scope=scope), receive)
        scope["headers"] = [
            *(
                (name, value)
                for name, value in scope["headers"]
                if name not in (b"content-encoding", b"content-length")
            ),
            (b"content-length", b"%d" % len(body)),
        ]
        given: Message | None = {"type": "http.request", "body": body, "more_body": False}

        async def replay() -> Message:
            nonlocal given
            if given is None:
                return await receive()  # which is how the app learns that the client hung up
            message, given = given, None
            return message

        await self._app(scope, replay, send)

    async def _read(self, headers: Headers, receive: Receive) -> bytes:
        if "transfer-encoding" in headers and "content-length" in headers:  # a proxy may have believed the other
            detail = "The length of the body is given in two ways."
            raise Problem(400, "invalid-http", detail, headers={"Connection": "close"})
        unpack = _unpacker(", ".join(headers.getlist("content-encoding")))
        stated = headers.get("content-length", "")
        if stated.isdecimal() and (len(stated) > 18 or int(stated) > self._most):
            raise self._too_large()
        body, arrived = bytearray(), 0
        try:
            async with asyncio.timeout(self._seconds):
                more = True
                while more:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise ClientGone
                    chunk: bytes = message.get("body", b"")
                    more = message.get("more_body", False)
                    arrived += len(chunk)
                    if arrived > self._most:
                        raise self._too_large()
                    body += self._unpacked(unpack, chunk, self._most - len(body)) if unpack else chunk
        except TimeoutError:
            detail = f"The request did not arrive within {self._seconds:g} seconds."
            raise Problem(408, "slow-request", detail, headers={"Connection": "close"}) from None
        if unpack and not unpack.eof:
            raise Problem(400, "damaged-body", "The compressed body ends too early.")
        return bytes(body)

    def _unpacked(self, unpack: zlib._Decompress, chunk: bytes, room: int) -> bytes:
        try:
            found = unpack.decompress(chunk, room + 1)
        except zlib.error:
            raise Problem(400, "damaged-body", "The body is not compressed as its Content-Encoding says.") from None
        if len(found) > room:
            raise self._too_large()
        if unpack.unused_data:
            raise Problem(400, "damaged-body", "Something follows the end of the compressed body.")
        return found

    def _too_large(self) -> Problem:
        return Problem(413, "body-too-large", f"The body is longer than the {self._most:,} bytes allowed.")


def _unpacker(encoding: str) -> zlib._Decompress | None:
    match encoding.strip().lower():
        case "" | "identity":
            return None
        case "gzip" | "x-gzip":
            return zlib.decompressobj(16 + zlib.MAX_WBITS)
        case "deflate":
            return zlib.decompressobj(zlib.MAX_WBITS)
    detail = "The body may be compressed with gzip or deflate, with nothing else."
    raise Problem(415, "unknown-encoding", detail, headers={"Accept-Encoding": "gzip, deflate"})
