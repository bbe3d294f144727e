"""Where texts come from: which are copies of each other, and which documents do not belong with the others."""

from summarize.provenance.copies import Copies, find_copies
from summarize.provenance.outliers import without_outliers

__all__ = ["Copies", "find_copies", "without_outliers"]
