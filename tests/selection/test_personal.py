"""Where the writer speaks, and where someone is quoted."""

from __future__ import annotations

import pytest

from summarize import Document
from summarize.languages import get
from summarize.records.corpus import collect
from summarize.segmentation import segment
from summarize.selection.personal import is_bare_question, is_personal, opinions

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
        "Talk about a crossing to remember!",
        "A ferry with no radar!",
        "No need for a lighthouse keeper any more.",
        "Perhaps the mates wanted a second breakfast before the tide turned.",
        "Of course, nobody in Skarra had asked the anglers.",
        "Apparently, the line is running out of names for its boats.",
        "As if one dent were not enough, the ferry line now wants to race its boats.",
        "Only time will tell whether the mole holds.",
        "The new timetable is sure to anger everybody who works in Ennick.",
        "Whatever the board finds, the captain deserves better than this.",
        "What a crossing.",
        "So much for the new radar.",
    ],
)
def test_a_writer_who_says_i_we_or_you_or_asks_or_judges_is_personal(text: str) -> None:
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
        "“What a night!” Captain Haldane told the court.",
        "Perhaps forty anglers were on the mole, the warden said.",
        "The board said the mole is certain to be closed for a year.",
        "Analysts believe fares are bound to rise.",
        "Nobody imagined that the mole would hold.",
        "The No Need to Wait campaign was founded by two anglers.",
        "Perhapsburg has had no ferry since 1971.",
        "A review of the light was ordered by the port.",
    ],
)
def test_a_report_is_not_personal_whatever_those_quoted_say(text: str) -> None:
    assert not is_personal(text, ENGLISH)


REPORT = "The ferry struck the mole in dense fog. Nobody was killed, a coastguard spokesman said."
COLUMN = (
    "The harbour was quiet when I came down on Monday. I have crossed to Skarra for forty years. "
    "My father did before me. The mole is grey and cold in May. I do not blame the captain. "
    "I blame those who sold the light."
)


@pytest.mark.parametrize(
    "document",
    [
        Document("a", REPORT, title="Opinion: Light the mole"),
        Document("a", REPORT, title="Column | Light the mole"),
        Document("a", REPORT, title="Light the mole - Editorial"),
        Document("a", REPORT, title="“The Mole” at the Skarra Playhouse, Reviewed"),
        Document("a", "Editorial\n\n" + REPORT),
        Document("a", REPORT, url="https://ennickpost.example/opinion/2031/05/light-the-mole"),
        Document("a", REPORT + "\n\nThe views expressed in this article are those of the author."),
        Document("a", COLUMN),
    ],
)
def test_a_column_is_an_opinion_as_a_whole(document: Document) -> None:
    assert opinions(segment(collect([document]))) == {0}


@pytest.mark.parametrize(
    "document",
    [
        Document("a", REPORT, title="Port orders review of mole after crash"),
        Document("a", REPORT, title="Opinion is divided on the mole"),
        Document("a", REPORT, title="Editorial board of Ennick Post resigns"),
        Document("a", REPORT, title="Port may close mole pending review"),
        Document("a", "Opinion is divided on who should pay for the mole.\n\n" + REPORT),
        Document("a", REPORT, url="https://ennickpost.example/news/opinion-poll-on-the-mole"),
        Document("a", REPORT, url="http://[opinion/columns/light"),
        Document("a", REPORT + "\n\nOpinions expressed in comments are those of readers."),
        Document("a", COLUMN.replace(". ", ".” ").replace(" I ", " “I ").replace("My", "“My")),
    ],
)
def test_a_report_is_no_opinion_though_it_speaks_of_some_or_quotes_them(document: Document) -> None:
    assert not opinions(segment(collect([document])))


@pytest.mark.parametrize("text", ["And the heirs?", "“You don’t think so?”", '"Why?"', "Wer zahlt?"])
def test_a_question_of_a_few_words_is_bare(text: str) -> None:
    assert is_bare_question(text, len(text.split()))


@pytest.mark.parametrize("text", ["Who pays for the repair of the mole, the region asked?", "Nobody was killed."])
def test_what_asks_at_length_or_tells_is_not(text: str) -> None:
    assert not is_bare_question(text, len(text.split()))
