"""A newer toll replaces older counts of the dead, however both are worded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pytest
from numpy.typing import NDArray

from summarize.conflicts import Counts, find_tolls
from summarize.conflicts.parsing import ParsedSentences
from summarize.relations import CONTRADICTS, DIFFERENT, LABELS, Reader
from tests.conflicts.invented import claims_of
from tests.corpora import corpus_of, sentences_of

DAYS = [datetime(2031, 5, day, tzinfo=UTC) for day in (5, 6, 9)]


def replaced(older: str, newer: str, *, in_order: bool = True) -> bool:
    """Whether the newer of two reports replaces what the older one says."""
    corpus = corpus_of(sentences_of([older], [newer]), published=DAYS[:2] if in_order else DAYS[1::-1])
    return [(update.former, update.newest) for update in find_tolls(corpus, ParsedSentences(corpus))] == [((0,), 1)]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("At least 84 people were killed when the ferry sank.", "The death toll from the sinking has risen to 85."),
        ("At least 11 people are dead.", "The toll rose to 17."),
        ("Three people died in the avalanche.", "The number of dead has thus risen to four."),
        (
            "The toll stands at 40, the coastguard said.",
            "The death toll in the sinking, which shook Skarra, rose to 52.",
        ),
        ("Nine people were killed.", "The number of people killed now stands at 12, the coastguard said."),
        ("Nine people were killed.", "The death toll at 10 p.m. on Thursday was 12."),
        ("Nine people were killed.", "The death toll of the 2031 sinking rose to 12."),
    ],
)
def test_the_toll_that_is_told_last_replaces_lower_ones(older: str, newer: str) -> None:
    assert replaced(older, newer)
    assert not replaced(older, newer, in_order=False)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Ten children were killed when the ferry sank.", "The death toll from the sinking has risen to 12."),
        ("Two people died on the quay.", "The death toll from the sinking has risen to 85."),
        ("Sixty people were hurt.", "The death toll from the sinking has risen to 85."),
        ("In 1971, 70 people were killed on the same reef.", "The death toll from the sinking has risen to 85."),
        ("The 1971 sinking killed 70 people.", "The death toll from the sinking has risen to 85."),
        ("At least 30 people have been killed.", "The death toll in the 1998 quake stood at 45."),
        ("At least 30 people have been killed.", "In 1998 the death toll stood at 45."),
        ("At least 30 people have been killed.", "The 1998 ferry disaster had a death toll that reached 45."),
        ("At least 700 people have been killed.", "The death toll was given at 12:30 in the harbour."),
        ("At least 30 people have been killed.", "The death toll was 45 percent higher on the coast."),
        (
            "At least 84 people were killed when the ferry sank.",
            "The ferry that sank with 85 people was built in Ohio.",
        ),
        ("At least 84 people were killed when the ferry sank.", "The toll road to Skarra rose to 85 metres."),
        ("At least 84 people were killed when the ferry sank.", "The death toll from the sinking stands at 84."),
    ],
)
def test_parts_of_the_toll_and_other_counts_stay(older: str, newer: str) -> None:
    assert not replaced(older, newer)


def test_of_several_tolls_the_newest_holds() -> None:
    texts = ["The toll stands at 60.", "The death toll has risen to 80.", "The death toll has risen to 85."]
    corpus = corpus_of(sentences_of(*([text] for text in texts)), published=DAYS)
    (update,) = find_tolls(corpus, ParsedSentences(corpus))
    assert (update.former, update.current, update.newest) == ((0, 1), (2,), 2)


def test_without_dates_nothing_is_replaced() -> None:
    corpus = corpus_of(sentences_of(["Nine people were killed."], ["The toll has risen to 12."]))
    assert not find_tolls(corpus, ParsedSentences(corpus))


class Reads:
    """A relation model that gives every pair one label."""

    def __init__(self, label: int) -> None:
        self._row = np.eye(len(LABELS), dtype=np.float32)[label]

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        return np.tile(self._row, (len(pairs), 1))


@pytest.mark.parametrize(("label", "expected"), [(CONTRADICTS, 1), (DIFFERENT, None)])
def test_more_dead_replace_the_least_they_could_be_unless_they_are_read_to_be_others(
    label: int, expected: int | None
) -> None:
    texts = ["At least nine people were killed in Velm.", "Eleven people were killed in Velm."]
    corpus = corpus_of(sentences_of(*([text] for text in texts)), published=DAYS[:2])
    claims = claims_of([(0, 1)], same=0.9)
    counts = Counts(corpus, ParsedSentences(corpus), claims, Reader(Reads(label), corpus))
    update = counts.since(0)
    assert (update and update.newest) == expected
    assert counts.since(1) is None
