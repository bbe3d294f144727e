"""Where a paragraph's quotations and brackets open and close."""

from __future__ import annotations

import re
from typing import NamedTuple

_PAIRS = {
    **{"“": "”", "«": "»", "„": "“”", "‘": "’", "「": "」", "『": "』"},
    **{"(": ")", "（": "）", "[": "]", "《": "》"},
}
_ANY = re.compile(r"[“”«»„‘「」『』()（）\[\]《》\"]|(?<=[.,!?…])['’]|(?<![^\s(—–-])'(?=[A-Z])")
_STRAIGHT = frozenset("\"'")
_QUOTING = frozenset("“«„‘「『\"'")
_NESTED = 4
"""Deepest nesting that is followed."""


class Quotation(NamedTuple):
    """A stretch between a pair of marks; `text[start]` opens it and `text[end]` closes it."""

    start: int
    end: int


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations and brackets of a paragraph that open and close in it, in order.

    A straight mark opens where white space or an opening bracket stands before it and none behind it. A single mark,
    which is an apostrophe too, closes behind punctuation, and a straight one opens before a capital. A mark without a
    partner is passed over. Linear in the length of the text.
    """
    return _read(text)[0]


def find_unclosed(text: str) -> int | None:
    """Where the outermost quotation begins that a paragraph opens and does not close; None where there is none."""
    return next((position for mark, position in _read(text)[1] if mark in _QUOTING), None)


def _read(text: str) -> tuple[list[Quotation], list[tuple[str, int]]]:
    """What closes, and the marks that nothing closes."""
    found: list[Quotation] = []
    opened: list[tuple[str, int]] = []
    for match in _ANY.finditer(text):
        mark, position = match[0], match.start()
        may_open = mark in _PAIRS or (mark in _STRAIGHT and _opens(text, position))
        partner = next((i for i in range(len(opened) - 1, -1, -1) if _closes(mark, opened[i][0])), None)
        if partner is not None and not (mark in _STRAIGHT and may_open):
            begin = opened[partner][1]
            del opened[partner:]
            while found and found[-1].start > begin:
                found.pop()
            found.append(Quotation(begin, position))
        elif may_open:
            if len(opened) >= _NESTED:
                del opened[0]
            opened.append((mark, position))
    return found, opened


def _closes(mark: str, opening: str) -> bool:
    return (mark in _STRAIGHT and mark == opening) or mark in _PAIRS.get(opening, "")


def _opens(text: str, position: int) -> bool:
    """Whether a straight mark can only open: white space before it and none behind it."""
    before, behind = text[max(0, position - 1) : position], text[position + 1 : position + 2]
    return (not before or before.isspace() or before in "([—–-") and bool(behind) and not behind.isspace()
