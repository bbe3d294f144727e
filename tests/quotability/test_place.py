"""A sentence is read with the end of what stands before it and the beginning of what stands behind."""

from __future__ import annotations

import pytest

from summarize.quotability.place import BESIDE, place


@pytest.mark.parametrize(
    ("before", "after", "begins", "ends", "around"),
    [
        ("It sank.", "Divers came.", False, False, "It sank. [MASK] Divers came."),
        ("It sank.", "Divers came.", True, False, "It sank. | [MASK] Divers came."),
        ("It sank.", "Divers came.", True, True, "It sank. | [MASK] | Divers came."),
        ("", "Divers came.", True, False, "| [MASK] Divers came."),
        ("", "", True, True, "| [MASK] |"),
    ],
)
def test_the_marks_say_where_the_sentence_stands_and_what_ends_a_paragraph(
    before: str, after: str, begins: bool, ends: bool, around: str
) -> None:
    assert place(before, after, begins, ends) == around


def test_of_long_neighbours_what_stands_nearest_is_kept() -> None:
    around = place("a" * 500 + "NEAR", "HERE" + "b" * 500, begins=False, ends=False)
    assert "NEAR [MASK] HERE" in around
    assert len(around) <= 2 * BESIDE + len(" [MASK] ")
