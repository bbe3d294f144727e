"""Pages that were fetched a moment ago, for the next request that names them."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from summarize.reading.links import Answer

FRESH, KEPT = 60.0, 3600.0
"""Seconds in which a page is not asked for again, and in which its server is asked whether it still holds."""

Fetch = Callable[[str, Answer | None], Answer]
"""What a link leads to now, or what was kept of it, where the server says that it still holds. Raises SourceError."""


class LinkCache:
    """Answers of the last hour; the least recently asked go first beyond `capacity` bytes. For several threads."""

    def __init__(self, capacity: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._capacity, self._clock = capacity, clock
        self._kept: OrderedDict[str, tuple[Answer, float]] = OrderedDict()
        self._lock = threading.Lock()
        self.size = 0

    def get(self, link: str, fetch: Fetch) -> Answer:
        """What a link leads to: as it was kept while that is fresh, else as `fetch` tells, with what was kept."""
        kept, age = self._found(link)
        if kept is not None and age < FRESH:
            return kept
        answer = fetch(link, kept)
        self._put(link, answer)
        return answer

    def _found(self, link: str) -> tuple[Answer | None, float]:
        with self._lock:
            if link not in self._kept:
                return None, 0.0
            answer, read = self._kept[link]
            age = self._clock() - read
            if age >= KEPT:
                self._drop(link)
                return None, age
            self._kept.move_to_end(link)
            return answer, age

    def _put(self, link: str, answer: Answer) -> None:
        with self._lock:
            self._drop(link)
            if len(answer.content) > self._capacity:
                return
            self._kept[link] = answer, self._clock()
            self.size += len(answer.content)
            while self.size > self._capacity:
                self._drop(next(iter(self._kept)))

    def _drop(self, link: str) -> None:
        if link in self._kept:
            self.size -= len(self._kept.pop(link)[0].content)
