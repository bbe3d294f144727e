"""Several articles about one event in, one deduplicated and source-cited brief out."""

from summarize.checking import check
from summarize.errors import SummarizeError
from summarize.explanation import explain
from summarize.options import Options
from summarize.pipeline import summarize
from summarize.records.brief import Brief
from summarize.records.check import Check
from summarize.records.document import Document
from summarize.verification import verify

__version__ = "0.1.0"
__all__ = ["Brief", "Check", "Document", "Options", "SummarizeError", "check", "explain", "summarize", "verify"]
