"""How exact a figure is: "about 200", "at least 27", "more than 100", and figures rounded without saying so."""

from __future__ import annotations

import re

from summarize.quantities.values import Numeral

INFINITY = float("inf")
ABOUT = 0.12
"""Furthest reach of "about" and "nearly": a figure this share off still agrees with a round one."""
NEARLY_FEW = 0.75
"""From which share on an amount is "nearly" one below ten, such as two cents."""
LEAST_ABOUT = 0.015
"""Reach of "about" before a figure given to its last digit."""
ROUNDED = 0.03
"""Furthest reach of a round figure that carries no hedge."""
COUNTED = 1.1
"""An exact figure after "at least" is a count so far: one this many times higher is news, not the same."""

_HEDGES = {
    "nearly": (
        "nearly|almost|just (?:under|below|short of|shy of)|close to|a little (?:under|less than)|not quite|approaching"
    ),
    "over": (
        "just (?:over|above|more than)|a little (?:over|more than|above)|slightly (?:more than|over)|rather more than"
    ),
    "least": "at least|no (?:fewer|less) than|not less than|a minimum of",
    "less": (
        "fewer than|less than|under|below|up to|as (?:many|much|high|low) as|at most|no more than|not more than"
        "|a maximum of|within|barely|only just"
    ),
    "more": (
        "more than|over|upwards of|in excess of|exceed(?:s|ed|ing)?|above|greater than|larger than|beyond|past|north of"
    ),
    "about": (
        r"about|around|some|roughly|approximately|approx\.?|an? estimated|estimated|circa|ca\.|near(?:er)?(?: to)?"
        "|something like"
    ),
}
_BEFORE = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _HEDGES.items())})"
    r"(?:\s+(?:a|an|the|another|a total of|a further|a round|a whopping))?\s+$",
    re.IGNORECASE,
)
_OR_SO = re.compile(r"\s*(?:or so|or thereabouts)\b", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:\+|-plus\b|plus\b|or more\b|and counting)", re.IGNORECASE)
_WINDOW = 40


def span(text: str, start: int, numeral: Numeral, coarse: bool) -> tuple[float, float, int]:
    """Lowest and highest number a numeral can mean, and where the words that bend it begin.

    `start` is where the figure begins, its currency included; `coarse` says that whole numbers of this kind are
    commonly rounded, as percentages are.
    """
    low, high = _plain(numeral, coarse)
    if _AFTER.match(text, numeral.end):
        high = INFINITY
    hedge = _BEFORE.search(text, max(0, start - _WINDOW), start)
    if not hedge and _OR_SO.match(text, numeral.end):
        return *_hedged(numeral, "about"), start
    if not hedge:
        return low, high, start
    return *_hedged(numeral, hedge.lastgroup or ""), hedge.start()


def _plain(numeral: Numeral, coarse: bool) -> tuple[float, float]:
    value, step = numeral.value, numeral.step
    if not (coarse or numeral.scaled or value >= 100 or step < 1):
        return value, value
    if step <= 1:
        return value - 0.49 * step, value + 0.49 * step
    # The last digits of a number in thousands may have been cut off instead of rounded.
    above = 0.99 if step >= 1000 else 0.5
    return value - min(0.5 * step, ROUNDED * value), value + min(above * step, ROUNDED * value)


def _hedged(numeral: Numeral, hedge: str) -> tuple[float, float]:
    value, step = numeral.value, numeral.step
    if hedge == "about":
        by_fives = value % (10 * step) == 5 * step
        exact = LEAST_ABOUT * value if value < 10 else max(1.0 if step == 1 else 0.0, LEAST_ABOUT * value)
        reach = max(min(step * (2.5 if by_fives else 0.5), ABOUT * value), exact)
        return value - reach, value + reach
    if hedge == "least":
        is_round = value >= 20 and value % 10 == 0
        return value, INFINITY if is_round else value * COUNTED
    return {
        "nearly": (value * (1 - ABOUT if value >= 10 else NEARLY_FEW), value * 1.02),
        "over": (value, value * (1 + ABOUT)),
        "more": (value, INFINITY),
        "less": (0.0, value),
    }[hedge]
