"""Figures, dates and lengths that differ are no conflict where they answer different questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest

from summarize.conflicts import find_conflicts
from summarize.conflicts.parsing import read
from summarize.languages import get
from summarize.quantities.agreement import agree
from summarize.records.corpus import ReportDay
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


def test_a_page_dated_weeks_after_the_others_counts_no_month() -> None:
    """What it calls next month was often next month when the others wrote."""
    told = [(0, "The bridge at Tarn opens in May."), (1, "The bridge at Tarn opens in May at last."), (2, NEXT_MONTH)]
    days = [datetime(2024, 4, 2), datetime(2024, 4, 3), datetime(2024, 6, 20)]
    corpus = corpus_of(sentences_of(*told), np.ones((3, 1)), published=days)
    late = replace(corpus, reports={2: ReportDay(days[2], is_usual=False)})
    assert find_conflicts(late, claims_of([(0, 1, 2)]), no_copies(corpus)) == ()
    assert values(find_conflicts(corpus, claims_of([(0, 1, 2)]), no_copies(corpus))) == [("May", "May", "next month")]


NEXT_MONTH = "The bridge at Tarn opens next month."


def test_a_day_on_which_somebody_speaks_is_that_of_the_report() -> None:
    """A threat on Saturday says nothing of the day of what it answers."""
    banned = "The union banned imports of steel from Alderan on Friday."
    assert conflicts(banned, "Alderan threatened on Saturday to answer the ban on imports of its steel.") == ()
    assert values(conflicts(banned, "The union banned imports of steel from Alderan on Thursday.")) == [
        ("Friday", "Thursday")
    ]


def test_days_of_two_steps_that_follow_each_other_are_two() -> None:
    """What began on one day ended on another."""
    ended = "The strike of the dockers in Vellin ended on Thursday."
    assert conflicts(ended, "The strike of the dockers in Vellin began on Monday.") == ()
    assert values(conflicts(ended, "The strike of the dockers in Vellin ended on Monday.")) == [("Thursday", "Monday")]


def test_an_hour_in_words_is_no_number_of_people() -> None:
    """It is one by the part of the day, if a word such as "at" stands before it."""
    assert conflicts("The pier fell at six in the morning.", "Three men were near when the pier fell.") == ()
    assert values(conflicts("The pier fell at six in the morning.", "The pier fell at nine in the morning.")) == [
        ("six in the morning", "nine in the morning")
    ]
    (men,) = read("Bombs killed six in the morning rush.", ENGLISH).values
    assert men.dimension == "count"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council voted 14 to 9 to sell the harbour.", "The council sold the harbour by 15 votes to 8."),
        ("The senate approved the water bill 51-49.", "The senate voted 52-48 for the water bill."),
    ],
)
def test_two_results_of_a_vote_contradict_each_other(one: str, other: str) -> None:
    """Both numbers are one value."""
    assert len(conflicts(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council voted 14 to 9 to sell the harbour.", "By nine votes to 14 the council kept the harbour."),
        ("The council voted to cut 10 to 12 jobs at the harbour.", "The council voted 14 to 9 on the harbour."),
        ("Some 14 to 20 inches of snow fell at the harbour.", "The council voted 15 to 8 on the harbour."),
    ],
)
def test_what_is_no_other_result_contradicts_none(one: str, other: str) -> None:
    """The same numbers the other way round are one result, and a range is none."""
    assert conflicts(one, other) == ()


def test_shares_may_rise_on_one_day_and_fall_on_the_next() -> None:
    """Opposite ways contradict each other on one day alone."""
    rose = "Shares of Norvex rose 3 percent on Monday in heavy trading."
    assert conflicts(rose, "Shares of Norvex fell 4 percent on Tuesday in heavy trading.") == ()
    assert len(conflicts(rose, "Shares of Norvex fell 4 percent on Monday in heavy trading.")) == 1


FELL = "The lighthouse at Cape Tansy, which was built in 1874, fell into the sea "


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ("in the night to Tuesday.", "on Monday.", False),
        ("in the night to Tuesday.", "on Tuesday.", False),
        ("overnight into Tuesday.", "on Monday.", False),
        ("in the night to Monday.", "on Sunday.", False),
        ("in the night to Monday.", "on Monday.", False),
        ("in the night to Monday.", "on Friday.", True),
        ("in the night to Tuesday.", "on Thursday.", True),
        ("on the way to Tuesday.", "on Monday.", True),
    ],
)
def test_the_night_to_a_day_begins_on_the_day_before(left: str, right: str, clash: bool) -> None:
    assert bool(conflicts(FELL + left, FELL + right)) == clash


def test_a_night_is_of_both_its_days() -> None:
    """That to Monday of Sunday too, the last day of the week."""
    assert read("It fell in the night to Monday.", ENGLISH).weekdays == {6, 0}
    assert read("It fell in the night to Friday.", ENGLISH).weekdays == {3, 4}
    assert read("It fell on Monday.", ENGLISH).weekdays == {0}
    night, sunday, saturday = (
        read(text, ENGLISH).values[0]
        for text in ("It fell in the night to Monday.", "It fell on Sunday.", "It fell on Saturday.")
    )
    assert agree(night, sunday)
    assert agree(sunday, night)
    assert not agree(night, saturday)
