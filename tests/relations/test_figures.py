"""Figures that agree are written alike before two sentences are read together; others stay as they were."""

from __future__ import annotations

import pytest

from summarize.languages import get
from summarize.relations.figures import without_all, written_alike

ENGLISH = get("en")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Thieves took 24 paintings.", "Two dozen paintings were taken.", "24 paintings were taken."),
        ("Winds of 185 km/h hit Brell.", "Brell saw winds of 115 mph.", "Brell saw winds of 185 km/h."),
        (
            "The bank cut its rate by 50 basis points.",
            "The rate fell by half a percentage point.",
            "The rate fell by 50 basis points.",
        ),
        ("Some 500,000 people marched.", "Half a million people marched.", "Some 500,000 people marched."),
        ("The fire took 40 hectares.", "Nearly 100 acres burned.", "40 hectares burned."),
        ("Half of the crew quit.", "Of the crew, 50 percent quit.", "Of the crew, Half quit."),
        ("The siege took 72 hours.", "Three days was the siege of Brell.", "72 hours was the siege of Brell."),
    ],
)
def test_one_value_in_other_units_or_sizes_is_put_in_the_words_of_the_first(one: str, other: str, alike: str) -> None:
    assert written_alike(one, other, ENGLISH) == (one, alike)


def test_all_who_were_there_are_as_many() -> None:
    said = "Fourteen miners were rescued."
    assert without_all("All fourteen miners were rescued.", said, ENGLISH) == (said, said)
    assert without_all(said, "Rescuers reached all of the fourteen miners.", ENGLISH) == (
        said,
        "Rescuers reached fourteen miners.",
    )
    other = "All twelve miners were rescued."
    assert without_all(said, other, ENGLISH) == (said, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thieves took 24 paintings.", "Three dozen paintings were taken."),
        ("Winds of 185 km/h hit Brell.", "Brell saw winds of 185 mph."),
        ("Winds of 185 km/h hit Brell.", "Gusts of 230 km/h hit Brell."),
        ("The crew saved 36 people.", "Three dozen lifejackets were torn."),
        ("Eighteen people died.", "In Dene 18 people died."),
        ("More than 100 people marched.", "A dozen people marched."),
        ("It lost 3 percent, then 300 basis points.", "The share lost 3 percent on Monday."),
        ("No figure stands here.", "Two dozen paintings were taken."),
    ],
)
def test_other_values_other_things_and_what_is_written_alike_stay(one: str, other: str) -> None:
    assert written_alike(one, other, ENGLISH) == (one, other)
