"""What a brief can tell beside its sentences: each a function that gives a part of the same record."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from summarize.records.brief import Brief
from summarize.records.corpus import Corpus
from summarize.records.views import View
from summarize.views.coverage import coverage

__all__ = ["with_views"]


def with_views(brief: Brief, views: Collection[View], corpus: Corpus) -> Brief:
    """The brief with what was asked for beside its sentences."""
    return replace(brief, coverage=coverage(brief, corpus) if View.COVERAGE in views else None)
