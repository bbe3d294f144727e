"""Where the writer speaks, and where someone is quoted."""

from __future__ import annotations

import pytest

from summarize.languages import get
from summarize.selection.personal import is_personal

ENGLISH = get("en")


@pytest.mark.parametrize(
    "text",
    [
        "I have sailed on the Maid of Skarra since I was a boy.",
        "The ferry company owes us an answer.",
        "If you booked with Sundvik Lines, your ticket stays good.",
        "My own view is that the harbour needs a second light.",
        "On Monday I walked along the mole.",
        "Who let the ferry sail into the fog?",
        "What now? ",
        "なぜ船は出たのか？",
        "لماذا أبحرت العبارة؟",
        "“Nobody warned them,” she said, and we believed her.",
        "Here's what is known of the crash.",
        "Let’s make them answer for it.",
        "Here’s a look at the night of the crash, and why it came to it.",
        "Q. Ferry owners say they will refuse a new light.",
    ],
)
def test_a_writer_who_says_i_we_or_you_or_asks_is_personal(text: str) -> None:
    assert is_personal(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry struck the mole in dense fog.",
        "“We saw the bow come out of the mist,” an angler said.",
        '"I had no radar," Captain Haldane told officers.',
        "‘My dog found her,’ said the warden.",
        "The captain asked “Do you see the light?” and ran aft.",
        "„Wir haben you gehört“, sagte der Kapitän.",
        "US officials said the ferry was built in Ohio.",
        "The mine dates from World War I and weighs 200 kilograms.",
        "Here, at the end of the mole, the ferry struck.",
        "Here is the bow of the ferry, said the warden.",
        "“Here’s what happened,” Captain Haldane told the court.",
        "Q-ships sailed from the harbour in the war.",
        "The pier was opened by Queen Orla I in 1571.",
        "Interstate I-95 was closed for six hours.",
        "The fishermen's union called it the anglers' day.",
    ],
)
def test_a_report_is_not_personal_whatever_those_quoted_say(text: str) -> None:
    assert not is_personal(text, ENGLISH)
