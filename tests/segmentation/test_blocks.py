"""Where paragraphs begin and end in text that says so by its line ends alone."""

from __future__ import annotations

from textwrap import wrap

import pytest

from summarize.segmentation.blocks import guess_blocks
from tests.segmentation.splitting import split, texts

FERRY = (
    "The ferry to Arn was cancelled for a third day on Tuesday because of ice in the fairway, and about forty "
    "islanders slept in the school. Doctors were flown in by a helicopter of the coast guard.",
    "The mayor asked the province for an icebreaker, but the only one is in dock until the end of the month. It will "
    "be tried on Friday.",
)
FERRY_IN_GERMAN = (
    "Die Fähre nach Arn fiel am Dienstag zum dritten Mal wegen Eises in der Fahrrinne aus, und etwa vierzig Bewohner "
    "der Insel schliefen in der Schule. Ein Hubschrauber der Küstenwache brachte am Abend zwei Ärzte.",
    "Die Bürgermeisterin bat die Provinz um einen Eisbrecher, doch der einzige liegt bis zum Monatsende im Dock.",
)


@pytest.mark.parametrize(
    "headlines",
    [
        "Über dreißig Verletzte bei einem Unfall im Hafen / Ärzte streiken ab Montag in der ganzen Stadt",
        "Москва закрывает старый мост через большую реку / Экипаж парома спасён у самого северного берега",
        "Όλα τα πλοία έμειναν σήμερα δεμένα στο λιμάνι / Άνεμοι και βροχή στα νησιά του βόρειου Αιγαίου",
    ],
    ids=["German", "Russian", "Greek"],
)
def test_a_capital_of_any_alphabet_begins_a_paragraph(headlines: str) -> None:
    lines = [*headlines.split(" / "), *headlines.split(" / ")]
    assert len(guess_blocks("\n".join(lines))) == len(lines)


def test_hard_wrapped_lines_are_read_as_one_paragraph() -> None:
    text = (
        "The old bridge over the Marl was closed on Monday after an\n"
        "inspection found cracks in two of its piers. The county said\n"
        "repairs would take until June.\n\n"
        "Drivers are sent over the northern bridge, which adds about\n"
        "twelve minutes to the trip, according to the county. The\n"
        "ferry expects more passengers.\n"
    )
    sentences = split(text)
    assert [" ".join(s.text.split()) for s in sentences] == [
        "The old bridge over the Marl was closed on Monday after an inspection found cracks in two of its piers.",
        "The county said repairs would take until June.",
        "Drivers are sent over the northern bridge, which adds about twelve minutes to the trip, according to the "
        "county.",
        "The ferry expects more passengers.",
    ]
    assert sentences[1].text == "The county said\nrepairs would take until June."


@pytest.mark.parametrize("paragraphs", [FERRY, FERRY_IN_GERMAN], ids=["English", "German"])
@pytest.mark.parametrize("spacing", ["\n\n", "\r\n\r\n", "\n \n", "\n\n\n"], ids=repr)
@pytest.mark.parametrize("gap", [0, 1], ids=["evenly", "wider between paragraphs"])
def test_wrapped_lines_with_blank_lines_between_all_of_them_are_one_paragraph(
    paragraphs: tuple[str, ...], spacing: str, gap: int
) -> None:
    text = (spacing + gap * "\n").join(spacing.join(wrap(paragraph, 66)) for paragraph in paragraphs)
    told = [" ".join(sentence.text.split()) for sentence in split(text)]
    assert " ".join(told) == " ".join(paragraphs)
    assert told == [sentence.text for sentence in split("\n".join(paragraphs))]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "The ferry to Arn was cancelled for a third day on Tuesday. Nobody was hurt.",
            "iFarm, which grows cress in a tunnel, said that it had lost all its stock",
            "and the islanders slept in a school that has had no heating since March.",
            "The mayor asked the province for an icebreaker. The only one is in dock.",
        ],
        [
            "apples and pears from the valley in a wooden bowl",
            "two cups of flour, sifted twice over a clean table",
            "milk from the farm, as warm as the hand can bear",
            "half a spoon of salt and a handful of dried plums",
        ],
        ["Ferry to Arn is cancelled for a third day by ice", "and the islanders sleep in a school. Doctors come."],
    ],
    ids=["sentences", "list", "two lines"],
)
def test_paragraphs_of_one_line_with_blank_lines_between_stay(lines: list[str]) -> None:
    assert len(guess_blocks("\n\n".join(lines))) == len(lines)


def test_a_text_of_two_or_three_wrapped_lines_keeps_its_lead() -> None:
    lead = "The dam above Brill burst on Sunday and killed nine people, the mayor told a crowd."
    rest = "Inspectors had seen cracks. It was built for the war. Its owner paid nothing."
    for text in (lead, f"{lead} {rest}"):
        told = [" ".join(sentence.text.split()) for sentence in split("\n".join(wrap(text, 70)))]
        assert told[0] == lead
        assert " ".join(told) == text


def test_a_wrapped_line_that_begins_with_the_last_word_of_a_sentence_is_no_item() -> None:
    lines = [
        "The harbour of Arn has not been closed for so long since the",
        "war. Ships wait in the bay for the ice to go.",
    ]
    assert texts("\n".join(lines * 2))[0].endswith("war.")
