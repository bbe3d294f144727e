"""Chinese: where sentences end, what figures count, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.zh.boundaries import BOUNDARIES
from summarize.languages.zh.figures import HEDGES, NUMBERS, QUANTITIES, UPDATES, WORDS

LANGUAGE = Language(
    code="zh",
    name="Chinese",
    splitter="zh",
    has_spaces=False,
    boundaries=BOUNDARIES,
    words=WORDS,
    numbers=NUMBERS,
    hedges=HEDGES,
    quantities=QUANTITIES,
    updates=UPDATES,
)
