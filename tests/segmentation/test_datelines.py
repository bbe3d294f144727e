"""Datelines and bylines are no part of the first sentence, and what only looks like one is."""

from __future__ import annotations

import pytest

from tests.segmentation.splitting import split, texts


@pytest.mark.parametrize(
    "dateline",
    [
        "Sep 15 – ",
        "VARNHOLM (Newswire) - ",
        "VARNHOLM, Dec 29 (Foundation Press) - ",
        "PORT ALDER — ",
        "(CNN) — ",
        "WEST ALDER BAY, Fla., Jan 1 (NWA) -- ",
        "Varnholm City, Aug. 5 (Newswire) -- ",
        "SKIP (AP) — ",
        "Dec 17 (Newswire) - ",
        "VARNHOLM—",
        "PORT ALDER, Texas–",
        "VARNHOLM/BRENNAYA--",
    ],
)
def test_a_dateline_is_kept_out_of_its_sentence(dateline: str) -> None:
    sentence = "The ferry struck the pier at dawn."
    found = split(dateline + sentence + " Nobody was hurt.")
    assert [s.text for s in found] == [sentence, "Nobody was hurt."]
    assert found[0].start == len(dateline)


@pytest.mark.parametrize(
    "byline",
    [
        "By Ada Quill ",
        "By Ada Mary Quill ",
        "By Ada J. van Quill, Chief Reporter ",
        "By our harbour correspondent Ada Quill ",
        "By Ada Quill VARNHOLM (Newswire) - ",
    ],
)
def test_a_byline_that_lost_its_line_end_is_kept_out_of_the_first_sentence(byline: str) -> None:
    sentence = "The divers found the ferry at dawn."
    assert texts(byline + sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday Morning Post readers had sent 900 letters.",
        "By New York City Council rules the vote was void.",
        "By World War II Berlin had four million residents.",
        "By Prime Minister Merz's own count the coalition has two votes.",
        "By September Quill had left the paper.",
        "By Ada Quill’s own account the ferry was late.",
        "By then the ferry had sunk.",
    ],
)
def test_by_alone_makes_no_byline(sentence: str) -> None:
    assert texts(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "NAVA — America’s ferry agency — said on Monday that it would buy boats.",
        "NAVA – the ferry agency – said on Monday that it would buy boats.",
        "The ferry - a small one - struck the pier.",
    ],
)
def test_a_dash_alone_makes_no_dateline(sentence: str) -> None:
    assert texts(sentence) == [sentence]
