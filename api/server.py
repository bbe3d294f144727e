"""The server itself: uvicorn, with the limits on what a client may do to a connection."""

from __future__ import annotations

import errno
import logging
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from api.connection import LONGEST_HEAD, RESERVE, protocol
from api.logs import log
from api.settings import Settings
from summarize.models.machine import usable_cpus

_BACKLOG = 128
"""Connections that may wait to be taken. All that wait are taken at once, before any can be closed again."""
_OTHERS = 64 + 4 * _BACKLOG
"""Descriptors for all else: files, and the connections just taken, of two addresses and in two rounds of the loop."""
_A_WORKER = 8


class Server(uvicorn.Server):
    """Calls `when_started` when it serves, and not before."""

    def __init__(self, config: uvicorn.Config, when_started: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_started = when_started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._when_started()


def listen(host: str, port: int) -> list[socket.socket]:
    """Sockets that listen on the addresses of a host, of which this machine may lack the IPv6 ones. Raises OSError."""
    addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    found: list[socket.socket] = []
    failure: OSError | None = None
    for family, kind, number, _, address in addresses:
        try:
            found.append(_listening(family, kind, number, address))
        except OSError as error:
            failure = error
            if error.errno not in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                break
    else:
        if found:
            return found
    for one in found:
        one.close()
    raise failure or OSError("it has no address")


def _listening(family: int, kind: int, number: int, address: tuple[Any, ...]) -> socket.socket:
    """As socket.create_server, but with its protocol: asyncio sets TCP_NODELAY only where TCP is named.

    Without it answers wait 40 ms for each other.
    """
    made = socket.socket(family, kind, number)
    try:
        if os.name == "posix":  # elsewhere it would let two servers listen on one port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind(address)
        made.listen(_BACKLOG)
    except OSError:
        made.close()
        raise
    return made


def make_server(app: ASGIApp, settings: Settings, when_started: Callable[[], None] = lambda: None) -> Server:
    """A server of this application that is yet to run; it listens where the settings say, or on sockets it is given."""
    most = room_for(settings.max_connections, settings.workers or usable_cpus())
    if most < settings.max_connections:
        log(logging.WARNING, "fewer-connections", connections=most, reason="the limit of open files; see ulimit -n")
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        loop="asyncio",
        http=protocol(settings.body_timeout, most),  # type: ignore[arg-type]
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        backlog=_BACKLOG,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        timeout_keep_alive=20,
        timeout_graceful_shutdown=int(settings.request_timeout) + 5,
        h11_max_incomplete_event_size=LONGEST_HEAD,
    )
    return Server(config, when_started)


def room_for(connections: int, workers: int) -> int:
    """How many connections find a descriptor each, when the limit of this process has been raised as far as it goes."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return connections
    others = _OTHERS + _A_WORKER * workers
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + RESERVE + others
    if soft != resource.RLIM_INFINITY and soft < wanted:
        raised = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (raised, hard))
            soft = raised
    return connections if soft == resource.RLIM_INFINITY else max(1, min(connections, soft - RESERVE - others))
