"""Sources named in a file, and by patterns."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from summarize.errors import SourceError
from summarize.reading.decoding import decode

MAX_LIST_BYTES = 16 * 2**20
LIST_MARK = "@"
"""Before the name of a list. A file whose own name begins with it is written ./@name."""
STDIN = "-"
"""How standard input is named."""
_COMMENT = "#"
_PATTERN = "*?["


def read_list(name: str, stdin: BinaryIO | None = None) -> list[str]:
    """The sources that a file names, one a line; blank lines and those that begin with # are passed over.

    "-" is standard input. Paths are taken as they stand, from the current folder. Raises SourceError.
    """
    try:
        if name == STDIN:
            data = (stdin or sys.stdin.buffer).read(MAX_LIST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(MAX_LIST_BYTES + 1)
    except (OSError, ValueError, AttributeError) as error:
        raise SourceError(f"{name}: the list cannot be read ({getattr(error, 'strerror', None) or error})") from None
    if len(data) > MAX_LIST_BYTES:
        raise SourceError(f"{name}: more than {MAX_LIST_BYTES // 2**20} MiB, no list of sources")
    lines = (line.strip() for line in (decode(data, name) if data else "").splitlines())
    found = [line for line in lines if line and not line.startswith(_COMMENT)]
    if not found:
        raise SourceError(f"{name}: a list without sources; it holds one a line")
    return found


def expand(sources: Iterable[str]) -> list[str]:
    """Sources with those that @lists name in their place. On Windows, whose shells leave that to the command, patterns
    such as *.html stand for the files they match. Raises SourceError for a list that cannot be read.
    """
    return [name for source in sources for name in _expanded(source)]


def _expanded(source: str) -> Iterator[str]:
    if source.startswith(LIST_MARK) and len(source) > 1:
        yield from read_list(source.removeprefix(LIST_MARK))
    elif sys.platform == "win32" and any(sign in source for sign in _PATTERN) and not Path(source).exists():
        yield from sorted(glob.glob(source)) or [source]  # noqa: PTH207 Path.glob takes no absolute patterns
    else:
        yield source
