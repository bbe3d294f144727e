"""Which day "Friday" is: counted from the day on which its document was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from summarize.languages import Language

MAX_DAYS_BACK = 4
"""How far before its report a day can lie that is named without a date; one further off may be yet to come."""
FIRST_DAYS = 2
"""Of a month: a report that was put onto its page a day late may have been written in the month before."""
AFTER = 40
"""Characters behind a day in which a word for what is to come may belong to it."""
WEEK = 7
_CLAUSE = re.compile(r"[;:,—–“”\"]\s")


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
        if not is_sure or published.day <= FIRST_DAYS:
            yield *match.span(), report
            continue
        months = published.year * 12 + published.month - 1 + side * (1 if is_month else 12)
        shown = f"{days.month_names[months % 12]} {months // 12}" if is_month else str(months // 12)
        yield *match.span(), shown


def weekdays_in(text: str, published: datetime, language: Language) -> Iterator[tuple[int, int, datetime | None]]:
    """Start and end of every day of the week that is named without its date, and that day where it has gone by."""
    for match in language.days.weekday.finditer(text):
        back = (published.weekday() - language.dates.weekdays[match["day"].lower()]) % WEEK
        is_past = back <= MAX_DAYS_BACK and not may_lie_ahead(text, *match.span(), language)
        yield *match.span("day"), published - timedelta(back) if is_past else None


def may_lie_ahead(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the clause of a day, `text[start:end]`, speaks of what is to come."""
    return bool(language.days.ahead.search(text[_clause_start(text, start) : end + AFTER]))


def _clause_start(text: str, day: int) -> int:
    return max((match.end() for match in _CLAUSE.finditer(text, 0, day)), default=0)


def _written(day: datetime, language: Language) -> str:
    return f"{day.day} {language.days.month_names[day.month - 1]} {day.year}"
