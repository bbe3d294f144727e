"""A newer report that replaces an older one is an update; one that says otherwise is a dispute."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from summarize.conflicts import FoundConflict, Side, newest_side, status_of
from summarize.records.brief import ConflictStatus
from summarize.records.corpus import Corpus
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
    ],
)
def test_what_is_said_otherwise_is_a_dispute(older: str, newer: str, kind: str) -> None:
    corpus = told(older, newer)
    assert status_of(corpus, conflict_of(corpus, kind)) is ConflictStatus.DISPUTE


@pytest.mark.parametrize("dates", [(None, TUESDAY), (MONDAY, None), (MONDAY, MONDAY), (None, None)])
def test_without_a_newest_side_there_is_no_update(dates: tuple[datetime | None, datetime | None]) -> None:
    corpus = told("Three people died.", "Five people have now died.", dates=dates)
    assert newest_side(corpus, conflict_of(corpus, "number")) is None
    assert status_of(corpus, conflict_of(corpus, "number")) is ConflictStatus.DISPUTE
