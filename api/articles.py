"""What uploaded files would cost to read, found out before they are read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from api.tally import Tally, TooMuch, pieces
from summarize.reading.registry import SUFFIXES

_MARKS = 1_000
"""Of an article: more than in a request, as fields that nobody knows are passed over."""
_JSON_LINES = ".jsonl"
_BLANK_LINES = 10
"""Lines of a file of JSON lines for each of its articles, most of them blank: more are none that anybody writes."""


def check_files(files: Iterable[tuple[str, bytes]], most: int) -> None:
    """Raises TooMuch for files that hold more than `most` articles, or more in them than articles have.

    Each line of a file of JSON lines is an article, or costs as much to refuse.
    """
    articles, tally = 0, Tally(most, _MARKS)
    for name, content in files:
        json_lines = _lines(content, most) if _is_json_lines(name, content) else None
        articles += 1 if json_lines is None else len(json_lines)
        if articles > most:
            raise TooMuch("too-many-documents", f"The files hold more than the {most:,} articles allowed.")
        for line in json_lines or ():
            tally.begin_anew()
            for piece in pieces(line):
                tally.feed(piece)


def _is_json_lines(name: str, content: bytes) -> bool:
    suffix = PurePath(name).suffix.lower()
    if suffix in SUFFIXES:
        return suffix == _JSON_LINES
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _lines(content: bytes, most: int) -> list[bytes]:
    """The lines that are not blank. Raises TooMuch when it is not worth looking which are."""
    if content.count(b"\n") > _BLANK_LINES * (most + 100):
        raise TooMuch("too-many-documents", f"The files hold more lines than the {most:,} articles allowed can have.")
    return [line for line in content.split(b"\n") if line.strip()]
