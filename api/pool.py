"""A fixed number of worker processes and a short queue before them."""

from __future__ import annotations

import asyncio
import math
import multiprocessing
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import wait
from multiprocessing.context import SpawnContext
from typing import Any, TypeVar

from api.jobs import Answer, Job, Ready, Refused
from api.problems import Problem, too_busy
from api.tickets import Ticket, Tickets
from api.worker import LoadEncoder, work

GRACE = 1.0
"""Seconds a worker has to notice that its job was given up, before it is ended and another takes its place."""
LONGEST_BACKOFF = 30.0
"""Seconds between two attempts to start a worker that does not come up."""

_R = TypeVar("_R")
Tell = Callable[[str, dict[str, object]], None]


class WorkerDiedError(Exception):
    """The process ended in the middle of a job."""


class _Worker:
    """One process and the pipe to it. Its methods block; they run in threads."""

    def __init__(self, context: SpawnContext, *how: Any) -> None:
        self.connection, theirs = context.Pipe()
        self.cancelled = context.Event()
        self.process = context.Process(
            target=work, args=(theirs, self.cancelled, *how), name="summarize-worker", daemon=True
        )
        self.process.start()
        theirs.close()  # so that the end of the process is the end of the pipe

    def receive(self) -> Ready | Answer:
        try:
            message: Ready | Answer = self.connection.recv()
        except (EOFError, OSError) as error:
            raise WorkerDiedError from error
        return message

    def exchange(self, job: Job) -> Ready | Answer:
        try:
            self.connection.send(job)
        except OSError as error:
            raise WorkerDiedError from error
        return self.receive()

    def outlive(self) -> None:
        """Returns when the process has ended."""
        wait([self.process.sentinel])

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


class Pool:
    """Makes at most `size` briefs at once, lets `queue` requests wait, and turns the next away.

    `tell` is called with what happens to the workers, for the log and the metrics.
    """

    def __init__(
        self,
        load: LoadEncoder,
        model: str | None,
        *,
        size: int,
        queue: int,
        timeout: float,
        remembered_sentences: int,
        tell: Tell,
    ) -> None:
        self.size = size
        self.model: str | None = None
        self.failure: str | None = None
        self._how = load, model, remembered_sentences
        self._queue, self._timeout, self._tell = queue, timeout, tell
        self._context = multiprocessing.get_context("spawn")
        self._threads = ThreadPoolExecutor(2 * size, "pool")  # to wait for a worker's answers, and for its end
        self._tickets = Tickets()
        self._slots: list[asyncio.Task[None]] = []
        self._ready = self._admitted = self._busy = 0
        self._usual_seconds = 0.5

    @property
    def is_ready(self) -> bool:
        """Whether a worker has the model loaded."""
        return self._ready > 0

    @property
    def busy(self) -> int:
        return self._busy

    @property
    def waiting(self) -> int:
        return max(0, self._admitted - self._busy)

    def start(self) -> None:
        self._slots = [asyncio.create_task(self._slot()) for _ in range(self.size)]

    async def close(self) -> None:
        """Ends the workers; the server has let the running requests finish by then."""
        for slot in self._slots:
            slot.cancel()
        await asyncio.gather(*self._slots, return_exceptions=True)
        self._threads.shutdown(wait=False)

    async def run(self, job: Job) -> Answer:
        """The answer of a worker. When the caller is cancelled, the job is given up and its place is free.

        Raises Problem: 503 when the queue is full or no worker is up yet, 504 when it took too long, 500 when the
        worker died.
        """
        if not self.is_ready and (self.model is None or self.failure):  # otherwise the next worker is on its way
            raise too_busy("The model is being loaded; try again in a few seconds.", seconds=5, code="not-ready")
        if self._admitted >= self.size + self._queue:
            seconds = math.ceil(self._usual_seconds * self._admitted / self.size)
            raise too_busy("Every worker is busy and the queue is full; try again shortly.", seconds=seconds)
        ticket = Ticket(job, asyncio.get_running_loop().create_future())
        self._admitted += 1
        try:
            self._tickets.put(ticket)
            async with asyncio.timeout(self._timeout):
                return await ticket.answer
        except TimeoutError:
            detail = f"It took longer than the {self._timeout:g} seconds a request may take; give fewer articles."
            raise Problem(504, "timeout", detail) from None
        except WorkerDiedError:
            raise Problem(500, "worker-died", "The worker ended before it was done; it is being replaced.") from None
        finally:
            self._admitted -= 1

    async def _slot(self) -> None:
        """One place for a worker: keeps one running in it, whatever happens to it."""
        backoff = 0.5
        while True:
            worker: _Worker | None = None
            try:
                worker = await self._in_thread(_Worker, self._context, *self._how)
                said = await self._in_thread(worker.receive)
                if isinstance(said, Ready):
                    backoff, self.model, self.failure = 0.5, said.model, None
                    await self._serve(worker)
                else:
                    self.failure = said.detail if isinstance(said, Refused) else "the worker did not start"
            except WorkerDiedError:
                pass
            except OSError as error:  # no process or pipe to be had: the machine is out of something, for now perhaps
                self.failure = f"no worker can be started: {error.strerror or type(error).__name__}"
            finally:
                if worker:
                    worker.process.kill()  # at once, also when this task is being cancelled
                    self._threads.submit(worker.end)
            self._tell("worker-ended", {"reason": self.failure or "died or ended", "restart_in": backoff})
            await asyncio.sleep(backoff)
            backoff = min(2 * backoff, LONGEST_BACKOFF)

    async def _serve(self, worker: _Worker) -> None:
        """Hands a worker one ticket after another, until it dies."""
        self._ready += 1
        self._tell("worker-ready", {"model": self.model})
        ended = asyncio.ensure_future(self._in_thread(worker.outlive))
        try:
            while True:
                ticket = await self._next(ended)
                if ticket.answer.done():
                    continue  # given up while it waited
                if not worker.process.is_alive():  # ended this very moment: another can take it
                    self._tickets.put_back(ticket)
                    raise WorkerDiedError
                self._busy += 1
                try:
                    await self._answer(worker, ticket)
                finally:
                    self._busy -= 1
        finally:
            self._ready -= 1

    async def _next(self, ended: asyncio.Future[None]) -> Ticket:
        """The next ticket. Raises WorkerDiedError when the worker ends while there is none."""
        taking = asyncio.ensure_future(self._tickets.take())
        both: set[asyncio.Future[Any]] = {taking, ended}
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            if not taking.done():
                taking.cancel()
        if not taking.done() or taking.cancelled():
            raise WorkerDiedError
        return taking.result()

    async def _answer(self, worker: _Worker, ticket: Ticket) -> None:
        begun = time.monotonic()
        worker.cancelled.clear()
        exchange: asyncio.Future[Ready | Answer] = asyncio.ensure_future(self._in_thread(worker.exchange, ticket.job))
        both: set[asyncio.Future[Any]] = {exchange, ticket.answer}
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        if not exchange.done():
            worker.cancelled.set()
            await asyncio.wait({exchange}, timeout=GRACE)
            if not exchange.done():
                self._tell("worker-stopped", {"reason": "its job was given up"})
                worker.process.kill()
        try:
            answer = await exchange
        except WorkerDiedError as died:
            if not ticket.answer.done():
                ticket.answer.set_exception(died)
            raise
        self._usual_seconds += 0.1 * (time.monotonic() - begun - self._usual_seconds)
        if not ticket.answer.done() and not isinstance(answer, Ready):
            ticket.answer.set_result(answer)

    async def _in_thread(self, call: Callable[..., _R], *args: Any) -> _R:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call, *args)
