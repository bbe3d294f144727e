"""The server itself: uvicorn, with the limits on what a client may do to a connection."""

from __future__ import annotations

import uvicorn
from starlette.types import ASGIApp

from api.connection import LONGEST_HEAD, protocol
from api.settings import Settings


def make_server(app: ASGIApp, settings: Settings) -> uvicorn.Server:
    """A server of this application that is yet to run; it listens where the settings say."""
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        loop="asyncio",
        http=protocol(settings.body_timeout, settings.max_connections),  # type: ignore[arg-type]
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        timeout_keep_alive=20,
        timeout_graceful_shutdown=int(settings.request_timeout) + 5,
        h11_max_incomplete_event_size=LONGEST_HEAD,
    )
    return uvicorn.Server(config)
