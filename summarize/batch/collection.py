"""What a batch is made of: collections as they were given, and what became of each."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from summarize.reading import read_contents, read_records
from summarize.reading.drafts import written_draft
from summarize.records.document import Document

FIELDS = (
    *("id", "text", "title", "url", "publisher", "author", "published", "language"),
    *("media_type", "sha256", "pages", "blocks"),
)
"""Of an article; what else stands in a record changes nothing and goes no further."""

File = tuple[str, bytes]
"""Its name, and what it holds."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no result of a collection: a word for programs, and a line for people."""

    type: str
    detail: str


@dataclass(frozen=True, slots=True)
class Material:
    """What one result is made of, as it was read."""

    documents: tuple[Document, ...]
    draft: Document | None = None
    problems: tuple[str, ...] = ()
    """Articles that could not be read, a line each."""


@dataclass(frozen=True, slots=True)
class Collection:
    """The articles of one result, not yet read: the processes that make results do that.

    It holds either `records`, objects with the fields of a line of JSON lines, or `files` by name, or a `problem`.
    """

    id: str
    place: str
    """Where in the input it stands, as "line 7"."""
    digest: str = ""
    """SHA-256 of all that it is read from, in hexadecimal digits."""
    records: tuple[Any, ...] = field(default=(), repr=False)
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    draft: File | None = field(default=None, repr=False)
    """What is held against the articles, where drafts were asked for."""
    problem: Problem | None = None

    def read(self) -> Material:
        """Its documents and draft, and what is wrong with documents that are none. Raises SourceError for a draft that
        cannot be read.
        """
        reading = read_contents(self.files) if self.files else read_records(self.records, self.id)
        draft = None if self.draft is None else written_draft(io.BytesIO(self.draft[1]), self.draft[0])
        return Material(reading.documents, draft, tuple(map(str, reading.problems)))


def of_records(identity: str, place: str, records: Iterable[Any], draft: File | None = None) -> Collection:
    """A collection of parsed articles. Raises RecursionError for one too deep to write as JSON again."""
    kept = tuple(known(record) for record in records)
    lines = [json.dumps(record, sort_keys=True) for record in kept]
    return Collection(identity, place, _digest(lines, draft), records=kept, draft=draft)


def of_files(identity: str, place: str, files: Iterable[File], draft: File | None = None) -> Collection:
    """A collection of the contents of files."""
    kept = tuple(files)
    return Collection(identity, place, _digest(map(_told, kept), draft), files=kept, draft=draft)


def _digest(lines: Iterable[str], draft: File | None) -> str:
    digest = hashlib.sha256()
    for line in (*lines, *(() if draft is None else ("draft", _told(draft)))):
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def _told(file: File) -> str:
    return json.dumps([file[0], hashlib.sha256(file[1]).hexdigest()])


def known(record: Any) -> Any:
    """What of an article is used."""
    return {name: record[name] for name in FIELDS if name in record} if isinstance(record, Mapping) else record
