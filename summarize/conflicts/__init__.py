"""Where sources contradict each other."""

from summarize.conflicts.contradictions import (
    CERTAIN,
    MIN_CONTRADICTS,
    MIN_SAME_FACT,
    SURELY_CONTRADICTS,
    contradictions,
)
from summarize.conflicts.departures import gives_another_figure, is_reversed
from summarize.conflicts.find import find_conflicts
from summarize.conflicts.grounds import has_grounds
from summarize.conflicts.notices import find_noted
from summarize.conflicts.records import FoundConflict, Side, contradicting_documents
from summarize.conflicts.restated import find_restated
from summarize.conflicts.status import Update, current_side, newest_side, status_of, updates, when_published
from summarize.conflicts.tolls import Counts, find_tolls

__all__ = [
    "CERTAIN",
    "MIN_CONTRADICTS",
    "MIN_SAME_FACT",
    "SURELY_CONTRADICTS",
    "Counts",
    "FoundConflict",
    "Side",
    "Update",
    "contradicting_documents",
    "contradictions",
    "current_side",
    "find_conflicts",
    "find_noted",
    "find_restated",
    "find_tolls",
    "gives_another_figure",
    "has_grounds",
    "is_reversed",
    "newest_side",
    "status_of",
    "updates",
    "when_published",
]
