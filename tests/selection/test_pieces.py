"""Which sentences are items of lists or pieces of longer quotations."""

from __future__ import annotations

import pytest

from summarize.languages import get
from summarize.selection.dependence import is_cut_off, is_left_open

ENGLISH = get("en")


@pytest.mark.parametrize(
    "text", ["– No one stood beneath it.", "-- But a bench was crushed.", "4) Marks are given.", "2. Lessons begin."]
)
def test_an_item_of_a_list_is_cut_off(text: str) -> None:
    assert is_cut_off(text, ENGLISH)


@pytest.mark.parametrize(
    "text", ["12 people were freed.", "3.5 million are without power.", "-40 degrees were measured.", "2031 was dry."]
)
def test_a_figure_at_the_head_is_no_item(text: str) -> None:
    assert not is_cut_off(text, ENGLISH)


def test_a_figure_that_is_an_ordinal_begins_no_item() -> None:
    assert not is_cut_off("1. FC Köln hat am Samstag gewonnen.", get("de"))
    assert is_cut_off("– Niemand stand darunter.", get("de"))


@pytest.mark.parametrize(
    "text", ["'The ferry has no radar.", "‘We don’t know who sold the light.", "“There is no light on the mole."]
)
def test_a_quotation_that_others_end_is_left_open(text: str) -> None:
    assert is_left_open(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "'The ferry has no radar,' the captain said.",
        "‘No light’: the port admits a fault.",
        "'Tis the season for storms in Skarra.",
        "The captain's ferry has no radar.",
        "'90s ferries are still in use.",
    ],
)
def test_a_quotation_that_is_whole_or_an_apostrophe_is_not(text: str) -> None:
    assert not is_left_open(text, ENGLISH)


@pytest.mark.parametrize(("code", "is_open"), [("en", False), ("de", True)])
def test_which_words_an_apostrophe_opens_is_known_to_their_language(code: str, is_open: bool) -> None:
    assert is_left_open("‘Til Brandt kommt am Montag.", get(code)) is is_open
