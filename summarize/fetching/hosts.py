"""What is known of each host during a run: whose turn it is, and what its robots.txt says."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
from protego import Protego

from summarize.errors import SourceError

MAX_ROBOTS_CHARACTERS = 512_000
"""What lies beyond is not read, as RFC 9309 lets one do."""
LONGEST_DELAY = 10.0
"""Seconds between two requests, however many more a host asks for."""

_RULES_HOLD, _FAILURE_HOLDS = 3600.0, 60.0
"""Seconds until a robots.txt is read again, and one that could not be."""
_MOST_HOSTS = 1_000
"""That are remembered: a service meets ever new ones."""

Sleep = Callable[[float], None]


class Host:
    """One origin: scheme, host and port. Only one thread at a time has its turn."""

    def __init__(self, origin: str, sleep: Sleep) -> None:
        self.origin, self._sleep = origin, sleep
        self._turn, self._asking = threading.Lock(), threading.Lock()
        self._rules: Protego | SourceError | None = None
        self._rules_until = -math.inf
        self._delay, self._last = 0.0, -math.inf

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The turn of this thread, as long after the one before as the host asks for."""
        with self._turn:
            wait = self._last + self._delay - time.monotonic()
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                self._last = time.monotonic()

    def allows(self, link: str, product: str, read: Callable[[str], str]) -> bool:
        """Whether its robots.txt, got by `read` and kept for a while, lets the product read a link.

        Raises the SourceError of `read`.
        """
        with self._asking:
            if time.monotonic() > self._rules_until:
                self._rules_until = time.monotonic() + _RULES_HOLD
                try:
                    self._rules = Protego.parse(read(f"{self.origin}/robots.txt")[:MAX_ROBOTS_CHARACTERS])
                    self._delay = min(LONGEST_DELAY, self._rules.crawl_delay(product) or 0.0)
                except SourceError as error:
                    self._rules, self._rules_until = error, time.monotonic() + _FAILURE_HOLDS
            rules = self._rules
        if isinstance(rules, SourceError):
            raise type(rules)(str(rules))
        assert rules is not None
        return bool(rules.can_fetch(link, product))


class Hosts:
    """The hosts met so far."""

    def __init__(self, sleep: Sleep) -> None:
        self._sleep = sleep
        self._known: dict[str, Host] = {}
        self._lock = threading.Lock()

    def of(self, url: httpx.URL) -> Host:
        """The host of a link."""
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        with self._lock:
            if len(self._known) >= _MOST_HOSTS:
                self._known.clear()
            return self._known.setdefault(origin, Host(origin, self._sleep))
