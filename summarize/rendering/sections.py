"""What a brief tells beside its sentences, as lists and tables that every format writes in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.records.brief import Brief
from summarize.rendering.cleaning import clean
from summarize.rendering.wording import brackets

UNREPEATED = "Not repeated by newer sources"


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a source, what is said about them in words of ours, and numbers of sources; each may be empty."""

    words: str = ""
    said: str = ""
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A list, or a table where it has columns; a row of a list is a few cells one behind the other."""

    name: str
    """For links: small letters, no blank."""
    title: str
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[str, ...] = ()
    note: str = ""
    """A line in words of ours beneath the title."""


def sections(brief: Brief) -> Iterator[Section]:
    """The sections of a brief that were asked for, in the order in which they are shown."""
    if brief.since and brief.since.unrepeated:
        rows = (
            (Cell(claim.text, "" if claim.sources else "(its source is not given or left out now)", claim.sources),)
            for claim in brief.since.unrepeated
        )
        yield Section("unrepeated", UNREPEATED, tuple(rows))


def named_cells(section: Section, row: Sequence[Cell]) -> list[tuple[str, str]]:
    """For formats without tables: the cells of a row that hold something, each on one line with its column before it;
    the first has no need of one.
    """
    named = zip(("", *section.columns[1:]) if section.columns else [""] * len(row), row, strict=True)
    shown = ((f"{name}: " if name else "", plain(cell)) for name, cell in named)
    return [(name, told) for name, told in shown if told]


def plain(cell: Cell) -> str:
    """A cell on one line."""
    return " ".join(filter(None, (clean(cell.words), clean(cell.said), brackets(cell.sources))))
