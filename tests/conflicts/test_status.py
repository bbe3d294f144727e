"""A newer report that replaces an older one is an update; one that says otherwise is a dispute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from summarize.conflicts import FoundConflict, Side, Update, current_side, newest_side, status_of, updates
from summarize.records.brief import ConflictStatus
from summarize.records.corpus import Corpus, ReportDay
from tests.corpora import corpus_of, sentences_of

MONDAY, TUESDAY = datetime(2031, 5, 5, tzinfo=UTC), datetime(2031, 5, 6, tzinfo=UTC)


def told(older: str, newer: str, *, dates: tuple[datetime | None, datetime | None] = (MONDAY, TUESDAY)) -> Corpus:
    return corpus_of(sentences_of([older], [newer]), np.eye(2, dtype=np.float32), published=dates)


def conflict_of(corpus: Corpus, kind: str = "other") -> FoundConflict:
    sides = tuple(Side(i, sentence.text) for i, sentence in enumerate(corpus.sentences))
    return FoundConflict(kind, (0,), sides, frozenset({(0, 1)}))


@pytest.mark.parametrize(
    ("older", "newer", "kind"),
    [
        ("Three people died in the fire.", "Five people died in the fire.", "number"),
        ("The match is on Friday.", "The match has been postponed to Sunday.", "other"),
        ("The bridge will open in May.", "The bridge will no longer open in May.", "polarity"),
        ("The crack is nine metres long.", "In a correction the crack is given as seven metres.", "number"),
        ("The talks open on Monday.", "The talks open on Friday, four days later than planned.", "date"),
        ("So far the fund has raised 900 crowns.", "Donors gave the fund 2,000 crowns.", "number"),
    ],
)
def test_what_has_changed_since_is_an_update(older: str, newer: str, kind: str) -> None:
    corpus = told(older, newer)
    assert status_of(corpus, conflict_of(corpus, kind)) is ConflictStatus.UPDATE


@pytest.mark.parametrize(
    ("older", "newer", "kind"),
    [
        ("Norvex will close its plant.", "Norvex denied that it would now close its plant.", "other"),
        ("The plant has 300 workers.", "The plant has 400 workers.", "number"),
        ("Ana Sole won the final.", "Maria Kohl won the final.", "other"),
        ("The firmware update is in beta.", "The firmware update is in the shops.", "other"),
    ],
)
def test_what_is_said_otherwise_is_a_dispute(older: str, newer: str, kind: str) -> None:
    corpus = told(older, newer)
    assert status_of(corpus, conflict_of(corpus, kind)) is ConflictStatus.DISPUTE


def counted(older: str, newer: str) -> tuple[Corpus, FoundConflict]:
    """Two reports, and the conflict of the counts with which they begin or end."""
    corpus = told(older, newer)
    sides = [
        Side(i, next(w for w in s.text.rstrip(".").split() if w.isdigit())) for i, s in enumerate(corpus.sentences)
    ]
    return corpus, FoundConflict("number", (0,), tuple(sides), frozenset({(0, 1)}))


@pytest.mark.parametrize(
    ("older", "newer", "status"),
    [
        ("The fire killed 15 people.", "At least 12 people have died in the fire.", ConflictStatus.DISPUTE),
        ("The storm has now injured 40 people.", "The storm has now injured 25 people.", ConflictStatus.UPDATE),
        ("The fire killed 15 people.", "The mayor lowered the number of those killed to 12.", ConflictStatus.UPDATE),
        ("The fire killed 15 people.", "The number of people killed was corrected to 12.", ConflictStatus.UPDATE),
        ("The fire killed 12 people.", "The fire has killed 15 people.", ConflictStatus.UPDATE),
        ("In the flood 15 people are missing.", "In the flood 12 people are missing.", ConflictStatus.UPDATE),
    ],
)
def test_the_dead_do_not_become_fewer_by_a_newer_date_alone(older: str, newer: str, status: ConflictStatus) -> None:
    """A report whose page is dated a year wrong would make the full toll the former one."""
    corpus, conflict = counted(older, newer)
    assert status_of(corpus, conflict) is status
    assert bool(updates(corpus, [conflict])) is (status is ConflictStatus.UPDATE)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("The talks open on Monday.", "The talks open on Friday, four days later than first planned."),
        ("The storm killed 40 people.", "The storm killed 65 people, up from an earlier estimate."),
        ("Three people died.", "The number of the dead has risen from three to five."),
    ],
)
def test_without_dates_that_is_the_newest_which_says_that_it_replaces_another(older: str, newer: str) -> None:
    corpus = told(older, newer, dates=(None, None))
    conflict = conflict_of(corpus)
    assert newest_side(corpus, conflict) is None
    assert current_side(corpus, conflict) is conflict.sides[1]
    assert status_of(corpus, conflict) is ConflictStatus.UPDATE
    both = told(newer, f"Others said: {newer}", dates=(None, None))
    assert current_side(both, conflict_of(both)) is None


@pytest.mark.parametrize("dates", [(None, TUESDAY), (MONDAY, None), (MONDAY, MONDAY), (None, None)])
def test_without_a_newest_side_there_is_no_update(dates: tuple[datetime | None, datetime | None]) -> None:
    corpus = told("Three people died.", "Five people have now died.", dates=dates)
    assert newest_side(corpus, conflict_of(corpus, "number")) is None
    assert status_of(corpus, conflict_of(corpus, "number")) is ConflictStatus.DISPUTE


def test_the_newest_report_of_an_update_overtakes_the_older_ones() -> None:
    corpus = told("Three people died in the fire.", "Five people died in the fire.")
    assert updates(corpus, [conflict_of(corpus, "number")]) == [Update("number", (0,), (1,), 1)]


def test_what_is_disputed_overtakes_nothing() -> None:
    corpus = told("Ana Sole won the final.", "Maria Kohl won the final.")
    assert updates(corpus, [conflict_of(corpus)]) == []


def test_whatever_contradicts_the_newest_report_is_overtaken_though_no_side_shows_it() -> None:
    """A document that gives the former figure twice is one side of the conflict."""
    sentences = sentences_of(["Three people died in the fire.", "The fire killed three."], ["Five people have died."])
    corpus = corpus_of(sentences, np.eye(3, dtype=np.float32), published=(MONDAY, TUESDAY))
    sides = Side(0, "Three people"), Side(2, "Five people")
    conflict = FoundConflict("number", (0,), sides, frozenset({(0, 2), (1, 2)}))
    assert updates(corpus, [conflict]) == [Update("number", (0, 1), (2,), 2)]


def test_a_line_above_the_text_dates_a_report_by_its_day() -> None:
    """Files without a date of their own have one there as often as not; of one day nobody knows which came first."""
    corpus = told("Three people died in the fire.", "Five people died in the fire.", dates=(MONDAY, None))
    of_the_next_day = replace(corpus, reports={1: ReportDay(datetime(2031, 5, 6), (0, 10))})
    of_the_same_day = replace(corpus, reports={1: ReportDay(datetime(2031, 5, 5), (0, 10))})
    assert updates(of_the_next_day, [conflict_of(corpus, "number")]) == [Update("number", (0,), (1,), 1)]
    assert updates(of_the_same_day, [conflict_of(corpus, "number")]) == []
