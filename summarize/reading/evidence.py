"""A folder that keeps what links answered, so that it can be read again as if they were.

manifest.json says which links were read and what they answered, raw/ holds the answers as they came, texts.jsonl the
articles as they were read. Written by summarize/fetching/folder.py, described in docs/evidence.md.
"""

from __future__ import annotations

import hashlib
import json
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path, PurePath
from typing import Any

from summarize.errors import SourceError
from summarize.reading.links import Answer, Links, Origin, addresses_of, once, plain
from summarize.reading.unpacking import MAX_PART_BYTES
from summarize.records.document import Document

SCHEMA = "summarize.evidence/1"
MANIFEST, RAW, TEXTS = "manifest.json", "raw", "texts.jsonl"
MAX_MANIFEST_BYTES = 64 * 2**20
_ORIGIN = tuple(each.name for each in fields(Origin))


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that is kept in a file."""

    origin: Origin
    file: str
    """In raw/."""
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder of evidence holds."""

    sources: Mapping[str, int] = field(default_factory=dict)
    """The links that were named, in order, and how many links of a feed were followed for each."""
    answers: tuple[Kept, ...] = ()
    """In the order they were read; of a link that was read again the last counts."""
    failed: Mapping[str, str] = field(default_factory=dict)
    """Links that could not be read, and why: whole messages."""

    @property
    def current(self) -> Mapping[str, Kept]:
        """What each link answered last."""
        return {kept.origin.link: kept for kept in self.answers}

    def to_json(self) -> str:
        """Raises nothing; `read_manifest` reads it."""
        data = {
            "schema": SCHEMA,
            "sources": [{"link": link, "follow": follow} for link, follow in self.sources.items()],
            "answers": [
                {**asdict(kept.origin), "file": kept.file, "sha256": kept.sha256, "bytes": kept.bytes}
                for kept in self.answers
            ],
            "failed": [{"link": link, "reason": reason} for link, reason in self.failed.items()],
        }
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def is_evidence(folder: Path) -> bool:
    """Whether a folder has a manifest of evidence."""
    if not (folder / MANIFEST).is_file():  # a pipe would be waited for
        return False
    try:
        with (folder / MANIFEST).open("rb") as file:
            return SCHEMA.partition("/")[0].encode() in file.read(200)
    except OSError:
        return False


def read_evidence(folder: Path, name: str) -> Iterator[Document | SourceError]:
    """The documents that the links of a folder led to when it was made, and its problems, in the same order.

    Raises SourceError for a damaged manifest.
    """
    manifest = read_manifest(folder, name)
    answers = KeptAnswers(folder, manifest)
    links = once(manifest.sources)
    seen = addresses_of(links)
    for link in links:
        for item in Links(answers, manifest.sources[link]).read(link, seen):
            # What is left of a feed is told, and not to be followed any more.
            yield SourceError(str(item)) if isinstance(item, SourceError) else item


def read_manifest(folder: Path, name: str) -> Manifest:
    """The manifest of a folder, its links as they are followed. Raises SourceError, and OSError."""
    with (folder / MANIFEST).open("rb") as file:
        written = file.read(MAX_MANIFEST_BYTES + 1)
    try:
        data: Any = json.loads(written) if len(written) <= MAX_MANIFEST_BYTES else None
        if data["schema"] != SCHEMA:
            raise SourceError(f"{name}: its {MANIFEST} is of schema {str(data['schema'])[:40]}, not {SCHEMA}")
        return Manifest(
            {plain(_of(each, "link", str)): _of(each, "follow", int) for each in data["sources"]},
            tuple(map(_kept, data["answers"])),
            {plain(_of(each, "link", str)): _of(each, "reason", str) for each in data["failed"]},
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise SourceError(f"{name}: its {MANIFEST} is damaged") from None


class KeptAnswers:
    """The answers in a folder, checked by their hashes, in place of the network."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._folder, self._kept, self._failed = folder, manifest.current, manifest.failed

    def prepare(self, links: Iterable[str]) -> None:
        """Nothing needs to be."""

    def get(self, link: str) -> Answer:
        """Raises SourceError for what failed when the folder was made, is missing or was changed."""
        if link in self._failed:
            raise SourceError(self._failed[link])
        if link not in self._kept:
            raise SourceError(f"{link}: is not kept in {self._folder}")
        kept = self._kept[link]
        path = self._folder / RAW / kept.file
        try:
            status = path.stat()
            if not stat.S_ISREG(status.st_mode) or status.st_size != kept.bytes:  # a link may lead to any device
                raise SourceError(f"{link}: {RAW}/{kept.file} is not what was kept: it has another size")
            with path.open("rb") as file:
                content = file.read(kept.bytes + 1)
        except OSError as error:
            raise SourceError(f"{link}: {RAW}/{kept.file} cannot be read ({error.strerror or error})") from None
        if hashlib.sha256(content).hexdigest() != kept.sha256:
            raise SourceError(f"{link}: {RAW}/{kept.file} is not what was kept: it has another SHA-256")
        return Answer(kept.origin, content)


def _kept(data: Mapping[str, Any]) -> Kept:
    file = _of(data, "file", str)
    if not file or file.startswith(".") or PurePath(file).name != file or "\\" in file:
        raise ValueError("a file outside of the folder")
    told = {name: _of(data, name, str) for name in _ORIGIN if data.get(name) is not None}
    size = _of(data, "bytes", int)
    if not 0 <= size <= MAX_PART_BYTES:
        raise ValueError("an answer longer than any that was kept")
    return Kept(Origin(**{**told, "link": plain(told["link"])}), file, _of(data, "sha256", str), size)


def _of(data: Mapping[str, Any], key: str, kind: type[Any]) -> Any:
    if not isinstance(data[key], kind):
        raise TypeError(key)
    return data[key]
