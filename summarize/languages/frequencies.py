"""How common the words of a language are in its news: in how many of some events their stems stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Counts of events, not of articles: the words of one much reported event are not common for that."""

    events: int = 0
    """Events that were looked at; 0 where there is no such table."""
    of: Mapping[str, int] = field(default_factory=dict)
    """Of stems that stand in several, in how many. Every other is rare."""


@cache
def read_frequencies(path: Path | None) -> Frequencies:
    """The table in a file: the number of events on its first line, then a count and the stems that have it on each."""
    if path is None:
        return Frequencies()
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    counted = (line.split() for line in lines)
    return Frequencies(int(first), {stem: int(count) for count, *stems in counted for stem in stems})
