"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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
