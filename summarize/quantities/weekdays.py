"""Which day of the week's days a report means: counted from the day on which it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from summarize.languages import Language

MAX_DAYS_BACK = 4
"""How far before its report a day can lie that is named without a date; one further off may be yet to come."""
AFTER = 40
"""Characters behind a day in which a word for what is to come may belong to it."""
WEEK = 7
_CLAUSE = re.compile(r"[;:,—–“”\"]\s")


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
