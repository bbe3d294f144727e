"""Speech needs the sentence before it where it does not say whose it is."""

from __future__ import annotations

import pytest

from summarize.languages import get
from summarize.selection.dependence import is_context_dependent, is_left_open

ENGLISH = get("en")


@pytest.mark.parametrize(
    "text",
    [
        "“The passengers’ bags were left behind.”",
        "“Nobody warned the anglers.”",
        '"Nobody warned the anglers".',
        "„Niemand hat die Angler gewarnt.“",
        "«Personne n'a prévenu les pêcheurs.»",
        "'Nobody warned the anglers.'",
        "“Nobody warned the anglers,” she said.",
        "“Nobody warned the anglers,” said he.",
        "Nobody had warned the anglers, he said.",
        "All sailings are cancelled, it added.",
        "“Nobody warned the anglers. The bow came out of the mist.",
        'Nobody warned the anglers," the mayor of Port Ennick said.',
        "We voluntarily closed our site on Wednesday evening.",
        "I never saw a thicker fog.",
        "Our engineers have found a fault in a pump.",
    ],
)
def test_speech_without_its_speaker_needs_what_stands_before(text: str) -> None:
    assert is_context_dependent(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody warned the anglers,” the mayor of Port Ennick said.",
        '"Nobody warned the anglers," said the mayor of Port Ennick.',
        "'Nobody warned the anglers,' said the mayor of Port Ennick.",
        "“We did not ask for this fight,” General Horvane said.",
        "The mayor of Port Ennick called the crash “a bitter day”.",
        "„Niemand hat die Angler gewarnt“, sagte der Bürgermeister.",
        "Der Bürgermeister sprach von einem „bitteren Tag”.",
        "»Niemand hat die Angler gewarnt«, sagte der Bürgermeister.",
        "«Personne n'a prévenu les pêcheurs», a dit le maire.",
        "”Ingen varnade fiskarna”, sade borgmästaren.",
        "The anglers' boat and the captain's log were lost.",
        "Sundvik Lines said it was sorry.",
    ],
)
def test_speech_with_its_speaker_stands_by_itself(text: str) -> None:
    assert not is_context_dependent(text, ENGLISH)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("“I went to the harbour at six.", True),
        ('"I went to the harbour at six.', True),
        ("“I went to the harbour,” said Olaf Brandt.", False),
        ("Olaf Brandt said: “I went to the harbour at six.", False),
        ("I went to the harbour at six.", False),
    ],
)
def test_the_first_sentence_of_a_long_quotation_leaves_its_speaker_to_the_last(text: str, is_open: bool) -> None:
    assert is_left_open(text, ENGLISH) is is_open
