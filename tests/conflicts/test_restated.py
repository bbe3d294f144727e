"""A newer figure that is given with the former one replaces it wherever older documents give it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from summarize.conflicts import find_restated
from summarize.conflicts.parsing import ParsedSentences
from tests.corpora import corpus_of, sentences_of

DAYS = [datetime(2031, 5, day, tzinfo=UTC) for day in (5, 6)]
FOG = "The ferry struck the mole at Port Ennick in dense fog."


def replaced(older: str, newer: str, *, in_order: bool = True) -> bool:
    """Whether the newer of two reports replaces the first sentence of the older one."""
    corpus = corpus_of(sentences_of([older, FOG], [newer]), published=DAYS if in_order else DAYS[::-1])
    return [(update.former, update.newest) for update in find_restated(corpus, ParsedSentences(corpus))] == [((0,), 2)]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (
            "About 40 tonnes of heavy oil have escaped from the tank of the ferry.",
            "The heavy oil lost from the tank is now put at 65 tonnes, up from an earlier estimate of 40.",
        ),
        (
            "The crack in the mole measures 14 inches, the port said.",
            "The crack in the mole, first given as 14 inches, measured 31 inches on Tuesday.",
        ),
        (
            "Some 186,000 birds on the farms of Skarra will be culled.",
            "That raises the number of birds to be culled on the farms from 186,000 to about 240,000.",
        ),
        (
            "The owner offered $70 a share for the ferry line.",
            "The owner raised its offer for the ferry line to $82 a share from $70.",
        ),
    ],
)
def test_a_figure_given_as_the_former_one_is_replaced(older: str, newer: str) -> None:
    assert replaced(older, newer)
    assert not replaced(older, newer, in_order=False)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (
            "The owner offered $70 a share for the ferry line.",
            "The owner raised its offer for the ferry line to $82 a share from $75.",
        ),
        (
            "Forty anglers stood on the quay.",
            "The heavy oil lost from the tank is now put at 65 tonnes, up from an earlier estimate of 40.",
        ),
        (
            "The owner raised its offer for the ferry line to $82 a share from $70.",
            "The owner lowered its offer for the ferry line to $80 a share from $70.",
        ),
    ],
)
def test_other_figures_stay(older: str, newer: str) -> None:
    assert not replaced(older, newer)
