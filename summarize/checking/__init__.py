"""A draft held against its sources, sentence by sentence."""

from summarize.checking.check import check
from summarize.checking.draft import refuse_long

__all__ = ["check", "refuse_long"]
