"""Japanese: where sentences end, what figures count, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.ja.boundaries import BOUNDARIES
from summarize.languages.ja.figures import HEDGES, NUMBERS, QUANTITIES, UPDATES, WORDS
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate
from summarize.languages.text import read_page_words

LANGUAGE = Language(
    code="ja",
    name="Japanese",
    splitter="ja",
    has_spaces=False,
    boundaries=BOUNDARIES,
    words=WORDS,
    numbers=NUMBERS,
    hedges=HEDGES,
    quantities=QUANTITIES,
    updates=UPDATES,
    boilerplate=Boilerplate(
        note_head=note_head("訂正 | 訂正とおわび | おわびと訂正 | お断り | 編集部注 | おことわり"),
        page_words=read_page_words(__package__),
    ),
)
