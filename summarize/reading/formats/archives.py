"""ZIP and TAR: the articles in them, read in memory; nothing is ever written to a disk."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from summarize.errors import SourceError
from summarize.reading.formats.base import Contents, Context, Format, Member
from summarize.reading.unpacking import DAMAGED, checked, open_part, open_zip, read_whole, seekable

if TYPE_CHECKING:
    import zipfile

_DOCUMENTS = {"word/document.xml": ".docx", "META-INF/container.xml": ".epub", "content.xml": ".odt"}
"""What a ZIP holds that is one document, and the suffix of such a document."""
_OTHERS = {
    "xl/workbook.xml": "a spreadsheet; export its articles as .csv first",
    "ppt/presentation.xml": "a slide show; save it as plain text first",
}
_LONGEST_LABEL = 500
_SIGN = b"PK\x03\x04"


def read_zip(stream: BinaryIO, name: str, context: Context) -> Contents:
    """Its files of known formats, or the one document that it is. Raises SourceError where there is none."""
    stream = seekable(stream, name)
    with open_zip(stream, name) as file:
        parts = {part.filename: part for part in file.infolist() if not part.is_dir()}
        if kind := next((said for path, said in _OTHERS.items() if path in parts), None):
            raise SourceError(f"{name}: looks like {kind}")
        if suffix := next((suffix for path, suffix in _DOCUMENTS.items() if path in parts), None):
            stream.seek(0)
            yield Member(name, io.BytesIO(read_whole(stream, name)), suffix)
            return
        wanted = [path for path in sorted(parts) if _is_article(path, context)]
        for path in wanted:
            yield from _unzipped(file, parts[path], _label(name, path), context)
    if not wanted:
        raise _without_articles(name)


def _unzipped(file: zipfile.ZipFile, part: zipfile.ZipInfo, name: str, context: Context) -> Contents:
    try:
        opened = open_part(file, part, context.allowance, name)
    except SourceError as error:
        yield error
        return
    with opened:
        yield Member(name, opened, PurePosixPath(part.filename).suffix)


def read_tar(stream: BinaryIO, name: str, context: Context) -> Contents:
    """Its regular files of known formats. Raises SourceError where there are none, or it is damaged."""
    import tarfile

    found = False
    try:
        for member in _untarred(stream, name, context):
            found = True
            yield member
    except (*DAMAGED, tarfile.TarError):
        raise SourceError(f"{name}: is damaged or cut short; what it packs cannot be read") from None
    if not found:
        raise _without_articles(name)


def _untarred(stream: BinaryIO, name: str, context: Context) -> Iterator[Member]:
    import tarfile

    faults = (*DAMAGED, tarfile.TarError)
    with tarfile.open(fileobj=stream, mode="r|") as file:
        for info in file:
            if not info.isreg() or info.issparse() or not _is_article(info.name, context):
                continue
            label = _label(name, info.name)
            if (opened := file.extractfile(info)) is not None:
                yield Member(
                    label, checked(cast(BinaryIO, opened), label, faults=faults), PurePosixPath(info.name).suffix
                )


def is_zip(beginning: bytes) -> bool:
    """Whether a file that begins so is a ZIP, as documents of several formats are."""
    return beginning.startswith(_SIGN)


def _without_articles(name: str) -> SourceError:
    return SourceError(f"{name}: an archive without articles; it holds no file of a kind that is read")


def _is_article(path: str, context: Context) -> bool:
    """Whether a file is of a known format, and none that systems hide or leave behind."""
    pure = _posix(path)
    left_behind = any(part.startswith((".", "__MACOSX")) for part in pure.parts if part not in (".", ".."))
    return not left_behind and context.is_readable(pure)


def _label(archive: str, path: str) -> str:
    """What a file in an archive is called. As nothing is written anywhere, no path leads out of it."""
    parts = (part for part in _posix(path).parts if part not in ("/", ".."))
    inside = "/".join(parts)[-_LONGEST_LABEL:]
    return f"{archive}/{inside}".encode("utf-8", "replace").decode()


def _posix(path: str) -> PurePosixPath:
    """A path in an archive, that may have been packed on Windows."""
    return PurePosixPath(path.replace("\\", "/"))


ZIP = Format(
    suffixes=(".zip",),
    media_types=("application/zip", "application/x-zip-compressed"),
    read=read_zip,
    one_article=False,
    asks=True,
    beginning=re.compile(re.escape(_SIGN)),
)
TAR = Format(
    suffixes=(".tar",),
    media_types=("application/x-tar",),
    read=read_tar,
    one_article=False,
    asks=True,
    beginning=re.compile(rb"[^\x00].{256}ustar", re.DOTALL),
)
