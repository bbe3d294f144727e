"""mbox: messages one after the other, each below a line that begins with "From "."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from summarize.errors import DocumentError, SourceError
from summarize.reading.formats import mail
from summarize.reading.formats.base import Contents, Context, Format, few_problems
from summarize.reading.unpacking import MAX_PART_BYTES

MAX_MESSAGES = 200_000
_LINE_BYTES = 65_536
_SEPARATOR = re.compile(rb"From \S+.*\d\d:\d\d.*\d{4}|From - ")
_QUOTED = re.compile(rb"(?m)^>(?=>*From )")


def read(stream: BinaryIO, name: str, context: Context) -> Contents:
    """Each message as a document, called NAME:NUMBER, and the files attached to it. Raises SourceError for no mbox."""
    yield from few_problems(_items(stream, name, context), name)


def _items(stream: BinaryIO, name: str, context: Context) -> Contents:
    number = 0
    for number, data in enumerate(_messages(stream, name), start=1):
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
    if not number:
        raise SourceError(f"{name}: is empty")


def _messages(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """The bytes of each message; of one that is too long a little more than is read."""
    message = bytearray()
    after_blank, begun = True, False
    while line := stream.readline(_LINE_BYTES):
        if after_blank and _SEPARATOR.match(line):
            if begun:
                yield bytes(message)
            message.clear()
            begun = True
        elif not begun and line.strip():
            raise SourceError(
                f'{name}: is no mbox; it does not begin with a line such as "From kelland@mercury.example"'
            )
        elif len(message) <= MAX_PART_BYTES:
            message += line
        after_blank = not line.strip()
    if begun:
        yield bytes(message)


FORMAT = Format(
    suffixes=(".mbox",),
    media_types=("application/mbox",),
    read=read,
    one_article=False,
    asks=True,
    beginning=re.compile(_SEPARATOR.pattern),
)
