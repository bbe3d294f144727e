"""The small internet of web.py, and a client in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from summarize.fetching.client import Client, Limits
from summarize.fetching.guard import Guard
from tests.fetching.web import PUBLIC, Net, Site, serving

QUICK = Limits(seconds=5, pauses=())


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Net:
    net = Net()
    monkeypatch.setattr("socket.create_connection", net.connect)
    return net


@pytest.fixture
def client(net: Net) -> Callable[..., Client]:
    """A client with a guard in that internet; arguments as of Client, and the hosts that are allowed."""

    def make(limits: Limits = QUICK, allowed: tuple[str, ...] = (), **how: Any) -> Client:
        return Client(Guard(allowed, net.resolve), limits, **how)

    return make


@pytest.fixture
def site(net: Net) -> Iterator[Site]:
    """news.example."""
    with serving({}) as site:
        net.name("news.example", [PUBLIC])
        net.serve(PUBLIC, 80, site)
        yield site
