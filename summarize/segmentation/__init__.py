"""From documents to sentences: splitting with exact offsets, and what each sentence is good for."""

from summarize.segmentation.segment import segment, split_documents

__all__ = ["segment", "split_documents"]
