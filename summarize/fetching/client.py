"""Reading links over HTTP: within bounds, politely, and nowhere the guard does not allow."""

from __future__ import annotations

import http
import re
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import Cookie, CookieJar, DefaultCookiePolicy
from importlib.metadata import version
from urllib.request import Request

import httpcore
import httpx

from summarize.errors import SourceError
from summarize.fetching.backend import GuardedTransport
from summarize.fetching.guard import Guard, NotPublic, RedirectedThere
from summarize.fetching.hosts import Hosts
from summarize.fetching.unpacking import MAX_BYTES, unpacked
from summarize.reading.links import Answer, Origin

PRODUCT = "summarize"
"""What robots.txt may call this program."""
USER_AGENT = f"{PRODUCT}/{version(PRODUCT)} (reads single articles for the person who named them)"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/pdf, text/plain, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_FOUND = frozenset({http.HTTPStatus.OK, http.HTTPStatus.NON_AUTHORITATIVE_INFORMATION})
_LATER = frozenset({429, 500, 502, 503, 504})
"""What a server answers that may answer better in a while."""
_SAID = {
    401: "asks for a log-in (401)",
    402: "asks for payment (402)",
    403: "refuses to be read by this program (403)",
    404: "is not there (404)",
    410: "is not there any more (410)",
    429: "has been asked for too often (429)",
    451: "is barred for legal reasons (451)",
}
_CERTIFICATE = re.compile(r"certificate verify failed: (?P<reason>[^(]+)")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one link may cost."""

    seconds: float = 30
    """For one request and its answer."""
    link_seconds: float = 120
    """For a link with all its redirects, after which none is followed; waiting for one's turn does not count."""
    bytes: int = MAX_BYTES
    """Of an answer, also once it is unpacked."""
    redirects: int = 10
    pauses: tuple[float, ...] = (1.0, 4.0)
    """Seconds before a second and a third attempt."""
    longest_pause: float = 30
    """Who asks for a longer one is not asked again."""


class _Broken(Exception):
    """A connection that failed or ended too early; the message says how."""


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    headers: Mapping[str, str]
    content: bytes = b""
    seconds: float = 0.0
    """That it took, with all attempts."""


class _Sendable(DefaultCookiePolicy):
    """Of cookies those that can be sent back: httpx writes headers in ASCII alone."""

    def set_ok(self, cookie: Cookie, request: Request) -> bool:
        return f"{cookie.name}{cookie.value}".isascii() and super().set_ok(cookie, request)


