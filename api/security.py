"""Who may come in, and what a browser is told about every answer."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import re
import secrets
from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.limits import RateLimit
from api.problems import Problem

_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PAGE_POLICY = f"{_NOTHING}; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
BRIEF_POLICY = f"{_NOTHING}; style-src 'unsafe-inline'; sandbox"
"""For a brief as HTML, which carries its style in itself and no script."""

HEADERS = {
    "Content-Security-Policy": _NOTHING,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""On every answer, unless it brings its own."""

OPEN = frozenset({"/", "/docs", "/openapi.json", "/livez", "/readyz", "/favicon.ico"})
"""Paths that need no key: the page holds nothing secret, and probes carry no key."""


ASKER = "summarize.asker"
"""Where the scope of a request says whose it is: the name of a key, or where no keys are needed an address."""


def asker_of(request: Request) -> str:
    """Whose request it is."""
    return str(request.scope.get(ASKER, ""))


def new_key() -> str:
    """A key with 256 bits of chance, which is why a plain SHA-256 of it is safe to keep."""
    return secrets.token_urlsafe(32)


def digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()


class Doors:
    """ASGI middleware: another site's pages stay out, then the key, then the rate of its holder or address.

    `metrics` are the keys of /metrics, for which those of the service are none. `local` is for a service that no key
    protects but that only this machine can reach.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        digests: Mapping[str, str],
        metrics: Mapping[str, str],
        rate: RateLimit,
        origins: tuple[str, ...] = (),
        local: bool = False,
    ) -> None:
        self._app, self._digests, self._metrics, self._rate = app, digests, metrics, rate
        self._origins, self._local = origins, local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._local:
            _check_host(Headers(scope=scope).get("host"))
        if scope["type"] == "http" and scope["path"] not in OPEN and not scope["path"].startswith("/static/"):
            headers = Headers(scope=scope)
            self._check_origin(headers)
            address = _address(scope)
            if scope["path"] == "/metrics" and (self._metrics or self._digests):
                detail = "The access key is none of those that read the metrics."
                self._enter(scope, headers, address, self._metrics, detail)
            elif self._digests:
                self._enter(scope, headers, address, self._digests, "The access key is none of this service's.")
            else:
                scope[ASKER] = address
                self._rate.take(address)
        await self._app(scope, receive, send)

    def _check_origin(self, headers: Headers) -> None:
        origin = headers.get("origin")
        own = origin is None or origin.partition("://")[2] == headers.get("host")
        asked_for = origin is None and headers.get("sec-fetch-site") == "cross-site"
        if asked_for or not (own or origin in self._origins):
            raise Problem(403, "foreign-origin", "Pages of other sites may not use this service.")

    def _enter(self, scope: Scope, headers: Headers, address: str, digests: Mapping[str, str], otherwise: str) -> None:
        scope["summarize.holder"] = scope[ASKER] = holder = self._holder(headers, address, digests, otherwise)
        self._rate.take(f"{'metrics ' if digests is self._metrics else ''}key {holder}")

    def _holder(self, headers: Headers, address: str, digests: Mapping[str, str], otherwise: str) -> str:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        bearer = given.strip() if scheme.lower() == "bearer" else ""
        key = bearer or headers.get("x-api-key", "")
        try:
            if bearer and "x-api-key" in headers:
                raise Problem(400, "invalid-http", "The access key is given in two headers; one must do.")
            if not key:
                challenge = {"WWW-Authenticate": 'Bearer realm="summarize"'}
                detail = "This service needs an access key: Authorization: Bearer KEY."
                raise Problem(401, "key-needed", detail, headers=challenge)
            presented, found = digest(key), None
            for name, known in digests.items():  # all of them, so that the time tells nothing
                if hmac.compare_digest(presented, known):
                    found = name
            if found is None:
                raise Problem(403, "key-unknown", otherwise)
        except Problem:
            self._rate.take(f"no key {address}")
            raise
        return found


def _check_host(host: str | None) -> None:
    """Raises Problem 421 unless the service is called by a name of this machine.

    A page of any site can have its own name point to 127.0.0.1 (DNS rebinding): to the browser the service is then that
    site, which may read all of it. What sends no Host at all is no browser.
    """
    if host is None or _is_loopback(host):
        return
    detail = (
        "Without access keys this service is for this machine only, and answers to localhost, 127.0.0.1 and [::1]. "
        "Behind a proxy that lets people in, set SUMMARIZE_API_ALLOW_NO_KEYS=true."
    )
    raise Problem(421, "foreign-host", detail)


_HOST = re.compile(r"(?:\[([^\[\]]*)\]|([A-Za-z0-9._-]*))(?::[0-9]*)?")
"""Of a Host header: an IPv6 address in brackets, or a name or an IPv4 address; then a port."""


def _is_loopback(host: str) -> bool:
    match = _HOST.fullmatch(host)
    if match is None:
        return False
    name = match[1] or match[2] or ""
    if name.lower().rstrip(".") == "localhost" or name.lower().endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _address(scope: Scope) -> str:
    """Whom a rate belongs to: the IPv4 address, or the /64 network of an IPv6 address, which one customer holds."""
    host = scope["client"][0] if scope.get("client") else "unknown"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "unknown"
    return str(address) if address.version == 4 else str(ipaddress.ip_network((address, 64), strict=False))
