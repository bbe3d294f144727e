"""Sentences: splitting with exact offsets, what each sentence is good for, tokens."""

from summarize.segmentation.segment import split_documents

__all__ = ["split_documents"]
