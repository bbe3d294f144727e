"""What a worker process does: loads the model once, then makes one brief after another.

Processes rather than threads, because a process can be ended when it takes too long, and because the server's own loop
shares no interpreter lock with them.
"""

from __future__ import annotations

import os
import signal
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from api.articles import Room, check_files
from api.jobs import (
    BriefJob,
    CheckJob,
    Crashed,
    Job,
    Linked,
    LinkJob,
    Made,
    Read,
    ReadJob,
    Ready,
    Refused,
    StoriesJob,
    unusable_earlier,
)
from api.offline import forbid_connections
from api.tally import TooMuch
from summarize import Document, check, summarize
from summarize.embedding import Memory
from summarize.embedding.memory import Hits
from summarize.embedding.stores import MemoryStore
from summarize.errors import (
    BriefError,
    DocumentError,
    NothingToSummarize,
    SourceError,
    SummarizeError,
    TooManySentences,
)
from summarize.models import Encoder, load_encoder
from summarize.native import guarded
from summarize.orphans import end_with_parent
from summarize.quotability import quotability_for
from summarize.reading import Limits, Settings, read_contents
from summarize.reading.links import Answer as LinkAnswer
from summarize.reading.links import read_answer
from summarize.records.brief import Source
from summarize.relations import relations_for
from summarize.rendering import Format, render
from summarize.rendering.checks import render_check
from summarize.rendering.stories import render_stories
from summarize.stopwatch import Stopwatch
from summarize.stories import brief_stories, find_stories

NICENESS = 5
"""Workers give way to the server's loop, so that it answers at once while every processor is busy."""

LoadEncoder = Callable[[str | None], Encoder]


class Cancelled(Exception):
    """Nobody waits for the answer any more."""


class Flag(Protocol):
    """As of multiprocessing.Event."""

    def is_set(self) -> bool: ...


class _Watch(Stopwatch):
    """Stops between two stages when the job was cancelled."""

    def __init__(self, cancelled: Flag) -> None:
        super().__init__()
        self._cancelled = cancelled

    def begin(self, stage: str) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        super().begin(stage)


def default_encoder(model: str | None) -> Encoder:
    return load_encoder(model)


def memory_for(encoder: Encoder, sentences: int) -> Memory | None:
    """Room for the vectors of the last sentences, so that one more article costs only itself; None without any.

    Only where a vector depends on its text alone, which encoders with an identity promise: on torch the sentences of a
    request change each other's last digits, and a brief might differ from the one that the command prints.
    """
    if not sentences or getattr(encoder, "identity", None) is None:
        return None
    return Memory(MemoryStore(sentences))


def work(
    connection: Connection, cancelled: Flag, load: LoadEncoder, model: str | None, remembered_sentences: int
) -> None:
    """The life of a worker: says Ready or Refused, then answers each job, until the other end is closed."""
    for name in ("SIGINT", "SIGHUP"):  # they go to the whole group; the server says when to end
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(OSError):
        os.nice(NICENESS)
    forbid_connections()
    end_with_parent()
    try:
        encoder = load(model)
    except SummarizeError as error:
        connection.send(Refused("no-model", str(error)))
        return
    relations_for(encoder)  # loaded now, not in the first request
    quotability_for(encoder)
    memory = memory_for(encoder, remembered_sentences)
    connection.send(Ready(encoder.name))
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            connection.send(do(connection.recv(), encoder, memory, cancelled))


def do(  # noqa: PLR0911 each kind of end is one line
    job: Job, encoder: Encoder, memory: Memory | None, cancelled: Flag
) -> Made | Read | Linked | Refused | Crashed:
    """One job, from what was asked to what is answered. Never raises."""
    try:
        with guarded("a worker"):
            return _done(job, encoder, memory, _Watch(cancelled))
    except Cancelled:
        return Refused("cancelled", "the client hung up")
    except TooManySentences:
        most = "too many" if isinstance(job, ReadJob | LinkJob) else f"more than {job.max_sentences:,}"
        return Refused("too-many-sentences", f"The documents hold {most} sentences.")
    except TooMuch as much:
        return Refused(much.code, str(much))
    except NothingToSummarize as error:
        return Refused("nothing-to-summarize", _sentence(str(error)))
    except BriefError as error:
        return unusable_earlier(error)
    except DocumentError as error:
        return Refused("invalid-document", _sentence(str(error)))
    except MemoryError:
        return Refused("too-large", "There is not enough memory for a collection of this size.")
    except Exception as error:
        return Crashed(type(error).__name__, where(error))


