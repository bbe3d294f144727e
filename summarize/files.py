"""Files that appear whole or not at all, and files that another program may have made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SQLITE = b"SQLite format 3\x00"
_SQLITE_HEADER_BYTES, _APPLICATION_ID = 100, slice(68, 72)
"""Of an SQLite file, by https://www.sqlite.org/fileformat.html."""


@contextmanager
def in_place_of(path: Path, prefix: str = ".summarize") -> Iterator[Path]:
    """An empty file beside `path`, to be written in the block, that then takes its place in one step.

    Where the block or that step fails, what stood there still does, and nothing is left of the new file, which is
    called PREFIX-RANDOM.part: its name cannot be foreseen, so that no link can be laid there. Raises OSError.
    """
    part = path.with_name(f"{prefix}-{os.urandom(8).hex()}.part")
    part.touch(exist_ok=False)
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def is_database_of(path: Path, application: int) -> bool:
    """Whether a file is an SQLite database with this application's id in its header, or empty. Told from its bytes, as
    SQLite may write into what it opens.
    """
    with path.open("rb") as file:
        header = file.read(_SQLITE_HEADER_BYTES)
    return not header or (header.startswith(_SQLITE) and header[_APPLICATION_ID] == application.to_bytes(4))
