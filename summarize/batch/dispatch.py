"""Hands collections to workers and takes what they made of them, whatever becomes of the workers.

What a worker is, a process here or an actor of Ray, an engine knows. Which collection it has, how long it may take and
what happens when it dies is decided here, once for both.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from summarize.batch.collection import Problem
from summarize.batch.job import Made, Task
from summarize.batch.runtime import Runtime
from summarize.errors import BatchError

ATTEMPTS = 3
"""Times a collection is begun before it is blamed for the death of its workers."""
MOST_DEATHS_AT_START = 5
"""Workers in a row that may end before they are ready."""
_HASH = 64
"""Hexadecimal digits of a SHA-256."""


class WorkerDiedError(Exception):
    """A worker ended; the message says how, as far as that is known."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker has loaded what it needs. `version` is that of the package it runs."""

    version: str
    runtime: Runtime = field(default_factory=dict)
    """What results depend on beside it, as it is there."""
    said: tuple[str, ...] = ()
    """What happened while it loaded, a line each."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A worker cannot load what it needs, and no other could."""

    detail: str


Answer = Ready | Refused | Made | Problem


class Worker(Protocol):
    """One process that does a task at a time. It says Ready or Refused first."""

    def give(self, task: Task) -> None:
        """Raises WorkerDiedError when it has ended meanwhile."""
        ...

    def take(self) -> Answer:
        """What it said, once the engine tells that there is something. Raises WorkerDiedError."""
        ...

    def leave(self) -> None:
        """Tells one that has nothing to do that nothing more comes, so that it may end by itself before `end`."""
        ...

    def end(self) -> None:
        """Ends it at once, whatever it is doing; one that was told to leave gets a moment for it."""
        ...


class WorkerEngine(Protocol):
    """Where workers run."""

    name: str
    """As "local"."""

    def start(self) -> Worker:
        """A new worker, without waiting for it."""
        ...

    def wait(self, workers: Sequence[Worker], seconds: float | None) -> Sequence[Worker]:
        """Those of the workers that said something or have ended; none when that takes longer than `seconds`."""
        ...


@dataclass(slots=True)
class _Post:
    """A worker, the task it has, and when that must be done, by a clock that nobody can set."""

    worker: Worker
    ready: bool = False
    task: Task | None = None
    deadline: float = 0.0


