"""A draft held against its sources, sentence by sentence."""

from summarize.checking.check import check

__all__ = ["check"]
