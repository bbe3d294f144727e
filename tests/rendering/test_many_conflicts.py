"""Of hundreds of disagreements a brief shows a few and says how many more there are."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from summarize.records.brief import Brief, Conflict, ConflictStatus, ConflictValue
from summarize.rendering import Format, render


def disputed(values: list[str], sources: list[int], newest: int | None = None) -> Conflict:
    """A conflict of no sentence of the brief, in which every source gives a value of its own."""
    given = zip(values, sources, strict=True)
    said = (ConflictValue(value, source, 0, 1, f"It was {value}.") for value, source in given)
    return Conflict("number", (), tuple(said), newest, ConflictStatus.DISPUTE)


def crowded(brief: Brief) -> Brief:
    """The brief with 300 sources more."""
    numbers = range(len(brief.sources) + 1, len(brief.sources) + 301)
    further = (replace(brief.sources[0], number=number, id=f"s{number}.txt") for number in numbers)
    return replace(brief, sources=(*brief.sources, *further))


READ = [Format.TEXT, Format.MARKDOWN, Format.HTML]


def told(brief: Brief, format: Format) -> str:
    """The brief in this format, without the marks in what it quotes."""
    return re.sub("</?mark>", "", render(brief, format))


def crates(shown: str) -> set[int]:
    return {int(number) for number in re.findall(r"(\d+) crates", shown)}


@pytest.mark.parametrize("format", READ)
def test_conflicts_below_a_brief_are_counted_where_they_are_many(ferry: Brief, format: Format) -> None:
    many = tuple(disputed([f"{n} crates", f"{n} boxes"], [1, 2]) for n in range(1000, 1500))
    shown = told(replace(ferry, conflicts=many), format)
    assert crates(shown) == set(range(1000, 1012))
    assert "488 more disagreements not shown here, but in JSON." in shown


@pytest.mark.parametrize("format", READ)
def test_sources_and_values_of_a_conflict_are_counted_where_they_are_many(ferry: Brief, format: Format) -> None:
    brief = crowded(ferry)
    numbers = [source.number for source in brief.sources[-300:]]
    alike = disputed(["12 crates"] * 299 + ["13 crates"], numbers)
    shown = told(replace(brief, conflicts=(alike,)), format)
    assert "and 291 more" in shown
    assert shown.count("It was 12 crates.") == (8 if format is Format.HTML else 1)
    differing = disputed([f"{n + 1000} crates" for n in numbers], numbers, newest=numbers[-1])
    shown = told(replace(brief, conflicts=(differing,)), format)
    assert "and 292 more" in shown
    assert crates(shown) == {n + 1000 for n in (*numbers[:7], numbers[-1])}


def test_json_has_them_all(ferry: Brief) -> None:
    brief = crowded(ferry)
    numbers = [source.number for source in brief.sources[-300:]]
    conflict = disputed([f"{n} crates" for n in numbers], numbers)
    data = json.loads(render(replace(brief, conflicts=(conflict,) * 40), Format.JSON))
    assert [len(found["values"]) for found in data["conflicts"]] == [300] * 40
