"""Sources of all formats, as documents."""

from summarize.reading.registry import Settings
from summarize.reading.sources import Reading, articles_in, count_files, read_contents, read_records, read_sources
from summarize.reading.unpacking import Limits

__all__ = [
    "Limits",
    "Reading",
    "Settings",
    "articles_in",
    "count_files",
    "read_contents",
    "read_records",
    "read_sources",
]
