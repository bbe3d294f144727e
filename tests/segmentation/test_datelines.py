"""Datelines and bylines are no part of the first sentence, and what only looks like one is."""

from __future__ import annotations

import pytest

from summarize.records.document import Document
from summarize.segmentation import split_documents
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


@pytest.mark.parametrize(
    ("clocks", "language"),
    [
        (("10:30 ", "11:45 "), "en"),
        (("9:05 am: ", "2.15pm GMT – "), "en"),
        (("09:05 GMT | ", "14:15 - "), "en"),
        (("10:30 Uhr: ", "11.45 Uhr "), "de"),
        (("10:30 ", "11:45 – "), "fr"),
    ],
)
def test_the_time_of_an_entry_of_a_live_blog_is_kept_out_of_its_sentence(
    clocks: tuple[str, str], language: str
) -> None:
    entries = ("“La digue” Skarra tient bon, Ilse Marrow.", "La Maid of Skarra, Port Ennick.")
    text = "\n\n".join(f"{clock}{entry}" for clock, entry in zip(clocks, entries, strict=True))
    assert [s.text for s in split_documents([Document("d", text, language=language)])] == list(entries)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("10:30 Trains to Skarra are late.\n\nThe mole is shut.", "en"),
        ("10:30 was too early.\n\n11:45 was too late.", "en"),
        ("10:30 Uhr war zu früh.\n\n11:45 Uhr war zu spät.", "de"),
        ("12.50 Franken kostet das Brot.\n\n13.50 Franken kostet der Kuchen.", "de"),
    ],
)
def test_a_time_or_a_price_that_the_sentence_needs_stays(text: str, language: str) -> None:
    assert [s.text for s in split_documents([Document("d", text, language=language)])] == text.split("\n\n")
