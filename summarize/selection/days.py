"""Which day "Friday" is: counted from the day on which its document was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from summarize.languages import Language, get
from summarize.quantities.dates import date_of
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence

MAX_ABOVE = 1
"""Sentences, such as a headline, above a line that says when a page was published."""
MAX_DAYS_BACK = 4
"""How far before its report a day can lie that is named without a date; one further off may be yet to come."""
FIRST_DAYS = 2
"""Of a month: a report that was put onto its page a day late may have been written in the month before."""
AFTER = 40
"""Characters behind a day in which a word for what is to come may belong to it."""
WEEK = 7
_CLAUSE = re.compile(r"[;:,—–“”\"]\s")


@dataclass(frozen=True, slots=True)
class ReportDay:
    """When a document was published."""

    day: datetime
    span: tuple[int, int] | None = None
    """Where its text says so; None where it is known from elsewhere."""
    is_update: bool = False
    """It was published before and changed on this day."""


def report_days(corpus: Corpus) -> dict[int, ReportDay]:
    """When each document was published, as it is said beside its text or in lines of their own above it.

    Documents of which neither tells, or in which such lines give several days or only that of an update, are left out:
    what a page says of Wednesday was written before it was updated.
    """
    found = {i: ReportDay(d.published) for i, d in enumerate(corpus.documents) if d.published}
    stamps: dict[int, list[ReportDay]] = {}
    for line in corpus.boilerplate:
        if line.document not in found and line.position <= MAX_ABOVE:
            stamps.setdefault(line.document, []).extend(_stamps(line))
    for document, days in stamps.items():
        first = next((stamp for stamp in days if not stamp.is_update), None)
        if first and len({stamp.day for stamp in days}) == 1:
            found[document] = first
    return found


def _stamps(line: Sentence) -> Iterator[ReportDay]:
    """The days with their years that a line gives which says nothing else."""
    language = get(line.language)
    if not language.days.stamp.fullmatch(language.dates.date.sub(" ", line.text)):
        return
    for match in language.dates.date.finditer(line.text):
        if day := date_of(match, language):
            is_update = bool(language.days.updated.search(line.text, 0, match.start()))
            yield ReportDay(day, (line.start + match.start(), line.start + match.end()), is_update)


def days_in(
    text: str, published: datetime, language: Language, *, is_sure: bool = True
) -> Iterator[tuple[int, int, str]]:
    """Start and end of every day, week, month and year that is named as seen from the report, and when it is.

    For a day gone by, a month and a year that is its date. Where a sentence does not tell that a day is gone by, and
    for words such as "yesterday", it is the date of the report: one that was put onto its page a day late, or in
    another zone, would make a wrong day of them. So it is for every day unless `is_sure`: the date of publication
    itself may be in doubt.
    """
    days = language.days
    if not days.month_names:
        return
    report = days.report.format(_written(published, language))
    for match in days.weekday.finditer(text):
        back = (published.weekday() - language.dates.weekdays[match["day"].lower()]) % WEEK
        clause = text[_clause_start(text, match.start()) : match.end() + AFTER]
        is_past = is_sure and back <= MAX_DAYS_BACK and not days.ahead.search(clause)
        yield *match.span("day"), _written(published - timedelta(back), language) if is_past else report
    for match in days.near.finditer(text):
        yield *match.span(), report
    for match in days.period.finditer(text):
        side, is_month = days.sides[match["which"].lower()], match["unit"].lower() == days.month_word
        if not is_sure or published.day <= FIRST_DAYS:
            yield *match.span(), report
            continue
        months = published.year * 12 + published.month - 1 + side * (1 if is_month else 12)
        shown = f"{days.month_names[months % 12]} {months // 12}" if is_month else str(months // 12)
        yield *match.span(), shown


def _clause_start(text: str, day: int) -> int:
    return max((match.end() for match in _CLAUSE.finditer(text, 0, day)), default=0)


def _written(day: datetime, language: Language) -> str:
    return f"{day.day} {language.days.month_names[day.month - 1]} {day.year}"
