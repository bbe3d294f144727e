"""What a newer source has replaced is not told as current, where the newer report can be told instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pytest

from summarize import Options
from summarize.conflicts import FoundConflict, Side
from summarize.records.sentence import Sentence
from summarize.selection import select
from tests.corpora import corpus_of, no_copies, sentences_of
from tests.selection.invented import MASONS, RADAR, SAILINGS, claims_of

ONE = Options(max_sentences=1)
DAYS = [datetime(2031, 5, day, tzinfo=UTC) for day in (5, 6, 7)]
THREE, FIVE = "Three people died when the ferry struck the mole.", "Five people died when the ferry struck the mole."


def told(sentences: Sequence[Sentence], older: Sequence[int], newer: int, options: Options = ONE) -> list[str]:
    """What is told of reports of three days, of which the newest counts the dead anew."""
    corpus = corpus_of(sentences, np.tile([1.0, 0.0], (len(sentences), 1)), published=DAYS)
    sides = (*(Side(i, "Three people") for i in older), Side(newer, "Five people"))
    conflict = FoundConflict("number", (0,), sides, frozenset((i, newer) for i in older))
    claims = claims_of(sentences, claims=[(*older, newer)])
    selection = select(corpus, claims, no_copies(corpus), [conflict], options)
    return [sentences[choice.sentence].text for choice in selection.choices]


def test_what_a_newer_source_has_overtaken_is_not_told() -> None:
    """However many sources gave the former figure; the new one takes its place in the brief."""
    assert told(sentences_of([THREE, RADAR], [THREE, SAILINGS], [FIVE, MASONS]), [0, 2], 4) == [FIVE]


def test_an_older_report_is_told_where_the_newer_one_is_longer_than_the_brief() -> None:
    newer = f"{FIVE[:-1]}, the coastguard said after its divers had searched the wreck for a day and a night."
    sentences = sentences_of([THREE, RADAR], [THREE, SAILINGS], [newer, MASONS])
    assert told(sentences, [0, 2], 4, Options(max_words=9)) == [THREE]
    assert newer in told(sentences, [0, 2], 4, Options(max_words=40))


def test_reports_that_replace_each_other_leave_one_to_tell() -> None:
    """A source that gives a former figure again is as new as it is old."""
    three, five = (f"{count} people are missing since the ferry struck the mole." for count in ("Three", "Five"))
    sentences = sentences_of([three], [five], [three])
    corpus = corpus_of(sentences, np.tile([1.0, 0.0], (3, 1)), published=DAYS)
    sides = [(Side(0, "Three people"), Side(1, "Five people")), (Side(1, "Five people"), Side(2, "Three people"))]
    conflicts = [
        FoundConflict("number", (0,), pair, frozenset({(pair[0].sentence, pair[1].sentence)})) for pair in sides
    ]
    claims = claims_of(sentences, claims=[(0, 1, 2)])
    selection = select(corpus, claims, no_copies(corpus), conflicts, Options(max_sentences=50))
    assert [sentences[choice.sentence].text for choice in selection.choices] == [three]


def test_an_older_report_is_told_where_the_newer_one_cannot_be_quoted() -> None:
    sentences = sentences_of([THREE, RADAR], [THREE, SAILINGS], [FIVE, MASONS], headlines=[FIVE])
    assert told(sentences, [0, 2], 4) == [THREE]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("At least 50 people were killed at the festival.", "At least 59 are dead after the shooting."),
        ("The quake has killed more than 1,200 people.", "More than 2,000 people have died in the quake."),
        ("The shooting left at least nine dead.", "Eleven people were killed in the shooting."),
    ],
)
def test_more_dead_of_the_same_fact_replace_fewer_though_at_least_so_many_denies_nothing(
    older: str, newer: str
) -> None:
    assert told_of_one_fact(older, newer) == [newer]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Nine of the dead were on the early shift.", "Eleven people were killed in the cannery."),
        ("Nine people were killed in the cannery.", "Most of those killed were over 12."),
        ("Nine people were killed in the cannery.", "A further 12 people were killed on Sunday."),
        ("Five people were killed in the town.", "Three were killed as a 5.9 earthquake struck."),
        ("Nine children were killed in the cannery.", "Eleven people were killed in the cannery."),
        ("At least nine people were killed on Monday.", "Eleven people were killed on Thursday."),
        ("The army says nine people were killed.", "The rebels say 11 people were killed."),
    ],
)
def test_parts_and_other_figures_replace_no_count_of_the_dead(older: str, newer: str) -> None:
    assert told_of_one_fact(older, newer) == [older]


def told_of_one_fact(older: str, newer: str) -> list[str]:
    """What a brief of one sentence tells of two reports that state one fact, the older of which has more support."""
    sentences = sentences_of([older], [older], [newer])
    corpus = corpus_of(sentences, np.tile([1.0, 0.0], (len(sentences), 1)), published=DAYS)
    selection = select(corpus, claims_of(sentences, [(0, 1, 2)], {(0, 2): 0.9}), no_copies(corpus), [], ONE)
    return [sentences[choice.sentence].text for choice in selection.choices]
