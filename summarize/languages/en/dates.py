"""Days, months, years and times of day."""

from __future__ import annotations

import re

from summarize.languages.en.calendar import MONTH_FULL, MONTHS, WEEKDAY_FULL, WEEKDAYS
from summarize.languages.figures import Dates
from summarize.languages.text import listed

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?\b(?!:|\.\d|\s?(?:%|per|people))(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<day2>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month2>{_MONTH})\b\.?(?:,?\s+(?P<year2>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)\b",
    re.IGNORECASE,
)
YEAR = re.compile(
    rf"\b(?:in|since|until|from|by|of|during|before|after|early|late|mid|to|than|and|year|spring|summer|autumn|fall|winter|{_MONTH})[\s-]+"
    r"(?P<year>(?:19|20)\d\d)\b(?![,.]?\d|\s?(?:%|per|people|euros|dollars))",
    re.IGNORECASE,
)
MONTH_ALONE = re.compile(
    r"\b(?:in|since|until|till|from|by|during|before|after|early|late|mid|last|next|this)[\s-]+"
    rf"(?P<month>{MONTH_FULL})\b"
    r"(?!\.?\s+\d\d?\b(?!\d))"
)
RELATIVE = re.compile(r"\b(?P<which>this|last|next)\s+(?P<unit>month|year)\b(?!['’-])", re.IGNORECASE)
STEPS = {"this": 0, "last": -1, "next": 1}
WEEKDAY = re.compile(rf"\b{WEEKDAY_FULL}\b")
_HOURS = listed("one two three four five six seven eight nine ten eleven twelve")
_HOUR = rf"\d\d?|{'|'.join(_HOURS)}"
_PART = r"\s+(?:in the|at)\s+(?P<{}>morning|afternoon|evening|night)\b"
CLOCK = re.compile(
    r"(?P<half_day>\b(?P<half_hour>\d\d?)(?:[:.](?P<half_minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?)"
    r"|(?P<whole_day>\b(?P<whole_hour>[01]?\d|2[0-4])(?P<colon>[:.h])(?P<whole_minute>[0-5]\d)\b(?!\s?%|[.,:]?\d))"
    r"|(?P<named>\b(?:noon|midday|midnight)\b)"
    rf"|(?P<on_the_hour>\b(?P<hour>{_HOUR})\s+o['’]clock(?:{_PART.format('part')})?)"
    rf"|(?P<hour_by_part>\b(?P<part_hour>{_HOUR}){_PART.format('hour_part')})"
    rf"|(?P<past_the_hour>\b(?P<past>half past|(?:a )?quarter (?:past|to))\s+(?P<past_hour>{_HOUR})\b"
    rf"(?!\s*%|\s+(?:years?|per\s?cent)\b)(?:\s+o['’]clock)?(?:{_PART.format('past_part')})?)",
    re.IGNORECASE,
)
"""Twelve hours, twenty-four, a name, full hours by "o'clock" or the part of the day, halves and quarters of an hour."""
ZONE = re.compile(r"\s*\(?\b(?:GMT|UTC|EST|EDT|CET|CEST|BST|PST|PDT|ET|Eastern|Pacific)\b")
SAID = re.compile(
    r"\b(?:said|told|says|announced|reported|statement|confirmed|according|wrote|added|published|posted|warn(?:ed|ings?)"
    r"|threatened|vowed|pledged|promised|urged|criticised|criticized|condemned|predicted|insisted|claimed)\b",
    re.IGNORECASE,
)
PICTURED = re.compile(
    r"\(@\w+\)(?: on)? $|\b(?:post|photo|picture|image|video)s? (?:shared|taken|made|posted|dated)\b.{0,40}$"
)
PICTURE = re.compile(r",?\s(?:file |handout |archive )?(?:photo|picture|image|video|frame grab)\b|\s?©", re.IGNORECASE)
EDGE = re.compile(
    r"\b(until|till|by|before|since|from|after|through|between|to|as of|as from)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
BETWEEN = re.compile(r"\bbetween\s+[^,;]{3,25}\sand\s+$", re.IGNORECASE)
LOOSE = re.compile(
    r"\b(?:about|around|shortly|just|approximately|roughly|almost|nearly|before|after|some)\b[\w\s]{0,9}$",
    re.IGNORECASE,
)
EDGES = {
    **dict.fromkeys(("until", "till", "through", "by", "before", "to"), "until"),
    **dict.fromkeys(("since", "from", "after", "between", "as of", "as from"), "since"),
}

DATES = Dates(
    months=MONTHS,
    words_too=frozenset({"may", "mar", "march"}),
    weekdays=WEEKDAYS,
    date=DATE,
    year=YEAR,
    month_alone=MONTH_ALONE,
    relative=RELATIVE,
    steps=STEPS,
    year_word="year",
    weekday=WEEKDAY,
    repeated=re.compile(r"\b(?:last|next|every|each|on)\s+$"),
    clock=CLOCK,
    named_times={"noon": 12, "midday": 12, "midnight": 24},
    hour_words={word: hour for hour, word in enumerate(_HOURS, start=1)},
    later_half=frozenset({"p", "afternoon", "evening", "night"}),
    night="night",
    at_hour=re.compile(r"\b(?:at|around|about|by|from|until|till|since|before|after|towards)\s+$", re.IGNORECASE),
    past_hours={"half past": 30, "quarter past": 15, "a quarter past": 15, "quarter to": -15, "a quarter to": -15},
    at_point=re.compile(r"\b(?:at|around|about|by|from|until|since)\s+$"),
    zone=ZONE,
    said=SAID,
    pictured=PICTURED,
    picture=PICTURE,
    stamp=re.compile(r"(?:\W|\b(?:UPDATED?|MON|TUE|WED|THU|FRI|SAT|SUN|Posted|At)\b)*", re.IGNORECASE),
    edge=EDGE,
    edges=EDGES,
    overnight=re.compile(r"\b(?:over)?night (?:in)?to $", re.IGNORECASE),
    between=BETWEEN,
    loose=LOOSE,
)