class Client:
    """Reads links, with one request at a time to a host. Its methods may be called from several threads.

    `obey_robots`: whether what a host's robots.txt bars is left alone (RFC 9309).
    """

    def __init__(
        self,
        guard: Guard,
        limits: Limits = Limits(),
        *,
        obey_robots: bool = True,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._guard, self._limits, self._obey_robots, self._sleep = guard, limits, obey_robots, sleep
        self._hosts = Hosts(sleep)
        self._context = httpx.create_ssl_context()

    def get(self, link: str, kept: Answer | None = None) -> Answer:
        """What a link leads to; what was `kept` of it before where the server says that it still holds.

        Raises SourceError, and NotPublic where the guard refuses. The message begins with the link.
        """
        try:
            return self._get(link, kept)
        except SourceError as error:
            raise type(error)(f"{link}: {error}") from None

    def _get(self, link: str, kept: Answer | None) -> Answer:
        url, reply = self._redirected(link, self._request_allowed, kept)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        if kept is not None and reply.status == http.HTTPStatus.NOT_MODIFIED:
            return replace(kept, origin=replace(kept.origin, confirmed_at=now))
        if reply.status not in _FOUND:
            raise SourceError(_said(reply.status))
        if not reply.content:
            raise SourceError("answers with nothing")
        content_type, etag, last_modified = map(reply.headers.get, ("content-type", "etag", "last-modified"))
        return Answer(Origin(link, str(url), content_type, etag, last_modified, now), reply.content)

    def _redirected(
        self, link: str, request: Callable[[httpx.Client, httpx.URL, Answer | None], _Reply], kept: Answer | None = None
    ) -> tuple[httpx.URL, _Reply]:
        """Where the redirects of a link end, and the reply there. Each step is checked as the link itself.

        A cookie lives for these steps: some sites set one and come back to see it.
        """
        url = self._guard.check_link(link)
        seconds = 0.0
        with httpx.Client(
            transport=GuardedTransport(self._guard, self._limits.seconds, self._context),
            headers=_HEADERS,
            cookies=CookieJar(_Sendable()),
            timeout=None,
            trust_env=False,
        ) as client:
            for step in range(self._limits.redirects + 1):
                try:
                    reply = request(client, url, kept)
                except NotPublic as error:
                    if not step or isinstance(error, RedirectedThere):
                        raise
                    raise self._guard.redirected(str(url), error) from None
                location = reply.headers.get("location")
                if location is None or not 300 <= reply.status < 400:
                    return url, reply
                seconds += reply.seconds
                if seconds > self._limits.link_seconds:
                    raise SourceError(f"takes longer than {self._limits.link_seconds:g} seconds to redirect")
                target = _joined(url, location)
                try:
                    url = self._guard.check_link(target)
                except NotPublic as error:
                    raise self._guard.redirected(target, error) from None
        raise SourceError(f"leads through more than {self._limits.redirects} redirects")

    def _request_allowed(self, client: httpx.Client, url: httpx.URL, kept: Answer | None) -> _Reply:
        begun = time.monotonic()
        if self._obey_robots and not self._hosts.of(url).allows(str(url), PRODUCT, self._robots):
            raise SourceError("is barred to programs by the site's robots.txt")
        asked = time.monotonic() - begun
        reply = self._request(client, url, kept)
        return replace(reply, seconds=asked + reply.seconds)

    def _robots(self, link: str) -> str:
        """What a robots.txt says. Raises SourceError where a server fails that may have one."""
        try:
            _, reply = self._redirected(link, self._request)
        except RedirectedThere as error:
            raise RedirectedThere(f"its robots.txt {error}") from None
        if reply.status in _LATER:
            raise SourceError(f"its robots.txt cannot be read: {_said(reply.status)}")
        return reply.content.decode("utf-8", "replace") if reply.status in _FOUND else ""

    def _request(self, client: httpx.Client, url: httpx.URL, kept: Answer | None) -> _Reply:
        """The reply to one request, asked for again while there is hope."""
        headers = _validators(kept) if kept is not None and kept.origin.final_link == str(url) else {}
        with self._hosts.of(url).turn():
            begun = time.monotonic()
            for pause in (*self._limits.pauses, None):
                wait = 0.0
                try:
                    reply = self._once(client, url, headers)
                except _Broken as broken:
                    if pause is None:
                        raise SourceError(str(broken)) from None
                else:
                    if reply.status not in _LATER or pause is None:
                        return replace(reply, seconds=time.monotonic() - begun)
                    wait = _asked_to_wait(reply.headers.get("retry-after"))
                    if wait > self._limits.longest_pause:
                        raise SourceError(f"{_said(reply.status)}, and asks to come back in {wait:.0f} seconds")
                self._sleep(max(wait, pause))
        raise AssertionError("the last attempt returns or raises")

    def _once(self, client: httpx.Client, url: httpx.URL, headers: Mapping[str, str]) -> _Reply:
        """The reply to one request. Raises _Broken where another attempt may help, else SourceError."""
        try:
            with client.stream("GET", url, headers=dict(headers)) as response:
                status = response.status_code
                packing = response.headers.get("content-encoding", "")
                body = unpacked(response.iter_raw(), packing, self._limits.bytes) if status in _FOUND else b""
                return _Reply(status, response.headers, body)
        except httpcore.TimeoutException:
            raise SourceError(f"takes longer than {self._limits.seconds:g} seconds") from None
        except (httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
            if certificate := _CERTIFICATE.search(str(error)):
                reason = certificate["reason"].strip().rstrip(".")
                raise SourceError(f"its certificate does not hold: {reason}") from None
            raise _Broken(f"cannot be reached ({str(error).strip() or 'the connection ended'})") from None
        except (httpx.InvalidURL, UnicodeError):  # httpx looks at where a redirect leads, too
            raise SourceError("leads to a redirect that cannot be read") from None
        except (httpcore.ProtocolError, httpx.HTTPError, ssl.SSLError) as error:
            raise SourceError(f"cannot be read ({error})") from None


def _joined(url: httpx.URL, location: str) -> str:
    if "\\" in location:
        return location  # which the guard refuses
    try:
        return str(url.join(location))
    except (httpx.InvalidURL, ValueError):
        raise SourceError("leads to a redirect that cannot be read") from None


def _validators(kept: Answer) -> dict[str, str]:
    found = {"If-None-Match": kept.origin.etag, "If-Modified-Since": kept.origin.last_modified}
    return {name: value for name, value in found.items() if value and value.isascii()}  # httpx writes no others


def _asked_to_wait(retry_after: str | None) -> float:
    """Seconds of a Retry-After, which gives them or a date; 0 for none."""
    if not retry_after:
        return 0.0
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def _said(status: int) -> str:
    if status in _SAID:
        return _SAID[status]
    phrase = next((f" {each.phrase}" for each in http.HTTPStatus if each == status), "")
    return f"cannot be read: the server answers {status}{phrase}"
