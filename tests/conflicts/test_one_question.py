"""Figures, dates and lengths that differ are no conflict where they answer different questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np
import pytest
from numpy.typing import NDArray

from summarize.conflicts import find_conflicts
from summarize.conflicts.parsing import read
from summarize.conflicts.passages import WORDS_AROUND, passage
from summarize.languages import get
from summarize.relations import Reader
from tests.conflicts.invented import claims_of, conflicts, sentences_of, values
from tests.corpora import corpus_of, no_copies

ENGLISH = get("en")


@pytest.mark.parametrize(
    "text",
    [
        "He spun off on lap 48 at Tarn Bay.",
        "They won game seven of the series.",
        "The appeal is lodged under article 12 of the charter.",
        "Passengers waited at gate 14 for hours.",
    ],
)
def test_a_number_that_names_one_of_many_counts_nothing(text: str) -> None:
    """Lap 48 is not 48 laps."""
    assert not [value for value in read(text, ENGLISH).values if value.stated]


@pytest.mark.parametrize("text", ["He led for 48 laps at Tarn Bay.", "They won seven games of the series."])
def test_how_many_there_were_is_counted(text: str) -> None:
    """The same words the other way round are a count."""
    assert [value for value in read(text, ENGLISH).values if value.stated]


def test_more_than_so_many_is_no_former_figure() -> None:
    """A figure after "than" is one only where something is held against it."""
    more, former = (
        read(text, ENGLISH).values for text in ("More than 600 women marched.", "More women than 600 men marched.")
    )
    assert [value.relation for value in more] == [""]
    assert [value.relation for value in former] == ["former"]


def test_a_measure_said_again_in_another_unit_is_only_mentioned() -> None:
    """It explains the first, and contradicts nothing by itself."""
    first, second = read("The load is 140,000 kg (308,600 lb) at most.", ENGLISH).values
    assert (first.stated, second.stated) == (True, False)


def test_two_measures_are_two() -> None:
    """Brackets alone make no conversion."""
    first, second = read("It rose 770 km (after 19 minutes) on Friday.", ENGLISH).values[:2]
    assert first.stated
    assert second.stated


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The rocket reached a height of 770 km before it fell.",
            "The rocket flew a distance of 480 km before it fell.",
        ),
        ("The trench is 40 metres wide at the quay.", "The trench is 12 metres deep at the quay."),
    ],
)
def test_lengths_measured_another_way_are_no_conflict(one: str, other: str) -> None:
    """How high and how far, how wide and how deep."""
    assert conflicts(one, other) == ()


def test_lengths_measured_the_same_way_are_one() -> None:
    """Two heights of one flight."""
    one = "The rocket reached a height of 770 km before it fell."
    other = "The rocket reached an altitude of 550 km before it fell."
    assert values(conflicts(one, other)) == [("770 km", "550 km")]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is seen at Orsund in this Dec. 20, 2015 photo.",
        "A post shared by Orsund Ferries (@orsund) on Dec 22, 2015 drew many answers.",
        "12:47 a.m. Nov. 3, 2016.",
    ],
)
def test_the_date_of_a_picture_or_a_post_is_that_of_no_event(text: str) -> None:
    """Nor is a stamp by itself."""
    assert not [value for value in read(text, ENGLISH).values if value.kind == "date" and value.stated]


def test_the_date_of_an_event_is_one() -> None:
    """Said in a sentence."""
    days = [v for v in read("The ferry sank at Orsund on Dec. 20, 2015.", ENGLISH).values if v.dimension == "day"]
    assert [day.stated for day in days] == [True]


def test_the_same_words_on_two_pages_are_no_conflict() -> None:
    """Pages are dated late: "next month" is the same month in the same statement."""
    text = "The bridge at Tarn opens next month."
    days = datetime(2024, 3, 30), datetime(2024, 4, 2)
    assert conflicts(text, f"{text[:-1]} after all.", published=days) == ()
    other = "The bridge at Tarn opens this month after all."
    assert values(conflicts(text, other, published=(days[0], days[0]))) == [("next month", "this month")]


class _Read:
    """Reads any two texts as one and the same relation."""

    def __init__(self, relation: Sequence[float]) -> None:
        self._relation = relation
        self.asked: list[tuple[str, str]] = []

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked += pairs
        return np.array([self._relation] * len(pairs), dtype=np.float32).reshape(len(pairs), 4)


@pytest.mark.parametrize(
    ("relation", "found"),
    [
        ((0.02, 0.02, 0.9, 0.06), [("14 people", "19 people")]),
        ((0.9, 0.06, 0.02, 0.02), [("14 people", "19 people")]),
        ((0.0, 0.01, 0.0, 0.99), []),
    ],
    ids=["contradicts", "same", "different"],
)
def test_figures_are_of_one_question_unless_what_stands_around_them_is_read_as_different(
    relation: tuple[float, ...], found: list[tuple[str, ...]]
) -> None:
    """A model that overlooks the figure calls the two the same: then they answer one question all the more."""
    sentences = sentences_of(
        (0, "The fire at the mill in Orsund killed 14 people."), (1, "At the mill in Orsund 19 people were killed.")
    )
    corpus = corpus_of(sentences, np.ones((2, 1)))
    model = _Read(relation)
    told = find_conflicts(corpus, claims_of([(0,), (1,)], same=0.4), no_copies(corpus), Reader(model, corpus))
    assert values(told) == found
    assert model.asked


def test_of_a_long_sentence_the_words_around_a_figure_are_read() -> None:
    """The rest says much that the figure is no part of."""
    text = "Long before " * 20 + "the fire killed 14 people " + "and much else " * 20 + "happened."
    reading = read(text, ENGLISH)
    (value,) = reading.values
    assert len(passage(reading, value).split()) == 2 * WORDS_AROUND + 2
    assert "killed 14 people and" in passage(reading, value)
