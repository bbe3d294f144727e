"""A draft to be checked: text stays as it is written, markup too, so that every offset and line is the file's."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath
from typing import BinaryIO

from summarize.errors import SourceError
from summarize.reading.decoding import decode
from summarize.reading.formats import markdown, text
from summarize.reading.formats.base import MAX_TEXT_BYTES
from summarize.reading.mending import Mending
from summarize.reading.registry import STDIN_NAME, SUFFIXES
from summarize.reading.sources import read_sources
from summarize.records.document import MAX_CHARACTERS, Document

_WRITTEN = frozenset((*text.FORMAT.suffixes, *markdown.FORMAT.suffixes))


def read_draft(name: str, stdin: BinaryIO | None = None) -> Document:
    """The draft in a file, or on standard input ("-"); a web page or a PDF as the article that it holds.

    Raises SourceError when it cannot be read, is empty, or is several articles.
    """
    if name == "-":
        stream = stdin or getattr(sys.stdin, "buffer", None)
        if stream is None:
            raise SourceError(f"{STDIN_NAME}: is closed")
        return written_draft(stream, STDIN_NAME)
    if not is_written(name):
        reading = read_sources([name])
        if len(reading.documents) == 1:
            return reading.documents[0]
        raise reading.problems[0] if reading.problems else SourceError(f"{name}: a draft is one article, not several")
    try:
        if Path(name).is_dir():
            raise SourceError(f"{name}: is a folder; the draft is one file")
        with Path(name).open("rb") as file:
            return written_draft(file, name)
    except FileNotFoundError:
        raise SourceError(f"{name}: no such file") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{name}: cannot be read ({getattr(error, 'strerror', None) or error})") from None


def is_written(name: str) -> bool:
    """Whether a file of this name is taken as it is written, and not as the article that it holds."""
    suffix = PurePath(name).suffix.lower()
    return suffix not in SUFFIXES or suffix in _WRITTEN


def written_draft(stream: BinaryIO, name: str) -> Document:
    """The draft in a file that is taken as it is written. Raises SourceError when it is too long, empty or no text."""
    data = stream.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES:
        raise SourceError(f"{name}: more than the {MAX_CHARACTERS:,} characters of the longest draft")
    if not data.strip():
        raise SourceError(f"{name}: is empty")
    mending = Mending()
    return Document(id=name, text=mending.mend(decode(data, name)), mends=mending.mends)
