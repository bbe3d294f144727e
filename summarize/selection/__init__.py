"""Which claims the brief tells, by which sentence, and in which order."""

from summarize.selection.novelty import FoundChange, Novelty
from summarize.selection.records import Choice, FoundNote, Selection
from summarize.selection.relevance import Relevance, read_question
from summarize.selection.select import select

__all__ = ["Choice", "FoundChange", "FoundNote", "Novelty", "Relevance", "Selection", "read_question", "select"]
