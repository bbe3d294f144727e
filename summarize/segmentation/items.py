"""Items of lists, and lists that run inside a paragraph: "1. The bridge 2. The road"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKER = re.compile(
    r"(?:(?<=\s)|^)(?P<bullet>[•⁃·*-]\s?)?(?P<open>\()?(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))(?P<close>\.?\)|\.)\s"
)
_SENTENCE_BEFORE = re.compile(r"[.!?。！？][\"'”’»)\]]*\s*$")


_BULLET = r"(?:[•⁃▪●■○◦·]\s*|\*\s+|\[[ xX]\]\s+|>\s+)"
_HEAD = re.compile(rf"{_BULLET}?\(?(?:\d{{1,2}}|[a-z])(?:\.\)|[.)])\s+(?=[\w“\"‘'«„(])|{_BULLET}(?=\S)")
TICKER = re.compile(
    r"(?P<rule>[+*=#]{2,})\s*[^+*=#]{1,40}?\s*(?P=rule)\s+|[(\[]\w{0,3}\+[)\]]\s+|[+*=#]{3,}\s+"
    r"|(?:[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*)+"
)
"""How tickers, and offers for subscribers, mark a line in any language: "+++ EILMELDUNG +++", "(S+)", a red dot."""
_ORDINAL = re.compile(r"\d+\.\s")


class Item(NamedTuple):
    """Where the marker of a list's item stands."""

    start: int
    end: int


def find_items(text: str) -> Iterator[Item]:
    """The markers of the lists that run inside a paragraph, in order.

    A list begins at the head of the paragraph or behind the end of a sentence; every further marker looks the same and
    is the next. One marker alone is none, and what stands behind a colon belongs to the sentence that announces it.
    Linear in the length of the text.
    """
    first: Item | None = None
    style: tuple[str | None, ...] = ()
    value = 0
    for match in _MARKER.finditer(text):
        number = int(match["number"]) if match["number"] else ord(match["letter"]) - ord("a") + 1
        look = (
            match["bullet"] and match["bullet"].strip(),
            match["open"],
            match["close"],
            match["letter"] and "letter",
        )
        item = Item(match.start(), match.end())
        if number == value + 1 and look == style and value:
            if first:
                yield first
                first = None
            yield item
            value = number
        elif not match.start() or _SENTENCE_BEFORE.search(text, max(0, match.start() - 8), match.start()):
            first, style, value = item, look, number


def item_marker(sentence: str, ordinals: bool) -> int:
    """How many characters the number, letter, bullet or sign before an item takes; 0 where there is none.

    Where a figure with a full stop is an ordinal, as in "3. Oktober", it may be the first word of a sentence.
    """
    head = TICKER.match(sentence) or _HEAD.match(sentence)
    if not head or (ordinals and _ORDINAL.match(sentence)):
        return 0
    return head.end()
