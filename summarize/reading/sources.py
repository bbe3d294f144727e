"""What the user names as sources, as documents."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from summarize.errors import BriefAsSource, DocumentError, SourceError
from summarize.reading.evidence import is_evidence, read_evidence
from summarize.reading.fields import JSON_NAMES, read_fields
from summarize.reading.links import Links, addresses_of, is_link, is_no_article, once
from summarize.reading.registry import (
    DEFAULT,
    STDIN_NAME,
    SUFFIXES,
    Settings,
    is_readable,
    read_file,
    read_stdin,
    read_stream,
)
from summarize.records.document import Document

_SUPPORTED = f"{', '.join(SUFFIXES[:-1])} and {SUFFIXES[-1]}"
_NO_FILE = {stat.S_IFIFO: "a named pipe", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device", stat.S_IFSOCK: "a socket"}
_ABSENT = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
"""Told of a name under which there is nothing: a link has slashes, and is longer than a name of a file may be."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read, in the order it was named, and what could not be."""

    documents: tuple[Document, ...]
    problems: tuple[SourceError, ...]


def read_sources(
    sources: Sequence[str | Path],
    stdin: BinaryIO | None = None,
    links: Links | None = None,
    settings: Settings = DEFAULT,
    progress: Callable[[str], None] | None = None,
) -> Reading:
    """Read files, folders, standard input ("-"; `sys.stdin` unless given) and, by `links`, links as documents.

    A file may be of any format that docs/inputs.md lists; one with another suffix is read when its first bytes tell
    such a format, or it is plain text. A folder stands for the files of those formats directly in it, sorted by name:
    hidden files and folders inside it are passed over, as a folder is one event; a folder of evidence stands for the
    links it keeps. An article is named by its path as given, a line of a .jsonl by its "id", a page or an item of a
    feed by its link; of equal names the second becomes "NAME (2)", so that nothing given twice is lost. A link is read
    once, however often it is given or stands in feeds that are followed.

    `progress` is told the name of each file before it is read.

    Never raises for what it reads: whatever cannot be read becomes one of `Reading.problems`, and the rest goes on.
    A brief of ours in a folder is among the problems too, as BriefAsSource.
    """
    if isinstance(sources, str | Path):
        raise TypeError("sources is a sequence of names, not one name")
    sources = once(map(str, sources))
    if links is not None:
        links.prepare(sources)
    return _sorted_out(_read_all(sources, stdin, links, _Way(settings, progress)))


def read_contents(
    contents: Iterable[tuple[str, bytes] | tuple[str, bytes, str | None]],
    settings: Settings = DEFAULT,
    check: Callable[[Document], None] = lambda document: None,
) -> Reading:
    """Read what is in memory, each under the name of a file, as `read_sources` would read the files.

    The suffix of the name tells what it is, or else the media type, where one is given, or else the content. The
    article is named by the name. `check` is given each document as it is read, and what it raises stops the reading.
    """
    return _sorted_out((item for content in contents for item in _read_content(settings, *content)), check)


def read_records(records: Iterable[Any], name: str) -> Reading:
    """Read articles that were parsed already, each an object with the fields of a line of JSON lines.

    One without an id is called NAME:NUMBER, counted from 1.
    """
    return _sorted_out(item for number, record in enumerate(records, 1) for item in _read_record(record, name, number))


def _read_record(record: Any, name: str, number: int) -> Iterator[Document | SourceError]:
    where = f"document {number}"
    if not isinstance(record, Mapping):
        yield SourceError(f'{where}: {JSON_NAMES.get(type(record), "no object")}, not an object with a "text"')
        return
    try:
        yield from read_fields(record, where, f"{name}:{number}")
    except SourceError as error:
        yield error
    except DocumentError as error:
        yield SourceError(f"{where}: {error}")


