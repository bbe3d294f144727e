"""Files, folders, standard input and JSON lines, as documents."""

from summarize.reading.sources import Reading, read_contents, read_sources

__all__ = ["Reading", "read_contents", "read_sources"]
