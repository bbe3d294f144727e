"""Threads that nobody waits for at the end: what a server keeps waiting must not keep the program from ending."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

_R = TypeVar("_R")
_Task = tuple[Future[Any], Callable[[], Any]]


class Threads:
    """Does up to so many things at once, first come, first served. The threads start with the first of them."""

    def __init__(self, number: int, name: str) -> None:
        self._number, self._name = number, name
        self._started = False
        self._waiting: SimpleQueue[_Task | None] = SimpleQueue()

    def submit(self, work: Callable[[], _R]) -> Future[_R]:
        """What comes of the work; a future that is cancelled while it waits costs nothing. Not to be called at once by
        several threads.
        """
        if not self._started:
            self._started = True
            for _ in range(self._number):
                Thread(target=self._work, name=self._name, daemon=True).start()
        future: Future[_R] = Future()
        self._waiting.put((future, work))
        return future

    def close(self) -> None:
        """Ends the threads, each when it has done what it is at."""
        for _ in range(self._number if self._started else 0):
            self._waiting.put(None)

    def _work(self) -> None:
        while (task := self._waiting.get()) is not None:
            future, work = task
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(work())
            except BaseException as error:  # for whoever asked to see
                future.set_exception(error)
