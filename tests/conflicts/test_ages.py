"""Ages of one person contradict each other, whatever else the sentences say; ages of two people never do."""

from __future__ import annotations

import pytest

from summarize.conflicts.parsing import read
from summarize.languages import get
from summarize.records.sentence import Sentence
from tests.conflicts.invented import claims_of, conflicts_among, values

ENGLISH = get("en")


def ages(*told: tuple[int, str]) -> list[tuple[str, ...]]:
    """What clashes in sentences that are of as many claims, each given with the number of its document."""
    sentences = [Sentence(document, 100 * i, 100 * i + len(text), text) for i, (document, text) in enumerate(told)]
    return values(conflicts_among(sentences, claims_of([(i,) for i in range(len(told))], same=0.01)))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Lena Ott, 29, was found at a flat.", {"lena", "ott"}),
        ("Lena Ott (29) won the race.", {"lena", "ott"}),
        ("Dahl, who was 20, had set out alone.", {"dahl"}),
        ("Police arrested a 45-year-old man on Monday.", "man"),
        ("A man of 47 was arrested.", "man"),
        ("The driver was 64 and lived nearby.", "driver"),
        ("Divers found the boy, aged seven, under the ice.", "boy"),
    ],
)
def test_an_age_is_that_of_whom_it_stands_beside(text: str, who: set[str] | str) -> None:
    """A name, or else a word for what the person is."""
    (age,) = (value for value in read(text, ENGLISH).values if value.dimension == "age")
    assert (age.heads or age.head) == who


@pytest.mark.parametrize(
    "text", ["The toll was 28 on Sunday.", "He is head of 12 schools.", "On May 3, 29 people met."]
)
def test_what_is_no_ones_is_no_age(text: str) -> None:
    """A number after "was" or a comma counts something else as a rule."""
    assert not [value for value in read(text, ENGLISH).values if value.dimension == "age"]


def test_two_ages_of_one_name_contradict_each_other() -> None:
    """Though the name of the one stands in the sentence before."""
    assert ages((0, "Rosa Kemp died on Sunday in Holm."), (0, "She was 84."), (1, "Rosa Kemp has died aged 83.")) == [
        ("84", "83")
    ]


def test_the_victim_may_be_whom_the_other_document_names() -> None:
    """If its own document names her too."""
    named, told = (0, "Lena Ott, 29, was found dead."), (1, "The murder of Lena Ott has shocked Dene.")
    assert ages(named, told, (1, "The victim was 28, neighbours said.")) == [("29", "28")]
    assert ages(named, (1, "A murder has shocked Dene."), (1, "The victim was 28, neighbours said.")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ida Moe, 27, won the race.", "Her brother Nils Moe, 29, won the race."),
        ("The victim, 41, was stabbed outside a bar.", "The suspect, 43, was stabbed outside a bar."),
        ("A girl of 14 is missing in Halle Bay.", "A boy of 15 is missing in Halle Bay."),
        ("Jon Dahl, 31, was elected.", "Jon Dahl entered politics at the age of 30."),
        ("Jon Dahl, 54, was elected.", "Jon Dahl, 31, was elected."),
        ("Rita Moll, 85, is on tour.", "The 85-year-old Rita Moll is on tour."),
    ],
)
def test_two_people_or_two_times_have_two_ages(one: str, other: str) -> None:
    """Nor is an age in another form another age."""
    assert ages((0, one), (1, other)) == []


def test_who_gives_both_ages_tells_of_two_people() -> None:
    """Each explains what the other document says."""
    assert ages((0, "A man of 34 was charged."), (1, "A man of 36 was charged."), (1, "A man of 34 was hurt.")) == []
