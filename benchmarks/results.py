"""What a run of the quality benchmark found."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.cases import CaseResults, PairResults
from benchmarks.rouge import RougeScores
from benchmarks.scoring import Counts, figures, total


@dataclass(frozen=True, slots=True)
class EventResults:
    """All systems on one set of annotated events."""

    invented: bool
    events: int
    articles: int
    sentences: int
    max_words: int
    counts: dict[str, list[Counts]]
    """System to its counts, one for each event."""

    def figures(self, system: str) -> dict[str, float]:
        return {name: float(value) for name, value in figures(total(self.counts[system])).items()}


@dataclass(frozen=True, slots=True)
class RougeResults:
    """All systems on clusters with a human summary."""

    clusters: int
    articles: int
    max_words: int
    scores: dict[str, RougeScores]


@dataclass(frozen=True, slots=True)
class Results:
    events: list[EventResults]
    rouge: RougeResults | None
    cases: CaseResults | None = None
    pairs: PairResults | None = None
