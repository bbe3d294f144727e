"""When each document was published: as it is said beside its text, or in lines of their own above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from statistics import median_low

from summarize.languages import get
from summarize.quantities.dates import date_of
from summarize.records.corpus import ReportDay
from summarize.records.document import YEARS, Document
from summarize.records.sentence import Sentence

MAX_ABOVE = 1
"""Sentences, such as a headline, above a line that says when a page was published."""
MAX_APART = timedelta(days=7)
"""A document dated further than this from most others is a later report, or one that was put onto a page late."""


def find_reports(documents: Sequence[Document], boilerplate: Iterable[Sentence]) -> dict[int, ReportDay]:
    """The day of each document's report.

    Documents of which nothing tells it, or in which such lines give several days or only that of an update, are left
    out: what a page says of Wednesday was written before it was updated.
    """
    found = {i: ReportDay(d.published) for i, d in enumerate(documents) if d.published and d.published_utc}
    stamps: dict[int, list[tuple[ReportDay, bool]]] = {}
    for line in boilerplate:
        if line.document not in found and line.position <= MAX_ABOVE:
            stamps.setdefault(line.document, []).extend(_stamps(line))
    for document, days in stamps.items():
        first = next((stamp for stamp, is_update in days if not is_update), None)
        if first and all(stamp.day == first.day for stamp, _ in days):
            found[document] = first
    if not found:
        return {}
    middle = median_low([report.day.date() for report in found.values()])
    return {
        document: replace(report, is_usual=abs(report.day.date() - middle) <= MAX_APART)
        for document, report in found.items()
    }


def _stamps(line: Sentence) -> Iterator[tuple[ReportDay, bool]]:
    """The days with their years that a line gives which says nothing else, and which of them are those of an update."""
    language = get(line.language)
    if not language.days.stamp.fullmatch(language.dates.date.sub(" ", line.text)):
        return
    for match in language.dates.date.finditer(line.text):
        if (day := date_of(match, language)) and day.year in YEARS:
            is_update = bool(language.days.updated.search(line.text, 0, match.start()))
            yield ReportDay(day, (line.start + match.start(), line.start + match.end())), is_update
