"""mbox: messages one after the other, each below a line that begins with "From "."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from summarize.errors import DocumentError, SourceError
from summarize.reading.formats import mail
from summarize.reading.formats.base import Contents, Context, Format, few_problems
from summarize.reading.unpacking import MAX_PART_BYTES, read_whole

MAX_MESSAGES = 200_000
MAX_BYTES = 256 * 2**20
_FROM = rb"From (?:- |\S{1,300}[^\n]{1,60}\d\d:\d\d[^\n]{0,30}\d{4})"
_SEPARATOR = re.compile(rb"(?:\A|\n\r?\n)" + _FROM + rb"[^\n]*\n")
_QUOTED = re.compile(rb"(?m)^>(?=>*From )")


def read(stream: BinaryIO, name: str, context: Context) -> Contents:
    """Each message as a document, called NAME:NUMBER, and the files attached to it. Raises SourceError for no mbox."""
    yield from few_problems(_items(stream, name, context), name)


def _items(stream: BinaryIO, name: str, context: Context) -> Contents:
    for number, data in enumerate(_messages(read_whole(stream, name, MAX_BYTES), name), start=1):
        if number > MAX_MESSAGES:
            yield SourceError(f"{name}: the rest was not read; at most {MAX_MESSAGES:,} messages are")
            return
        where = f"{name}:{number}"
        if len(data) > MAX_PART_BYTES:
            yield SourceError(f"{where}: more than {MAX_PART_BYTES // 2**20} MiB; left out")
            continue
        try:
            yield from mail.read_message(_QUOTED.sub(b"", data), where, context)
        except (SourceError, DocumentError) as error:
            yield SourceError(str(error))


def _messages(data: bytes, name: str) -> Iterator[bytes]:
    lines = [(found.start(), found.end()) for found in islice(_SEPARATOR.finditer(data), MAX_MESSAGES + 2)]
    if not lines or data[: lines[0][0]].strip():
        raise SourceError(f'{name}: is no mbox; it does not begin with a line such as "From kelland@mercury.example"')
    ends = [*(start for start, _ in lines[1:]), len(data)]
    for (_, start), end in zip(lines, ends, strict=True):
        yield data[start:end]


FORMAT = Format(
    suffixes=(".mbox",),
    media_types=("application/mbox",),
    read=read,
    one_article=False,
    asks=True,
    beginning=re.compile(_FROM),
)
