from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.reading import Reading, read_sources
from summarize.records.document import Document

ReadBytes = Callable[..., Reading]


@pytest.fixture
def read_bytes(tmp_path: Path) -> ReadBytes:
    """Writes bytes to a file of that name and reads it as a source."""

    def read(data: bytes | str, name: str = "article.txt") -> Reading:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_sources([path])

    return read


def ids(reading: Reading) -> list[str]:
    return [document.id for document in reading.documents]


def only(reading: Reading) -> Document:
    """The one document of a reading without problems."""
    assert reading.problems == ()
    (document,) = reading.documents
    return document


def problem(reading: Reading) -> str:
    """The one problem of a reading without documents."""
    assert reading.documents == ()
    (error,) = reading.problems
    return str(error)
