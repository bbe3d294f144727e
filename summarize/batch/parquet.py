"""The collections of a Parquet file: a row a document, or a row a collection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import chain, groupby
from pathlib import Path
from typing import Any
from uuid import UUID

from summarize.batch import inputs
from summarize.batch.collection import FIELDS, Collection, File, Problem, known, of_records
from summarize.batch.seen import Seen, hashed
from summarize.errors import SourceError

_ROWS, _BYTES = 64, 16 * 2**20
"""Read at once, whichever is less: a row may be a whole collection."""
_NAMES = 4096
"""Names of collections read at once, where nothing else is read."""


class _Unusable(Exception):
    """A cell holds what no article has; the message says what."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row, its `cells` empty where `problem` says why they cannot be used."""

    number: int
    identity: Any
    """The cell that names its collection, None where that cannot be used either."""
    cells: dict[str, Any] = field(default_factory=dict)
    problem: Problem | None = None


class Rows:
    """Rows with a list `documents` and an `id`, or rows of documents with a column `collection`.

    Rows of one collection stand together, as they are streamed; those of one that do not are a problem of it. With
    `drafts` there is a column `draft`, of which all rows of a collection hold the same, or nothing.
    """

    def __init__(self, path: Path, *, drafts: bool = False) -> None:
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
        nested = "documents" in columns
        used = {"id", "documents"} if nested else {"collection", *FIELDS}
        if not nested and not {"collection", "text"} <= columns:
            raise SourceError(
                f'{path}: needs columns "id" and "documents" (a row a collection), '
                'or "collection" and "text" (a row a document)'
            )
        if drafts and inputs.DRAFT not in columns:
            raise SourceError(f'{path}: needs a column "{inputs.DRAFT}" with the text to check')
        self._drafts = drafts
        used |= {inputs.DRAFT} if drafts else set()
        self._columns, self._name_column = sorted(columns & used), "id" if nested else "collection"
        self._collections = self._whole_rows if nested else self._grouped_rows

    def __iter__(self) -> Iterator[Collection]:
        return self._collections()

    def share_read(self) -> float | None:
        rows = self._file.metadata.num_rows
        return self._read / rows if rows else None

    def _batches(self, rows: int, columns: list[str]) -> Iterator[Any]:
        try:
            yield from self._file.iter_batches(batch_size=rows, columns=columns)
        except self._faults as error:
            raise SourceError(f"{self.name}: damaged after row {self._read:,} ({_first_line(error)})") from None

    def _rows(self) -> Iterator[_Row]:
        for batch in self._batches(_rows_at_once(self._file.metadata), self._columns):
            for number, row in enumerate(_read_batch(batch, self._name_column), start=self._read + 1):
                self._read = number
                yield _Row(number, *row)

    def _whole_rows(self) -> Iterator[Collection]:
        for row in self._rows():
            place, identity = f"row {row.number}", f"row-{row.number}"
            try:
                identity = inputs.id_of({"id": row.identity}, identity, place)
                if row.problem is not None:
                    yield inputs.failed(identity, place, row.problem)
                else:
                    documents = inputs.documents_of(row.cells, place)
                    draft = inputs.draft_of(row.cells, place) if self._drafts else None
                    yield of_records(identity, place, documents, draft)
            except SourceError as error:
                yield Collection(identity, place, problem=inputs.problem_of(error))

    def _grouped_rows(self) -> Iterator[Collection]:
        scattered = self._scattered()
        for name, group in groupby(self._rows(), key=lambda row: _text(row.identity)):
            rows = iter(group)
            first = next(rows)
            place = f"row {first.number}"
            if name and name in scattered:
                if scattered[name]:  # told of once
                    detail = f"{place}: rows of this collection do not stand together; sort the file by collection"
                    yield Collection(name, place, problem=Problem("scattered-rows", detail))
                scattered[name] = False
                continue
            if name:
                yield _of_rows(name, place, first, rows, drafts=self._drafts)
            else:
                problem = first.problem or Problem("no-id", '"collection" is empty')
                yield inputs.failed(place.replace(" ", "-"), place, problem)

    def _scattered(self) -> dict[str, bool]:
        """The names of collections that have rows in several places. The column with them is read ahead for it."""
        seen = Seen()
        scattered: dict[str, bool] = {}
        cells = (row[0] for batch in self._batches(_NAMES, ["collection"]) for row in _read_batch(batch, "collection"))
        for name, _ in groupby(map(_text, cells)):
            own = hashed(name)
            if own in seen:
                scattered[name] = True
            seen.add(own)
        return scattered


