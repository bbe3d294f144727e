"""Where sources contradict each other."""

from summarize.conflicts.contradictions import MIN_CONTRADICTS, MIN_SAME_FACT, contradictions
from summarize.conflicts.find import find_conflicts
from summarize.conflicts.records import FoundConflict, Side, contradicting_documents
from summarize.conflicts.status import newest_side, status_of

__all__ = [
    "MIN_CONTRADICTS",
    "MIN_SAME_FACT",
    "FoundConflict",
    "Side",
    "contradicting_documents",
    "contradictions",
    "find_conflicts",
    "newest_side",
    "status_of",
]
