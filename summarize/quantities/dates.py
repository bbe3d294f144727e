"""Dates and times of day in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from summarize.languages import Language
from summarize.quantities.values import Value

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_DIGIT = re.compile(r"\d")
_DATELINE = re.compile(r"^[A-Z][A-Z ,.'-]+")
_AFTER_DATELINE = re.compile(r"\.?\s*(?:\(|-|–|—)")
_CAPTION_END = re.compile(r"[A-Z][\w.]+,? $")
_END = re.compile(r"\W*")
_PICTURED = 80
"""Characters before the date of a picture or a post in which that is said."""
EXACT_MINUTES, ROUND_MINUTES = 3, 15
"""How far a time of day may be off that is given to the minute, and one that is not; twice that where it is hedged."""


def find_dates(text: str, language: Language, month: tuple[int, int] | None = None) -> list[Value]:
    """Days, months, years, weekdays and times of day; a weekday or date of the report itself ("said on Monday") is only
    mentioned. `month` is the year and month of the article, which say what "last month" means.
    """
    numbered = _dates(text, language) if _DIGIT.search(text) else ()
    relative = _relative(text, language, *month) if month else ()
    return [*numbered, *_months(text, language), *relative, *_weekdays(text, language), *_clocks(text, language)]


def date_of(match: re.Match[str], language: Language) -> datetime | None:
    """The day that a match of the language's dates gives; None without a year, or if there is no such day."""
    day, month, year = _parts(match)
    if not (day and month and year):
        return None
    try:
        return datetime(int(year), language.dates.months.get(month.lower()) or int(month), int(day))
    except ValueError:
        return None


def _parts(match: re.Match[str]) -> tuple[str | None, str | None, str | None]:
    """Day, month and year as written, in whichever form."""
    groups = match.groupdict()
    forms = ("", "2", "3")
    day, month, year = (
        next((groups[name + form] for form in forms if groups.get(name + form)), None)
        for name in ("day", "month", "year")
    )
    return day, month, year


def _dates(text: str, language: Language) -> Iterator[Value]:
    seen: list[tuple[int, int]] = []
    for match in language.dates.date.finditer(text):
        day, month, year = _parts(match)
        number = language.dates.months.get((month or "").lower()) or int(month or 0)
        if not 1 <= number <= 12 or not 1 <= int(day or 0) <= 31:
            continue
        word = match.groupdict()["month"] or ""
        if word.islower() and word in language.dates.words_too:
            continue
        seen.append(match.span())
        stated = _is_event(text, match.start(), match.end(), language)
        yield _at("date", "day", number * 100 + int(day or 0), text, match.span(), stated, language)
        yield _at("date", "month", number, text, match.span(), False, language)
        if year:
            yield _at("date", "year", int(year), text, match.span(), stated, language)
    for match in language.dates.year.finditer(text):
        if not any(start <= match.start("year") < end for start, end in seen):
            yield _at("date", "year", int(match["year"]), text, match.span("year"), True, language)


def _months(text: str, language: Language) -> Iterator[Value]:
    for match in language.dates.month_alone.finditer(text):
        number = language.dates.months[match["month"].lower()]
        yield _at("date", "month", number, text, match.span("month"), True, language)


def _relative(text: str, language: Language, year: int, month: int) -> Iterator[Value]:
    """Months and years such as "last month", counted from the month of the article."""
    for match in language.dates.relative.finditer(text):
        step = language.dates.steps[match["which"].lower()]
        is_year = match["unit"].lower() == language.dates.year_word
        number = year + step if is_year else (month + step - 1) % 12 + 1
        yield _at("date", "year" if is_year else "month", number, text, match.span(), True, language)


def _weekdays(text: str, language: Language) -> Iterator[Value]:
    for match in language.dates.weekday.finditer(text):
        plural = text[match.end() : match.end() + 1] == "s"
        if plural and language.dates.repeated.search(text[: match.start()]):
            continue
        stated = _is_event(text, match.start(), match.end(), language) and match.start() > 3
        number = language.dates.weekdays[match[0].lower()]
        value = _at("date", "weekday", number, text, match.span(), stated, language)
        is_night = language.dates.overnight.search(text, max(0, match.start() - 20), match.start())
        yield replace(value, low=number - 1) if is_night else value


# What a form of a time of day says: its minute of the day, its dimension, and whether it is given to the minute.
Clock = tuple[int, str, bool]


def _half_day(match: re.Match[str], language: Language) -> Clock | None:
    """A time such as 7:40 a.m."""
    hour, minute = int(match["half_hour"]), match["half_minute"]
    if not 1 <= hour <= 12:
        return None
    later = match["half"].lower() in language.dates.later_half
    return (hour % 12 + 12 * later) * 60 + int(minute or 0), "clock", minute is not None


