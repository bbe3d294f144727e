"""The outermost layers: every request gets an id, a line in the log, its metrics, the headers, and an answer."""

from __future__ import annotations

import logging
import re
import secrets
import time
from dataclasses import dataclass
from urllib.parse import unquote

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.connection import SURPLUS, crowded
from api.jobs import Crashed, WorkerFault
from api.limits import ClientGone
from api.logs import log
from api.metrics import Metrics
from api.problems import Problem
from api.security import HEADERS
from api.worker import where

CLIENT_GONE = 499
"""What the log and the metrics say when the client hung up; no answer carries it."""

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_MOST_HEADERS = 100
"""They are searched once for each header that is looked for."""
_ONCE = frozenset({b"authorization", b"x-api-key", b"content-type", b"origin", b"sec-fetch-site", b"x-request-id"})
"""Headers of which two are refused: what stands before the service may have gone by the other one."""
_ABSOLUTE = re.compile(rb"https?://(?P<host>[^/?#@]+)(?P<path>/.*)?", re.IGNORECASE)
_PROBES = frozenset({"/livez", "/readyz"})
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"})


@dataclass
class _Sent:
    status: int = 0
    bytes: int = 0


class Edge:
    """ASGI middleware. `routes` are the paths there are: others share one label, or anyone could fill the metrics."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics, routes: frozenset[str]) -> None:
        self._app, self._metrics, self._routes = app, metrics, routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if not scope["path"].startswith("/"):
            _take_origin_form(scope)
        given = Headers(raw=scope["headers"][:_MOST_HEADERS]).get("x-request-id", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        scope["summarize.request_id"] = request_id
        sent, begun = _Sent(), time.perf_counter()
        asked = _asked(scope)

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent.status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            else:
                sent.bytes += len(message.get("body", b""))
            await send(message)

        with self._metrics.in_flight.track_inprogress():
            try:
                await self._app(asked, receive, send_marked)
            except ClientGone:
                sent.status = CLIENT_GONE
            finally:
                self._record(scope, sent, time.perf_counter() - begun, asked.get("summarize.holder"))

    def _record(self, scope: Scope, sent: _Sent, seconds: float, holder: str | None) -> None:
        route = self._route(scope["path"])
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.requests.labels(method, route, str(sent.status)).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        log(
            logging.DEBUG if route in ("/livez", "/readyz", "/metrics") else logging.INFO,
            "request",
            request_id=scope["summarize.request_id"],
            method=method,
            route=route,
            status=sent.status,
            milliseconds=round(seconds * 1000, 1),
            bytes=sent.bytes,
            holder=holder,
        )

    def _route(self, path: str) -> str:
        if path.startswith("/static/"):
            return "/static/{name}"
        return path if path in self._routes else "none"


class Answers:
    """ASGI middleware inside of what marks answers for browsers: gives every problem and fault its answer."""

    def __init__(self, app: ASGIApp, *, most_connections: int) -> None:
        self._app, self._most_connections = app, most_connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id, begun = scope["summarize.request_id"], False

        async def send_noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            self._check(scope)
            await self._app(scope, receive, send_noted)
        except Problem as problem:
            await problem.response(request_id)(scope, receive, send)
        except ClientGone:
            raise
        except Exception as error:
            told = error.crashed if isinstance(error, WorkerFault) else Crashed(type(error).__name__, where(error))
            log(logging.ERROR, "fault", request_id=request_id, error=told.error, where=told.where)
            if not begun:
                await fault().response(request_id)(scope, receive, send)

    def _check(self, scope: Scope) -> None:
        if len(scope["headers"]) > _MOST_HEADERS:
            detail = f"The request has more than {_MOST_HEADERS} header fields."
            raise Problem(431, "too-many-headers", detail, headers={"Connection": "close"})
        names = [name for name, _ in scope["headers"] if name in _ONCE]
        if len(names) > len(set(names)):
            raise Problem(400, "invalid-http", "A header that may be given once is given twice.")
        if scope.get(SURPLUS) and scope["path"] not in _PROBES:
            raise crowded(self._most_connections)


def _take_origin_form(scope: Scope) -> None:
    """A target that is a whole URL, as sent to a proxy, stands for its path, and for the Host (RFC 9112)."""
    found = _ABSOLUTE.fullmatch(scope["raw_path"])
    if found:
        scope["raw_path"] = found["path"] or b"/"
        scope["path"] = unquote(scope["raw_path"].decode("ascii"))
        scope["headers"] = [(b"host", found["host"]), *(field for field in scope["headers"] if field[0] != b"host")]


def _asked(scope: Scope) -> Scope:
    """What is asked of the application: for HEAD what GET would give, whose body the server leaves out."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


def fault() -> Problem:
    """The answer to a fault of ours."""
    return Problem(500, "fault", "Something went wrong here, and it is not the request. The log names this request_id.")
