"""How often one may ask."""

from __future__ import annotations

import math
import time
from collections import OrderedDict

from api.problems import Problem

_MOST_HOLDERS = 20_000
"""Keys and addresses whose rate is remembered; the one unseen for longest is forgotten first."""


class ClientGone(Exception):
    """The client hung up; there is nobody to answer."""


class RateLimit:
    """A bucket of tokens for each holder: `burst` at once, refilled by `per_minute`; 0 a minute is no limit."""

    def __init__(self, per_minute: int, burst: int, of: str = "requests") -> None:
        self._rate = per_minute / 60
        self._burst = burst
        self._of = of
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, holder: str, now: float | None = None, count: int = 1) -> None:
        """Takes tokens, all or none. Raises Problem 429 when there are not so many."""
        if not self._rate or not count:
            return
        now = time.monotonic() if now is None else now
        tokens, then = self._buckets.pop(holder, (float(self._burst), now))
        tokens = min(self._burst, tokens + (now - then) * self._rate)
        self._buckets[holder] = (max(0.0, tokens - count) if tokens >= count else tokens, now)
        if len(self._buckets) > _MOST_HOLDERS:
            self._buckets.popitem(last=False)
        if tokens < count:
            seconds = math.ceil((count - tokens) / self._rate)
            detail = f"More than {round(self._rate * 60)} {self._of} a minute; try again in {seconds} s."
            raise Problem(429, "rate-limited", detail, headers={"Retry-After": str(seconds)})
