"""A contradiction is borne out by the words: figures that differ, unequal denials, words that exclude each other."""

from __future__ import annotations

import pytest

from summarize.conflicts import has_grounds
from summarize.conflicts.parsing import read
from summarize.languages import get


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine divers were hurt when the hatch blew off.", "The hatch blew off and seven divers were hurt."),
        ("The council will not buy the pier.", "The council agreed to buy the pier."),
        ("Her lawyer said she would appeal.", "Nothing had been decided about an appeal, her lawyer said."),
        ("The museum called the loan of the crown untrue.", "The museum will lend the crown."),
        ("Prices of tin fell in May.", "In May the prices of tin rose."),
        ("Arven Foods sued Tolk Mills over the mark.", "Tolk Mills sued Arven Foods over the mark."),
        ("He was operated on his left knee on Monday.", "On Monday he was operated on his right knee."),
    ],
)
def test_what_clashes_in_words_bears_a_contradiction_out(one: str, other: str) -> None:
    left, right = (read(text, get("en")) for text in (one, other))
    assert has_grounds(left, right)
    assert has_grounds(right, left)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The driver died on the way to hospital.", "The driver was pronounced dead in the ambulance."),
        ("Two wardens found the boy beneath the weir.", "The boy was discovered by two wardens below the weir."),
        ("Chief Ola Brandt accused Merrin of cutting the corner.", "Merrin cut the corner, said its chief Brandt."),
        ("Callow's removed the cheese from its shops.", "The grocer Callow's took all the cheese off its shelves."),
        ("She handed over 7.5 per cent of the shares.", "Of the shares she gave up 7.5%."),
    ],
)
def test_the_same_in_other_words_does_not(one: str, other: str) -> None:
    left, right = (read(text, get("en")) for text in (one, other))
    assert not has_grounds(left, right)
    assert not has_grounds(right, left)
