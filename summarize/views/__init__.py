"""What a brief can tell beside its sentences: each a function that gives a part of the same record."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from summarize.conflicts import FoundConflict
from summarize.conflicts.parsing import ParsedSentences
from summarize.provenance import Copies
from summarize.records.brief import Brief
from summarize.records.corpus import Corpus
from summarize.records.views import View
from summarize.views.coverage import coverage
from summarize.views.figures import figures
from summarize.views.timeline import timeline

__all__ = ["with_views"]


def with_views(
    brief: Brief,
    views: Collection[View],
    corpus: Corpus,
    copies: Copies,
    conflicts: Sequence[FoundConflict],
    parsed: ParsedSentences,
) -> Brief:
    """The brief with what was asked for beside its sentences. `parsed` are those of the corpus."""
    return replace(
        brief,
        coverage=coverage(brief, corpus, copies) if View.COVERAGE in views else None,
        timeline=timeline(brief, corpus) if View.TIMELINE in views else None,
        figures=figures(brief, corpus, conflicts, parsed) if View.FIGURES in views else None,
    )
