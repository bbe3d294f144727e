"""Where texts come from: which are copies of each other, and which documents do not belong with the others."""

from summarize.provenance.copies import Copies, find_copies
from summarize.provenance.earlier import Earlier, find_earlier
from summarize.provenance.listing import list_sources
from summarize.provenance.outliers import without_outliers

__all__ = ["Copies", "Earlier", "find_copies", "find_earlier", "list_sources", "without_outliers"]
