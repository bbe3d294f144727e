"""Figures in languages that part their words by spaces: number words, sizes, and the word for per cent."""

from __future__ import annotations

import re

from summarize.languages import general
from summarize.languages.figures import Numbers, Units


def numbers(words: str, scales: str) -> Numbers:
    """Number words from two on, in order and parted by spaces, with a bar between those of one number; words for a
    hundred, a thousand, a million and a thousand millions, parted alike, that may stand behind them or behind digits.

    One is an article as often, so it is none of them.
    """
    units = {word: value for value, forms in enumerate(words.split(), start=2) for word in forms.split("|")}
    sizes = {
        word: size
        for size, forms in zip((1e2, 1e3, 1e6, 1e9), scales.split(), strict=False)
        for word in forms.split("|")
    }
    small, scale = ("|".join(sorted(table, key=len, reverse=True)) for table in (units, sizes))
    return Numbers(
        units=units,
        scales=sizes,
        digits=re.compile(
            rf"{general.DIGITS_HEAD}(?P<part>\s?[¼½¾])?(?:[\s-]?(?P<scale>{scale})\b)?(?P<letter>(?!))?(?![\w:/]*\d)",
            re.IGNORECASE,
        ),
        words=re.compile(rf"\b(?:{small})(?:\s(?:{scale}))?\b", re.IGNORECASE),
    )


def units(percent: str) -> Units:
    """The units of any language, and the word for per cent."""
    measures = general.spelled({**general.MEASURES, "percent": (1.0, f"%|{percent}")})
    return Units(measures=measures, measure_after=general.measure_after(measures))
