"""What was open is not told as if it still were, once a newer report tells how it went."""

from __future__ import annotations

import dataclasses
import time
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from summarize.languages import get
from summarize.records.corpus import ReportDay
from summarize.selection.prospects import still_open
from tests.corpora import corpus_of, sentences_of
from tests.selection.invented import claims_of

MASONS = "Masons worked on the harbour wall in Skarra."


def worth(
    former: str, newer: str, *, likely: float = 0.0, days: int = 3, close: bool = True, told: bool = True
) -> float:
    """What an older sentence counts beside the first one of a report that is newer by so many days."""
    sentences = sentences_of([former], [newer])
    vectors = np.array([[1.0, 0.0], [0.8, 0.6] if close else [0.0, 1.0]])
    monday = datetime(2031, 5, 5, 8, tzinfo=UTC)
    published = [monday, monday + timedelta(days, hours=1)]
    reports = {number: ReportDay(day.replace(tzinfo=None)) for number, day in enumerate(published)}
    corpus = dataclasses.replace(corpus_of(sentences, vectors, published=published), reports=reports)
    claims = claims_of(sentences, claims=[(0,), (1,)], likely={(0, 1): likely})
    return float(still_open(corpus, claims, np.array([True, told]))[0])


@pytest.mark.parametrize(
    ("former", "newer"),
    [
        ("The pilot of the ferry is still missing.", "The pilot of the ferry was found dead on Thursday."),
        ("Divers are searching for the pilot in the harbour.", "The body of the pilot was recovered at noon."),
        ("The child's condition is unknown.", "The boy died in hospital, his family said."),
        ("The captain remains in a critical condition.", "The captain has died, the hospital said."),
        ("A man who fled the quay is at large.", "A suspect was arrested in Skarra."),
        ("Police are hunting the gunman.", "The gunman was shot dead in a barn."),
        ("A diver is trapped in the wreck.", "The diver was freed after nine hours."),
        ("The mole remains closed.", "The mole reopened on Thursday."),
        ("The council is to vote on the light.", "Councillors rejected the light by a wide margin."),
        ("The mayor faces a vote of no confidence.", "The mayor survived by two votes."),
        ("The jury is still deliberating.", "The captain was found guilty."),
        ("The port lost contact with the ferry on Sunday.", "The port regained contact with the ferry."),
        ("The harbour run will be held on Sunday.", "The harbour run has been called off."),
        ("The opening of the old mole will go ahead in May.", "The opening of the mole was postponed without a date."),
        ("Firefighters are battling the blaze on the quay.", "The blaze on the quay was put out."),
    ],
)
def test_what_ended_since_is_not_told_as_open(former: str, newer: str) -> None:
    assert worth(former, newer) == 0
    assert worth(former, MASONS) == 1
    assert worth(former, newer, close=False) == 1


@pytest.mark.parametrize(
    ("former", "newer"),
    [
        ("The mayor has no plans to resign.", "The mayor resigned on Thursday."),
        ("The port will appeal against the ruling.", "The port appealed against the ruling."),
        ("The two sides are expected to meet soon.", "The two sides met on Thursday."),
        ("The ferry will sail on Wednesday.", "Fog lay over Ennick for a fourth day."),
        ("The board is to hear the captain tomorrow.", "Fog lay over Ennick for a fourth day."),
        ("Four anglers are missing.", "One of the anglers was found alive."),
    ],
)
def test_what_has_probably_turned_out_is_told_behind_all_else(former: str, newer: str) -> None:
    assert 0 < worth(former, newer) < 1


@pytest.mark.parametrize(
    ("former", "newer"),
    [
        ("The pilot was found dead.", "The pilot was found dead on Thursday."),
        ("The pilot of the ferry is still missing.", "The pilot is still missing and was last found in no list."),
        ("The council will vote on the light on Friday.", "Fog lay over Ennick for a fourth day."),
        ("The council will vote on the light in June.", "Fog lay over Ennick for a fourth day."),
        ("On Tuesday the council said the mole will be lit.", "Fog lay over Ennick for a fourth day."),
        ("The port will appeal against the ruling.", "The port closed the mole."),
        ("The mole closed on Monday after 90 years.", "The mole was built in 1941."),
    ],
)
def test_what_is_open_yet_or_never_was_is_told(former: str, newer: str) -> None:
    assert worth(former, newer) == 1


def test_a_newer_sentence_of_the_same_fact_gives_the_day_of_what_was_only_near() -> None:
    former, newer = "The council will vote on the light this month.", "The council will vote on the light on 28 May."
    assert worth(former, newer, likely=0.9) < 1
    assert worth(former, newer, likely=0.1) == 1
    assert worth(newer, former, likely=0.9) == 1


def test_what_ended_is_told_behind_all_else_where_nothing_that_can_be_quoted_says_how() -> None:
    former, newer = "The pilot of the ferry is still missing.", "Pilot of the ferry found dead"
    assert worth(former, newer, told=True) == 0
    assert 0 < worth(former, newer, told=False) < 1


def test_what_is_due_in_a_month_may_come_until_its_last_day() -> None:
    for days, left in ((26, True), (27, False)):  # 31 May, 1 June
        told = worth("The new bridge will open to traffic in May.", MASONS, days=days)
        assert (told == 1) is left


def test_an_older_report_overtakes_nothing() -> None:
    assert worth("The pilot of the ferry is still missing.", "The pilot was found dead.", days=-2) == 1


@pytest.mark.timed
@pytest.mark.parametrize("piece", ["will ", "said would ", "is expected ", "no a ", "Monday 5 ", "a b c d missing "])
def test_a_very_long_sentence_is_read_at_once(piece: str) -> None:
    began = time.process_time()
    get("en").prospects.open.search(piece * 5_000)
    get("en").prospects.coming.search(piece * 5_000)
    assert time.process_time() - began < 1


@pytest.mark.timed
def test_many_reports_are_read_at_once() -> None:
    lines = (
        "The council is to vote on the light of mole {}.",
        "The pilot of the ferry {} is still missing.",
        "Masons worked on the wall {} in Skarra.",
    )
    articles = [[lines[k % 3].format(7 * number + k) for k in range(4)] for number in range(800)]
    sentences = sentences_of(*articles)
    published = [datetime(2031, 5, 1 + number % 28, tzinfo=UTC) for number in range(800)]
    corpus = corpus_of(sentences, np.ones((len(sentences), 2)) / 2**0.5, published=published)
    claims = claims_of(sentences, claims=[(index,) for index in range(len(sentences))])
    began = time.process_time()
    found = still_open(corpus, claims, np.ones(len(sentences), dtype=bool))
    assert time.process_time() - began < 4
    assert len(found) == 3200
