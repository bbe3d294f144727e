"""The queue before the workers."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

from api.jobs import Answer, Job


@dataclass(eq=False)
class Ticket:
    """A job and where its answer goes; `answer` is done early when nobody waits for it any more."""

    job: Job
    answer: asyncio.Future[Answer]


class Tickets:
    """The tickets not yet taken, first come, first served.

    Of the workers that wait the one that waited least takes the next: what it remembers is the freshest.
    """

    def __init__(self) -> None:
        self._tickets: deque[Ticket] = deque()
        self._takers: list[asyncio.Future[None]] = []

    def put(self, ticket: Ticket) -> None:
        self._tickets.append(ticket)
        self._call()

    def put_back(self, ticket: Ticket) -> None:
        self._tickets.appendleft(ticket)
        self._call()

    async def take(self) -> Ticket:
        while not self._tickets:
            taker: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._takers.append(taker)
            try:
                await taker
            except asyncio.CancelledError:
                if self._tickets:  # it may have been called already, for a ticket that another has to take now
                    self._call()
                raise
        return self._tickets.popleft()

    def _call(self) -> None:
        while self._takers:
            taker = self._takers.pop()
            if not taker.done():  # as one is whose worker was ended
                taker.set_result(None)
                return
