"""Which day is meant by its name, seen from the day of the report: Wednesday, 18 June 2031."""

from __future__ import annotations

from datetime import datetime

import pytest

from summarize.languages import get
from summarize.selection.days import days_in

WEDNESDAY = datetime(2031, 6, 18)


def days(text: str, published: datetime = WEDNESDAY) -> list[tuple[str, str]]:
    return [(text[start:end], shown) for start, end, shown in days_in(text, published, get("en"))]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The ferry struck the mole on Tuesday.", "17 June 2031"),
        ("The ferry struck the mole Saturday night.", "14 June 2031"),
        ("Police said so on Wednesday.", "18 June 2031"),
        ("Sunday's run-off was close.", "15 June 2031"),
        ("The bank told its staff last month.", "May 2031"),
        ("Fares rise next month.", "July 2031"),
        ("Its sister ran aground last year.", "2030"),
    ],
)
def test_a_day_is_counted_from_that_of_the_report(text: str, shown: str) -> None:
    assert [gloss for _, gloss in days(text)] == [shown]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Four were flown out yesterday.", "yesterday"),
        ("Masons will look at it tomorrow.", "tomorrow"),
        ("It struck the mole last Friday.", "last Friday"),
        ("The talks failed last week.", "last week"),
        ("It struck the mole on Thursday.", "Thursday"),
        ("Six soldiers will be exchanged on Friday.", "Friday"),
        ("The talks are due to begin on Monday.", "Monday"),
        ("It could rise by Friday if the bank allows it.", "Friday"),
    ],
)
def test_where_the_day_is_not_certain_that_of_the_report_is_told(text: str, words: str) -> None:
    """Thursday, seen from a Wednesday, may be tomorrow or six days ago; and a page may be dated a day late."""
    assert days(text) == [(words, "report of 18 June 2031")]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry struck the mole on Tuesday, June 17.",
        "The ferry struck the mole on Tuesday, 17 June 2031.",
        "The ferry struck the mole on Tuesday (17 June).",
        "The shop is shut on Tuesdays.",
        "It sails every Tuesday.",
        "The shops were full on Black Friday.",
        "The Monday Club met.",
        "The gate is open from Monday to Friday.",
        "That was the talk of today's papers.",
        "Boats are faster today than ships were.",
    ],
)
def test_what_has_its_date_or_is_no_day_is_left_alone(text: str) -> None:
    assert days(text) == []


def test_the_month_before_january_is_in_the_year_before() -> None:
    assert days("It was sold last month.", datetime(2031, 1, 5)) == [("last month", "December 2030")]


def test_what_last_month_is_on_the_first_of_one_is_not_certain() -> None:
    assert days("It was sold last month.", datetime(2031, 1, 1)) == [("last month", "report of 1 January 2031")]


def test_nor_is_it_on_the_last_which_is_the_first_farther_east() -> None:
    assert days("It was sold last month.", datetime(2030, 12, 31)) == [("last month", "report of 31 December 2030")]


def test_a_language_without_a_table_has_no_days() -> None:
    assert list(days_in("Hitze am Dienstag.", WEDNESDAY, get("de"))) == []
