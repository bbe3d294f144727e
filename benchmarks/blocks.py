"""Measured parts of a page that is otherwise written by hand."""

from __future__ import annotations

import re
from pathlib import Path


def read_block(page: Path, name: str) -> str:
    """What stands between the marks of the block `name`. Raises ValueError when the page has no such block."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    _, found, behind = page.read_text(encoding="utf-8").partition(begin)
    inside, closed, _ = behind.partition(end)
    if not found or not closed:
        raise ValueError(f"{page} has no block {begin} ... {end}")
    return inside.strip()


def replace_block(page: Path, name: str, text: str) -> None:
    """Puts `text` between the marks of the block `name`. Raises ValueError when the page has no such block."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    written, found = re.subn(
        f"{re.escape(begin)}.*?{re.escape(end)}",
        lambda match: f"{begin}\n{text.strip()}\n{end}",
        page.read_text(encoding="utf-8"),
        flags=re.DOTALL,
    )
    if found != 1:
        raise ValueError(f"{page} has no block {begin} ... {end}")
    page.write_text(written, encoding="utf-8")
