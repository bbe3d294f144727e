"""Several articles about one event in, one deduplicated and source-cited brief out."""

from summarize.brief import Brief
from summarize.document import Document
from summarize.errors import SummarizeError
from summarize.options import Options
from summarize.pipeline import summarize

__version__ = "0.1.0"
__all__ = ["Brief", "Document", "Options", "SummarizeError", "summarize"]
