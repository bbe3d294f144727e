"""What a brief tells beside its sentences, as lists and tables that every format writes in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.records.brief import Brief
from summarize.records.views import Coverage, CoverageRow, Figure, FigureStatus, Stance, Tie, Tied, TimelineEntry
from summarize.rendering.cleaning import clean
from summarize.rendering.wording import brackets, written

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
    """None where the note says why."""
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
    if brief.coverage is not None:
        yield _coverage(brief, brief.coverage)
    if brief.timeline is not None:
        yield _timeline(brief.timeline)
    if brief.figures is not None:
        yield _figures(brief.figures)


_STANCES = {Stance.REPORTS: "yes", Stance.PARTLY: "in part", Stance.CONTRADICTS: "contradicts", Stance.LEAVES_OUT: "–"}


def _coverage(brief: Brief, coverage: Coverage) -> Section:
    numbers = [source.number for source in brief.sources if not source.off_topic]
    rows = []
    for row in coverage.rows:
        cells = (Cell(said=_STANCES[cell.stance]) for cell in row.cells)
        rows.append((Cell(brief.sentences[row.sentence - 1].text), *cells, Cell(said=_independent(row))))
    columns = ("Claim", *(f"[{number}]" for number in numbers), "Independent sources")
    return Section("coverage", "Who reports what", tuple(rows), columns, "; ".join(map(_tied, coverage.independent)))


def _independent(row: CoverageRow) -> str:
    """How many sources report a claim that are independent of each other, and how many say a part of it."""
    reporting, partly = (sum(cell.stance is stance for cell in row.cells) for stance in (Stance.REPORTS, Stance.PARTLY))
    if reporting == 1 and not partly:
        return "no other found"
    count = str(row.independent) if reporting == row.independent else f"{row.independent} of {reporting}"
    return f"{count}; in part {partly}" if partly else count


def _timeline(entries: Sequence[TimelineEntry]) -> Section:
    rows = (
        (Cell(said=written(entry.date)), Cell(entry.said[0].quote, sources=tuple(said.source for said in entry.said)))
        for entry in entries
    )
    note = "" if entries else "No source says with certainty when anything happened."
    return Section("timeline", "When what happened", tuple(rows), ("Date", "What"), note)


def _figures(found: Sequence[Figure]) -> Section:
    rows = (
        (
            Cell(value.value, sources=tuple(said.source for said in value.said)),
            Cell(figure.counted),
            Cell(said="" if value.status is FigureStatus.CURRENT else value.status),
            Cell(said=written(value.as_of) if value.as_of else ""),
            Cell(value.by.words if value.by else "", f"({value.by.kind})" if value.by else ""),
            Cell(value.said[0].quote),
        )
        for figure in found
        for value in figure.values
    )
    columns = ("Figure", "Counted", "Status", "As of", "Who says so", "In the words of the first source")
    return Section("figures", "Figures", tuple(rows), columns, "" if found else "No source gives a figure.")


def _tied(tied: Tied) -> str:
    """Why sources are one, such as "[1][3] are one source: both credit Reuters"."""
    name = clean(tied.name or "")
    why = {
        Tie.COPY: "copies of one report",
        Tie.AGENCY: f"they credit {name}",
        Tie.PUBLISHER: f"of one publisher ({name})",
    }
    return f"{brackets(tied.sources)} count as one: {why[tied.why]}"


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
