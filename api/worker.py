"""What a worker process does: loads the model once, then makes one brief after another.

Processes rather than threads, because a process can be ended when it takes too long, and because the server's own loop
shares no interpreter lock with them.
"""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from api.offline import forbid_connections
from summarize import Document, Options, summarize
from summarize.embedding import Encoder, load_encoder
from summarize.errors import DocumentError, NothingToSummarize, SourceError, SummarizeError
from summarize.reading.files import read_file
from summarize.rendering import Format, render

NICENESS = 5
"""Workers give way to the server's loop, so that it answers at once while every processor is busy."""

LoadEncoder = Callable[[str | None], Encoder]


@dataclass(frozen=True, slots=True)
class BriefJob:
    """Documents to make one brief of."""

    documents: tuple[Document, ...]
    options: Options
    max_sentences: int


@dataclass(frozen=True, slots=True)
class ReadJob:
    """Uploaded files, by name, to read as documents."""

    files: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A brief as JSON, and what it took."""

    json: bytes
    stages: dict[str, float]
    sentences: int


@dataclass(frozen=True, slots=True)
class Read:
    """The documents of uploaded files, and for each file that could not be read why."""

    documents: tuple[Document, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """The job cannot be done as given; `detail` is written for people."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Crashed:
    """A fault in the program. It says where, and not the message, which might hold words of an article."""

    error: str
    where: str


@dataclass(frozen=True, slots=True)
class Ready:
    """The model is loaded."""

    model: str


class Cancelled(Exception):
    """Nobody waits for the answer any more."""


class _TooManySentences(Exception):
    pass


class Flag(Protocol):
    """As of multiprocessing.Event."""

    def is_set(self) -> bool: ...


@dataclass
class _Watch:
    """Times the stages, and stops between two of them when the job was cancelled."""

    cancelled: Flag
    begun: list[tuple[str, float]] = field(default_factory=list)

    def begin(self, stage: str) -> None:
        if self.cancelled.is_set():
            raise Cancelled
        self.begun.append((stage, time.perf_counter()))

    def seconds(self) -> dict[str, float]:
        ends = [*(start for _, start in self.begun[1:]), time.perf_counter()]
        return {stage: end - start for (stage, start), end in zip(self.begun, ends, strict=True)}


class _Bounded:
    """The encoder, for so many sentences and no more: it is the first to see them all."""

    def __init__(self, encoder: Encoder, most: int) -> None:
        self._encoder = encoder
        self._most = most

    def __getattr__(self, name: str) -> Any:
        return getattr(self._encoder, name)

    @property
    def name(self) -> str:
        return self._encoder.name

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if len(texts) > self._most:
            raise _TooManySentences
        return self._encoder.encode(texts)


def default_encoder(model: str | None) -> Encoder:
    return load_encoder(model)


def work(connection: Connection, cancelled: Flag, load: LoadEncoder, model: str | None) -> None:
    """The life of a worker: says Ready or Refused, then answers each job, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the server says when to end
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(OSError):
        os.nice(NICENESS)
    forbid_connections()
    try:
        encoder = load(model)
    except SummarizeError as error:
        connection.send(Refused("no-model", str(error)))
        return
    connection.send(Ready(encoder.name))
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            connection.send(do(connection.recv(), encoder, cancelled))


def do(job: BriefJob | ReadJob, encoder: Encoder, cancelled: Flag) -> Made | Read | Refused | Crashed:  # noqa: PLR0911 each kind of end is one line
    """One job, from what was asked to what is answered. Never raises."""
    try:
        return _brief(job, encoder, _Watch(cancelled)) if isinstance(job, BriefJob) else _read(job)
    except Cancelled:
        return Refused("cancelled", "the client hung up")
    except _TooManySentences:
        assert isinstance(job, BriefJob)
        return Refused("too-many-sentences", f"The documents hold more than {job.max_sentences:,} sentences.")
    except NothingToSummarize as error:
        return Refused("nothing-to-summarize", _sentence(str(error)))
    except DocumentError as error:
        return Refused("invalid-document", _sentence(str(error)))
    except MemoryError:
        return Refused("too-large", "There is not enough memory for a collection of this size.")
    except Exception as error:
        return Crashed(type(error).__name__, where(error))


def where(error: BaseException) -> str:
    """The innermost lines of a traceback, without anything the lines were about."""
    places = []
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        places.append(f"{'/'.join(Path(code.co_filename).parts[-2:])}:{step.tb_lineno} {code.co_name}")
        step = step.tb_next
    return " < ".join(reversed(places[-6:]))


def _brief(job: BriefJob, encoder: Encoder, watch: _Watch) -> Made:
    brief = summarize(job.documents, job.options, _Bounded(encoder, job.max_sentences), watch.begin)
    watch.begin("rendering")
    json = render(brief, Format.JSON).encode()
    return Made(json, watch.seconds(), sum(source.sentences for source in brief.sources))


def _read(job: ReadJob) -> Read:
    documents: list[Document] = []
    problems: list[str] = []
    taken: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="summarize-") as folder:
        for number, (given, content) in enumerate(job.files):
            name = _unique(given, taken)
            path = Path(folder, f"{number}{PurePosixPath(name).suffix[:16]}")
            path.write_bytes(content)
            try:
                for item in read_file(path, name):
                    if isinstance(item, Document):
                        documents.append(item)
                    else:
                        problems.append(str(item))
            except (SourceError, DocumentError) as error:
                problems.append(str(error))
    return Read(tuple(documents), tuple(problems))


def _unique(given: str, taken: set[str]) -> str:
    """The file's name without folders; of equal names the second becomes "NAME (2)"."""
    base = "".join(c for c in given.replace("\\", "/").rpartition("/")[2] if c.isprintable())[-200:] or "file"
    name, count = base, 1
    while name in taken:
        count += 1
        name = f"{base} ({count})"
    taken.add(name)
    return name


def _sentence(message: str) -> str:
    return f"{message[:1].upper()}{message[1:]}{'' if message.endswith('.') else '.'}"
