"""How exact a figure is: "about 200", "at least 27", "more than 100", and figures rounded without saying so."""

from __future__ import annotations

from math import isclose

from summarize.languages import Language
from summarize.quantities.values import Numeral, Value

INFINITY = float("inf")
MAX_ABOUT = 0.12
"""Furthest reach of "about" and "nearly": a figure this share off still agrees with a round one."""
NEARLY_FEW = 0.75
"""From which share on an amount is "nearly" one below ten, such as two cents."""
MIN_ABOUT = 0.015
"""Reach of "about" before a figure given to its last digit."""
MAX_ROUNDING = 0.03
"""Furthest reach of a round figure that carries no hedge."""
MAX_GROWTH = 1.1
"""An exact figure after "at least" is a count so far: one this many times higher is news, not the same."""

_WINDOW = 40


def span(text: str, start: int, numeral: Numeral, coarse: bool, language: Language) -> tuple[float, float, int]:
    """Lowest and highest number a numeral can mean, and where the words that bend it begin.

    `start` is where the figure begins, its currency included; `coarse` says that whole numbers of this kind are
    commonly rounded, as percentages are.
    """
    low, high = _plain(numeral, coarse)
    if language.hedges.after.match(text, numeral.end):
        high = INFINITY
    hedge = language.hedges.before.search(text, max(0, start - _WINDOW), start)
    if not hedge and language.hedges.or_so.match(text, numeral.end):
        return *_hedged(numeral, "about"), start
    if not hedge:
        return low, high, start
    return *_hedged(numeral, hedge.lastgroup or ""), hedge.start()


def is_least(value: Value) -> bool:
    """Whether a value is given as the least that it may be: "at least 27", "more than 100", "over 400"."""
    return value.high == INFINITY or any(
        isclose(value.high, value.low * reach) for reach in (MAX_GROWTH, 1 + MAX_ABOUT)
    )


def _plain(numeral: Numeral, coarse: bool) -> tuple[float, float]:
    value, step = numeral.value, numeral.step
    if not (coarse or numeral.scaled or value >= 100 or step < 1):
        return value, value
    if step <= 1:
        return value - 0.49 * step, value + 0.49 * step
    # The last digits of a number in thousands may have been cut off instead of rounded.
    above = 0.99 if step >= 1000 else 0.5
    return value - min(0.5 * step, MAX_ROUNDING * value), value + min(above * step, MAX_ROUNDING * value)


def _hedged(numeral: Numeral, hedge: str) -> tuple[float, float]:
    value, step = numeral.value, numeral.step
    if hedge == "about":
        by_fives = value % (10 * step) == 5 * step
        exact = MIN_ABOUT * value if value < 10 else max(1.0 if step == 1 else 0.0, MIN_ABOUT * value)
        reach = max(min(step * (2.5 if by_fives else 0.5), MAX_ABOUT * value), exact)
        return value - reach, value + reach
    if hedge == "least":
        is_round = value >= 20 and value % 10 == 0
        return value, INFINITY if is_round else value * MAX_GROWTH
    return {
        "nearly": (value * (1 - MAX_ABOUT if value >= 10 else NEARLY_FEW), value * 1.02),
        "over": (value, value * (1 + MAX_ABOUT)),
        "more": (value, INFINITY),
        "less": (0.0, value),
    }[hedge]
