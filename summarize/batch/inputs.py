"""The collections of a batch, one after the other, from JSON lines or a folder of folders.

Nothing is held but the collection at hand. What cannot be read is a collection with a problem, so that it is told of
like any other that came to nothing.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from summarize.batch.collection import Collection, File, Problem, of_files, of_records
from summarize.errors import SourceError
from summarize.reading import articles_in
from summarize.reading.decoding import decode
from summarize.reading.fields import JSON_NAMES
from summarize.reading.formats.jsonl import not_json_lines, numbered_lines, parse_json
from summarize.reading.unpacking import open_xz
from summarize.records.document import SURROGATE

MAX_COLLECTION_BYTES = 64 * 2**20
"""Of one line, or of the files of one folder: thousands of articles, and little enough to hold some of at once."""
_BLANK = b"\xef\xbb\xbf \t\r\n"
_STDIN = "-"
DRAFT = "draft"
"""The field, and the column, that holds the text to be checked."""
_DRAFTS = (f"{DRAFT}.md", f"{DRAFT}.txt")
"""The files of a folder that may hold it."""
_UNPACKED: dict[str, Callable[[Any], Any]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": open_xz}
"""JSON lines as they are read out of a packed file, by its suffix."""


class Input(Protocol):
    """Where collections come from. Iterating raises SourceError where the whole of it is of no use."""

    name: str

    def __iter__(self) -> Iterator[Collection]: ...

    def share_read(self) -> float | None:
        """How much of it has been read, 0 to 1; None where nobody knows how much there is."""
        ...


def open_input(name: str, *, drafts: bool = False) -> Input:
    """The collections of a .jsonl or .parquet file, of a folder of folders, or of standard input ("-").

    With `drafts` each has a draft beside its articles; without, what would be one is passed over in records, and an
    article in folders. Raises SourceError when there is nothing that could be read.
    """
    if name == _STDIN:
        if sys.stdin is None:
            raise SourceError("standard input is closed")
        return JsonLines("standard input", sys.stdin.buffer, None, drafts=drafts)
    path = Path(name)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return Folders(path, drafts=drafts)
        if path.suffix.lower() == ".parquet":
            from summarize.batch.parquet import Rows

            return Rows(path, drafts=drafts)
        size = status.st_size if stat.S_ISREG(status.st_mode) else None
        return JsonLines(name, path.open("rb"), size, path.suffix, drafts=drafts)
    except FileNotFoundError:
        raise SourceError(f"{name}: no such file or folder") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{name}: cannot be read ({getattr(error, 'strerror', None) or error})") from None


class JsonLines:
    """A collection a line: `{"id": ..., "documents": [{"text": ...}, ...]}`. Without an id it is called line-NUMBER.

    With `drafts` it holds a string `draft` too.
    """

    def __init__(self, name: str, file: BinaryIO, size: int | None, suffix: str = "", *, drafts: bool = False) -> None:
        """`size` is that of the file, where it has one; its `suffix` may say that it is packed."""
        self.name = name
        self._file, self._size, self._read, self._drafts = file, size, 0, drafts
        self._stream = _UNPACKED[suffix.lower()](file) if suffix.lower() in _UNPACKED else file

    def __iter__(self) -> Iterator[Collection]:
        try:
            for number, line in numbered_lines(self._stream, MAX_COLLECTION_BYTES):
                self._note_read()
                if number == 1 and (refusal := not_json_lines(line)):
                    raise SourceError(f"{self.name}: {refusal}")
                if line.strip(_BLANK):
                    yield _of_line(line, number, drafts=self._drafts)
            self._note_read()
        except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
            raise SourceError(f"{self.name}: cannot be read to its end ({error})") from None

    def _note_read(self) -> None:
        """In bytes of the file, where the part of a line that was passed over counts, and what is packed as it lies."""
        if self._size is not None:
            self._read = self._file.tell()

    def share_read(self) -> float | None:
        return min(1.0, self._read / self._size) if self._size else None


def _of_line(line: bytes, number: int, *, drafts: bool) -> Collection:
    place, identity = f"line {number}", f"line-{number}"
    if len(line) > MAX_COLLECTION_BYTES:
        return failed(identity, place, too_large())
    try:
        data = _object(decode(line, place), place)
        identity = id_of(data, identity, place)
        documents = documents_of(data, place)
        return of_records(identity, place, documents, draft_of(data, place) if drafts else None)
    except SourceError as error:
        return Collection(identity, place, problem=problem_of(error))
    except RecursionError:
        detail = f"{place}: lists too deep to read"
        return Collection(identity, place, problem=Problem("not-json", detail))


def too_large() -> Problem:
    """Of a collection with more bytes than are held."""
    return Problem("too-large", f"more than {MAX_COLLECTION_BYTES // 2**20} MiB; divide it into several collections")


def failed(identity: str, place: str, problem: Problem) -> Collection:
    """A collection that came to nothing by a problem of what stands at this place."""
    return Collection(identity, place, problem=Problem(problem.type, f"{place}: {problem.detail}"))


class _NoDocuments(SourceError):
    """A collection without any document."""


class NoDraft(SourceError):
    """A collection without the one text that is to be checked."""


_TYPES = {_NoDocuments: "no-documents", NoDraft: "no-draft"}


def problem_of(error: SourceError) -> Problem:
    """What `id_of`, `documents_of` and `draft_of` raise."""
    return Problem(_TYPES.get(type(error), "not-json"), str(error))


def _object(text: str, place: str) -> dict[str, Any]:
    data = parse_json(text, place)
    if not isinstance(data, dict):
        raise SourceError(f'{place}: {JSON_NAMES[type(data)]}, not an object with a list "documents"')
    return data


def id_of(data: Mapping[str, Any], default: str, place: str) -> str:
    """The id of a collection. Raises SourceError for what can be none."""
    given = data.get("id")
    if given is None or given == "":
        return default
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        raise SourceError(f'{place}: "id" is {JSON_NAMES[type(given)]}, not a string')
    if SURROGATE.search(str(given)):
        raise SourceError(f'{place}: "id" holds half a surrogate pair, which is no valid Unicode text')
    return str(given)


def documents_of(data: Mapping[str, Any], place: str) -> list[Any]:
    """The articles of a collection, as they were given. Raises SourceError where there are none."""
    documents = data.get("documents")
    if documents is None:
        hint = "; this is an article, and a line is a collection of them" if "text" in data else ""
        raise _NoDocuments(f'{place}: no "documents"{hint}')
    if not isinstance(documents, list):
        raise _NoDocuments(f'{place}: "documents" is {JSON_NAMES[type(documents)]}, not a list')
    if not documents:
        raise _NoDocuments(f'{place}: "documents" is empty')
    return documents


def draft_of(data: Mapping[str, Any], place: str) -> File:
    """The draft of a collection, as it was given. Raises SourceError where there is none."""
    draft = data.get(DRAFT)
    if draft is None:
        raise NoDraft(f'{place}: no "{DRAFT}"')
    if not isinstance(draft, str):
        raise NoDraft(f'{place}: "{DRAFT}" is {JSON_NAMES[type(draft)]}, not a string')
    if not draft.strip():
        raise NoDraft(f'{place}: "{DRAFT}" is empty')
    if SURROGATE.search(draft):
        raise NoDraft(f'{place}: "{DRAFT}" holds half a surrogate pair, which is no valid Unicode text')
    return DRAFT, draft.encode()


class Folders:
    """A folder of folders, each a collection of the articles directly in it, and its name the id.

    With `drafts` its draft.md or draft.txt is no article, but the draft.
    """

    def __init__(self, path: Path, *, drafts: bool = False) -> None:
        """Raises OSError, and SourceError when there is no folder in it."""
        self.name = str(path)
        self._folders = sorted(entry.name for entry in os.scandir(path) if _is_collection(entry))
        self._path, self._begun, self._drafts = path, 0, drafts
        if not self._folders:
            raise SourceError(f"{path}: holds no folders; each collection is a folder of its articles in it")

    def __iter__(self) -> Iterator[Collection]:
        for name in self._folders:
            self._begun += 1
            identity = os.fsencode(name).decode("utf-8", "replace")
            yield _of_folder(self._path / name, identity, _DRAFTS if self._drafts else ())

    def share_read(self) -> float | None:
        return self._begun / len(self._folders)


def _is_collection(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir() and not entry.name.startswith(".")


def _of_folder(folder: Path, identity: str, drafts: Sequence[str]) -> Collection:
    place = f"folder {identity}"
    try:
        found = articles_in(folder)
        if sum(path.stat().st_size for path in found) > MAX_COLLECTION_BYTES:
            return failed(identity, place, too_large())
        paths = [path for path in found if path.name not in drafts]
        if not paths:
            return Collection(identity, place, problem=Problem("no-documents", f"{place}: holds no articles"))
        written = [path for path in found if path.name in drafts]
        if drafts and len(written) != 1:
            detail = f"{place}: holds {'both draft.md and draft.txt' if written else 'no draft.md or draft.txt'}"
            return Collection(identity, place, problem=Problem("no-draft", detail))
        contents = [(path.name, path.read_bytes()) for path in (*written, *paths)]
        return of_files(identity, place, contents[len(written) :], contents[0] if written else None)
    except OSError as error:
        detail = f"{place}: cannot be read ({error.strerror or error})"
        return Collection(identity, place, problem=Problem("unreadable", detail))
