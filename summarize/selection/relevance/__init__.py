"""Which sentences answer a question that is asked of the sources."""

from summarize.selection.relevance.choice import choose_answers
from summarize.selection.relevance.question import Question, read_question
from summarize.selection.relevance.relevance import Relevance

__all__ = ["Question", "Relevance", "choose_answers", "read_question"]
