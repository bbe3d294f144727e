"""Where a paragraph's quotations and brackets open and close."""

from __future__ import annotations

import re
from typing import NamedTuple

_PAIRS = {
    **{"“": "”", "«": "»", "„": "“”", "‘": "’", "»": "«", "”": "”", "「": "」", "『": "』"},
    **{"(": ")", "（": "）", "[": "]", "《": "》"},
}
_ANY = re.compile(r"[“”«»„‘’「」『』()（）\[\]《》\"']")
_BEFORE_CLOSING = frozenset(".,!?…")
"""What stands before a single mark that closes a quotation, unless a comma stands behind it; elsewhere it is an
apostrophe."""
_SINGLE = frozenset("'’")
_STRAIGHT = frozenset("\"'")
_TURNED = frozenset("»”")
"""Open quotations in German and Swedish, and close them in most languages."""
_NESTED = 4
"""Deepest nesting that is followed."""


class Quotation(NamedTuple):
    """A stretch between a pair of marks; `text[start]` opens it and `text[end]` closes it."""

    start: int
    end: int


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations and brackets of a paragraph that open and close in it, in order.

    A straight mark opens where white space or an opening bracket stands before it and none behind it. A single mark,
    which is an apostrophe too, closes behind punctuation or before a comma, and a straight one opens before a capital.
    A mark without a partner is passed over. Linear in the length of the text.
    """
    found: list[Quotation] = []
    opened: list[tuple[str, int]] = []
    for match in _ANY.finditer(text):
        mark, position = match[0], match.start()
        may_close = (
            mark not in _SINGLE
            or text[position - 1 : position] in _BEFORE_CLOSING
            or text[position + 1 : position + 2] == ","
        )
        may_open = _opens(text, position) if mark in _STRAIGHT or mark in _TURNED else mark in _PAIRS
        partner = None
        if may_close and opened and not (may_open and mark in _STRAIGHT):
            partner = next((i for i in range(len(opened) - 1, -1, -1) if _closes(mark, opened[i][0])), None)
        if partner is not None:
            begin = opened[partner][1]
            del opened[partner:]
            while found and found[-1].start > begin:
                found.pop()
            found.append(Quotation(begin, position))
        elif may_open:
            if len(opened) >= _NESTED:
                del opened[0]
            opened.append((mark, position))
    return found


def _closes(mark: str, opening: str) -> bool:
    return (mark in _STRAIGHT and mark == opening) or mark in _PAIRS.get(opening, "")


def _opens(text: str, position: int) -> bool:
    """Whether a straight mark can only open: white space before it, none behind it, behind a single one a capital."""
    before, behind = text[max(0, position - 1) : position], text[position + 1 : position + 2]
    if before and not before.isspace() and before not in "([—–-":
        return False
    return behind.isupper() if text[position] == "'" else bool(behind) and not behind.isspace()
