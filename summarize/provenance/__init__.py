"""Where texts come from: which documents are copies of each other, and which do not belong with the others."""

from summarize.provenance.copies import find_voices
from summarize.provenance.outliers import find_off_topic

__all__ = ["find_off_topic", "find_voices"]
