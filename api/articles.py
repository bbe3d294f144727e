"""What uploaded files would cost to read, found out before they are read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from api.tally import Tally, TooMuch, pieces
from summarize import Document
from summarize.reading.registry import SUFFIXES

_MARKS = 1_000
"""Of an article: more than in a request, as fields that nobody knows are passed over."""
_JSON_LINES = (".jsonl", ".ndjson")
_JSON = ".json"
_BLANK_LINES = 10
"""Lines of a file of JSON lines for each of its articles, most of them blank: more are none that anybody writes."""


class Room:
    """What is left of a request's limits for the documents that its files turn out to hold: an archive, a table or a
    folder of mail may hold any number.
    """

    def __init__(self, documents: int, characters: int) -> None:
        self._most_documents, self._most_characters = documents, characters
        self._documents = self._characters = 0

    def take(self, document: Document) -> None:
        """Counts a document. Raises TooMuch when there is no room for it."""
        self._documents += 1
        self._characters += len(document.text)
        if self._documents > self._most_documents:
            raise TooMuch(
                "too-many-documents", f"The files hold more than the {self._most_documents:,} articles allowed."
            )
        if self._characters > self._most_characters:
            detail = f"The files hold more than the {self._most_characters:,} characters allowed."
            raise TooMuch("too-many-characters", detail)


def check_files(files: Iterable[tuple[str, bytes]], most: int) -> None:
    """Raises TooMuch for files that hold more than `most` articles, or more in them than articles have.

    Each line of a file of JSON lines is an article, or costs as much to refuse. What is packed, and rows and messages,
    are counted as they are read, by Room.
    """
    articles, tally = 0, Tally(most, _MARKS)
    for name, content in files:
        json_lines = _lines(content, most) if _is_json_lines(name, content) else None
        articles += 1 if json_lines is None else len(json_lines)
        if articles > most:
            raise TooMuch("too-many-documents", f"The files hold more than the {most:,} articles allowed.")
        texts = [content] if PurePath(name).suffix.lower() == _JSON else json_lines or ()
        for text in texts:
            tally.begin_anew()
            for piece in pieces(text):
                tally.feed(piece)


def _is_json_lines(name: str, content: bytes) -> bool:
    suffix = PurePath(name).suffix.lower()
    if suffix in SUFFIXES:
        return suffix in _JSON_LINES
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _lines(content: bytes, most: int) -> list[bytes]:
    """The lines that are not blank. Raises TooMuch when it is not worth looking which are."""
    if content.count(b"\n") > _BLANK_LINES * (most + 100):
        raise TooMuch("too-many-documents", f"The files hold more lines than the {most:,} articles allowed can have.")
    return [line for line in content.split(b"\n") if line.strip()]
