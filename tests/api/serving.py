"""A real server on a real socket, for the length of a `with`."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import numpy as np
from numpy.typing import NDArray

from api.app import create_app
from api.server import listen, make_server
from api.settings import Settings
from api.worker import LoadEncoder
from summarize.models import Encoder
from tests.conftest import WordEncoder

SLOW, CRASH, FAULT = "SLOW-", "CRASH-", "FAULT-"
"""Words of an article that make the encoder below take its time, end its process, or fail. Then comes a number."""


class TroubledEncoder(WordEncoder):
    """The small encoder, with the troubles a real one may have."""

    def encode(self, texts: Any) -> NDArray[np.float32]:
        for text in texts:
            if SLOW in text:
                time.sleep(float(text.partition(SLOW)[2].split()[0]))
            if CRASH in text:
                import os

                os._exit(7)
            if FAULT in text:
                raise ZeroDivisionError(text)
        return super().encode(texts)


def load_troubled(model: str | None) -> Encoder:
    return TroubledEncoder()


class IdentifiedEncoder(TroubledEncoder):
    """Says, as a compiled model does, that its vectors depend on their text alone."""

    identity = "test/words 1"


def load_identified(model: str | None) -> Encoder:
    return IdentifiedEncoder()


def load_slowly(model: str | None) -> Encoder:
    time.sleep(2.5)
    return TroubledEncoder()


def load_nothing(model: str | None) -> Encoder:
    from summarize.errors import ModelError

    raise ModelError("the model is not there")


@contextmanager
def serving(*, load: LoadEncoder = load_troubled, wait: bool = True, **settings: Any) -> Iterator[httpx.Client]:
    """A client of a server with these settings; every worker has started unless told not to wait."""
    chosen = Settings(**{"workers": 1, "rate_per_minute": 0, **settings})
    server = make_server(create_app(chosen, load), chosen)
    sockets = listen("127.0.0.1", 0)
    thread = threading.Thread(target=server.run, args=(sockets,), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, trust_env=False) as client:
        try:
            deadline = time.monotonic() + 240  # on a busy machine it takes minutes to compile the model
            while wait and client.get("/readyz").status_code != 200:
                assert time.monotonic() < deadline, "the workers did not start"
                time.sleep(0.05)
            yield client
        finally:
            server.should_exit = True
            thread.join(30)
