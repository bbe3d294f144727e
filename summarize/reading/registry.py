"""Which reader takes a file: by its suffix, by its media type, or by its first line.

A format is a file in formats/ and its line in FORMATS.
"""

from __future__ import annotations

import dataclasses
import io
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from summarize.errors import SourceError
from summarize.reading.formats import feed, html, jsonl, markdown, pdf, text
from summarize.reading.formats.base import Format, Items
from summarize.reading.looks import REFUSED_EXTENSIONS, looks_like, looks_marked_up
from summarize.records.document import Document

FORMATS: tuple[Format, ...] = (
    text.FORMAT,
    markdown.FORMAT,
    html.FORMAT,
    jsonl.FORMAT,
    pdf.FORMAT,
    feed.FORMAT,
)
SUFFIXES = tuple(suffix for format in FORMATS for suffix in format.suffixes)
MEDIA_TYPES = tuple(media_type for format in FORMATS for media_type in format.media_types)
_BY_SUFFIX = {suffix: format for format in FORMATS for suffix in format.suffixes}
_BY_MEDIA_TYPE = {media_type: format for format in FORMATS for media_type in format.media_types}

MAX_STDIN_BYTES = 64 * 2**20
STDIN_NAME = "stdin"


def read_file(path: Path, name: str) -> Items:
    """The documents of one regular file."""
    with path.open("rb") as stream:
        yield from read_stream(stream, name, path.suffix)


def read_stream(stream: BinaryIO, name: str, suffix: str, media_type: str | None = None) -> Items:
    """The documents of what would stand in a file; what suffix and media type leave open its first line decides."""
    format = _BY_SUFFIX.get(suffix.lower()) or _BY_MEDIA_TYPE.get(_plain(media_type))
    if format is not None:
        yield from _read(format, stream, name)
    else:
        yield from _by_content(stream, name, REFUSED_EXTENSIONS.get(suffix.lower()))


def read_stdin(stdin: BinaryIO) -> Items:
    """The documents of standard input: JSON lines or a web page by its first line, or else one article's text."""
    data = stdin.read(MAX_STDIN_BYTES + 1)
    if len(data) > MAX_STDIN_BYTES:
        raise SourceError(f"{STDIN_NAME}: more than {MAX_STDIN_BYTES // 2**20} MiB; name the files instead")
    yield from _by_content(io.BytesIO(data), STDIN_NAME)


def _by_content(stream: BinaryIO, name: str, refusal: str | None = None) -> Items:
    lines = islice(iter(lambda: stream.readline(jsonl.MAX_LINE_BYTES), b""), jsonl.MAX_LINES)
    first = next((line for line in lines if line.strip()), b"")
    stream.seek(0)
    head = stream.read(feed.HEAD_BYTES)
    stream.seek(0)
    if feed.looks_like_feed(head):
        yield from _read(feed.FORMAT, stream, name)
    elif jsonl.is_article(first):
        yield from _read(jsonl.FORMAT, stream, name)
    elif first.startswith(b"%PDF-"):
        yield from _read(pdf.FORMAT, stream, name)
    elif looks_marked_up(head):
        yield from _read(html.FORMAT, stream, name)
    elif refusal:
        raise SourceError(f"{name}: looks like {looks_like(first) or refusal}")
    else:
        yield from _read(text.FORMAT, stream, name)


def _read(format: Format, stream: BinaryIO, name: str) -> Items:
    for item in format.read(stream, name):
        if format.one_article and isinstance(item, Document):
            yield dataclasses.replace(item, media_type=format.media_types[0])
        else:
            yield item


def _plain(media_type: str | None) -> str:
    """A media type without its parameters."""
    return (media_type or "").partition(";")[0].strip().lower()