def _done(job: Job, encoder: Encoder, memory: Memory | None, watch: _Watch) -> Made | Read | Linked:
    match job:
        case ReadJob():
            return _read(job)
        case LinkJob():
            return Linked(tuple(map(_linked, job.answers)))
    hits = memory.hits if memory else Hits()
    before = replace(hits)
    match job:
        case BriefJob():
            written, sentences = _brief(job, encoder, memory, watch)
        case CheckJob():
            written, sentences = _check(job, encoder, memory, watch)
        case StoriesJob():
            written, sentences = _stories(job, encoder, memory, watch)
    packed = zlib.compress(written.encode())
    return Made(packed, watch.seconds(), sentences, hits.asked - before.asked, hits.encoded - before.encoded)


def where(error: BaseException) -> str:
    """The innermost lines of a traceback, without anything the lines were about."""
    places = []
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        places.append(f"{'/'.join(Path(code.co_filename).parts[-2:])}:{step.tb_lineno} {code.co_name}")
        step = step.tb_next
    return " < ".join(reversed(places[-6:]))


def _brief(job: BriefJob, encoder: Encoder, memory: Memory | None, watch: _Watch) -> tuple[str, int]:
    brief = summarize(
        job.documents,
        job.options,
        encoder,
        watch.begin,
        since=job.since,
        views=job.views,
        query=job.query,
        memory=memory,
        max_sentences=job.max_sentences,
    )
    watch.begin("rendering")
    return render(brief, Format.JSON), _sentences(brief.sources)


def _check(job: CheckJob, encoder: Encoder, memory: Memory | None, watch: _Watch) -> tuple[str, int]:
    made = check(job.draft, job.documents, encoder, watch.begin, memory=memory, max_sentences=job.max_sentences)
    watch.begin("rendering")
    return render_check(made, job.format), _sentences(made.sources)


def _stories(job: StoriesJob, encoder: Encoder, memory: Memory | None, watch: _Watch) -> tuple[str, int]:
    found = find_stories(job.documents, on_stage=watch.begin, max_sentences=job.max_sentences)
    if job.briefs:
        found = brief_stories(
            found, job.options, encoder, memory=memory, on_story=lambda story: watch.begin("brief of a story")
        )
    watch.begin("rendering")
    briefs = [story.brief for story in found.stories if story.brief is not None]
    return render_stories(found, job.format), sum(_sentences(brief.sources) for brief in briefs)


def _sentences(sources: Iterable[Source]) -> int:
    return sum(source.sentences for source in sources)


def _read(job: ReadJob) -> Read:
    check_files(job.files, job.max_documents)
    limits = Limits(max_bytes=job.max_bytes, max_members=job.max_documents)
    room = Room(job.max_documents, job.max_characters)
    reading = read_contents(job.files, Settings(limits=limits), room.take)
    return Read(reading.documents, tuple(str(problem) for problem in reading.problems))


def _linked(answer: LinkAnswer) -> Document | str:
    """The one document that a link leads to, or why there is none."""
    link = answer.origin.link
    try:
        items = list(islice(read_answer(answer, link), 2))
    except (SourceError, DocumentError) as error:
        return str(error).removeprefix(f"{link}: ")
    if len(items) > 1:
        return "leads to several articles; give the link of each"
    return items[0] if isinstance(items[0], Document) else str(items[0]).removeprefix(f"{link}: ")


def _sentence(message: str) -> str:
    return f"{message[:1].upper()}{message[1:]}{'' if message.endswith('.') else '.'}"
