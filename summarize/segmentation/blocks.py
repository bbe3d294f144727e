"""Where a text's paragraphs are: one a line, or hard-wrapped lines that belong together."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from summarize.records.document import Block

# Everything str.splitlines breaks at, so that no sentence holds a character a reader would see as a line end.
_LINE = re.compile("[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_BREAKS = re.compile("[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?:;…。！？।۔؟]['\"”’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•–—·>#|]|\(?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,3})[.)])\s")
_SENTENCE_INSIDE = re.compile(r"[.!?…।۔؟]['\"”’»)\]]* +\w")
_LINE_END = re.compile("\r\n|\n|\r")
_STARTS = re.compile(r"[^\W\d_]{2}|[^\W\d_] |[,;)]")
_FIRST_WORD = re.compile(r"([^\W\d_]{2,})[ ,]|a ")

WRAP_WIDTHS = (40, 100)
"""Shortest and longest column at which plain text is wrapped by mail programs, terminals and typists."""
FEW_LINES = 4
"""Fewer tell that a text is wrapped only where each of them goes on in the next."""


def guess_blocks(text: str) -> list[Block]:
    """The paragraphs of a text in order, without white space around them.

    Text taken from web pages has one paragraph a line. Mail and manual pages break lines in mid-sentence; there, lines
    are joined up to the next blank line, list item or short line. Some extractors and mail programs write a blank line
    behind every line of such a text; there, up to a wider gap. Which it is is decided once for each text.
    """
    lines: list[Block] = []
    for match in _LINE.finditer(text):
        content = match[0].strip("\ufeff\u200b" + _WHITE)
        if content:
            start = match.start() + match[0].index(content[0])
            lines.append(Block(start, start + len(content)))
    gaps = [_line_ends(text, a.end, b.start) for a, b in pairwise(lines)]
    spacing, width = _wrapping(text, lines, gaps)
    blocks: list[Block] = []
    for i, line in enumerate(lines):
        if i and 0 < gaps[i - 1] <= spacing and _joined(text, lines[i - 1], line, width):
            blocks[-1] = Block(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return blocks


def unbroken(text: str) -> str:
    """The same text, character for character, with a space in the place of every line end."""
    return _BREAKS.sub(" ", text)


_WHITE = "".join(chr(i) for i in range(0x3001) if chr(i).isspace())


def _line_ends(text: str, start: int, end: int) -> int:
    """How many line ends stand between two lines, 0 where there is anything but these and spaces."""
    ends, others = _LINE_END.subn("", text[start:end])
    return 0 if ends.strip(" \t\xa0") else others


def _wrapping(text: str, lines: list[Block], gaps: list[int]) -> tuple[int, int]:
    """From how many line ends on a gap parts paragraphs, less one, and the column a text is wrapped at: (1, 0) if its
    lines are whole paragraphs.
    """
    if width := _wrap_width(text, lines, gaps, 1):
        return 1, width
    usual = max(Counter(gaps).items(), key=lambda counted: (counted[1], -counted[0]), default=(0, 0))[0]
    width = _wrap_width(text, lines, gaps, usual) if usual > 1 else 0
    return (usual, width) if width else (1, 0)


def _wrap_width(text: str, lines: list[Block], gaps: list[int], spacing: int) -> int:
    """The column a text is wrapped at if so many line ends stand between lines, 0 if its lines are whole paragraphs.

    Blank lines stand between paragraphs as a rule: that they stand between lines has to be plainer.
    """
    lengths = sorted(line.end - line.start for line in lines)
    few = len(lines) < FEW_LINES
    if spacing not in gaps:
        return 0
    width = lengths[-1] if few else lengths[int(0.95 * (len(lengths) - 1))]
    if not WRAP_WIDTHS[0] <= width <= WRAP_WIDTHS[1] or lengths[-1] > 1.5 * WRAP_WIDTHS[1]:
        return 0
    full = continued = long = 0
    for (a, b), gap in zip(pairwise(lines), gaps, strict=True):
        if gap == spacing and a.end - a.start > 0.6 * width:
            full += 1
            long += a.end - a.start > 0.8 * width
            continued += _continues(text, b.start) and not _SENTENCE_END.search(text, max(a.start, a.end - 8), a.end)
    if spacing > 1 and (long < 0.6 * gaps.count(spacing) or not _any_inside(text, lines)):
        return 0
    if few:
        return width if continued == full >= min(spacing, 2) else 0
    return width if full >= 2 and continued >= (0.4 if spacing == 1 else 0.5) * full else 0


def _any_inside(text: str, lines: list[Block]) -> bool:
    """Whether a sentence ends inside a line, as in prose and not in a list of things."""
    return any(_SENTENCE_INSIDE.search(text, line.start, line.end) for line in lines)


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
