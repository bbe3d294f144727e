"""Figures of a sentence: how much of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.lexical.words import ROLES, Word
from summarize.quantities.hedges import span
from summarize.quantities.nouns import counts_people, noun_phrase
from summarize.quantities.numerals import find_numerals
from summarize.quantities.units import measure_after, money_after, money_before, per
from summarize.quantities.values import Numeral, Value

_WINDOW = 40
_FORMER = re.compile(
    r"(?:\bfrom|compared (?:with|to)|previously|earlier|(?:up|down) on|against|than(?: the)?|first given as"
    r"|previous \w+ of|(?:previous|initial|earlier|original|first|old)(?:\s[\w-]+){0,2}(?:\sof)?|instead of"
    r"|rather than)(?:\s(?:the|a|an|some|about|around|just))?\s*$",
    re.IGNORECASE,
)
_IN_OTHER_WORDS = re.compile(r"(?:\s(?:a|per)\s\w+)?(?:,\sor\s|\s?\()(?:a total of\s|about\s|some\s)?$")
"""Between two figures that as a rule are one amount: "$70 a share, or $105 billion"."""
_RELATION = re.compile(
    r"\b(by|within|every|after|last|past|next|first|include|includes|including|among them|another|additional|extra"
    r"|further|each|only)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\s*(?:\w+\s+)?of (?:the|them|whom|those|these|which|its|his|her|their|our|us)\b", re.IGNORECASE)
_OTHER = re.compile(r"\s+other\s", re.IGNORECASE)
_MORE_OF_THEM = re.compile(r"\s*-?\s*(?:more|further|additional|extra)\b", re.IGNORECASE)
_VERSUS_BEFORE = re.compile(r"\b(?:versus|vs\.?)\s+$", re.IGNORECASE)
_VERSUS_AFTER = re.compile(r"[\w\s%]{0,12}\b(?:versus|vs)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:No\.?|UPDATE|Update|Part|Volume|Vol\.|Chapter|Top|number|Route|Flight|Highway|Room|Article|Rule|Section|Page"
    r"|Formula|Type|Phase|Category|Class|Grade|Level|Gate|Boeing|Airbus|Act|Bill|Psalm|Group|Channel|Unit|Zone|iPhone"
    r"|Windows|Galaxy|Season|Week|Day|Game|Track|Line|Ward|District)\s+$"
)
_NO_COUNT = re.compile(
    r"\s*(?:in|out of|of every|to)\s+(?:every\s+)?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\s*(?:st|nd|rd|th)\b|\s*[-–/:]\s*\d|[A-Za-z]|-[A-Z]",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(r"\b\d{1,3}\s+to\s+$|\b(?:mother|father|parent)\s+of\s+$", re.IGNORECASE)
"""Before a number alone: the second half of a vote, and children."""
_ODDS = re.compile(r"\b(?:one|two|three|four|five|nine|\d+)\s+(?:in|out of)\s+(?:every\s+)?$", re.IGNORECASE)
_CODE = re.compile(r"(?:\w[-–/]|[#§]\s?|[-–])$")
_SCORE = re.compile(r"(?<![:\d])\d{1,3}\s*[-–]\s*$")
_RANGE = re.compile(r"\s*(?:-|–|—|to|or|and)\s*")
_LISTED = re.compile(r"\s+[a-z-]+\s+and\s+")
"""Between two numbers that a sentence adds up, such as "three girls and two boys"."""
_MAGNITUDE = re.compile(r"\bmagnitude(?: \w+)?(?: of| at| was)?(?: about| around)?\s+(?:a )?$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(
    r"\s?-?\s?magnitude\b|\s+(?:earth)?quake\b|\s+(?:temblor|tremor)\b|\s+on the Richter scale", re.IGNORECASE
)
_OLD = re.compile(r"[\s-]?years?[\s-]?old\b|\s+years? of age\b", re.IGNORECASE)
_AGED = re.compile(r"\baged?(?: of)?\s$|\bthen\s$|\bwho (?:is|was)\s$|[A-Z][\w'’-]+,\s(?:aged\s)?$")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?,\s$")
_AGE_END = re.compile(r"\s*(?:,|\.|and\b|$)")
_RELATIVE = re.compile(r"[\s-]?(?:ago|later|earlier|before|after)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOBODY = re.compile(
    r"\b(?:(?:no|zero)\s+(?:known |reported )?(?:(?=injur|death|casual|fatal|arrest))"
    r"|(?:nobody|no ?one|no people|no passengers)\s+(?:was|were|is|has been|had been|have been)\s+)(?P<role>[a-z]+)\b",
    re.IGNORECASE,
)
_CALL_SIGN = re.compile(r"\b[A-Z]{3,5} $")
_ROUNDED_KINDS = frozenset({"percent", "duration"})
_MOVING_KINDS = frozenset({"percent", "points"})


def find_quantities(text: str, words: Sequence[Word]) -> list[Value]:
    """Money, shares, measures, ages and counts in a sentence, with the span of numbers each can mean."""
    numerals = find_numerals(text)
    found: list[Value] = []
    for place, numeral in enumerate(numerals):
        beside = numerals[place - 1] if place else None, numerals[place + 1] if place + 1 < len(numerals) else None
        value = _age(text, words, numeral) or _amount(text, words, numeral) or _count(text, words, numeral, *beside)
        if value is not None:
            if found and found[-1].relation == "former" and _IN_OTHER_WORDS.match(text, found[-1].end, value.start):
                value = replace(value, relation="former")
            found.append(value)
    return [*found, *_nobody(text, words)]


def _nobody(text: str, words: Sequence[Word]) -> Iterator[Value]:
    """Counts of zero: "no injuries", "nobody was killed". "No further deaths" and "no serious injuries" are none."""
    for match in _NOBODY.finditer(text):
        role = next((word for word in words if word.start == match.start("role")), None)
        if role and role.stem in ROLES:
            yield Value("number", "count", 0, 0, *match.span(), head=role.stem, heads=frozenset({role.stem}))


def _age(text: str, words: Sequence[Word], numeral: Numeral) -> Value | None:
    """An age, told from others by the name beside it; without a name it is only mentioned."""
    start, end = numeral.start, numeral.end
    years = _OLD.match(text, end)
    if not years:
        aged = _AGED.search(text, max(0, start - _WINDOW), start)
        if not aged or _MONTH.search(text, max(0, start - 12), start) or not 1 <= numeral.value <= 115:
            return None
        if aged[0][0].isupper() and not _AGE_END.match(text, end):
            return None
    else:
        end = years.end()
    beside = [w for w in words if w.start >= end][:3] if years else []
    beside = beside or [w for w in words if start - _WINDOW < w.end <= start][-2:]
    names = frozenset(w.stem for w in beside if w.text[0].isupper())
    return Value("number", "age", numeral.value, numeral.value, start, end, heads=names, stated=bool(names))


def _amount(text: str, words: Sequence[Word], numeral: Numeral) -> Value | None:
    """Money or a measure."""
    start, end, factor, offset, unit = numeral.start, numeral.end, 1.0, 0.0, ""
    if before := money_before(text, start):
        dimension, start = before
    elif after := money_after(text, end):
        dimension, end = after
    elif magnitude := _MAGNITUDE.search(text, max(0, start - _WINDOW), start) or _MAGNITUDE_AFTER.match(text, end):
        dimension, start, end = "magnitude", min(start, magnitude.start()), max(end, magnitude.end())
    elif measure := measure_after(text, end):
        dimension, factor, offset, unit, end = measure
    else:
        return None
    if dimension == "duration" and _RELATIVE.match(text, end):
        return None
    if rate := per(text, end):
        dimension, end = f"{dimension}/{rate[0]}", rate[1]
    low, high, start = span(text, start, numeral, dimension in _ROUNDED_KINDS)
    return Value(
        "number",
        dimension,
        low * factor + offset,
        high * factor + offset,
        start,
        end,
        relation=_relation(text, start, numeral.end),
        unit=unit,
        direction=_direction(words, start, end) if dimension in _MOVING_KINDS else 0,
        stated=_stated(text, start, numeral),
    )


def _count(
    text: str, words: Sequence[Word], numeral: Numeral, preceding: Numeral | None, following: Numeral | None
) -> Value | None:
    """A number of people or things; none for years, codes, scores, odds and ranges."""
    start, end = numeral.start, numeral.end
    if _is_no_count(text, words, numeral) or (following is not None and _RANGE.fullmatch(text, end, following.start)):
        return None
    stems, end = noun_phrase(text, words, end)
    relation = _relation(text, start, numeral.end)
    if stems and stems[0] not in ROLES and _is_listed(text, numeral, preceding, following):
        relation = "part"
    if not stems and not numeral.scaled:
        least = 2 if relation == "of" else 3
        if numeral.step < 1 or numeral.value < least or _NO_NUMBER.search(text, max(0, start - 20), start):
            return None
    low, high, start = span(text, start, numeral, coarse=False)
    return Value(
        "number",
        "count",
        low,
        high,
        start,
        end,
        head=stems[0] if stems else "",
        heads=frozenset(stems),
        relation=relation,
        scaled=numeral.scaled and not stems,
        stated=_stated(text, start, numeral),
    )


def _is_listed(text: str, numeral: Numeral, preceding: Numeral | None, following: Numeral | None) -> bool:
    return bool(
        (following and _LISTED.fullmatch(text, numeral.end, following.start))
        or (preceding and _LISTED.fullmatch(text, preceding.end, numeral.start))
    )


def _is_no_count(text: str, words: Sequence[Word], numeral: Numeral) -> bool:
    start, end = numeral.start, numeral.end
    written = text[start:end]
    if start and text[start - 1] == " " and re.match(r" [A-Z][a-z]", text[end : end + 3]):
        if written[0].isupper():
            return text[:start].rstrip()[-1:].isalpha()  # a name such as the Four Seasons
        if _CALL_SIGN.search(text, max(0, start - 7), start):
            return True  # a station such as ABC 7 Chicago
    if written.lower() == "one" or _YEAR.fullmatch(written):
        return not counts_people(words, end)
    return bool(
        _NUMBERED.search(text, max(0, start - 14), start)
        or _ODDS.search(text, max(0, start - 20), start)
        or _NO_COUNT.match(text, end)
        or _CODE.search(text, max(0, start - 2), start)
        or measure_after(text, end)
        or (written[0].isdigit() and _SCORE.search(text, max(0, start - 8), start))
    )


def _relation(text: str, start: int, end: int) -> str:
    if _FORMER.search(text, max(0, start - _WINDOW), start):
        return "former"
    if _PART_OF.match(text, end):
        return "of"
    if _OTHER.match(text, end):
        return "other"
    match = _RELATION.search(text, max(0, start - 20), start)
    return match[1].lower() if match else ""


def _stated(text: str, start: int, numeral: Numeral) -> bool:
    return not (
        _MORE_OF_THEM.match(text, numeral.end)
        or _VERSUS_AFTER.match(text, numeral.end)
        or _VERSUS_BEFORE.search(text, max(0, start - 10), start)
    )


def _direction(words: Sequence[Word], start: int, end: int) -> int:
    before, after = [w for w in words if w.end <= start][-2:], [w for w in words if w.start >= end][:2]
    near = {word.stem for word in (*before, *after)}
    return ("rise" in near) - ("fall" in near)
