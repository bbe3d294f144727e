"""Where sources contradict each other."""

from summarize.claims.conflicts.find import find_conflicts
from summarize.claims.conflicts.values import FoundConflict, Side

__all__ = ["FoundConflict", "Side", "find_conflicts"]