def _sorted_out(
    items: Iterable[Document | SourceError], check: Callable[[Document], None] = lambda document: None
) -> Reading:
    documents: list[Document] = []
    problems: list[SourceError] = []
    for item in items:
        if isinstance(item, Document):
            check(item)
            documents.append(item)
        else:
            problems.append(item)
    return Reading(tuple(_with_unique_ids(documents)), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Way:
    """How files are read."""

    settings: Settings
    progress: Callable[[str], None] | None
    in_folder: bool = False
    """Whether a folder was named and not its files, so that a brief among them is no mistake."""


def _read_all(
    sources: Sequence[str], stdin: BinaryIO | None, links: Links | None, way: _Way
) -> Iterator[Document | SourceError]:
    stdin_taken = False
    seen = addresses_of(sources)
    for source in sources:
        if is_link(source):
            yield from (
                links.read(source, seen)
                if links
                else [
                    SourceError(
                        f"{source}: is a link; only files are read here, such as those that summarize fetch keeps"
                    )
                ]
            )
            continue
        if source != "-":
            items = _read_path(source, way)
        elif stdin_taken:
            yield SourceError(f"{STDIN_NAME}: named twice; it can be read only once")
            continue
        else:
            stdin_taken = True
            items = _read_stdin(stdin, way.settings)
        yield from links.followed(items, seen) if links else items


def _read_content(
    settings: Settings, name: str, content: bytes, media_type: str | None = None
) -> Iterator[Document | SourceError]:
    try:
        yield from read_stream(io.BytesIO(content), name, PurePath(name).suffix, media_type, settings=settings)
    except (SourceError, DocumentError) as error:
        yield SourceError(str(error))


def _read_stdin(stdin: BinaryIO | None, settings: Settings) -> Iterator[Document | SourceError]:
    stream = stdin or getattr(sys.stdin, "buffer", None)
    if stream is None:
        yield SourceError(f"{STDIN_NAME}: is closed")
        return
    try:
        yield from read_stdin(stream, settings)
    except (SourceError, DocumentError) as error:
        yield SourceError(str(error))
    except (OSError, ValueError) as error:
        yield SourceError(f"{STDIN_NAME}: cannot be read ({error})")


def _read_path(source: str | Path, way: _Way) -> Iterator[Document | SourceError]:
    name = _printable(source)
    if not name:
        yield SourceError('a source has an empty name; name a file, a folder, or "-" for standard input')
        return
    path = Path(source)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _read_folder(path, name, way)
        elif stat.S_ISREG(mode):
            if way.progress is not None:
                way.progress(name)
            yield from read_file(path, name, way.settings)
        else:
            kind = _NO_FILE.get(stat.S_IFMT(mode), "no regular file")
            yield SourceError(f'{name}: is {kind}, not a file; feed it through standard input, with "-" as the source')
    except BriefAsSource as error:
        yield error if way.in_folder else SourceError(str(error))
    except (SourceError, DocumentError) as error:
        yield SourceError(str(error))
    except (OSError, ValueError) as error:
        yield SourceError(f"{name}: {_why_unread(name, error)}")


def _why_unread(name: str, error: OSError | ValueError) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if number in _ABSENT and is_no_article(name):
        kind = name.strip().partition(":")[0].lower()
        return f"is a {kind}: link, which leads to no article; give one that begins with https://"
    if number in _ABSENT and name.startswith("www."):
        return "no such file or folder; a link begins with https://"
    if number == errno.ENOENT:
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied; check who may read it"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"


def _read_folder(path: Path, name: str, way: _Way) -> Iterator[Document | SourceError]:
    if is_evidence(path):
        yield from read_evidence(path, name)
        return
    files = articles_in(path)
    if not files:
        raise SourceError(_nothing_in(path, name))
    briefs: list[BriefAsSource] = []
    for file in files:
        for item in _read_path(file, replace(way, in_folder=True)):
            if isinstance(item, BriefAsSource):
                briefs.append(item)
            else:
                yield item
    if len(briefs) > 1:
        yield BriefAsSource(f"{name}: {len(briefs):,} of its files are what summarize made, not articles; left out")
    else:
        yield from briefs


def count_files(sources: Sequence[str | Path]) -> int:
    """How many files sources stand for, as far as can be told without reading them."""
    count = 0
    for source in sources:
        try:
            path = Path(source)
            count += len(articles_in(path)) if path.is_dir() else 1
        except (OSError, ValueError):  # reading it says why
            count += 1
    return count


def articles_in(folder: Path) -> list[Path]:
    """The files that a folder stands for, sorted by name. Raises OSError."""
    articles = [entry for entry in _visible_in(folder) if is_readable(entry) and not entry.is_dir()]
    return sorted(articles, key=lambda entry: entry.name)


def _visible_in(folder: Path) -> list[Path]:
    return [entry for entry in folder.iterdir() if not entry.name.startswith(".")]


def _nothing_in(folder: Path, name: str) -> str:
    inner = any(entry.is_dir() for entry in _visible_in(folder))
    hint = "; folders inside it are not looked into, name them" if inner else ""
    return f"{name}: a folder without articles ({_SUPPORTED} files){hint}"


def _printable(source: str | Path) -> str:
    """A name that any terminal and any document can hold, even where a file name is no valid Unicode."""
    return os.fsencode(source).decode("utf-8", "replace")


def _with_unique_ids(documents: Sequence[Document]) -> Iterator[Document]:
    given = {document.id for document in documents}
    seen: Counter[str] = Counter()
    for document in documents:
        seen[document.id] += 1
        if seen[document.id] == 1:
            yield document
            continue
        while (unique := f"{document.id} ({seen[document.id]})") in given:
            seen[document.id] += 1
        given.add(unique)
        yield replace(document, id=unique)
