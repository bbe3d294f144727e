"""CSV and TSV: a row an article, in the column that is called as texts are."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import BinaryIO

from summarize.errors import SourceError
from summarize.reading.decoding import decode
from summarize.reading.fields import find_text, normalized, read_rows
from summarize.reading.formats.base import Contents, Context, Format, few_problems
from summarize.reading.unpacking import read_whole
from summarize.records.document import MAX_CHARACTERS

_MAX_COLUMNS = 1_000
_MAX_CELLS = 3_000_000
"""Commas, also those in texts."""
_DELIMITERS = ",;\t|"


def read(stream: BinaryIO, name: str, context: Context) -> Contents:
    """Each row as a document, called NAME:ROW unless it has an id; the first row names the columns.

    Raises SourceError where no column holds the text.
    """
    import csv

    text = decode(read_whole(stream, name), name)
    if not text.strip():
        raise SourceError(f"{name}: holds only white space")
    csv.field_size_limit(max(csv.field_size_limit(), MAX_CHARACTERS))  # one for all the process; its own is less
    delimiter = _delimiter(text)
    if text.count(delimiter) > _MAX_CELLS:
        raise SourceError(f"{name}: holds more cells than articles have")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        head = next(rows, [])[:_MAX_COLUMNS]
        check_columns(head, name, context.text_column)
        named = (_row(row, head) for row in rows)
        yield from few_problems(read_rows(named, name, "row", context.text_column, first=2), name)
    except csv.Error as error:
        raise SourceError(f"{name}: is no table from row {rows.line_num} on ({error})") from None


def check_columns(head: Sequence[str], name: str, text_column: str | None) -> None:
    """Raises SourceError where no column of a table holds the text."""
    named = dict.fromkeys(head, "text")
    if find_text(normalized(named), named, text_column) is not None:
        return
    names = (" ".join(column.split())[:40] for column in head[:12])
    shown = ", ".join(filter(None, names)) or "none"
    missing = "no column that is called as texts are" if text_column is None else f'no column "{text_column}"'
    raise SourceError(f"{name}: has {missing}; name one with --text-column (there are: {shown})")


def _row(cells: Sequence[str], head: Sequence[str]) -> dict[str, str] | None:
    """Cells by the names of their columns; None for an empty row."""
    return dict(zip(head, cells, strict=False)) if any(map(str.strip, cells)) else None


def _delimiter(text: str) -> str:
    """What stands most often in the first line, outside of quotation marks."""
    head = "".join(text[:10_000].lstrip("\r\n").split("\n", 1)[0].split('"')[::2])
    return max(_DELIMITERS, key=head.count)


FORMAT = Format(
    suffixes=(".csv", ".tsv"),
    media_types=("text/csv", "text/tab-separated-values"),
    read=read,
    one_article=False,
    asks=True,
)
