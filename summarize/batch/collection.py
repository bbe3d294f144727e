"""What a batch is made of: collections as they were given, and what became of each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from summarize.reading import Reading, read_contents, read_records

FIELDS = ("id", "text", "title", "url", "publisher", "published", "language", "media_type", "sha256", "pages")
"""Of an article; what else stands in a record changes nothing and goes no further."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no result of a collection: a word for programs, and a line for people."""

    type: str
    detail: str


@dataclass(frozen=True, slots=True)
class Collection:
    """The articles of one result, not yet read: the processes that make results do that.

    It holds either `records`, objects with the fields of a line of JSON lines, or `files` by name, or a `problem`.
    """

    id: str
    place: str
    """Where in the input it stands, as "line 7"."""
    digest: str = ""
    """SHA-256 of all that its documents are read from, in hexadecimal digits."""
    records: tuple[Any, ...] = field(default=(), repr=False)
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    problem: Problem | None = None

    def read(self) -> Reading:
        """Its documents, and what is wrong with those that are none."""
        return read_contents(self.files) if self.files else read_records(self.records, self.id)


def of_records(identity: str, place: str, records: Iterable[Any]) -> Collection:
    """A collection of parsed articles. Raises RecursionError for one too deep to write as JSON again."""
    kept = tuple(known(record) for record in records)
    digest = hashlib.sha256()
    for record in kept:
        digest.update(json.dumps(record, sort_keys=True).encode() + b"\n")
    return Collection(identity, place, digest.hexdigest(), records=kept)


def of_files(identity: str, place: str, files: Iterable[tuple[str, bytes]]) -> Collection:
    """A collection of the contents of files."""
    kept = tuple(files)
    digest = hashlib.sha256()
    for name, content in kept:
        digest.update(json.dumps([name, hashlib.sha256(content).hexdigest()]).encode() + b"\n")
    return Collection(identity, place, digest.hexdigest(), files=kept)


def known(record: Any) -> Any:
    """What of an article is used."""
    return {name: record[name] for name in FIELDS if name in record} if isinstance(record, Mapping) else record
