"""Dates and times of day in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.lexical.words import listed
from summarize.quantities.values import Value

_MONTHS = {
    name: number + 1
    for number, names in enumerate(
        listed(
            "jan,january feb,february mar,march apr,april may jun,june jul,july aug,august sep,sept,september "
            "oct,october nov,november dec,december"
        )
    )
    for name in names.split(",")
}
_WEEKDAYS = {
    name: number for number, name in enumerate(listed("monday tuesday wednesday thursday friday saturday sunday"))
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?\b(?!:|\.\d|\s?(?:%|per|people))(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<day2>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month2>{_MONTH})\b\.?(?:,?\s+(?P<year2>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)\b",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(
    rf"\b(?:in|since|until|from|by|of|during|before|after|early|late|mid|to|than|and|year|spring|summer|autumn|fall|winter|{_MONTH})[\s-]+"
    r"(?P<year>(?:19|20)\d\d)\b(?![,.]?\d|\s?(?:%|per|people|euros|dollars))",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(
    r"\b(?:in|since|until|till|from|by|during|before|after|early|late|mid|last|next|this)[\s-]+"
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"(?!\.?\s+\d\d?\b(?!\d))"
)
_RELATIVE = re.compile(r"\b(?P<which>this|last|next)\s+(?P<unit>month|year)\b(?!['’-])", re.IGNORECASE)
_STEPS = {"this": 0, "last": -1, "next": 1}
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_HOURS = listed("one two three four five six seven eight nine ten eleven twelve")
_CLOCK = re.compile(
    r"\b(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?|\b(?P<hour2>[01]?\d|2[0-4])(?P<colon>[:.h])(?P<minute2>[0-5]\d)\b(?!\s?%|[.,:]?\d)"
    r"|\b(?P<word>noon|midday|midnight)\b"
    rf"|\b(?P<oclock>\d\d?|{'|'.join(_HOURS)})\s+o['’]clock"
    r"(?:\s+(?:in the|at)\s+(?P<part>morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s*\(?\b(?:GMT|UTC|EST|EDT|CET|CEST|BST|PST|PDT|ET|Eastern|Pacific)\b")
_SAID = re.compile(
    r"\b(?:said|told|says|announced|reported|statement|confirmed|according|wrote|added|published|posted)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"\b(until|till|by|before|since|from|after|through|between|to|as of|as from)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s+[^,;]{3,25}\sand\s+$", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:about|around|shortly|just|approximately|roughly|almost|nearly|before|after|some)\b[\w\s]{0,9}$",
    re.IGNORECASE,
)
_EDGES = {
    **dict.fromkeys(("until", "till", "through", "by", "before", "to"), "until"),
    **dict.fromkeys(("since", "from", "after", "between", "as of", "as from"), "since"),
}


def find_dates(text: str, month: tuple[int, int] | None = None) -> list[Value]:
    """Days, months, years, weekdays and times of day; a weekday or date of the report itself ("said on Monday") is only
    mentioned. `month` is the year and month of the article, which say what "last month" means.
    """
    numbered = _dates(text) if _DIGIT.search(text) else ()
    relative = _relative(text, *month) if month else ()
    return [*numbered, *_months(text), *relative, *_weekdays(text), *_clocks(text)]


def _dates(text: str) -> Iterator[Value]:
    seen: list[tuple[int, int]] = []
    for match in _DATE.finditer(text):
        day, month, year = (match[n] or match[n + "2"] or match[n + "3"] for n in ("day", "month", "year"))
        number = _MONTHS.get(month.lower()) or int(month)
        if not 1 <= number <= 12 or not 1 <= int(day) <= 31:
            continue
        if match["month"] and match["month"].lower() in {"may", "mar", "march"} and match["month"].islower():
            continue
        seen.append(match.span())
        stated = _is_event(text, match.start(), match.end())
        yield _at("date", "day", number * 100 + int(day), text, match.span(), stated)
        yield _at("date", "month", number, text, match.span(), stated=False)
        if year:
            yield _at("date", "year", int(year), text, match.span(), stated)
    for match in _YEAR.finditer(text):
        if not any(start <= match.start("year") < end for start, end in seen):
            yield _at("date", "year", int(match["year"]), text, match.span("year"), True)


def _months(text: str) -> Iterator[Value]:
    for match in _MONTH_ALONE.finditer(text):
        yield _at("date", "month", _MONTHS[match["month"].lower()], text, match.span("month"), stated=True)


def _relative(text: str, year: int, month: int) -> Iterator[Value]:
    """Months and years such as "last month", counted from the month of the article."""
    for match in _RELATIVE.finditer(text):
        step = _STEPS[match["which"].lower()]
        number = year + step if match["unit"].lower() == "year" else (month + step - 1) % 12 + 1
        yield _at("date", match["unit"].lower(), number, text, match.span(), stated=True)


def _weekdays(text: str) -> Iterator[Value]:
    for match in _WEEKDAY.finditer(text):
        if (
            re.search(r"\b(?:last|next|every|each|on)\s+$", text[: match.start()])
            and text[match.end() : match.end() + 1] == "s"
        ):
            continue
        stated = _is_event(text, match.start(), match.end()) and match.start() > 3
        yield _at("date", "weekday", _WEEKDAYS[match[0].lower()], text, match.span(), stated)


def _clocks(text: str) -> Iterator[Value]:
    for match in _CLOCK.finditer(text):
        dimension = "clock"
        if match["oclock"]:
            said = match["oclock"].lower()
            hour, minute, exact = int(said) if said.isdigit() else _HOURS.index(said) + 1, 0, False
            if match["part"]:
                hour = hour % 12 + 12 * (match["part"].lower() in {"afternoon", "evening", "night"})
            else:
                dimension = "half clock"
        elif match["word"]:
            hour, minute, exact = 12 if match["word"].lower() != "midnight" else 24, 0, False
        elif match["half"]:
            hour, minute = int(match["hour"]) % 12 + 12 * (match["half"].lower() == "p"), int(match["minute"] or 0)
            exact = match["minute"] is not None
            if not 1 <= int(match["hour"]) <= 12:
                continue
        else:
            hour, minute, exact = int(match["hour2"]), int(match["minute2"]), True
            if match["colon"] == "." and not re.search(
                r"\b(?:at|around|about|by|from|until|since)\s+$", text[: match.start()]
            ):
                continue
        slack = 3 if exact else 15
        if _LOOSE.search(text, 0, match.start()):
            slack *= 2
        stamp = re.fullmatch(
            r"(?:\W|\b(?:UPDATED?|MON|TUE|WED|THU|FRI|SAT|SUN|Posted|At)\b)*", text[: match.start()], re.IGNORECASE
        )
        stated = stamp is None and not _ZONE.match(text, match.end())
        at = hour % 24 * 60 + minute
        edge = _EDGE.search(text, max(0, match.start() - 30), match.start())
        relation = _EDGES[edge[1].lower()] if edge else ""
        yield Value("time", dimension, at - slack, at + slack, *match.span(), relation=relation, stated=stated)


def _at(kind: str, dimension: str, number: float, text: str, span: tuple[int, int], stated: bool) -> Value:
    edge = _EDGE.search(text, max(0, span[0] - 30), span[0])
    relation = _EDGES[edge[1].lower()] if edge else ""
    if _BETWEEN.search(text, max(0, span[0] - 40), span[0]):
        relation = "until"
    return Value(kind, dimension, number, number, *span, relation=relation, stated=stated)


def _is_event(text: str, start: int, end: int) -> bool:
    """Whether a day is that of an event, not of the report: nothing said right before or after it, no dateline,
    no end of a caption, no date that stands alone.
    """
    before, after = text[max(0, start - 22) : start], text[end : end + 14]
    dateline = re.search(r"^[A-Z][A-Z ,.'-]+", text) and start < 45 and re.match(r"\.?\s*(?:\(|-|–|—)", text[end:])
    caption = re.search(r"[A-Z][\w.]+,? $", before) and re.fullmatch(r"\W*", text[end:])
    stamp = text[-1] not in ".!?" and len(_LONG_WORD.findall(_DATE.sub("", text))) < 2
    return not (dateline or caption or stamp or _SAID.search(before) or _SAID.search(after))
