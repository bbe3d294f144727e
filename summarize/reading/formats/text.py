"""Plain text: one article, whose paragraphs are guessed later."""

from __future__ import annotations

from typing import BinaryIO

from summarize.reading.formats.base import Format, Items, read_text
from summarize.records.document import Document


def read(stream: BinaryIO, name: str) -> Items:
    """The article in a text file."""
    yield Document(id=name, text=read_text(stream, name))


FORMAT = Format(suffixes=(".txt",), media_types=("text/plain",), read=read)
