"""The sentences of documents with their roles, for callers who want no brief: pages are measured through here."""

from summarize.segmentation import split_documents

__all__ = ["split_documents"]