def _read_batch(batch: Any, name_column: str) -> Iterator[tuple[Any, dict[str, Any], Problem | None]]:
    """What names each row's collection, its cells, and why they cannot be used."""
    try:
        rows = batch.to_pylist() if batch.nbytes <= inputs.MAX_COLLECTION_BYTES else None
    except (ValueError, OverflowError):  # a string that is no UTF-8, a date beyond all calendars
        rows = None
    for number in range(batch.num_rows):
        yield _read_row(batch.slice(number, 1), name_column) if rows is None else _checked(rows[number], name_column)


def _read_row(row: Any, name_column: str) -> tuple[Any, dict[str, Any], Problem | None]:
    """Of a row that may be too large, or not be readable at all."""
    large = row.nbytes > inputs.MAX_COLLECTION_BYTES
    cells: dict[str, Any] = {}
    for column, values in zip(row.schema.names, row.columns, strict=True):
        try:
            if not large or column == name_column:
                cells[column] = values[0].as_py()
        except (ValueError, OverflowError) as error:
            cells[column] = error
    name, checked, problem = _checked(cells, name_column)
    return (name, {}, inputs.too_large()) if large else (name, checked, problem)


def _checked(cells: dict[str, Any], name_column: str) -> tuple[Any, dict[str, Any], Problem | None]:
    name: Any = None
    try:
        name = _as_json(cells.get(name_column), name_column)
        return name, {column: _as_json(cell, column) for column, cell in cells.items()}, None
    except _Unusable as unusable:
        return name, {}, Problem("invalid-document", str(unusable))


def _as_json(cell: Any, column: str) -> Any:
    """A cell as JSON lines have it. Raises _Unusable for what they could not."""
    match cell:
        case None | str() | bool() | int() | float():
            return cell
        case date():  # and a datetime
            return cell.isoformat()
        case Decimal() | UUID():
            return str(cell)
        case list():
            return [_as_json(known(value), column) for value in cell]
        case dict():
            return {name: _as_json(value, f"{column}.{name}") for name, value in cell.items()}
        case Exception():
            raise _Unusable(f'"{column}" cannot be read ({_first_line(cell)})')
    kind = {"bytes": "binary", "timedelta": "a duration", "time": "a time of day", "tuple": "a map"}
    raise _Unusable(f'"{column}" is {kind.get(type(cell).__name__, "of another kind")}, not a string')


def _of_rows(name: str, place: str, first: _Row, others: Iterable[_Row], *, drafts: bool) -> Collection:
    """The collection of adjacent rows, none of which is kept once there are too many."""
    records: list[dict[str, Any]] = []
    given: list[Any] = []
    size, problem = 0, None
    for row in chain((first,), others):
        if problem is not None:
            continue  # to the end of the collection
        if row.problem is not None:
            problem, place = row.problem, f"row {row.number}"
        elif (size := size + _size(row.cells)) > inputs.MAX_COLLECTION_BYTES:
            problem = inputs.too_large()
        else:
            draft = row.cells.pop(inputs.DRAFT, None)
            if draft not in (None, "", *given) and len(given) <= 1:
                given.append(draft)
            records.append(row.cells)
        if problem is not None:
            records.clear()
    if problem is not None:
        return inputs.failed(name, place, problem)
    try:
        return of_records(name, place, records, _draft_of_rows(given, place) if drafts else None)
    except SourceError as error:
        return Collection(name, place, problem=inputs.problem_of(error))


def _draft_of_rows(given: Sequence[Any], place: str) -> File:
    """The draft that some rows give, or all. Raises SourceError where there is none, or another."""
    if len(given) > 1:
        raise inputs.NoDraft(f'{place}: the rows of this collection differ in "{inputs.DRAFT}"')
    return inputs.draft_of({inputs.DRAFT: given[0]} if given else {}, place)


def _size(cells: dict[str, Any]) -> int:
    """Bytes of the texts of a row."""
    return sum(len(cell.encode()) for cell in cells.values() if isinstance(cell, str))


def _rows_at_once(metadata: Any) -> int:
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    largest = max((group.total_byte_size // max(1, group.num_rows) for group in groups), default=0)
    return max(1, min(_ROWS, _BYTES // max(1, largest)))


def _text(given: Any) -> str:
    return "" if given is None else str(given)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
