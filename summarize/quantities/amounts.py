"""Figures of a sentence: how much of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.languages import Language
from summarize.lexical.words import Word
from summarize.quantities.ages import read_age
from summarize.quantities.hedges import span
from summarize.quantities.nouns import counts_people, noun_phrase
from summarize.quantities.numerals import find_numerals
from summarize.quantities.units import measure_after, money_after, money_before, per
from summarize.quantities.values import DURING, FORMER, Numeral, Value
from summarize.quantities.votes import find_votes

_WINDOW = 40
_CODE = re.compile(r"(?:\w[-–/]|[#§]\s?|[-–])$")
_SCORE = re.compile(r"(?<![:\d])\d{1,3}\s*[-–]\s*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENED = re.compile(r"\s?[(\[/]\s?")
_CALL_SIGN = re.compile(r"\b[A-Z]{3,5} $")
RISE, FALL = "rise", "fall"
"""The concepts that a pack files words for a rise and a fall under."""
FRACTION = "percent.fraction"
"""The unit of a share in words."""
SHARE_STEP = 2.0
"""How finely those who write "a third" mean it, in per cent."""
_ROUNDED_KINDS = frozenset({"percent", "duration"})
_ASPECT_KINDS = frozenset({"length", "speed"})
_MOVING_KINDS = frozenset({"percent", "points"})


def find_quantities(text: str, words: Sequence[Word], language: Language) -> list[Value]:
    """Money, shares, measures, ages and counts in a sentence, with the span of numbers each can mean."""
    numerals = find_numerals(text, language)
    found: list[Value] = []
    for place, numeral in enumerate(numerals):
        beside = numerals[place - 1] if place else None, numerals[place + 1] if place + 1 < len(numerals) else None
        value = (
            read_age(text, words, numeral, language)
            or _amount(text, words, numeral, language)
            or _count(text, words, numeral, *beside, language)
        )
        if value is not None:
            if found and _is_conversion(text, found[-1], value):
                value = replace(value, stated=False)
            if (
                found
                and found[-1].relation == FORMER
                and language.quantities.in_other_words.match(text, found[-1].end, value.start)
            ):
                value = replace(value, relation=FORMER, limits=found[-1].limits)
            found.append(value)
    votes = [*find_votes(text, language)]
    found = [value for value in found if not any(v.start < value.end and value.start < v.end for v in votes)]
    return [*found, *votes, *_nobody(text, words, language), *_fractions(text, words, language)]


def _is_conversion(text: str, value: Value, following: Value) -> bool:
    """Whether the second measure says the first one again, in brackets and in another unit: 140,000 lb (63,500 kg)."""
    return (
        value.dimension == following.dimension
        and value.unit != following.unit
        and _OPENED.fullmatch(text, value.end, following.start) is not None
    )


def _nobody(text: str, words: Sequence[Word], language: Language) -> Iterator[Value]:
    """Counts of zero: "no injuries", "nobody was killed". "No further deaths" and "no serious injuries" are none."""
    for match in language.quantities.nobody.finditer(text):
        role = next((word for word in words if word.start == match.start("role")), None)
        if role and role.stem in language.words.roles:
            yield Value("number", "count", 0, 0, *match.span(), head=role.stem, heads=frozenset({role.stem}))


def _fractions(text: str, words: Sequence[Word], language: Language) -> Iterator[Value]:
    """Shares in words, as per cent: half of the, two-thirds of."""
    for match in language.quantities.fraction.finditer(text):
        times = (match["times"] or "").lower()
        of = language.quantities.fraction_parts[match["part"].lower()] if match["part"] else 2
        share = 100 * language.numbers.units.get(times, 1) / of
        end = match.end("half") if match["half"] else match.end("part")
        if 0 < share < 100:
            numeral = Numeral(match.start(), end, share, SHARE_STEP, scaled=False)
            low, high, start = span(text, match.start(), numeral, coarse=True, language=language)
            relation = _relation(text, start, end, language)
            limits = relation in language.quantities.limiting - {"of"}
            direction = _direction(words, start, end)
            yield Value(
                "number", "percent", low, high, start, end,
                relation="" if relation == "of" else relation, unit=FRACTION, direction=direction, limits=limits,
            )  # fmt: skip


def _amount(text: str, words: Sequence[Word], numeral: Numeral, language: Language) -> Value | None:
    """Money or a measure."""
    start, end, factor, offset, unit = numeral.start, numeral.end, 1.0, 0.0, ""
    if before := money_before(text, start, language):
        dimension, start = before
    elif after := money_after(text, end, language):
        dimension, end = after
    elif magnitude := language.quantities.magnitude.search(
        text, max(0, start - _WINDOW), start
    ) or language.quantities.magnitude_after.match(text, end):
        dimension, start, end = "magnitude", min(start, magnitude.start()), max(end, magnitude.end())
    elif measure := measure_after(text, end, language):
        dimension, factor, offset, unit, end = measure
    else:
        return None
    if dimension == "duration" and language.quantities.relative.match(text, end):
        return None
    if rate := per(text, end, language):
        dimension, end = f"{dimension}/{rate[0]}", rate[1]
    low, high, start = span(text, start, numeral, dimension in _ROUNDED_KINDS, language)
    relation = _relation(text, start, numeral.end, language)
    return Value(
        "number",
        dimension,
        low * factor + offset,
        high * factor + offset,
        start,
        end,
        relation=relation,
        limits=relation in language.quantities.limiting,
        is_money=dimension in language.units.currencies,
        unit=unit,
        direction=_direction(words, start, end) if dimension in _MOVING_KINDS else 0,
        aspect=_aspect(text, start, end, language) if dimension in _ASPECT_KINDS else "",
        stated=_stated(text, start, numeral, language),
    )


def _aspect(text: str, start: int, end: int, language: Language) -> str:
    quantities = language.quantities
    match = quantities.aspect_after.match(text, end) or quantities.aspect_before.search(
        text, max(0, start - _WINDOW), start
    )
    return quantities.aspects[match[1].lower()] if match else ""


def _count(
    text: str,
    words: Sequence[Word],
    numeral: Numeral,
    preceding: Numeral | None,
    following: Numeral | None,
    language: Language,
) -> Value | None:
    """A number of people or things; none for years, codes, scores, odds and ranges, and none for a fraction of a thing:
    "the 5.50 update" is a version.
    """
    start, end = numeral.start, numeral.end
    if (
        (numeral.step < 1 and not numeral.scaled)
        or _is_no_count(text, words, numeral, language)
        or (following is not None and language.quantities.range.fullmatch(text, end, following.start))
    ):
        return None
    stems, end = noun_phrase(text, words, end, language)
    relation = _relation(text, start, numeral.end, language)
    if stems and stems[0] not in language.words.roles and _is_listed(text, numeral, preceding, following, language):
        relation = "part"
    if not stems and not numeral.scaled:
        least = 2 if relation == "of" else 3
        if numeral.value < least or language.quantities.no_number.search(text, max(0, start - 20), start):
            return None
    low, high, start = span(text, start, numeral, coarse=False, language=language)
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
        limits=relation in language.quantities.limiting,
        scaled=numeral.scaled and not stems,
        stated=_stated(text, start, numeral, language),
    )


def _is_listed(
    text: str, numeral: Numeral, preceding: Numeral | None, following: Numeral | None, language: Language
) -> bool:
    return bool(
        (following and language.quantities.listed.fullmatch(text, numeral.end, following.start))
        or (preceding and language.quantities.listed.fullmatch(text, preceding.end, numeral.start))
    )


def _is_no_count(text: str, words: Sequence[Word], numeral: Numeral, language: Language) -> bool:
    start, end = numeral.start, numeral.end
    written = text[start:end]
    if start and text[start - 1] == " " and re.match(r" [A-Z][a-z]", text[end : end + 3]):
        if written[0].isupper():
            return text[:start].rstrip()[-1:].isalpha()  # a name such as the Four Seasons
        if _CALL_SIGN.search(text, max(0, start - 7), start):
            return True  # a station such as ABC 7 Chicago
    if written.lower() == language.quantities.one or _YEAR.fullmatch(written):
        return not counts_people(words, end, language)
    return bool(
        language.quantities.numbered.search(text, max(0, start - 14), start)
        or language.quantities.odds.search(text, max(0, start - 20), start)
        or language.quantities.no_count.match(text, end)
        or _CODE.search(text, max(0, start - 2), start)
        or measure_after(text, end, language)
        or (written[0].isdigit() and _SCORE.search(text, max(0, start - 8), start))
    )


def _relation(text: str, start: int, end: int, language: Language) -> str:
    if language.quantities.former.search(text, max(0, start - _WINDOW), start):
        return FORMER
    if language.quantities.part_of.match(text, end):
        return "of"
    if language.quantities.other.match(text, end):
        return "other"
    during = language.quantities.during.search(text, max(0, start - _WINDOW), end + _WINDOW)
    if during and during.start() <= start < during.end():
        return DURING
    match = language.quantities.relation.search(text, max(0, start - 20), start)
    return match[1].lower() if match else ""


def _stated(text: str, start: int, numeral: Numeral, language: Language) -> bool:
    return not (
        language.quantities.more_of_them.match(text, numeral.end)
        or language.quantities.versus_after.match(text, numeral.end)
        or language.quantities.versus_before.search(text, max(0, start - 10), start)
    )


def _direction(words: Sequence[Word], start: int, end: int) -> int:
    before, after = [w for w in words if w.end <= start][-2:], [w for w in words if w.start >= end][:2]
    near = {word.stem for word in (*before, *after)}
    return (RISE in near) - (FALL in near)
