"""What the user names as sources, as documents."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from summarize.errors import DocumentError, SourceError
from summarize.reading.formats.jsonl import JSON_NAMES, article
from summarize.reading.registry import STDIN_NAME, SUFFIXES, read_file, read_stdin, read_stream
from summarize.records.document import Document

_SUPPORTED = f"{', '.join(SUFFIXES[:-1])} and {SUFFIXES[-1]}"
_NO_FILE = {stat.S_IFIFO: "a named pipe", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device", stat.S_IFSOCK: "a socket"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read, in the order it was named, and what could not be."""

    documents: tuple[Document, ...]
    problems: tuple[SourceError, ...]


def read_sources(sources: Sequence[str | Path], stdin: BinaryIO | None = None) -> Reading:
    """Read files, folders and standard input ("-"; `sys.stdin` unless given) as documents.

    A file may be .txt, .md, .markdown, .html, .htm, .xhtml, .jsonl or .pdf; one with another extension is read when it
    holds plain text, a web page, JSON lines or a PDF. A folder stands for the files of those kinds directly in it,
    sorted by name: hidden files and folders inside it are passed over, as a folder is one event. An article is named by
    its path as given, a line of a .jsonl by its "id"; of equal names the second becomes "NAME (2)", so that nothing
    given twice is lost.

    Never raises for what it reads: whatever cannot be read becomes one of `Reading.problems`, and the rest goes on.
    """
    if isinstance(sources, str | Path):
        raise TypeError("sources is a sequence of names, not one name")
    return _sorted_out(_read_all(sources, stdin))


def read_contents(contents: Iterable[tuple[str, bytes] | tuple[str, bytes, str | None]]) -> Reading:
    """Read what is in memory, each under the name of a file, as `read_sources` would read the files.

    The extension of the name tells what it is, or else the media type, where one is given, or else the content. The
    article is named by the name.
    """
    return _sorted_out(item for content in contents for item in _read_content(*content))


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
        yield from article(record, where, f"{name}:{number}")
    except SourceError as error:
        yield error
    except DocumentError as error:
        yield SourceError(f"{where}: {error}")


def _sorted_out(items: Iterable[Document | SourceError]) -> Reading:
    documents: list[Document] = []
    problems: list[SourceError] = []
    for item in items:
        if isinstance(item, Document):
            documents.append(item)
        else:
            problems.append(item)
    return Reading(tuple(_with_unique_ids(documents)), tuple(problems))


def _read_all(sources: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[Document | SourceError]:
    stdin_taken = False
    for source in sources:
        if str(source) != "-":
            yield from _read_path(source)
        elif stdin_taken:
            yield SourceError(f"{STDIN_NAME}: named twice; it can be read only once")
        else:
            stdin_taken = True
            yield from _read_stdin(stdin)


def _read_content(name: str, content: bytes, media_type: str | None = None) -> Iterator[Document | SourceError]:
    try:
        yield from read_stream(io.BytesIO(content), name, PurePath(name).suffix, media_type)
    except (SourceError, DocumentError) as error:
        yield SourceError(str(error))


def _read_stdin(stdin: BinaryIO | None) -> Iterator[Document | SourceError]:
    stream = stdin or getattr(sys.stdin, "buffer", None)
    if stream is None:
        yield SourceError(f"{STDIN_NAME}: is closed")
        return
    try:
        yield from read_stdin(stream)
    except (SourceError, DocumentError) as error:
        yield SourceError(str(error))
    except (OSError, ValueError) as error:
        yield SourceError(f"{STDIN_NAME}: cannot be read ({error})")


def _read_path(source: str | Path) -> Iterator[Document | SourceError]:
    name = _printable(source)
    if not name:
        yield SourceError('a source has an empty name; name a file, a folder, or "-" for standard input')
        return
    path = Path(source)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            files = articles_in(path)
            if not files:
                raise SourceError(_nothing_in(path, name))
            for file in files:
                yield from _read_path(file)
        elif stat.S_ISREG(mode):
            yield from read_file(path, name)
        else:
            kind = _NO_FILE.get(stat.S_IFMT(mode), "no regular file")
            yield SourceError(f'{name}: is {kind}, not a file; feed it through standard input, with "-" as the source')
    except (SourceError, DocumentError) as error:
        yield SourceError(str(error))
    except FileNotFoundError:
        yield SourceError(f"{name}: no such file or folder")
    except PermissionError:
        yield SourceError(f"{name}: permission denied; check who may read it")
    except (OSError, ValueError) as error:
        yield SourceError(f"{name}: cannot be read ({getattr(error, 'strerror', None) or error})")


def articles_in(folder: Path) -> list[Path]:
    """The files that a folder stands for, sorted by name. Raises OSError."""
    articles = [entry for entry in _visible_in(folder) if entry.suffix.lower() in SUFFIXES and not entry.is_dir()]
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
