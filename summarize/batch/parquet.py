"""The collections of a Parquet file: a row a document, or a row a collection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from summarize.batch.collection import Collection, Problem, of_records
from summarize.errors import SourceError

_ROWS = 64
"""Rows read at once: few, as a row may be a whole collection."""


class Rows:
    """Rows with a list `documents` and an `id`, or rows of documents with a column `collection`.

    Rows of one collection stand together, as they are streamed.
    """

    def __init__(self, path: Path) -> None:
        """Raises SourceError when pyarrow is missing, or the file is none of Parquet with such columns."""
        try:
            from pyarrow import ArrowException
            from pyarrow.parquet import ParquetFile
        except ImportError:
            raise SourceError(f"{path}: to read Parquet, pip install 'summarize[parquet]'") from None
        self.name = str(path)
        self._read = 0
        try:
            self._file = ParquetFile(path)
        except (ArrowException, OSError) as error:
            raise SourceError(f"{path}: is no Parquet file that can be read ({_first_line(error)})") from None
        self._faults: tuple[type[Exception], ...] = (ArrowException, OSError)
        columns = set(self._file.schema_arrow.names)
        self._nested = "documents" in columns
        if not self._nested and not {"collection", "text"} <= columns:
            raise SourceError(
                f'{path}: needs columns "id" and "documents" (a row a collection), '
                'or "collection" and "text" (a row a document)'
            )

    def __iter__(self) -> Iterator[Collection]:
        return self._whole_rows() if self._nested else self._grouped_rows()

    def share_read(self) -> float | None:
        rows = self._file.metadata.num_rows
        return self._read / rows if rows else None

    def _rows(self) -> Iterator[dict[str, Any]]:
        try:
            for batch in self._file.iter_batches(batch_size=_ROWS):
                for row in batch.to_pylist():
                    self._read += 1
                    yield row
        except self._faults as error:
            raise SourceError(f"{self.name}: damaged after row {self._read:,} ({_first_line(error)})") from None

    def _whole_rows(self) -> Iterator[Collection]:
        for row in self._rows():
            place = f"row {self._read}"
            identity, documents = _text(row.get("id")) or f"row-{self._read}", row["documents"]
            if documents:
                yield of_records(identity, place, [_record(document) for document in documents])
            else:
                yield Collection(identity, place, problem=Problem("no-documents", f'{place}: "documents" is empty'))

    def _grouped_rows(self) -> Iterator[Collection]:
        for identity, rows in groupby(self._rows(), key=lambda row: _text(row["collection"])):
            first = f"row {self._read}"
            records = [_record(row) for row in rows]
            if identity:
                yield of_records(identity, first, records)
            else:
                problem = Problem("no-id", f'{first}: "collection" is empty')
                yield Collection(first.replace(" ", "-"), first, problem=problem)


def _record(row: Any) -> Any:
    """A row with its dates as JSON lines have them."""
    if not isinstance(row, dict):
        return row
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


def _text(given: Any) -> str:
    return "" if given is None else str(given)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
