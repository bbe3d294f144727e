"""Where a text's paragraphs are: one a line, or hard-wrapped lines that belong together."""

from __future__ import annotations

import re
from itertools import pairwise

from summarize.records.document import Block

# Everything str.splitlines breaks at, so that no sentence holds a character a reader would see as a line end.
_LINE = re.compile("[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_BREAKS = re.compile("[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?:;…。！？।۔؟]['\"”’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•–—·>#|]|\(?\w{1,3}[.)])\s")
_STARTS = re.compile(r"[^\W\d_]{2}|[^\W\d_] |[,;)]")
_FIRST_WORD = re.compile(r"([^\W\d_]{2,})[ ,]|a ")

WRAP_WIDTHS = (40, 100)
"""Shortest and longest column at which plain text is wrapped by mail programs, terminals and typists."""


def guess_blocks(text: str) -> list[Block]:
    """The paragraphs of a text in order, without white space around them; blank lines separate them always.

    Text taken from web pages has one paragraph a line. Mail and manual pages break lines in mid-sentence; there, lines
    are joined up to the next blank line, list item or short line. Which of the two is decided once for each text.
    """
    lines: list[Block] = []
    for match in _LINE.finditer(text):
        content = match[0].strip("\ufeff\u200b" + _WHITE)
        if content:
            start = match.start() + match[0].index(content[0])
            lines.append(Block(start, start + len(content)))
    joints = [_is_single_break(text, a.end, b.start) for a, b in pairwise(lines)]
    width = _wrap_width(text, lines, joints)
    blocks: list[Block] = []
    for i, line in enumerate(lines):
        if i and joints[i - 1] and _joined(text, lines[i - 1], line, width):
            blocks[-1] = Block(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return blocks


def unbroken(text: str) -> str:
    """The same text, character for character, with a space in the place of every line end."""
    return _BREAKS.sub(" ", text)


_WHITE = "".join(chr(i) for i in range(0x3001) if chr(i).isspace())


def _is_single_break(text: str, start: int, end: int) -> bool:
    gap = text[start:end].strip(" \t\xa0")
    return gap in ("\n", "\r\n", "\r")


def _wrap_width(text: str, lines: list[Block], joints: list[bool]) -> int:
    """The column a text is wrapped at, 0 if its lines are whole paragraphs."""
    lengths = sorted(line.end - line.start for line in lines)
    if len(lines) < 4 or not sum(joints):
        return 0
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if not WRAP_WIDTHS[0] <= width <= WRAP_WIDTHS[1] or lengths[-1] > 1.5 * WRAP_WIDTHS[1]:
        return 0
    full = continued = 0
    for (a, b), joint in zip(pairwise(lines), joints, strict=True):
        if joint and a.end - a.start > 0.6 * width:
            full += 1
            continued += _continues(text, b.start) and not _SENTENCE_END.search(text, max(a.start, a.end - 8), a.end)
    return width if full >= 2 and continued >= 0.4 * full else 0


def _continues(text: str, start: int) -> bool:
    """Whether a line begins as no sentence does where letters have two sizes: with a small one, or inside a clause."""
    found = _STARTS.match(text, start)
    return found is not None and not any(map(str.isupper, found[0]))


def _begins_small(text: str, start: int) -> bool:
    """Whether a line begins with a word in small letters."""
    found = _FIRST_WORD.match(text, start)
    return found is not None and found[0].islower()


def _joined(text: str, line: Block, following: Block, width: int) -> bool:
    """Whether a sentence may run on from one line into the next."""
    ends = _SENTENCE_END.search(text, max(line.start, line.end - 8), line.end)
    length = line.end - line.start
    if not width:
        # Links and italics sometimes break a line of web text in mid-sentence; the small letter gives it away.
        goes_on = not ends and length >= 25 and not text[line.start].islower()
        return goes_on and _begins_small(text, following.start)
    if _ITEM.match(text, following.start):
        return False
    if _continues(text, following.start) and not ends:
        return True
    return length > 0.6 * width
