"""Workers as actors of Ray, on this machine or on a cluster, each with the model loaded once, on one processor.

Actors rather than Ray Data: a collection that hangs, or that kills its worker, has to be told from the others, and a
map over blocks knows only blocks.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from summarize import __version__
from summarize.batch.collection import Problem
from summarize.batch.dispatch import Answer, Ready, Refused, Worker, WorkerDiedError
from summarize.batch.job import Job, Made, Task, do
from summarize.batch.local import limit_memory
from summarize.errors import BatchError, SummarizeError
from summarize.models.machine import usable_cpus

_OBJECTS = 200 * 2**20
"""Bytes of the object store of a Ray that is started here: a few collections and results at a time lie in it."""

_SHOWN = 400
"""Characters that are told of what Ray says, which may be several lines."""

_STDERR = 2
"""By its number, as native code knows it."""

_PATIENCE = 10.0
"""Seconds in which somebody has to answer at the address of a cluster."""

_SETTINGS = b"\x04"
"""The type of an HTTP/2 frame, at its fourth byte, that each side sends first."""
_GREETING = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\0\0\0" + _SETTINGS + b"\0" * 5


class RayEngine:
    """Joins the cluster at an address, or starts a Ray on this machine and stops it in the end."""

    name = "ray"

    def __init__(
        self, job: Job, max_memory: int | None = None, *, address: str | None = None, cpus: int | None = None
    ) -> None:
        """`cpus` bounds a Ray that is started here. Raises BatchError when Ray is missing or cannot be reached."""
        self._ray = _import_ray()
        self._own = not self._ray.is_initialized()
        if self._own:
            _connect(self._ray, address, cpus or usable_cpus())
        # An actor that died is not started again by Ray: which collection it had is known here alone.
        actor = self._ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(Maker)
        self._start: Callable[[], Any] = lambda: actor.remote(job, max_memory)

    @property
    def cpus(self) -> int:
        """Processors of the cluster as it is now, at least 1."""
        return max(1, int(self._ray.cluster_resources().get("CPU", 1)))

    def start(self) -> Worker:
        return _Actor(self._ray, self._start())

    def wait(self, workers: Sequence[Worker], seconds: float | None) -> Sequence[Worker]:
        by_answer = {worker.answer: worker for worker in workers if isinstance(worker, _Actor)}
        first, _ = self._ray.wait(list(by_answer), num_returns=1, timeout=seconds, fetch_local=False)
        if not first:
            return []
        ready, _ = self._ray.wait(list(by_answer), num_returns=len(by_answer), timeout=0, fetch_local=False)
        return [by_answer[answer] for answer in {*first, *ready}]

    def close(self) -> None:
        """Leaves the cluster, and stops a Ray that was started here."""
        if self._own:
            self._ray.shutdown()


class Maker:
    """The life of a worker as an actor: `load` says Ready or Refused, and `make` answers each task."""

    def __init__(self, job: Job, max_memory: int | None) -> None:
        self._job, self._max_memory = job, max_memory

    def load(self) -> Ready | Refused:
        limit_memory(self._max_memory)
        try:
            loaded = self._job.load()
        except SummarizeError as error:
            return Refused(str(error))
        self._make = loaded.make
        return Ready(__version__, loaded.runtime, loaded.said)

    def make(self, task: Task) -> Made | Problem:
        return do(task, self._make)


class _Actor:
    def __init__(self, ray: Any, actor: Any) -> None:
        self._ray, self._actor = ray, actor
        self.answer = actor.load.remote()

    def give(self, task: Task) -> None:
        self.answer = self._actor.make.remote(task)  # of an actor that died meanwhile, `take` tells

    def take(self) -> Answer:
        try:
            answer: Answer = self._ray.get(self.answer)
        except self._ray.exceptions.RayError as error:
            raise WorkerDiedError(type(error).__name__) from error
        return answer

    def leave(self) -> None:
        pass  # Ray ends them

    def end(self) -> None:
        self._ray.kill(self._actor)


def _import_ray() -> Any:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # it would report its use to its maker
    os.environ.setdefault("RAY_worker_niceness", "0")  # of a Ray that is started here: its workers are the work
    try:
        import ray
    except ImportError:
        raise BatchError("the engine ray needs Ray; pip install 'summarize[ray]', or take --engine local") from None
    return ray


def _knock(address: str) -> None:
    """Raises OSError when nobody answers at HOST:PORT as Ray's gRPC does, by HTTP/2 (RFC 9113, section 3.4): Ray itself
    would try for minutes, and write a line each time.
    """
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or "/" in host:
        return
    with socket.create_connection((host.strip("[]"), int(port)), _PATIENCE) as connection:
        if os.environ.get("RAY_USE_TLS", "0") != "0":
            return
        try:
            connection.sendall(_GREETING)
            first = connection.recv(9)
        except TimeoutError:
            first = b""
    if first[3:4] != _SETTINGS:
        raise OSError("whoever answers there is no Ray")


def _resolved(ray: Any, address: str) -> str:
    """Where "auto" leads: one that was killed leaves an address behind. Raises ConnectionError when it is nowhere."""
    if address != "auto":
        return address
    try:
        found: str | None = ray._private.services.get_ray_address_from_environment(address, None)
    except (AttributeError, TypeError):  # no part of Ray that it promises to keep
        return address
    return found or address


@contextmanager
def _hushed() -> Iterator[None]:
    """Lets nothing through that is written to stderr, by whatever part of this process.

    What native code of Ray has to say while it joins a cluster goes there, a line a second, and no setting of Ray
    reaches it so early; what is wrong it raises besides.
    """
    try:
        kept = os.dup(_STDERR)
    except OSError:  # there is none
        yield
        return
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), _STDERR)
    try:
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)


def _connect(ray: Any, address: str | None, cpus: int) -> None:
    quiet: dict[str, Any] = {"logging_level": logging.ERROR, "log_to_driver": False}
    try:
        if address is None:
            # On this machine alone, and where nobody else can reach it.
            here = {"num_cpus": cpus, "include_dashboard": False, "object_store_memory": _OBJECTS}
            ray.init(address="local", _node_ip_address="127.0.0.1", **here, **quiet)
        else:
            _knock(_resolved(ray, address))
            with _hushed():
                ray.init(address=address, **quiet)
    except Exception as error:  # ConnectionError, RuntimeError for another version, ValueError for what is no address
        reason = " ".join(str(error).split())[:_SHOWN] or type(error).__name__
        raise BatchError(f"cannot {'start Ray' if address is None else f'join Ray at {address}'}: {reason}") from None
