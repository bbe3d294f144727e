"""What a brief tells beside its sentences, where it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints


class SentenceStatus(StrEnum):
    """What a sentence is against an earlier brief."""

    NEW = "new"
    """No source of the earlier brief says it; where one says otherwise, they dispute."""
    CONFIRMED = "confirmed"
    """One does, and an independent source that the earlier brief did not have says it since."""
    CHANGED = "changed"
    """It replaces what a source of the earlier brief says."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A value, and the span of a source that gives it: `document.text[start:end] == quote`, always."""

    value: str
    source: int
    """Number of the source, as in `Source.number`."""
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Change:
    """A figure or state that a newer source has replaced."""

    claim: int
    """Id of the claim that tells how it stands now."""
    earlier: Statement
    newer: Statement


@dataclass(frozen=True, slots=True)
class Unrepeated:
    """A claim that the earlier brief told and no newer source repeats."""

    claim: int
    text: str
    """As the earlier brief told it."""
    sources: tuple[int, ...]
    """Numbers of the sources that state it; none where they are not given any more."""


@dataclass(frozen=True, slots=True)
class Since:
    """What has become of an earlier brief. Claims keep their ids from brief to brief where their members do."""

    title: str | None
    """That of the earlier brief."""
    sha256: str
    """SHA-256 of the earlier brief as `summarize -f json` writes it."""
    newer: tuple[int, ...]
    """Numbers of the sources that it did not have."""
    revised: tuple[int, ...]
    """Numbers of the sources that it had with another text."""
    missing: tuple[str, ...]
    """Ids of its sources that are not given any more."""
    new: tuple[int, ...]
    """Ids of the claims that none of its sources states, told here or not."""
    confirmed: tuple[int, ...]
    """Ids of the claims that another independent source states since, told here or not."""
    disputed: tuple[int, ...]
    """Ids of the claims of which a source says otherwise since, without replacing them."""
    changed: tuple[Change, ...]
    unrepeated: tuple[Unrepeated, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked of the sources."""

    text: str
    """As far as it was read, on one line."""
    answered: bool
    """Whether any sentence of the sources is taken to answer it."""
    cut: bool = False
    """Whether it was longer than that."""
    language: str = ""
    """ISO 639 code of the language it was read as."""
    foreign: bool = False
    """Whether no source is in that language."""


class View(StrEnum):
    """What can be asked for beside the sentences; each is a field of the brief of the same name."""

    COVERAGE = "coverage"
    TIMELINE = "timeline"
    FIGURES = "figures"


class Stance(StrEnum):
    """What a source does with a claim."""

    REPORTS = "reports"
    PARTLY = "partly"
    """It says a part of it, or tells of the same fact without being found to say all of it."""
    CONTRADICTS = "contradicts"
    LEAVES_OUT = "leaves out"
    """No sentence was found in it that says it or a part of it; it may say it in words that were not recognised."""


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One source on one claim."""

    source: int
    stance: Stance
    start: int | None = None
    end: int | None = None
    """Where it says so; None where it leaves it out."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What every source on topic does with the claim of a sentence of the brief."""

    claim: int
    sentence: int
    """Number of the sentence, counted from 1."""
    independent: int
    """How many of the sources that report it are independent, by `Coverage.independent`."""
    cells: tuple[CoverageCell, ...]
    """By the number of the source."""


class Tie(StrEnum):
    """Why sources are one."""

    COPY = "copy"
    """One repeats the other nearly word for word."""
    AGENCY = "agency"
    """They credit the same agency."""
    PUBLISHER = "publisher"
    """They are of one publisher, by name or by domain."""


@dataclass(frozen=True, slots=True)
class Tied:
    """Sources that are one voice, and why."""

    sources: tuple[int, ...]
    why: Tie
    name: str | None = None
    """Of the agency, the publisher or the domain."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Claim by source: who reports it, who a part of it, who contradicts it, who leaves it out."""

    rows: tuple[CoverageRow, ...]
    """One for every sentence of the brief, in its order."""
    independent: tuple[Tied, ...]
    """Which sources are no independent ones, and why; all others are."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span of a source: `document.text[start:end] == quote`, always."""

    source: int
    start: int
    end: int
    quote: str


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that happened, by the day on which it did."""

    date: str
    """In ISO 8601: 2029-11-13, 2029-11 or 2029."""
    precision: Precision
    claim: int
    said: tuple[Quotation, ...]
    """A sentence of every source that dates it so; the first is the one to show."""


class Authority(StrEnum):
    """Who a figure is from, as the sentence that gives it says."""

    OFFICIAL = "official"
    AGENCY = "agency"
    WITNESS = "witness"
    UNNAMED = "unnamed"
    OTHER = "other"
    """Somebody else who is named."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """The words that say who a figure is from, and what he is."""

    kind: Authority
    words: str


class FigureStatus(StrEnum):
    """How a figure stands against others for the same thing."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    """A newer source has replaced it, or the source that gives it calls it a former one."""
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class FigureValue:
    """One value of a quantity."""

    value: str
    """As its first source writes it, the words that bend it included: at least 27 people."""
    status: FigureStatus
    as_of: str | None
    """The day for which it is given, or else that on which the newest source for it was published."""
    by: Attributed | None
    """None where the sentence says it is from nobody."""
    said: tuple[Quotation, ...]
    """A sentence of every source that gives it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity, and every value that the sources give for it."""

    claim: int
    counted: str
    """What is counted and what happened to it: people hurt. Empty where that is no count."""
    dimension: str
    """count, percent, usd, length ..."""
    values: tuple[FigureValue, ...]
    """Those that hold first."""


def rebuilt(kind: Any, data: Any) -> Any:
    """A view, or a part of one, from what JSON makes of it; fields that are unknown are left out.

    Raises TypeError, KeyError or ValueError for what is none.
    """
    parts = get_args(kind)
    if type(None) in parts:
        return None if data is None else rebuilt(next(part for part in parts if part is not type(None)), data)
    if parts:
        return tuple(rebuilt(parts[0], item) for item in data)
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: rebuilt(hint, data[name]) for name, hint in _fields(kind).items() if name in data})
    if not isinstance(data, kind) and not issubclass(kind, StrEnum):
        raise TypeError(f"{data!r} is no {kind.__name__}")
    return kind(data)


@cache
def _fields(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
