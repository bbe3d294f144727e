"""All results of a batch in one file, JSON lines or Parquet, made of its folder when it has come to its end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from summarize.batch.run import Batch
from summarize.errors import BatchError, OptionsError
from summarize.files import in_place_of
from summarize.rendering import jsonform

JSON_LINES, PARQUET = ".jsonl", ".parquet"
_ROWS = 500
"""Results that are in memory at once."""


def check_export(path: Path, given: str) -> None:
    """Raises OptionsError when results could not be written to this file, or would take the place of what is given."""
    if path.exists() and Path(given).exists() and path.samefile(given):
        raise OptionsError(f"cannot write {path}: it is the input")
    if path.is_dir():
        raise OptionsError(f"cannot write {path}: it is a folder, not a file")
    if not path.parent.is_dir():
        raise OptionsError(f"cannot write {path}: there is no folder {path.parent}")
    if path.suffix == PARQUET:
        try:
            import pyarrow.parquet  # noqa: F401
        except ImportError:
            raise OptionsError("to write Parquet, pip install 'summarize[parquet]'") from None


def export(batch: Batch, path: Path) -> None:
    """Puts the results of this run, in the order of their files' names, into the place of what stood in the file.

    A line is a result; a row of Parquet its `id` and, as JSON, its `result`. Raises BatchError.
    """
    try:
        with in_place_of(path) as part:
            (_write_parquet if path.suffix == PARQUET else _write_lines)(part, _results(batch))
    except OSError as error:
        raise BatchError(f"cannot write {path}: {error.strerror or error}") from None


def _results(batch: Batch) -> Iterator[tuple[str, str]]:
    """Ids and results. The folder may hold more, of what earlier inputs held."""
    for path in sorted(batch.folder.path.glob("*.json")):
        if not batch.folder.is_result(path):
            continue
        try:
            data: dict[str, Any] = json.loads(path.read_bytes())
            identity, written = data["batch"]["id"], jsonform.written(data, indent=None)
            if isinstance(identity, str) and batch.gave(identity):
                yield identity, written
        except (ValueError, KeyError, TypeError, RecursionError):
            raise BatchError(
                f"{path} was changed by hand and is no result any more; remove it and begin again"
            ) from None


def _write_lines(path: Path, results: Iterator[tuple[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(result for _, result in results)


def _write_parquet(path: Path, results: Iterator[tuple[str, str]]) -> None:
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    schema = pyarrow.schema([("id", pyarrow.string()), ("result", pyarrow.string())])
    with path.open("wb") as file, ParquetWriter(file, schema) as writer:
        while rows := list(islice(results, _ROWS)):
            writer.write_table(pyarrow.table([list(column) for column in zip(*rows, strict=True)], schema=schema))
