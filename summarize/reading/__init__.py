"""Files, folders, standard input and JSON lines, as documents."""

from summarize.reading.sources import Reading, articles_in, read_contents, read_records, read_sources

__all__ = ["Reading", "articles_in", "read_contents", "read_records", "read_sources"]
