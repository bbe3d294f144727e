"""Parquet: a row an article, in the column that is called as texts are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from summarize.errors import SourceError
from summarize.reading.fields import KNOWN, normalized, read_rows
from summarize.reading.formats.base import Contents, Context, Format, few_problems
from summarize.reading.formats.tables import check_columns
from summarize.reading.unpacking import read_whole

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

MAX_BYTES = 256 * 2**20
MAX_UNPACKED_BYTES = 128 * 2**20
"""Of the columns that are read, by the file's own account."""
_ROWS = 8
"""Read at once: rows of one batch are in memory together."""


def read(stream: BinaryIO, name: str, context: Context) -> Contents:
    """Each row as a document, called NAME:ROW unless it has an id.

    Raises SourceError where no column holds the text, and where pyarrow is missing.
    """
    try:
        from pyarrow import ArrowException, BufferReader
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise SourceError(
            f"{name}: a Parquet file; to read it, install pyarrow: pip install 'summarize[parquet]'"
        ) from None
    data = read_whole(stream, name, MAX_BYTES)
    try:
        file = ParquetFile(BufferReader(data))
        names = [str(column) for column in file.schema_arrow.names]
        check_columns(names, name, context.text_column)
        wanted = [column for column, key in zip(names, map(_key, names), strict=True) if key in KNOWN]
        if context.text_column is not None:
            wanted = [column for column in names if column in wanted or _key(column) == _key(context.text_column)]
        _check_size(file, set(wanted), name)
        yield from few_problems(read_rows(_rows(file, wanted), name, "row", context.text_column), name)
    except (ArrowException, OSError, ValueError, OverflowError):
        raise SourceError(f"{name}: looks like a damaged Parquet file; it cannot be read") from None


def _key(column: str) -> str:
    return next(iter(normalized({column: None})))


def _check_size(file: ParquetFile, wanted: set[str], name: str) -> None:
    size = 0
    for group in range(file.metadata.num_row_groups):
        row_group = file.metadata.row_group(group)
        for index in range(row_group.num_columns):
            column = row_group.column(index)
            if column.path_in_schema.partition(".")[0] in wanted:
                size += column.total_uncompressed_size
    if size > MAX_UNPACKED_BYTES:
        raise SourceError(f"{name}: unpacks to more than {MAX_UNPACKED_BYTES // 2**20} MiB; left out")


def _rows(file: ParquetFile, wanted: list[str]) -> Iterator[dict[str, Any]]:
    for batch in file.iter_batches(batch_size=_ROWS, columns=wanted):
        yield from batch.to_pylist()


FORMAT = Format(
    suffixes=(".parquet",),
    media_types=("application/vnd.apache.parquet",),
    read=read,
    one_article=False,
    asks=True,
    beginning=re.compile(rb"PAR1"),
)
