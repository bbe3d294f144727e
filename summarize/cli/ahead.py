"""Work that is begun before its result is needed: models are loaded while sources are read."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from summarize.models import Encoder, Engine, load_encoder
from summarize.quotability import quotability_for
from summarize.relations import relations_for

Made = TypeVar("Made")


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

    Thread(target=run, daemon=True).start()
    return made.result


def encoder_ahead(model: str | None, engine: Engine, say: Callable[[str], None]) -> Callable[[], Encoder]:
    """The encoder of a model; the models that read sentences are loaded with it, and kept until they are asked for."""

    def load() -> Encoder:
        encoder = load_encoder(model, engine, say)
        relations_for(encoder, say)
        quotability_for(encoder, say)
        return encoder

    return ahead(load)
