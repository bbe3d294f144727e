"""Which sentences take back what the one before them says."""

from __future__ import annotations

import pytest

from summarize.languages import get
from summarize.selection.dependence import is_contrastive, is_retraction

ENGLISH = get("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("But nobody has seen the plan.", True),
        ("However, the owner denies it.", True),
        ("Yet the ferry sailed.", True),
        ("But for the captain's call all would have drowned.", False),
        ("However hard the crew tried, the pump failed.", False),
        ("Yet another ferry sank on Friday.", False),
        ("Not so long ago, the harbour had forty boats.", False),
    ],
)
def test_a_sentence_takes_back_what_stands_before_it_or_only_begins_so(text: str, expected: bool) -> None:
    assert is_contrastive(text, ENGLISH) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Or so it seemed.",
        "Or so the owners thought.",
        "That was wrong.",
        "But that turned out to be wrong.",
        "This was not the case.",
        "The report was false, the port said on Tuesday.",
        "The claim has since been proven false.",
        "It did not happen.",
        "It never happened.",
        "That did not last.",
        "He did not.",
        "They were wrong.",
        "Not so.",
        "Not any more.",
        "Wrong.",
        "Then things changed.",
        "Then everything changed.",
        "All of that has now changed.",
        "It turned out otherwise.",
        "Things went differently.",
        "Nothing could be further from the truth.",
        "None of this happened.",
        "In fact, the opposite was true.",
        "Quite the opposite.",
        "But it was not to be.",
    ],
)
def test_a_sentence_says_that_the_one_before_it_is_untrue(text: str) -> None:
    assert is_retraction(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Or send a letter to the port.",
        "That was the last ferry of the year.",
        "That was wrongly filed under Skarra.",
        "It did not happen by chance that the captain rang the bell.",
        "The report was falsely dated.",
        "He did not say who had sold the radar.",
        "They were wrongly arrested on the quay.",
        "Wrong papers were found on the bridge.",
        "Not so long ago, the harbour had forty boats.",
        "Not quite forty anglers were on the mole.",
        "The line changed hands in 2019.",
        "Everything changed hands within a week.",
        "“That is not true,” the owner of the ferry said.",
        "It turned out that the set had not been serviced.",
        "The opposite bank was dark.",
        "It was not the captain who rang the bell.",
        "None of the anglers was hurt.",
        "The mole changed the harbour for good.",
        "It was wrong to sail in the fog, the board said.",
        "That is not true of the second ferry.",
    ],
)
def test_a_sentence_that_only_looks_so_says_nothing_of_the_one_before_it(text: str) -> None:
    assert not is_retraction(text, ENGLISH)
