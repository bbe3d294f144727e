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
