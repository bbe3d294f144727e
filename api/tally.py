"""How much there is in JSON, found out before it is parsed, at a cost in proportion to its bytes.

Eight megabytes hold millions of values. To parse them takes seconds and hundreds of megabytes, in one go that nothing
can stop, so they are counted first, a piece at a time, in the few passes that bytes make by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

PIECE = 64 * 1024
"""Bytes that are counted in about a millisecond, whatever they are."""
_FEW_MARKS = 1_000
"""Marks that are nothing to look at, whatever they belong to."""

_CONTINUATION = bytes(range(0x80, 0xC0))
_NO_VALUE = b" \t\r\n,:[]{}"
_VALUE_LENGTH = 4
"""Bytes of true or null. A number of thousands of digits counts as many of them, as it costs as much to read."""
_INDENT = 64
"""Bytes outside of strings that count as one mark; those of JSON written for people to read are fewer."""


class TooMuch(Exception):
    """There is more than a request can have; `code` is the kind, and the message is written for people."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code


class Tally:
    """Counts what lies outside and inside of strings. Up to the first error of the JSON it is exact.

    `marks` are quotation marks, commas, colons, opening brackets and the length of numbers and blanks: more than there
    are values and keys. So many `marks_each` document may have. `characters` are those of the strings, or fewer; they
    are counted where there is a limit for them.
    """

    def __init__(self, most_documents: int, marks_each: int, most_characters: int | None = None) -> None:
        self.marks = self.characters = 0
        self._most_documents, self._most_characters = most_documents, most_characters
        self._most_marks = _FEW_MARKS + marks_each * most_documents
        self.begin_anew()

    def begin_anew(self) -> None:
        """What comes is another JSON text: no string goes on from the last one into it."""
        self._in_string, self._kept = False, b""

    def has_room_for(self, length: int) -> bool:
        """Whether JSON of so many bytes cannot be too much, whatever is in it, so that it need not be counted."""
        most = self._most_marks if self._most_characters is None else min(self._most_marks, self._most_characters)
        return length + length // _INDENT <= most  # as if each byte were a mark, and outside of strings

    def feed(self, piece: bytes) -> None:
        """Counts the next bytes. Raises TooMuch."""
        piece = self._kept + piece
        backslashes = len(piece) - len(piece.rstrip(b"\\"))
        end = len(piece) - backslashes % 2  # half an escape waits for its other half
        self._kept = piece[end:]
        plain = piece[:end].replace(b"\\\\", b"_").replace(b'\\"', b"_")
        parts = plain.split(b'"')
        outside = b"".join(parts[self._in_string :: 2])
        self.marks += len(parts) - 1 + sum(outside.count(mark) for mark in (b",", b":", b"[", b"{"))
        self.marks += len(outside.translate(None, _NO_VALUE)) // _VALUE_LENGTH + len(outside) // _INDENT
        if self._most_characters is not None:
            self.characters += _least_characters(b"".join(parts[not self._in_string :: 2]))
        self._in_string ^= len(parts) % 2 == 0
        self._check()

    def _check(self) -> None:
        if self.marks > self._most_marks:
            detail = (
                f"There are more fields and values than {self._most_documents:,} documents, the most allowed, have."
            )
            raise TooMuch("too-many-values", detail)
        if self._most_characters is not None and self.characters > self._most_characters:
            detail = f"The documents hold more than {self._most_characters:,} characters, all fields together."
            raise TooMuch("too-many-characters", detail)


def pieces(json: bytes | bytearray) -> Iterator[bytes]:
    for start in range(0, len(json), PIECE):
        yield bytes(json[start : start + PIECE])


def _least_characters(inside: bytes) -> int:
    escapes, long_ones = inside.count(b"\\"), inside.count(b"\\u")
    halves = inside.count(b"\\ud") + inside.count(b"\\uD")  # two of which may be one character
    return len(inside.translate(None, _CONTINUATION)) - escapes - 4 * long_ones - halves // 2