class Dispatcher:
    """A fixed number of workers, kept up. Large collections hold up none but their own worker."""

    def __init__(
        self,
        engine: WorkerEngine,
        *,
        workers: int,
        seconds: float,
        version: str,
        runtime: Runtime | None = None,
        tell: Callable[[str], None] = lambda message: None,
    ) -> None:
        """`seconds` is the longest that one collection may take; `version` and `runtime` are what every worker has to
        run; `tell` is called with what happens to workers.
        """
        self._engine, self._most, self._seconds = engine, workers, seconds
        self._version, self._runtime, self._tell = version, runtime or {}, tell
        self.runtimes: list[Runtime] = []
        """What the workers run that came so far, those alike once."""
        self._posts: list[_Post] = []
        self._waiting: deque[Task] = deque()
        self._deaths: Counter[int] = Counter()
        self._deaths_at_start = 0
        self._proved = False

    @property
    def busy(self) -> int:
        """Workers that are making a result."""
        return sum(post.task is not None for post in self._posts)

    def run(self, tasks: Iterator[Task]) -> Generator[tuple[Task, Made | Problem]]:
        """Each task with what became of it, in the order they are done.

        Takes no more tasks than there are workers in advance. Raises BatchError when no worker can be had.
        """
        try:
            while self._refill(tasks) or self.busy:
                self._hire()
                self._hand_out()
                yield from self._listen()
                yield from self._stop_overdue()
        finally:
            for post in self._posts:
                if post.ready and post.task is None:
                    post.worker.leave()
            for post in self._posts:
                post.worker.end()
            self._posts.clear()

    def _refill(self, tasks: Iterator[Task]) -> bool:
        while len(self._waiting) < self._most and (task := next(tasks, None)) is not None:
            self._waiting.append(task)
        return bool(self._waiting)

    def _hire(self) -> None:
        """One worker until one is ready, as the first to come may have to compile the model for all; then all."""
        wanted = min(self._most, len(self._waiting) + self.busy) if self._proved else 1
        while len(self._posts) < wanted:
            self._posts.append(_Post(self._engine.start()))

    def _hand_out(self) -> None:
        for post in list(self._posts):
            if not self._waiting:
                return
            if post.ready and post.task is None:
                task = self._waiting.popleft()
                try:
                    post.worker.give(task)
                except WorkerDiedError:  # while it had nothing to do, which is no fault of the task
                    self._waiting.appendleft(task)
                    self._dismiss(post)
                else:
                    post.task, post.deadline = task, time.monotonic() + self._seconds

    def _listen(self) -> Iterator[tuple[Task, Made | Problem]]:
        expected = [post for post in self._posts if post.task is not None or not post.ready]
        if not expected:  # the last worker ended while it had nothing to do
            return
        said = self._engine.wait([post.worker for post in expected], self._patience())
        for post in expected:
            if any(post.worker is worker for worker in said):
                yield from self._hear(post)

    def _patience(self) -> float | None:
        deadlines = [post.deadline for post in self._posts if post.task is not None]
        return max(0.0, min(deadlines) - time.monotonic()) if deadlines else None

    def _hear(self, post: _Post) -> Iterator[tuple[Task, Made | Problem]]:
        try:
            answer = post.worker.take()
        except WorkerDiedError as death:
            self._dismiss(post)
            yield from self._mourn(post, str(death))
            return
        if isinstance(answer, Refused):
            raise BatchError(answer.detail)
        if isinstance(answer, Ready):
            self._welcome(answer)
            post.ready = self._proved = True
            self._deaths_at_start = 0
        elif post.task is not None:
            task, post.task = post.task, None
            yield task, answer

    def _welcome(self, worker: Ready) -> None:
        """Raises BatchError for a worker whose results would not be those of the others."""
        if worker.version != self._version:
            raise BatchError(f"a worker runs summarize {worker.version}, and this is {self._version}; install one")
        for name, wanted in self._runtime.items():
            if (found := worker.runtime.get(name, "none")) != wanted:
                why = f" ({'; '.join(worker.said)})" if worker.said else ""
                raise BatchError(
                    f"a worker has {name} {_shown(found)} where this batch has {_shown(wanted)}, "
                    f"and their results would differ{why}"
                )
        if worker.runtime not in self.runtimes:
            self.runtimes.append(worker.runtime)
            for message in worker.said:
                self._tell(message)

    def _mourn(self, post: _Post, how: str) -> Iterator[tuple[Task, Made | Problem]]:
        task = post.task
        if task is None:
            self._deaths_at_start += 1
            self._tell(f"a worker ended before it was ready ({how}); another takes its place")
            if self._deaths_at_start >= MOST_DEATHS_AT_START:
                raise BatchError(f"{MOST_DEATHS_AT_START} workers in a row ended before they were ready ({how})")
            return
        self._deaths[task.number] += 1
        if self._deaths[task.number] < ATTEMPTS:
            self._tell(f"a worker ended while it had {task.collection.id!r} ({how}); that is begun again")
            self._waiting.append(task)  # behind others, so that what kills workers does not meet the same one again
        else:
            del self._deaths[task.number]
            yield task, Problem("worker-died", f"{ATTEMPTS} workers ended while they had it ({how})")

    def _stop_overdue(self) -> Iterator[tuple[Task, Made | Problem]]:
        for post in [post for post in self._posts if post.task is not None and post.deadline <= time.monotonic()]:
            self._dismiss(post)
            if post.task is not None:
                yield post.task, Problem("timeout", f"it took longer than {self._seconds:g} seconds")

    def _dismiss(self, post: _Post) -> None:
        post.worker.end()
        self._posts.remove(post)


def _shown(value: str) -> str:
    """A hash by its beginning."""
    return value[:12] if len(value) == _HASH else value
