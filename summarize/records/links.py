"""The parts of a document's link."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def parts_of(url: str | None) -> SplitResult:
    """The parts of a link, all of them empty where there is none or it cannot be read, as `http://[bad`."""
    try:
        return urlsplit(url or "")
    except ValueError:
        return SplitResult("", "", "", "", "")
