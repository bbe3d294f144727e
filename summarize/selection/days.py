"""Which day "Friday" is: counted from the day on which its document was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from summarize.languages import Language

MAX_DAYS_BACK, MAX_DAYS_AHEAD = 4, 5
"""How far from its report a day named without a date can lie; a day further off may be that of another week."""
WEEK = 7


def days_in(text: str, published: datetime, language: Language) -> Iterator[tuple[int, int, str]]:
    """Start and end of every day, week, month and year that is named as seen from the report, and when it is.

    For a day of the week, a month and a year that is its date. Where a sentence does not tell which week is meant, and
    for words such as "yesterday", it is the date of the report: one that was brought to its page a day late, or from
    another zone, would make a wrong day of them.
    """
    days = language.days
    if not days.month_names:
        return
    report = days.report.format(_written(published, language))
    for match in days.weekday.finditer(text):
        day = _nearest(language.dates.weekdays[match["day"].lower()], published, _side(text, match.start(), language))
        yield *match.span("day"), _written(day, language) if day else report
    for match in days.near.finditer(text):
        yield *match.span(), report
    for match in days.period.finditer(text):
        side, is_month = days.sides[match["which"].lower()], match["unit"].lower() == days.month_word
        months = published.year * 12 + published.month - 1 + side * (1 if is_month else 12)
        shown = f"{days.month_names[months % 12]} {months // 12}" if is_month else str(months // 12)
        yield *match.span(), shown


def _written(day: datetime, language: Language) -> str:
    return f"{day.day} {language.days.month_names[day.month - 1]} {day.year}"


def _nearest(weekday: int, published: datetime, side: int) -> datetime | None:
    """The nearest such day before (-1) or after (1) that of the report, itself if gone by; None if too far away."""
    ahead = (weekday - published.weekday()) % WEEK
    back = -ahead % WEEK
    if side > 0:
        return published + timedelta(ahead) if 0 < ahead <= MAX_DAYS_AHEAD else None
    return published - timedelta(back) if side < 0 and back <= MAX_DAYS_BACK else None


def _side(text: str, start: int, language: Language) -> int:
    """-1 for a day gone by, 1 for one ahead, 0 where the sentence does not tell."""
    if language.days.ahead_before.search(text, 0, start):
        return 1
    return 0 if language.days.ahead.search(text) else -1
