"""Which day "Friday" is: counted from the day on which its document was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from summarize.languages import Language
from summarize.quantities.weekdays import weekdays_in

DAYS_OFF = timedelta(days=2), timedelta(days=-1)
"""Before and after its date when a report may have been written: it is put onto its page days late, or dated in a zone
where its day has not begun."""


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
    for start, end, day in weekdays_in(text, published, language):
        yield start, end, _written(day, language) if is_sure and day else report
    for match in days.near.finditer(text):
        yield *match.span(), report
    for match in days.period.finditer(text):
        side, is_month = days.sides[match["which"].lower()], match["unit"].lower() == days.month_word
        if not is_sure or any((published - off).month != published.month for off in DAYS_OFF):
            yield *match.span(), report
            continue
        months = published.year * 12 + published.month - 1 + side * (1 if is_month else 12)
        shown = f"{days.month_names[months % 12]} {months // 12}" if is_month else str(months // 12)
        yield *match.span(), shown


def _written(day: datetime, language: Language) -> str:
    return f"{day.day} {language.days.month_names[day.month - 1]} {day.year}"