def _whole_day(match: re.Match[str], language: Language) -> Clock | None:
    """A time such as 19:40; a point between the figures needs a word such as "at" before it."""
    if match["colon"] == "." and not language.dates.at_point.search(match.string[: match.start()]):
        return None
    return int(match["whole_hour"]) * 60 + int(match["whole_minute"]), "clock", True


def _named(match: re.Match[str], language: Language) -> Clock:
    """A time such as midnight."""
    return language.dates.named_times[match[0].lower()] * 60, "clock", False


def _on_the_hour(match: re.Match[str], language: Language) -> Clock | None:
    """A time such as seven o'clock in the evening."""
    return _in_words(match["hour"], match["part"], 0, language)


def _hour_by_part(match: re.Match[str], language: Language) -> Clock | None:
    """A time such as six in the morning, which needs a word such as "at" before it: "killed six in the morning"."""
    if not language.dates.at_hour.search(match.string, 0, match.start()):
        return None
    return _in_words(match["part_hour"], match["hour_part"], 0, language)


def _past_the_hour(match: re.Match[str], language: Language) -> Clock | None:
    """A time such as half past eight."""
    return _in_words(match["past_hour"], match["past_part"], language.dates.past_hours[match["past"].lower()], language)


def _in_words(hour: str, part: str | None, past: int, language: Language) -> Clock | None:
    """An hour and minutes past it; without a part of the day, of either half."""
    hours = int(hour) if hour.isdigit() else language.dates.hour_words[hour.lower()]
    if not 1 <= hours <= (24 if part is None else 12):
        return None
    if past < 0:  # a quarter to 12 in the morning is still of the hour from eleven
        hours, past = hours - 1, past + 60
    if part is None:
        return hours * 60 + past, "half clock", False
    is_late = part.lower() in language.dates.later_half and (part.lower() != language.dates.night or 6 <= hours < 12)
    return (hours % 12 + 12 * is_late) * 60 + past, "clock", False


_CLOCK_FORMS: dict[str, Callable[[re.Match[str], Language], Clock | None]] = {
    "half_day": _half_day,
    "whole_day": _whole_day,
    "named": _named,
    "on_the_hour": _on_the_hour,
    "hour_by_part": _hour_by_part,
    "past_the_hour": _past_the_hour,
}


def _clocks(text: str, language: Language) -> Iterator[Value]:
    dates = language.dates
    for match in dates.clock.finditer(text):
        clock = _CLOCK_FORMS[match.lastgroup or ""](match, language)
        if clock is None:
            continue
        minutes, dimension, exact = clock
        slack = EXACT_MINUTES if exact else ROUND_MINUTES
        if dates.loose.search(text, 0, match.start()):
            slack *= 2
        stamp = dates.stamp.fullmatch(text[: match.start()])
        stated = stamp is None and not dates.zone.match(text, match.end())
        at = minutes % (24 * 60)
        relation = _edge(text, match.start(), language)
        yield Value("time", dimension, at - slack, at + slack, *match.span(), relation=relation, stated=stated)


def _at(
    kind: str, dimension: str, number: float, text: str, span: tuple[int, int], stated: bool, language: Language
) -> Value:
    relation = _edge(text, span[0], language)
    if language.dates.between.search(text, max(0, span[0] - 40), span[0]):
        relation = "until"
    return Value(kind, dimension, number, number, *span, relation=relation, stated=stated)


def _edge(text: str, start: int, language: Language) -> str:
    """The word until or since where a word such as "by" or "after" stands before a date or time, else nothing."""
    edge = language.dates.edge.search(text, max(0, start - 30), start)
    return language.dates.edges[edge[1].lower()] if edge else ""


def _is_event(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a day is that of an event, not of the report: nothing said right before or after it, no dateline,
    no end of a caption, no date that stands alone, and no picture or post dated by it.
    """
    before, after = text[max(0, start - 22) : start], text[end : end + 14]
    dateline = _DATELINE.search(text) and start < 45 and _AFTER_DATELINE.match(text[end:])
    caption = _CAPTION_END.search(before) and _END.fullmatch(text[end:])
    long_words = len(_LONG_WORD.findall(language.dates.date.sub("", text)))
    stamp = long_words == 0 or (long_words == 1 and text[-1] not in ".!?")
    dates = language.dates
    pictured = dates.pictured.search(text, max(0, start - _PICTURED), start) or dates.picture.match(text, end)
    said = dates.said
    return not (dateline or caption or stamp or pictured or said.search(before) or said.search(after))
