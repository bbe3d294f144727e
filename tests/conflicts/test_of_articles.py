"""Captions and furniture of pages contradict nothing."""

from __future__ import annotations

from tests.conflicts.invented import conflicts
from tests.quotability.saying import Says

TOLL = "The fire in the mill at Osk killed 27 workers on Monday night."
HIGHER = "The fire in the mill at Osk killed 31 workers on Monday night."
CAPTION = "Coffins of the 12 workers killed by the fire in the mill at Osk on Monday night."


def test_what_is_no_part_of_its_article_takes_no_side() -> None:
    (found,) = conflicts(TOLL, HIGHER, CAPTION, model=Says(furniture="Coffins"))
    assert {side.sentence for side in found.sides} == {0, 1}


def test_with_one_side_left_nothing_is_reported() -> None:
    assert conflicts(TOLL, CAPTION)
    assert not conflicts(TOLL, CAPTION, model=Says(furniture="Coffins"))


def test_what_is_of_its_article_is_reported() -> None:
    assert conflicts(TOLL, HIGHER, model=Says(furniture="Coffins")) == conflicts(TOLL, HIGHER)
