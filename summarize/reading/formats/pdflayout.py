"""From lines on pages to paragraphs: columns, running heads, line ends, hyphens. No rule looks at a word's meaning."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median
from typing import NamedTuple

from summarize.records.document import Block, BlockRole

_EDGE = 0.12
"""Share of the height of a page, at its head and at its foot, where running heads and page numbers stand."""
_BLANK = 0.7
"""In heights of the letters, what is between them and the text."""
_MARGIN = 0.05
"""Share where nothing but them stands in letters smaller than usual: footnotes keep farther from the edge."""
_MIN_COLUMN_LINES = 3
_MAX_COLUMNS = 12
_MIN_GAP = 0.5
"""Between columns, in heights of the letters. A space between words is narrower, but there are none between lines."""
_MAX_CROSSING = 0.3
"""Share of the lines that may run across a gap between columns, as headlines do."""
_LARGER = 1.15
"""Letters larger than most by this are a heading's; lines that differ by it are no one paragraph."""
_WIDER = 1.35
"""A distance of lines larger than usual by this parts paragraphs."""
_INDENT = 0.8
_ROOM = (3.0, 0.5)
"""In heights of the letters, how much more than the next word must fit behind a line for its end to be meant: where no
sentence ends there, and where one does. Whoever breaks lines by width alone leaves less."""
_NUMBER = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?:…。！？]['\"»”’)\]]*$")
_HYPHEN = re.compile(r"(?<=\w)[-\u00ad\u2010]$")
_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and its box, in points from the left and the foot of its page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


class Page(NamedTuple):
    """A page and its lines in any order."""

    height: float
    lines: tuple[Line, ...]


class LaidOut(NamedTuple):
    """The text of pages and what is known of it."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    """The first of its largest headings."""
    pages: tuple[int, ...]
    """Where in the text each of them begins."""


def lay_out(pages: Sequence[Page]) -> LaidOut:
    """The text of pages, its blocks and its title.

    Running heads and page numbers are left out, columns are read one after the other, line ends inside a paragraph are
    spaces, words divided at a line end are whole again. Paragraphs are set apart by blank lines.
    """
    heights = [line.height for page in pages for line in page.lines for _ in line.text]
    usual = median(heights) if heights else 0.0
    columns_of = [_columns(page) for page in _without_running_heads(pages, usual)]
    columns = [column for page in columns_of for column in page]
    known = {word for column in columns for line in column for word in _words(line)}
    pieces: list[str] = []
    blocks: list[Block] = []
    starts: list[int] = []
    title, largest, length = None, _LARGER * usual, 0
    for paragraph in _paragraphs(columns, usual):
        lines = _joined(paragraph, known)
        text = "".join(lines)
        starts += accumulate(map(len, lines[:-1]), initial=length)
        heading = paragraph[0].height >= _LARGER * usual
        blocks.append(Block(length, length + len(text), BlockRole.HEADING if heading else BlockRole.PARAGRAPH))
        pieces.append(text)
        length += len(text) + 2
        if heading and paragraph[0].height > largest * 1.01:
            title, largest = text, paragraph[0].height
    whole = "\n\n".join(pieces)
    starts.append(len(whole))  # of pages without a line behind all others
    lines_before = accumulate((sum(map(len, page)) for page in columns_of[:-1]), initial=0)
    return LaidOut(whole, tuple(blocks), title, tuple(starts[lines] for lines in lines_before) if pages else ())


def _without_running_heads(pages: Sequence[Page], usual: float) -> Iterator[list[Line]]:
    """The lines of each page without those set apart at its edge that other pages have too, figures aside, without
    lone figures there, and without small letters in the margin. A page that has nothing else keeps them.
    """
    edges = [_edges(page) for page in pages]
    seen = Counter(found for edge in edges for found in set(edge.values()))
    for page, edge in zip(pages, edges, strict=True):
        kept = []
        for line in page.lines:
            apart = line in edge and (seen[edge[line]] > 1 or not any(map(str.isalpha, line.text)))
            inside = _MARGIN * page.height < line.bottom and line.top < (1 - _MARGIN) * page.height
            if not apart and (inside or line.height * _LARGER >= usual):
                kept.append(line)
        yield kept or list(page.lines)


def _edges(page: Page) -> dict[Line, tuple[bool, str]]:
    """The lines at the head and at the foot of a page that a blank line sets apart, and what tells them again."""
    found: dict[Line, tuple[bool, str]] = {}
    for foot in (False, True):
        rows = sorted(page.lines, key=lambda line: line.bottom, reverse=not foot)
        for count, (line, inner) in enumerate(pairwise(rows), start=1):
            if (line.top if foot else page.height - line.bottom) > _EDGE * page.height:
                break
            if (inner.bottom - line.top if foot else line.bottom - inner.top) > _BLANK * line.height:
                found |= {each: (foot, _NUMBER.sub("#", each.text)) for each in rows[:count]}
                break
    return found


def _columns(lines: list[Line], depth: int = 0) -> list[list[Line]]:
    """The lines from top to bottom, where a gap parts columns the left one first. What runs across the gap divides the
    columns into those above and those below it.
    """
    lines = sorted(lines, key=lambda line: (-line.top, line.left))
    gap = _gap(lines) if depth < _MAX_COLUMNS else None
    if gap is None:
        return [lines] if lines else []
    found: list[list[Line]] = []
    across: list[Line] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in [*lines, None]:
        crosses = line is not None and _crosses(line, gap)
        if (line is None or crosses) and any(sides):
            found += [column for side in sides for column in _columns(side, depth + 1)]
            sides = ([], [])
        elif not crosses and across:
            found.append(across)
            across = []
        if line is None:
            break
        (across if crosses else sides[line.left > gap]).append(line)
    return [*found, across] if across else found


def _gap(lines: Sequence[Line]) -> float | None:
    """The place from the left that the fewest lines cross, if columns stand on both sides of it."""
    begin = sorted(line.left - _MIN_GAP / 2 * line.height for line in lines)
    end = sorted(line.right + _MIN_GAP / 2 * line.height for line in lines)
    best: tuple[int, float] | None = None
    for place in end:
        left = bisect_right(end, place)
        right = len(lines) - bisect_left(begin, place)
        crossing = len(lines) - left - right
        if min(left, right) < _MIN_COLUMN_LINES or crossing > _MAX_CROSSING * len(lines):
            continue
        if best is None or crossing < best[0]:
            best = crossing, place
    return None if best is None else best[1]


def _crosses(line: Line, place: float) -> bool:
    """Whether a line has letters at this place or nearer to it than columns stand to each other."""
    near = _MIN_GAP / 2 * line.height
    return line.left - near < place < line.right + near


def _paragraphs(columns: Sequence[Sequence[Line]], usual: float) -> Iterator[list[Line]]:
    pitches = [a.bottom - b.bottom for column in columns for a, b in pairwise(column) if a.bottom > b.bottom]
    pitch = median(pitches) if pitches else usual
    paragraph: list[Line] = []
    end: tuple[Line, float] | None = None
    for column in columns:
        left, right = min(line.left for line in column), max(line.right for line in column)
        for index, line in enumerate(column):
            before = column[index - 1] if index else None
            if before is not None:
                parted = _parted(before, line, left, right, max(pitch, line.height), line.height >= _LARGER * usual)
            else:  # it goes on in the next column or on the next page where the line is full and no sentence ends
                parted = end is None or not _goes_on(*end, line)
            if parted and paragraph:
                yield paragraph
                paragraph = []
            paragraph.append(line)
        end = column[-1], right
    if paragraph:
        yield paragraph


def _parted(before: Line, line: Line, left: float, right: float, pitch: float, heading: bool) -> bool:
    """Whether a line begins a paragraph below another line of its column, which reaches from `left` to `right`."""
    indent = left + _INDENT * line.height
    return (
        _differ(before, line)
        or before.bottom - line.bottom > _WIDER * pitch
        or (line.left > indent >= before.left and not heading)
        or (not heading and _ends_early(before, line, right))
    )


def _goes_on(before: Line, right: float, line: Line) -> bool:
    return not _differ(before, line) and not _SENTENCE_END.search(before.text) and not _ends_early(before, line, right)


def _differ(before: Line, line: Line) -> bool:
    return not 1 / _LARGER < before.height / line.height < _LARGER


def _ends_early(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would have found room at the end of the line before it."""
    if _HYPHEN.search(before.text):
        return False
    word = len(line.text.split(maxsplit=1)[0]) + 1
    width = word * (line.right - line.left) / len(line.text)
    return before.right + width + _ROOM[bool(_SENTENCE_END.search(before.text))] * line.height < right


def _joined(paragraph: Sequence[Line], known: Set[str]) -> list[str]:
    """The lines, so written that one behind the other they are one text.

    Of a word divided at a line end the hyphen goes, unless no small letter follows, or the words that stand inside the
    lines (`known`) tell that it belongs there: with it, or its two halves but not the whole.
    """
    pieces = [paragraph[0].text]
    for before, line in pairwise(paragraph):
        if not _HYPHEN.search(before.text):
            pieces[-1] += " "
            pieces.append(line.text)
            continue
        one, other = _WORD.findall(before.text)[-1], (_WORD.match(line.text) or [""])[0]
        compound = f"{one}-{other}" in known or ({one, other} <= known and one + other not in known)
        if not before.text.endswith("-") or (line.text[0].islower() and not compound):
            pieces[-1] = pieces[-1][:-1]
        pieces.append(line.text)
    return pieces


def _words(line: Line) -> Iterator[str]:
    """The words of a line but one that goes on in the next."""
    words = _WORD.findall(line.text)
    yield from words[:-1] if _HYPHEN.search(line.text) else words
