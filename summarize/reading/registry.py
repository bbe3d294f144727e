"""Which reader takes a file: by its suffix, by its media type, or by its first bytes.

A format is a file in formats/ and its line in FORMATS. What holds other files, such as an archive, gives them as
`Member`s, and each is read here again.
"""

from __future__ import annotations

import dataclasses
import io
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath
from typing import BinaryIO

from summarize.errors import DocumentError, SourceError
from summarize.reading import packings
from summarize.reading.formats import (
    archives,
    docx,
    epub,
    feed,
    html,
    jsonarrays,
    jsonl,
    mail,
    markdown,
    mbox,
    mhtml,
    odt,
    office,
    parquet,
    pdf,
    rtf,
    subtitles,
    tables,
    text,
    warc,
)
from summarize.reading.formats.base import Context, Format, Items, Member, refuse_brief_file
from summarize.reading.looks import REFUSED_EXTENSIONS, control_share, looks_like, looks_marked_up
from summarize.reading.unpacking import NO_BOMBS, Allowance, Exhausted, Limits, seekable
from summarize.records.document import Document

FORMATS: tuple[Format, ...] = (
    text.FORMAT,
    markdown.FORMAT,
    html.FORMAT,
    jsonl.FORMAT,
    pdf.FORMAT,
    feed.FORMAT,
    docx.FORMAT,
    odt.FORMAT,
    rtf.FORMAT,
    epub.FORMAT,
    mhtml.FORMAT,
    mail.FORMAT,
    mbox.FORMAT,
    jsonarrays.FORMAT,
    tables.FORMAT,
    parquet.FORMAT,
    subtitles.FORMAT,
    warc.FORMAT,
    archives.ZIP,
    archives.TAR,
)
SUFFIXES = (*(suffix for format in FORMATS for suffix in format.suffixes), *packings.BY_SUFFIX)
MEDIA_TYPES = (*(media_type for format in FORMATS for media_type in format.media_types), *packings.BY_MEDIA_TYPE)
_BY_SUFFIX = {suffix: format for format in FORMATS for suffix in format.suffixes}
_BY_MEDIA_TYPE = {media_type: format for format in FORMATS for media_type in format.media_types}
_TOLD = (pdf.FORMAT, rtf.FORMAT, parquet.FORMAT, archives.ZIP)
"""Files of these begin as no text does."""
_ZIPPED = (docx.FORMAT, odt.FORMAT, epub.FORMAT, archives.ZIP)
_PROVEN = (*_TOLD, *_ZIPPED)
_WRITTEN = (text.FORMAT, markdown.FORMAT, html.FORMAT)

MAX_STDIN_BYTES = 64 * 2**20
STDIN_NAME = "stdin"
_BEGINNING_BYTES = 2_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How sources are read."""

    text_column: str | None = None
    """The column of a table, or the key in JSON, that holds the text of an article; told by its name unless given."""
    limits: Limits = NO_BOMBS


DEFAULT = Settings()


def is_readable(path: PurePath) -> bool:
    """Whether a file's suffix is that of a format, or of a packing in front of which one stands."""
    suffix = path.suffix.lower()
    if packing := packings.BY_SUFFIX.get(suffix):
        suffix = packing.inner_suffix(path.name, suffix)
    return suffix in _BY_SUFFIX


def read_file(path: Path, name: str, settings: Settings = DEFAULT) -> Items:
    """The documents of one regular file."""
    with path.open("rb") as stream:
        yield from read_stream(stream, name, path.suffix, settings=settings)


def read_stream(
    stream: BinaryIO, name: str, suffix: str, media_type: str | None = None, *, settings: Settings = DEFAULT
) -> Items:
    """The documents of what would stand in a file; what suffix and media type leave open its first bytes decide."""
    yield from _Source(settings).read(Member(name, stream, suffix, media_type))


def read_stdin(stdin: BinaryIO, settings: Settings = DEFAULT) -> Items:
    """The documents of standard input, by its first bytes; what they do not tell is one article's text."""
    data = stdin.read(MAX_STDIN_BYTES + 1)
    if len(data) > MAX_STDIN_BYTES:
        raise SourceError(f"{STDIN_NAME}: more than {MAX_STDIN_BYTES // 2**20} MiB; name the files instead")
    yield from read_stream(io.BytesIO(data), STDIN_NAME, "", settings=settings)


