"""Near copies that say the opposite are told by the words that differ."""

from __future__ import annotations

import pytest

from summarize.languages import get
from summarize.lexical.tokens import Tokenizer
from summarize.relations.alignment import contradicts


def told(one: str, other: str) -> bool:
    language = get("en")
    assert contradicts(one, other, language, Tokenizer("english")) == contradicts(
        other, one, language, Tokenizer("english")
    )
    return contradicts(one, other, language, Tokenizer("english"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council has approved the new bridge.", "The council has not approved the new bridge."),
        ("The strikers accepted the offer of Norvex.", "The strikers did not accept the offer of Norvex."),
        ("The crown gained 1 percent on Thursday.", "The crown lost 1 percent on Thursday."),
        ("The bank raised its key rate on Thursday.", "The bank cut its key rate on Thursday."),
        ("Maria Kohl beat Ana Sole in the final.", "Ana Sole beat Maria Kohl in the final."),
        ("Gas flows from Marvia to Tolland again.", "Gas flows from Tolland to Marvia again."),
        ("The ferry isn't seaworthy, inspectors say.", "The ferry is seaworthy, inspectors say."),
    ],
)
def test_what_says_the_opposite_in_the_same_words_contradicts(one: str, other: str) -> None:
    assert told(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Kohl met Ana Sole in Brell.", "Ana Sole met Maria Kohl in Brell."),
        ("Orland and Alderan signed the treaty.", "Alderan and Orland signed the treaty."),
        ("On Monday Norvex closed its plant in Dene.", "Norvex closed its plant in Dene on Monday."),
        ("The bridge will open in May at the latest.", "The bridge will open in June at the latest."),
        ("The council has not only approved the bridge.", "The council has only approved the bridge."),
        ("The dam held.", "The dam broke."),
        ("Rain fell on Dene for three days.", "Rain fell on Dene for three days."),
    ],
)
def test_what_may_both_be_true_or_is_not_certain_is_left_to_the_model(one: str, other: str) -> None:
    assert not told(one, other)
