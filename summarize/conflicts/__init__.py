"""Where sources contradict each other."""

from summarize.conflicts.find import find_conflicts
from summarize.conflicts.records import FoundConflict, Side

__all__ = ["FoundConflict", "Side", "find_conflicts"]