class _Source:
    """What was named as one source, with what may still be unpacked of it."""

    def __init__(self, settings: Settings) -> None:
        self._allowance = Allowance(settings.limits)
        self._context = Context(self._allowance, is_readable, settings.text_column)

    def read(self, file: Member, depth: int = 0) -> Items:
        """The documents of a file, and of those inside it. Raises SourceError."""
        if file.stream.seekable():
            if not file.stream.read(1):
                raise SourceError(f"{file.name}: is empty")
            file.stream.seek(0)
            refuse_brief_file(file.stream, file.name)
        format, stream = self._recognized(file)
        asked = (self._context,) if format.asks else ()
        for item in format.read(stream, file.name, *asked):
            if isinstance(item, Member):
                yield from self._inside(item, depth + 1)
            elif isinstance(item, Document) and format.one_article:
                yield dataclasses.replace(item, media_type=format.media_types[0], url=item.url or file.url)
            else:
                yield item

    def _recognized(self, file: Member) -> tuple[Format, BinaryIO]:
        stream, suffix, media_type = file.stream, file.suffix.lower(), _plain(file.media_type)
        if suffix not in _BY_SUFFIX and (
            packing := packings.packing_of(stream, suffix, media_type, look=media_type not in _BY_MEDIA_TYPE)
        ):
            stream = packing.unpack(stream, self._allowance, file.name)
            suffix, media_type = packing.inner_suffix(file.name, suffix), ""
        format = _BY_SUFFIX.get(suffix) or _BY_MEDIA_TYPE.get(media_type)
        if format is None or format is jsonarrays.FORMAT:
            stream = seekable(stream, file.name)
        if format is None:
            format = _by_content(stream, file.name, REFUSED_EXTENSIONS.get(suffix))
        elif stream.seekable() and (format in _WRITTEN or format in _PROVEN):
            format = _proven(stream, file.name, format)
        elif format is jsonarrays.FORMAT and feed.is_feed(_beginning_of(stream)):  # named as any JSON is
            format = feed.FORMAT
        return format, stream

    def _inside(self, file: Member, depth: int) -> Items:
        """One that cannot be read does not keep those beside it from being read."""
        try:
            self._allowance.enter(depth, file.name)
            yield from self.read(file, depth)
        except Exhausted:
            raise
        except SourceError as error:
            yield error
        except DocumentError as error:
            yield SourceError(str(error))


def _proven(stream: BinaryIO, name: str, named: Format) -> Format:
    """What a file is that was `named` as one format: another where its first bytes are those of one that is always told
    by them. Raises SourceError for text that is named as such a format.
    """
    head = _beginning_of(stream)
    if named in _ZIPPED and (archives.is_zip(head) or head.startswith(office.OLE)):
        return named
    format = next((each for each in _TOLD if each.beginning is not None and each.beginning.match(head)), None)
    if format is not None or named in _WRITTEN or pdf.SIGN in head:
        return format or named
    if looks_marked_up(head):
        return html.FORMAT
    kind = looks_like(head) or (None if control_share(head) else "plain text; name it .txt")
    if kind is not None and head.strip():
        raise SourceError(f"{name}: looks like {kind}")
    return named


def _by_content(stream: BinaryIO, name: str, refusal: str | None) -> Format:
    head = _beginning_of(stream)
    lines = islice(iter(lambda: stream.readline(jsonl.MAX_LINE_BYTES), b""), jsonl.MAX_LINES)
    first = next((line for line in lines if line.strip()), b"")
    stream.seek(0)
    for format in FORMATS:
        if format.beginning is not None and format.beginning.match(head):
            return format
    if jsonl.is_article(first):
        return jsonl.FORMAT
    if looks_marked_up(head):
        return html.FORMAT
    if refusal:
        raise SourceError(f"{name}: looks like {looks_like(first) or refusal}")
    return text.FORMAT


def _beginning_of(stream: BinaryIO) -> bytes:
    beginning = stream.read(_BEGINNING_BYTES)
    stream.seek(0)
    return beginning


def _plain(media_type: str | None) -> str:
    """A media type without its parameters."""
    return (media_type or "").partition(";")[0].strip().lower()
