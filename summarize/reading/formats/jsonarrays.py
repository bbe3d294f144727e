"""JSON: one article, a list of them, or an object that holds such a list, as search services and crawlers write it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, BinaryIO

from summarize.errors import SourceError
from summarize.reading.decoding import decode
from summarize.reading.fields import has_text, read_rows
from summarize.reading.formats import jsonl
from summarize.reading.formats.base import Contents, Context, Format, few_problems
from summarize.reading.unpacking import read_whole

_MAX_DEPTH = 4
"""Lists and objects around an article."""

_VALUES = (b",", b"[", b"{")
_MAX_VALUES = 2_000_000
"""Commas and brackets, also those in texts. Each value takes some sixty bytes of memory."""


def read(stream: BinaryIO, name: str, context: Context) -> Contents:
    """Each article as a document, called NAME:NUMBER unless it has an id. Raises SourceError where there is none.

    A file of JSON lines under this suffix is read as such.
    """
    data = read_whole(stream, name)
    first, _, rest = data.partition(b"\n")
    if rest.strip() and jsonl.is_article(first):
        yield from jsonl.read(io.BytesIO(data), name, context)
        return
    if sum(map(data.count, _VALUES)) > _MAX_VALUES:
        raise SourceError(
            f"{name}: holds more values than articles have; write them one a line and name the file .jsonl"
        )
    found = _articles(jsonl.parse_json(decode(data, name), name), context.text_column)
    if not found:
        raise SourceError(
            f'{name}: JSON without an article; where no "text" is in it, name what holds the text with --text-column'
        )
    rows = read_rows(found, name, "article", context.text_column, sole=len(found) == 1)
    yield from few_problems(rows, name)


def _articles(data: Any, text_column: str | None, depth: int = 0) -> Sequence[Any]:
    """What stands in a list beside an article is meant as one too, however lists and objects are put around it."""
    if depth > _MAX_DEPTH:
        return []
    if isinstance(data, Mapping):
        if has_text(data, text_column):
            return [data]
        inner: Iterable[Any] = data.values()
    elif isinstance(data, list):
        if any(isinstance(each, Mapping) and has_text(each, text_column) for each in data):
            return data
        inner = data
    else:
        return []
    return [found for each in inner for found in _articles(each, text_column, depth + 1)]


FORMAT = Format(
    suffixes=(".json",),
    media_types=("application/json",),
    read=read,
    one_article=False,
    asks=True,
    beginning=re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{|\s*\{\s*\n"),
)
