"""Chinese: where sentences end, what figures count, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate
from summarize.languages.text import read_page_words
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
    boilerplate=Boilerplate(
        note_head=note_head("更正 | 更正启事 | 更正啟事 | 勘误 | 勘誤 | 编者按 | 編者按 | 编者注 | 編者註 | 澄清"),
        page_words=read_page_words(__package__),
    ),
)
