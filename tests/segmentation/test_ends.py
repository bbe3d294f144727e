"""The model that says where sentences end: what it rests on, and that it holds what it learnt."""

from __future__ import annotations

import json

import pytest

from benchmarks.boundaries import Text, found_ends, score
from benchmarks.fit_boundaries import fitted, is_right, rows_of, written
from summarize.languages import get, packs
from summarize.segmentation.ends import WEIGHTS

LEAST_RIGHT = 0.95


def test_the_weights_that_ship_hold_what_they_were_taught() -> None:
    """They are fitted on much besides these lines, so a few of them stay wrong."""
    lines = [text for _, text in written()]
    assert score(lines).whole >= LEAST_RIGHT * len(lines)


def test_the_weights_name_their_command() -> None:
    assert json.loads(WEIGHTS.read_text(encoding="utf-8"))["fitted"] == "python -m benchmarks.fit_boundaries"


def test_an_end_is_counted_where_it_stands_and_the_mark_of_a_note_with_its_sentence() -> None:
    text = Text("The tram opened.[1] It was late.", ("The tram opened.[1]", "It was late."))
    assert found_ends(text) == text.ends() == {17, 27}
    assert score([text]).f1 == 100
    assert score([Text("It is late. So are we.", ("It is late. So are we.",))]).cut == 1


def test_a_fit_learns_from_the_rows_it_is_given() -> None:
    rows = [row for _, text in written() for row in rows_of(text, "written", 1.0)]
    weights = fitted(rows)
    assert sum(is_right(weights, row) for row in rows) > LEAST_RIGHT * len(rows)
    upside_down = {name: -weight for name, weight in weights.items()}
    assert sum(is_right(upside_down, row) for row in rows) < (1 - LEAST_RIGHT) * len(rows)


@pytest.mark.parametrize("code", packs())
def test_the_tables_of_a_pack_hold_words_without_full_stops(code: str) -> None:
    table = get(code).boundaries
    listed = (
        table.titles | table.leading | table.before_figures | table.inside | table.closing | table.nations | table.clock
    )
    assert [word for word in listed if "." in word or " " in word] == []
    assert [
        word for word in table.before_ordinals | table.behind_ordinals | table.openers if word != word.lower()
    ] == []
