"""No text makes a pattern of a language slow, and the patterns still find what they are for."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Callable

import pytest

from summarize import languages
from summarize.languages.patterns import Table, pattern

pytestmark = pytest.mark.timed

ENGLISH = languages.get("en")
TABLES = (ENGLISH.boilerplate.sentences, ENGLISH.boilerplate.paragraphs, ENGLISH.boilerplate.tail)
ROWS = [row for table in TABLES for row in (*table._plain, *table._needing)]
HEADS = (ENGLISH.heads.byline, ENGLISH.heads.machinery, *(dateline.regex for dateline in ENGLISH.heads.datelines))

LEADS = ("", "Ann Lee reported from ", "Visit ", "(", "Photo by ")
UNITS = ("A", "A-", "A ", "Ab ", "ab/ ", "a.", "(", "A, ", "1 ", "Ø")
ENDS = ("#x", "!")
CHARACTERS = 2_000
SLOWEST = 0.05
"""Seconds; whatever grows faster than in step with the text takes many times that."""


def slow_texts(match: Callable[[str], object]) -> list[str]:
    found = []
    for lead, unit, end in itertools.product(LEADS, UNITS, ENDS):
        text = lead + unit * (CHARACTERS // len(unit)) + end
        begun = time.process_time()
        match(text)
        if time.process_time() - begun > SLOWEST:
            found.append(f"{lead}{unit}...{end}")
    return found


@pytest.mark.parametrize("regex", [*(row.regex for row in ROWS), *HEADS], ids=lambda regex: regex.pattern[:40])
def test_a_pattern_takes_no_time_over_any_run(regex: re.Pattern[str]) -> None:
    assert slow_texts(regex.match) == []


@pytest.mark.parametrize("table", TABLES, ids=["sentences", "paragraphs", "tail"])
def test_the_patterns_of_a_table_together_take_no_time_over_any_run(table: Table) -> None:
    assert slow_texts(table._any.match) == []


def test_a_text_of_more_words_than_any_row_allows_is_tried_on_none() -> None:
    table = Table([pattern("slow", r"(?:a+)+b", words=3)])
    assert table.match("aab", 1, ENGLISH.reported)
    begun = time.process_time()
    assert table.match("a" * 25 + " c" * 9, 10, ENGLISH.reported) is None
    assert time.process_time() - begun < SLOWEST


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee reported from Washington.",
        "Ann Lee and Omar Rade reported from New York, Washington and San Francisco.",
        "Ann Lee reported from Kyiv, and Omar Rade",
        "(Lee, Rade, Quill)",
        "(Additional A. B. Reporter )",
        "Ada Quill/ Pool/ Reuters",
        "(Ada Quill/AP)",
    ],
)
def test_lines_of_credits_are_known(line: str) -> None:
    assert ENGLISH.boilerplate.sentences.match(line, len(line.split()), ENGLISH.reported)


@pytest.mark.parametrize(
    "line",
    ["Maria Lopez reported from WASHINGTON, NEW YORK AND SAN FRANCISCO this week.", "(Lee, Rade, Quill) sank."],
)
def test_sentences_that_begin_like_credits_are_none(line: str) -> None:
    assert ENGLISH.boilerplate.sentences.match(line, len(line.split()), ENGLISH.reported) is None


@pytest.mark.parametrize("place", ["VARNHOLM", "STRATFORD-UPON-AVON", "NEW YORK", "DENE/PORT ORLIN", "A-B C-D E/F-G"])
def test_places_in_capitals_with_hyphens_are_datelines(place: str) -> None:
    text = f"{place} — The ferry sank."
    matches = [match for dateline in ENGLISH.heads.datelines if (match := dateline.regex.match(text))]
    assert matches
    assert text[matches[0].end() :] == "The ferry sank."
