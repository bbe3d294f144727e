"""Work that is begun before its result is needed: models are loaded while the code is, and while sources are read.

Nothing heavy is imported here but in the threads that need it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from summarize.models import Encoder, Engine

Made = TypeVar("Made")
Say = Callable[[str], None]

OTHERWISE = ("-h", "--help", "--version", "--explain", "--compile-model", "--model", "--encoder")
"""Options with which the default models are not wanted, or perhaps others."""
WITHOUT_MODELS = ("batch", "fetch", "stories", "verify")
"""Commands that want none, may want none, or load them in processes of their own."""


def ahead(make: Callable[[], Made]) -> Callable[[], Made]:
    """Calls `make` at once, in a thread of its own; what is given back waits for it and returns, or raises, the same.

    The thread does not keep the command from ending when its result is no longer wanted.
    """
    made: Future[Made] = Future()

    def run() -> None:
        try:
            made.set_result(make())
        except BaseException as error:  # whoever asks for the result is told
            made.set_exception(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    _threads.append(thread)
    return made.result


def leave(status: int) -> NoReturn:
    """Ends the process with this status, also while something is still being made that nobody wants any more.

    A thread that comes back from native code while Python ends aborts the process, so Python does not end then.
    """
    if any(thread.is_alive() for thread in _threads):
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):  # closed, or none, as what was to be said has been
                stream.flush()
        os._exit(status)
    sys.exit(status)


_threads: list[Thread] = []


class Relay:
    """Keeps what is said until it is known to whom."""

    def __init__(self) -> None:
        self._lock, self._kept = Lock(), list[str]()
        self._say: Say = self._kept.append

    def __call__(self, message: str) -> None:
        with self._lock:
            self._say(message)

    def to(self, say: Say) -> None:
        with self._lock:
            for message in self._kept:
                say(message)
            self._kept.clear()
            self._say = say


_begun: list[tuple[Callable[[], Encoder], Relay]] = []
"""The default models, where they are being loaded and nobody has asked for them yet."""


def begin_for(argv: Sequence[str]) -> None:
    """Begins to load the default models where a command with these arguments, all but its name, is likely to want them:
    that takes as long as importing the code, and mostly leaves Python free to do so.
    """
    named = [argument.partition("=")[0] for argument in argv]
    if argv and argv[0] not in WITHOUT_MODELS and not any(name in OTHERWISE for name in named):
        relay = Relay()
        _begun.append((_load(None, None, relay), relay))


def encoder_ahead(model: str | None, engine: Engine, say: Say) -> Callable[[], Encoder]:
    """The encoder of a model; the models that read sentences are loaded with it, and kept until they are asked for."""
    if model is None and engine == "auto" and _begun:
        encoder, relay = _begun.pop()
        relay.to(say)
        return encoder
    return _load(model, engine, say)


def _load(model: str | None, engine: Engine | None, say: Say) -> Callable[[], Encoder]:
    def load_encoder() -> Encoder:
        from summarize.models import Engine, load_encoder

        return load_encoder(model, engine or Engine.AUTO, say)

    def load_readers() -> None:
        from summarize.quotability import quotability_for
        from summarize.relations import relations_for

        relations_for(encoder(), say)
        quotability_for(encoder(), say)

    encoder = ahead(load_encoder)
    ahead(load_readers)
    return encoder
