"""What the server asks of a worker process, and what it is answered."""

from __future__ import annotations

from dataclasses import dataclass

from summarize import Brief, Document, Options
from summarize.errors import BriefError
from summarize.reading.links import Answer as LinkAnswer
from summarize.records.views import View
from summarize.rendering.checks import CheckFormat
from summarize.rendering.stories import StoriesFormat


@dataclass(frozen=True, slots=True)
class BriefJob:
    """Documents to make one brief of."""

    documents: tuple[Document, ...]
    options: Options
    max_sentences: int
    since: Brief | None = None
    views: frozenset[View] = frozenset()
    query: str | None = None


@dataclass(frozen=True, slots=True)
class StoriesJob:
    """Documents to divide into stories, with briefs or without, in the form that was asked for."""

    documents: tuple[Document, ...]
    options: Options
    briefs: bool
    format: StoriesFormat
    max_sentences: int


@dataclass(frozen=True, slots=True)
class CheckJob:
    """A draft to hold against documents."""

    draft: Document
    documents: tuple[Document, ...]
    format: CheckFormat
    max_sentences: int


@dataclass(frozen=True, slots=True)
class ReadJob:
    """Files, by name, to read as documents of these names."""

    files: tuple[tuple[str, bytes], ...]
    max_documents: int
    max_characters: int
    max_bytes: int
    """Of each file once it is unpacked."""


@dataclass(frozen=True, slots=True)
class LinkJob:
    """What links answered, to read as one document each."""

    answers: tuple[LinkAnswer, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A brief as JSON, or stories or a check in their form, packed by zlib, which leaves a seventh of it to send and to
    keep; and what it took.

    Of `sentences` in all, `asked` different ones were looked up among those remembered, and `encoded` were not there.
    """

    packed: bytes
    stages: dict[str, float]
    sentences: int
    asked: int
    encoded: int


@dataclass(frozen=True, slots=True)
class Read:
    """The documents of files, and for each file that could not be read why."""

    documents: tuple[Document, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """The document of each link, or why it is none."""

    documents: tuple[Document | str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """The job cannot be done as given; `detail` is written for people."""

    code: str
    detail: str


def unusable_earlier(error: BriefError) -> Refused:
    """Of an earlier brief that is none, or that does not hold together."""
    return Refused("invalid-brief", f"The earlier brief cannot be used: {error}.")


@dataclass(frozen=True, slots=True)
class Crashed:
    """A fault in the program. It says where, and not the message, which might hold words of an article."""

    error: str
    where: str


@dataclass(frozen=True, slots=True)
class Ready:
    """The model is loaded."""

    model: str


class WorkerFault(Exception):
    """A worker answered that it crashed."""

    def __init__(self, crashed: Crashed) -> None:
        super().__init__(crashed.error)
        self.crashed = crashed


Job = BriefJob | CheckJob | StoriesJob | ReadJob | LinkJob
Answer = Made | Read | Linked | Refused | Crashed
