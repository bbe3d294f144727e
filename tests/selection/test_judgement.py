"""What was read in its place decides what may be quoted, and how."""

from __future__ import annotations

import pytest

from summarize import Document, Options, summarize
from summarize.quotability import QuotabilityModel
from tests.conftest import WordEncoder
from tests.quotability.saying import Says

CRASH = "The ferry Aurora struck the north pier of Varnholm in thick fog on Friday morning, the harbour office said."
FOG = "The harbour stays closed to all larger ships until the fog has lifted, and divers will look at the hull."
RIBS = "Nine passengers of the ferry were brought to the hospital of Lund with broken ribs, a nurse told the paper."
TEARS = "The crash of the ferry in the fog of Varnholm harbour is what every child on this coast has feared at night."
OWNER = "The captain of the ship in question had been given a fine for the speed of a ferry in the fog last winter."


def told(model: QuotabilityModel | None, *texts: str, most: int = 200) -> list[str]:
    documents = [Document("one", "\n\n".join(texts)), Document("two", f"{CRASH}\n\n{FOG}")]
    brief = summarize(documents, Options(max_words=most), WordEncoder(), quotability=lambda encoder: model)
    return [sentence.text for sentence in brief.sentences]


def test_what_is_no_part_of_the_article_is_not_told() -> None:
    assert RIBS in told(None, CRASH, RIBS)
    assert RIBS not in told(Says(furniture="ribs"), CRASH, RIBS)


def test_where_nothing_else_is_there_it_is_told_as_it_was() -> None:
    assert told(Says(furniture="e"), CRASH, RIBS) == told(None, CRASH, RIBS)


def test_what_needs_the_sentence_before_it_follows_that_sentence_or_is_not_told() -> None:
    model = Says(leaning="in question")
    order = told(model, CRASH, FOG, OWNER)
    assert OWNER not in order or order[order.index(OWNER) - 1] == FOG
    alone = told(model, OWNER, CRASH, most=25)
    assert OWNER not in alone


@pytest.mark.parametrize("most", [22, 45])
def test_an_opinion_is_told_after_what_reports(most: int) -> None:
    without, read = told(None, TEARS, CRASH, most=most), told(Says(opinion="every child"), TEARS, CRASH, most=most)
    assert TEARS not in read
    assert set(read) >= set(without) - {TEARS}


def test_what_is_chosen_was_read_however_much_there_is_to_choose_from() -> None:
    model = Says()
    many = [
        f"A boat of the coastguard took {n} people of the ferry {n * 3} to the town of Nord{n}." for n in range(300)
    ]
    order = told(model, CRASH, *many, most=400)
    read = {text for text, _ in model.asked}
    assert set(order) <= read
    assert len(read) < 200
