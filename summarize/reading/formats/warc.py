"""WARC: the web pages that a crawler was answered with, each read as a saved page.

Source: ISO 28500:2017. The records are few lines of text and a length, so that they are read here with a bound on
everything; a library for it would keep a line of any length in memory.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from summarize.errors import SourceError
from summarize.reading.formats.base import Contents, Context, Format, Member, few_problems
from summarize.reading.unpacking import MAX_PART_BYTES

_LINE_BYTES = 8_192
_MAX_FIELDS = 200
_SKIP_BYTES = 2**20
_PAGES = ("text/html", "application/xhtml+xml")
_BEGINNING = b"WARC/"
_OK = 200
_MAX_CHUNKS = 200_000
MAX_RECORDS = 200_000
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")


class _Record(NamedTuple):
    fields: Mapping[str, str]
    content: bytes | None
    """None where it is no answer, or longer than a page."""


def read(stream: BinaryIO, name: str, context: Context) -> Contents:
    """Each page that was answered with, called NAME:NUMBER by its record. Raises SourceError where there is none."""
    found = False
    for item in few_problems(_pages(stream, name, context), name):
        found = True
        yield item
    if not found:
        raise SourceError(f"{name}: a web archive without pages")


def _pages(stream: BinaryIO, name: str, context: Context) -> Contents:
    for number, record in enumerate(_records(stream, name), start=1):
        if number > MAX_RECORDS:
            yield SourceError(f"{name}: the rest was not read; at most {MAX_RECORDS:,} records are")
            return
        where = f"{name}:{number}"
        link = record.fields.get("warc-target-uri", "").strip("<>")
        if record.content is None:
            continue
        try:
            head, body = _split(record.content)
            if not head or head.get("status") != str(_OK) or _plain(head.get("content-type", "")) not in _PAGES:
                continue
            page = _unpacked(_unchunked(body, head), head, where, context)
        except SourceError as error:
            yield error
            continue
        yield Member(where, io.BytesIO(page), ".html", url=link if link.startswith("http") else None)


def _records(stream: BinaryIO, name: str) -> Iterator[_Record]:
    """Raises SourceError where what follows is no record."""
    while line := _next_line(stream):
        if not line.startswith(_BEGINNING):
            raise SourceError(f"{name}: is no web archive (WARC), or damaged")
        fields = _fields(iter(lambda: stream.readline(_LINE_BYTES), b""))
        length = fields.get("content-length", "")
        if not length.isdecimal() or len(length) > 15:
            raise SourceError(f"{name}: is a damaged web archive; a record does not tell its length")
        size = int(length)
        wanted = fields.get("warc-type") == "response" and size <= MAX_PART_BYTES
        content = stream.read(size) if wanted else None
        missing = size - len(content) if content is not None else _skip(stream, size)
        yield _Record(fields, content)
        if missing:
            raise SourceError(f"{name}: is cut short; its last record is not whole")


def _next_line(stream: BinaryIO) -> bytes:
    while line := stream.readline(_LINE_BYTES):
        if line.strip():
            return line
    return b""


def _fields(lines: Iterator[bytes]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line, _ in zip(lines, range(_MAX_FIELDS), strict=False):
        if not line.strip():
            break
        key, _, value = line.decode("utf-8", "replace").partition(":")
        found.setdefault(key.strip().lower(), value.strip())
    return found


def _skip(stream: BinaryIO, size: int) -> int:
    """How many bytes are missing of those passed over."""
    while size and (data := stream.read(min(size, _SKIP_BYTES))):
        size -= len(data)
    return size


def _split(content: bytes) -> tuple[dict[str, str], bytes]:
    """The fields of an answer by HTTP, its status among them, and its body; no fields where it is none."""
    stream = io.BytesIO(content)
    status = stream.readline(_LINE_BYTES).split(maxsplit=2)
    if len(status) < 2 or not status[0].startswith(b"HTTP/"):
        return {}, b""
    fields = _fields(iter(lambda: stream.readline(_LINE_BYTES), b""))
    return {**fields, "status": status[1].decode("latin-1")}, stream.read()


def _unchunked(body: bytes, head: Mapping[str, str]) -> bytes:
    """Many crawlers store the body whole and say that it comes in chunks; then it is left as it is."""
    if "chunked" not in head.get("transfer-encoding", "").lower():
        return body
    parts: list[bytes] = []
    position = 0
    while (found := _CHUNK.match(body, position)) and len(parts) < _MAX_CHUNKS:
        size = int(found[1], 16)
        parts.append(body[found.end() : found.end() + size])
        position = found.end() + size + 2
        if not size:
            break
    return b"".join(parts) if parts else body


def _unpacked(body: bytes, head: Mapping[str, str], name: str, context: Context) -> bytes:
    encoding = head.get("content-encoding", "").lower()
    if encoding in ("", "identity") or (encoding in ("gzip", "x-gzip") and not body.startswith(b"\x1f\x8b")):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise SourceError(f"{name}: is packed in a way that is not read ({encoding[:20]})")
    return _inflated(body, name, context)


def _inflated(body: bytes, name: str, context: Context) -> bytes:
    spend = context.allowance.meter(lambda: len(body), name)
    for window in (47, -15):  # 47 is gzip or zlib by its head; some servers send neither
        engine, parts, left, size = zlib.decompressobj(window), list[bytes](), body, 0
        try:
            while left and not engine.eof:
                parts.append(engine.decompress(left, _SKIP_BYTES))
                spend(len(parts[-1]))
                size += len(parts[-1])
                if size > MAX_PART_BYTES:
                    raise SourceError(f"{name}: more than {MAX_PART_BYTES // 2**20} MiB; left out")
                left = engine.unconsumed_tail
            return b"".join(parts)
        except zlib.error:
            continue
    raise SourceError(f"{name}: is damaged; what it packs cannot be read")


def _plain(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


FORMAT = Format(
    suffixes=(".warc",),
    media_types=("application/warc",),
    read=read,
    one_article=False,
    asks=True,
    beginning=re.compile(rb"WARC/\d"),
)
