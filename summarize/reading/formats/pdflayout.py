"""From lines on pages to paragraphs: columns, running heads, line ends, hyphens. No rule looks at a word's meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from summarize.records.document import Block, BlockRole

_EDGE = 0.12
"""Share of the height of a page, at its head and at its foot, where running heads and page numbers stand."""
_MIN_COLUMN_LINES = 3
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


def lay_out(pages: Sequence[Page]) -> tuple[str, tuple[Block, ...], str | None]:
    """The text of pages, its blocks, and its title: the first of the largest headings of the first page with any.

    Running heads and page numbers are left out, columns are read one after the other, line ends inside a paragraph are
    spaces, words divided at a line end are whole again. Paragraphs are set apart by blank lines.
    """
    columns = [column for page in _without_running_heads(pages) for column in _columns(page)]
    lines = [line for column in columns for line in column]
    if not lines:
        return "", (), None
    usual = median(height for line in lines for height in [line.height] * len(line.text))
    known = Counter(word for line in lines for word in re.findall(r"\w+(?:-\w+)+", line.text))
    pieces: list[str] = []
    blocks: list[Block] = []
    title, largest, length = None, _LARGER * usual, 0
    for paragraph in _paragraphs(columns, usual):
        text = _text(paragraph, known)
        heading = paragraph[0].height >= _LARGER * usual
        blocks.append(Block(length, length + len(text), BlockRole.HEADING if heading else BlockRole.PARAGRAPH))
        pieces.append(text)
        length += len(text) + 2
        if heading and paragraph[0].height > largest * 1.01:
            title, largest = text, paragraph[0].height
    return "\n\n".join(pieces), tuple(blocks), title


def _without_running_heads(pages: Sequence[Page]) -> Iterator[list[Line]]:
    """The lines of each page without what stands at the edge of several pages, figures aside, and lone figures there."""

    def edge(page: Page, line: Line) -> tuple[bool, str] | None:
        if _EDGE * page.height < line.bottom and line.top < (1 - _EDGE) * page.height:
            return None
        return line.bottom > page.height / 2, _NUMBER.sub("#", line.text)

    seen = Counter(found for page in pages for found in {edge(page, line) for line in page.lines})
    for page in pages:
        kept = []
        for line in page.lines:
            found = edge(page, line)
            if found is None or (seen[found] == 1 and any(map(str.isalpha, line.text))):
                kept.append(line)
        yield kept


def _columns(lines: list[Line]) -> list[list[Line]]:
    """The lines from top to bottom, where a gap parts columns the left one first. What runs across the gap divides the
    columns into those above and those below it.
    """
    lines = sorted(lines, key=lambda line: (-line.top, line.left))
    gap = _gap(lines)
    if gap is None:
        return [lines] if lines else []
    found: list[list[Line]] = []
    across: list[Line] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in [*lines, None]:
        crosses = line is not None and _crosses(line, gap)
        if (line is None or crosses) and any(sides):
            found += [column for side in sides for column in _columns(side)]
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
    best: tuple[float, float] | None = None
    for place in sorted({line.right + line.height / 2 for line in lines}):
        crossing = sum(_crosses(line, place) for line in lines)
        left = sum(line.right < place and not _crosses(line, place) for line in lines)
        if min(left, len(lines) - left - crossing) < _MIN_COLUMN_LINES or crossing > _MAX_CROSSING * len(lines):
            continue
        if best is None or crossing < best[0]:
            best = crossing, place
    return None if best is None else best[1]


def _crosses(line: Line, place: float) -> bool:
    return line.left < place + line.height / 2 and line.right > place - line.height / 2 + 0.01


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
            else:  # a paragraph goes on in the next column or on the next page where its line is full and no sentence ends
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
    return (
        not _differ(before, line)
        and not _SENTENCE_END.search(before.text)
        and not _ends_early(before, line, right)
    )


def _differ(before: Line, line: Line) -> bool:
    return not 1 / _LARGER < before.height / line.height < _LARGER


def _ends_early(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would have found room at the end of the line before it."""
    if _HYPHEN.search(before.text):
        return False
    word = len(line.text.split(maxsplit=1)[0]) + 1
    width = word * (line.right - line.left) / len(line.text)
    return before.right + width + _ROOM[bool(_SENTENCE_END.search(before.text))] * line.height < right


def _text(paragraph: Iterable[Line], known: Counter[str]) -> str:
    """The lines as one. Of a word divided at a line end the hyphen goes, unless the word is also written with it inside
    a line, or what follows is no small letter.
    """
    text = ""
    for line in paragraph:
        if not _HYPHEN.search(text):
            text += f" {line.text}" if text else line.text
            continue
        whole = re.split(r"\s", text)[-1] + line.text.split(maxsplit=1)[0]
        kept = text.endswith("-") and (not line.text[0].islower() or whole.rstrip(".,;:!?'\"»”’)") in known)
        text = (text if kept else text[:-1]) + line.text
    return text
