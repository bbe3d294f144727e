"""Ages of one person contradict each other, whatever else the sentences say; ages of two people never do."""

from __future__ import annotations

import pytest

from summarize.conflicts.parsing import read
from summarize.languages import get
from summarize.records.sentence import Sentence
from tests.conflicts.invented import claims_of, conflicts_among, values

ENGLISH = get("en")
MANY = [a + b for a in "BDFGKLMN" for b in "aeiou"] + ["Pa", "Pe"]
"""Beginnings of more names than ages of one word are held against each other."""


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


def test_the_victim_may_be_whom_the_other_document_names_in_any_collection() -> None:
    """However many others have ages in it."""
    others = [(2 + i, f"{name}la Moe{name.lower()}, {20 + i}, won.") for i, name in enumerate(MANY)]
    told = (1, "The murder of Lena Ott has shocked Dene.")
    assert ("29", "28") in ages((0, "Lena Ott, 29, was found."), told, (1, "The victim was 28."), *others)


def test_a_document_gives_nobody_two_ages() -> None:
    """Of two in one sentence, the one is somebody else's or of another time, and a sentence is not against itself."""
    told = ("Lena Ott, 29, won, and at home Lena Ott, 31, was glad.", "Lena Ott, 30, won.")
    sentences = [Sentence(i, 0, len(text), text) for i, text in enumerate(told)]
    (conflict,) = conflicts_among(sentences, claims_of([(0,), (1,)], same=0.01))
    assert [side.value for side in conflict.sides] == ["29", "30"]


def test_two_people_are_not_joined_by_one_without_a_name() -> None:
    """Whom either of them might be."""
    named = (0, "Lena Ott, 29, and her friend were found."), (0, "Rosa Kemp, 27, lived nearby.")
    told = (1, "Lena Ott and Rosa Kemp lived in Dene."), (1, "The victim was 28.")
    assert ages(*named, *told) == [("29", "28")]
