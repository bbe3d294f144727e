"""The brief on a terminal: folded to a readable width, source numbers and conflicts in colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from summarize.records.brief import Brief, Conflict, Source
from summarize.rendering import conflicts, wording
from summarize.rendering.cleaning import clean, web_address
from summarize.rendering.sections import named_cells, sections

if TYPE_CHECKING:
    from rich.console import Console

MEASURE = 92
"""Columns at most: longer lines are hard to read."""

_TITLE, _HEADING, _NUMBER, _WARNING, _QUIET = "bold", "bold", "cyan", "bold yellow", "dim"

# Columns to indent by, then pieces of text, each with its style.
Line: TypeAlias = tuple[int, list[tuple[str, str]]]
_BLANK: Line = (0, [])


def print_brief(brief: Brief, console: Console) -> None:
    """Print the brief for a person to read.

    Nothing in a source's text is taken for console markup, an emoji code or a terminal escape sequence.
    """
    print_lines(_lines(brief), console)


def print_lines(lines: Iterable[Line], console: Console) -> None:
    """Print lines folded to a readable width, with nothing in them taken for markup."""
    from rich.text import Text

    width = min(console.width, MEASURE)
    for indent, pieces in lines:
        # Text.assemble reads no markup, and a Text is not searched for emoji codes either.
        text = Text.assemble(*pieces)
        # An address stays in one piece, so that it can be clicked and copied.
        folded = text.wrap(console, max(width - indent, 1)) if " " in text.plain else [text]
        for line in folded:
            line.rstrip()
            console.print(Text(" " * indent).append_text(line), highlight=False, soft_wrap=True)


def _lines(brief: Brief) -> Iterator[Line]:
    beside, elsewhere = conflicts.placed(brief)
    yield 0, [(wording.heading(brief), _TITLE)]
    for told in filter(None, [wording.query(brief), wording.since(brief)]):
        yield 0, [(told, _QUIET)]
    for sentence, disputed in zip(brief.sentences, beside, strict=True):
        yield _BLANK
        numbers = (wording.references(sentence), _NUMBER)
        status = [(f"{told}: ", _HEADING)] if (told := wording.status(sentence)) else []
        yield 0, [*status, (f"{clean(sentence.text)} ", ""), numbers, (wording.voices_mark(sentence), _QUIET)]
        if sentence.notes:
            yield 4, [(wording.notes(sentence), _QUIET)]
        for conflict in disputed:
            yield 4, [(f"{conflicts.label(conflict)}: ", _WARNING), (conflicts.line(conflict), "")]
    if elsewhere:
        yield _BLANK
        yield 0, [(conflicts.ELSEWHERE, _WARNING)]
        listed, more = conflicts.shown(elsewhere)
        for conflict in listed:
            yield from _elsewhere(conflict, brief)
        if more:
            yield _BLANK
            yield 0, [(more, _QUIET)]
    for section in sections(brief):
        yield _BLANK
        yield 0, [(section.title, _HEADING)]
        if section.note:
            yield 0, [(section.note, _QUIET)]
        for row in section.rows:
            pieces: list[tuple[str, str]] = []
            for name, cell in named_cells(section, row):
                pieces += [(" · ", _QUIET)] * bool(pieces) + [(name, _QUIET), (cell, "")]
            yield 2, pieces
    yield _BLANK
    yield 0, [("Sources", _HEADING)]
    for source in brief.sources:
        yield from _source(source)
    yield _BLANK
    yield 0, [(f"{wording.extent(brief)} {wording.left_out(brief)}", _QUIET)]


def _elsewhere(conflict: Conflict, brief: Brief) -> Iterator[Line]:
    """A conflict with the words it was found in: no sentence of the brief tells what it is about."""
    yield _BLANK
    yield 0, [(conflicts.line(conflict), "")]
    for value in conflicts.words(conflict):
        yield 4, [(wording.mark(value.source, value.page), _NUMBER), (f" {clean(value.quote)}", "")]


def _source(source: Source) -> Iterator[Line]:
    told = wording.source_details(source)
    yield 0, [(f"[{source.number}]", _NUMBER), (f" {' · '.join(told)}", ""), (wording.marks_suffix(source), _QUIET)]
    if address := clean(source.url or ""):
        link = f"link {safe}" if (safe := web_address(source.url)) else ""
        yield 4, [(address, f"{_QUIET} {link}".strip())]
