"""Workers as processes of this machine, each with the model loaded once, on one thread."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from pathlib import Path

from summarize import __version__
from summarize.batch.dispatch import Answer, Ready, Refused, Worker, WorkerDiedError
from summarize.batch.job import Job, Task, do
from summarize.errors import SummarizeError
from summarize.orphans import end_with_parent

THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Workers are the parallelism: with more threads each they would only get in each other's way."""

_GRACE = 3.0
"""Seconds in which a worker that was told to leave may end by itself."""
_SHARED = 0.9
"""Of the memory there is, what all workers together may have."""


class LocalEngine:
    """Spawned, not forked: a fork would share locks and threads of native libraries in whatever state they are."""

    name = "local"

    def __init__(self, job: Job, max_memory: int | None = None) -> None:
        """`max_memory` is in bytes, of one worker."""
        self._context = multiprocessing.get_context("spawn")
        self._job, self._max_memory = job, max_memory

    def start(self) -> Worker:
        return _Process(self._context, self._job, self._max_memory)

    def wait(self, workers: Sequence[Worker], seconds: float | None) -> Sequence[Worker]:
        by_connection = {worker.connection: worker for worker in workers if isinstance(worker, _Process)}
        return [by_connection[ready] for ready in wait(by_connection, seconds) if isinstance(ready, Connection)]


class _Process:
    def __init__(self, context: SpawnContext, job: Job, max_memory: int | None) -> None:
        self.connection, theirs = context.Pipe()
        self._leaves = False
        self._process = context.Process(
            target=work, args=(theirs, job, max_memory), name="summarize-batch", daemon=True
        )
        with _environment(THREADS):
            self._process.start()
        theirs.close()  # so that the end of the process is the end of the pipe

    def give(self, task: Task) -> None:
        try:
            self.connection.send(task)
        except OSError as error:
            raise WorkerDiedError(self._how_it_ended()) from error

    def take(self) -> Answer:
        try:
            answer: Answer = self.connection.recv()
        except (EOFError, OSError) as error:
            raise WorkerDiedError(self._how_it_ended()) from error
        return answer

    def leave(self) -> None:
        self.connection.close()
        self._leaves = True

    def end(self) -> None:
        if self._leaves:  # so that what its libraries opened is closed
            self._process.join(_GRACE)
        self._process.kill()
        self._process.join()
        self.connection.close()

    def _how_it_ended(self) -> str:
        self._process.join(1.0)
        status = self._process.exitcode
        if status == -signal.SIGKILL:
            return "killed, perhaps because the machine ran out of memory"
        return f"signal {-status}" if status is not None and status < 0 else f"exit status {status}"


@contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    """Sets variables for the processes that are started meanwhile."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def work(connection: Connection, job: Job, max_memory: int | None) -> None:
    """The life of a worker: says Ready or Refused, then answers each task, until the other end is closed."""
    for name in ("SIGINT", "SIGHUP"):  # they go to the whole group; the other end says when to stop
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with_parent()
    limit_memory(max_memory)
    with suppress(EOFError, OSError, KeyboardInterrupt):
        try:
            loaded = job.load()
        except SummarizeError as error:
            connection.send(Refused(str(error)))
            return
        connection.send(Ready(__version__, loaded.runtime, loaded.said))
        while True:
            connection.send(do(connection.recv(), loaded.make))


def share_of_memory(workers: int) -> int | None:
    """What each of so many workers may have of the memory of this machine or container, in bytes, if that is known."""
    limits = []
    with suppress(AttributeError, OSError, ValueError):  # Windows has no sysconf
        limits.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    for group in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        with suppress(OSError, ValueError):  # "max", where there is no limit
            limits.append(int(Path(group).read_text(encoding="ascii")))
    return int(min(limits) * _SHARED / workers) if limits else None


def limit_memory(most: int | None) -> None:
    """Has this process get a MemoryError beyond so many bytes, where the system can do that."""
    if most is None:
        return
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (most, resource.getrlimit(resource.RLIMIT_DATA)[1]))
