"""The loop's time, shared out: what clients send is worked on a piece at a time, and everything else comes between."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from time import monotonic
from typing import TypeVar, cast

SPELL = 0.005
"""Seconds of each round of the loop that pieces may take before the rest of them waits for the next round."""
PROMISED = 0.002
"""Seconds that a request takes from one wait to the next, at the worst: through the framework, or to be refused."""

_R = TypeVar("_R")


class Turns:
    """First come, first served. A piece must be short, as nothing can stop it: a few milliseconds.

    On the loop and not in a thread: parsing holds the interpreter's lock anyway, and a thread would get in the loop's
    way at every one of its system calls, not once a round.
    """

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], None]] = deque()
        self._until: float | None = None

    def take(self, piece: Callable[[], None]) -> None:
        """Does the piece now, if there is time left in this round of the loop, or else in a later one."""
        if self._until is None:
            self._begin_round()
        assert self._until is not None
        if self._waiting or monotonic() >= self._until:
            self._waiting.append(piece)
        else:
            piece()

    async def run(self, work: Callable[..., _R], *args: object) -> _R:
        """What a piece of work returns, or raises, when its turn has come."""
        result: asyncio.Future[_R] = asyncio.get_running_loop().create_future()

        def piece() -> None:
            if result.cancelled():
                return
            try:
                result.set_result(work(*args))
            except Exception as error:
                result.set_exception(error)
            self.promise()

        self.take(piece)
        return await result

    async def each(self, steps: Iterator[_R]) -> AsyncIterator[_R]:
        """What an iterator gives, each step of it a piece of work."""
        end = object()
        while (found := await self.run(next, steps, end)) is not end:
            yield cast(_R, found)

    def promise(self) -> None:
        """Says that a piece has set something going: what that takes in the next round is taken off this one."""
        if self._until is not None:
            self._until -= PROMISED

    def _begin_round(self) -> None:
        self._until = monotonic() + SPELL
        asyncio.get_running_loop().call_soon(self._next_round)

    def _next_round(self) -> None:
        self._until = None
        if self._waiting:
            self._begin_round()
        while self._waiting and self._until is not None and monotonic() < self._until:
            self._waiting.popleft()()
