"""Which claims the brief tells, by which sentence, and in which order."""

from summarize.selection.records import Choice, Findings, Selection
from summarize.selection.select import select
from summarize.selection.title import choose_title, find_headlines

__all__ = ["Choice", "Findings", "Selection", "choose_title", "find_headlines", "select"]
