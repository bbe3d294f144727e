"""What a sentence says otherwise than another one on the same fact, by its words."""

from __future__ import annotations

import pytest

from summarize.conflicts import gives_another_figure, is_reversed
from summarize.conflicts.parsing import ParsedSentence, read
from summarize.languages import get


def pair(one: str, other: str) -> tuple[ParsedSentence, ParsedSentence]:
    return read(one, get("en")), read(other, get("en"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor backs the tunnel.", "The mayor no longer supports the tunnel, she said on Friday."),
        ("Police arrested a clerk.", "The clerk who was held has been released."),
        ("A test of the well was negative.", "A second test of the well was positive."),
        ("The bill reaches parliament in April.", "The bill will not reach parliament in April."),
        ("The road to Lund is open.", "Drivers must turn back, since the road to Lund is closed."),
    ],
)
def test_a_reversed_state_is_told_by_its_words(one: str, other: str) -> None:
    left, right = pair(one, other)
    assert is_reversed(left, right)
    assert is_reversed(right, left)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nobody was hurt.", "No one was injured."),
        ("The mayor backs the tunnel.", "The tunnel has the support of the mayor."),
        ("The crack is no longer than a pencil.", "The crack is as long as a pencil."),
        ("The line between Lund and Velo is closed.", "Trains between Lund and Velo are not running."),
    ],
)
def test_the_same_in_other_words_reverses_nothing(one: str, other: str) -> None:
    assert not is_reversed(*pair(one, other))


@pytest.mark.parametrize(
    ("one", "other", "is_other"),
    [
        ("The fire injured 14 people.", "The fire injured 19 people.", True),
        ("The mayor was paid 48,000 crowns.", "The mayor got 4,800 crowns.", True),
        ("The city has offered 3 per cent.", "The union accepted 4.5 per cent.", True),
        ("The fire injured 14 people.", "The fire injured 14 people, three of them badly.", False),
        ("The ferry carried 142 passengers.", "The ferry carried 142 passengers and six crew.", False),
        ("The talks ended on Monday.", "The talks ended, the mayor said on Tuesday.", False),
    ],
)
def test_another_figure_of_the_same_thing_is_told_and_a_further_one_is_none(
    one: str, other: str, is_other: bool
) -> None:
    assert gives_another_figure(*pair(one, other)) is is_other


def test_a_figure_that_a_sentence_beside_the_other_gives_is_no_other_one() -> None:
    one, other = pair("The clerk got three years in prison.", "The mayor got six years in prison.")
    assert gives_another_figure(one, other)
    assert not gives_another_figure(one, other, [read("The clerk was sent to prison for three years.", get("en"))])


@pytest.mark.parametrize(
    ("one", "other", "is_other"),
    [
        ("The storm killed 23 people.", "The storm killed at least 22 people.", True),
        ("The storm killed 22 people.", "The storm killed at least 22 people.", False),
        ("The storm killed 31 people.", "The storm killed about 30 people.", False),
        ("The storm tore up 1,200 trees.", "The storm tore up more than 1,000 trees.", False),
    ],
)
def test_in_a_later_version_a_count_so_far_is_told_otherwise_as_a_higher_one(
    one: str, other: str, is_other: bool
) -> None:
    assert gives_another_figure(*pair(one, other), is_version=True) is is_other
    assert not gives_another_figure(*pair(one, other))
