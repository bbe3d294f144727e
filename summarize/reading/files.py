"""One file, or standard input, as documents."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from summarize.errors import SourceError
from summarize.reading.decoding import decode
from summarize.reading.jsonl import MAX_LINE_BYTES, bad_date, is_article, read_json_lines
from summarize.reading.looks import REFUSED_EXTENSIONS, looks_like
from summarize.reading.markdown import plain_text
from summarize.reading.metadata import parse_published, split_front_matter
from summarize.records.document import MAX_CHARACTERS, Document

PLAIN = (".txt",)
MARKDOWN = (".md", ".markdown")
JSON_LINES = (".jsonl",)
SUPPORTED = (*PLAIN, *MARKDOWN, *JSON_LINES)

MAX_TEXT_BYTES = 4 * MAX_CHARACTERS + 4
"""No encoding read here takes more for the longest text: four bytes a character and a byte order mark."""
MAX_STDIN_BYTES = 64 * 2**20
STDIN_NAME = "stdin"


def read_file(path: Path, name: str) -> Iterator[Document | SourceError]:
    """The documents of one regular file."""
    with path.open("rb") as stream:
        yield from read_stream(stream, name, path.suffix)


def read_stream(stream: BinaryIO, name: str, extension: str) -> Iterator[Document | SourceError]:
    """The documents of what would stand in a file; what its extension leaves open its first line decides."""
    extension = extension.lower()
    if extension in JSON_LINES:
        yield from read_json_lines(stream, name)
    elif extension in MARKDOWN:
        yield from _markdown(_text(stream, name), name)
    elif extension in PLAIN:
        yield Document(id=name, text=_text(stream, name))
    else:
        yield from _by_content(stream, name, REFUSED_EXTENSIONS.get(extension))


def read_stdin(stdin: BinaryIO) -> Iterator[Document | SourceError]:
    """The documents of standard input: JSON lines when its first line is one, the text of one article otherwise."""
    data = stdin.read(MAX_STDIN_BYTES + 1)
    if len(data) > MAX_STDIN_BYTES:
        raise SourceError(f"{STDIN_NAME}: more than {MAX_STDIN_BYTES // 2**20} MiB; name the files instead")
    yield from _by_content(io.BytesIO(data), STDIN_NAME)


def _by_content(stream: BinaryIO, name: str, refusal: str | None = None) -> Iterator[Document | SourceError]:
    first = next((line for line in iter(lambda: stream.readline(MAX_LINE_BYTES), b"") if line.strip()), b"")
    stream.seek(0)
    if is_article(first):
        yield from read_json_lines(stream, name)
    elif refusal:
        raise SourceError(f"{name}: looks like {looks_like(first) or refusal}")
    else:
        yield Document(id=name, text=_text(stream, name))


def _text(stream: BinaryIO, name: str) -> str:
    data = stream.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES and looks_like(data) is None:
        raise SourceError(
            f"{name}: more than the {MAX_CHARACTERS:,} characters of the longest article this is made for; "
            "split it into its articles first"
        )
    if not data:
        raise SourceError(f"{name}: is empty")
    text = decode(data, name)
    if not text.strip():
        raise SourceError(f"{name}: holds only white space")
    return text


def _markdown(source: str, name: str) -> Iterator[Document | SourceError]:
    matter, body = split_front_matter(source)
    text, heading = plain_text(body)
    if not text.strip():
        raise SourceError(f"{name}: holds no text besides its markup; if it is plain text, name it .txt")
    published = parse_published(matter.published) if matter.published else None
    yield Document(
        id=name,
        text=text,
        title=matter.title or heading,
        url=matter.url,
        publisher=matter.publisher,
        published=published,
    )
    if matter.published and published is None:
        yield bad_date(name, "date", matter.published)
