"""What no brief may quote as it stands, and what looks like it and may be quoted."""

from __future__ import annotations

import pytest

from summarize import Document
from summarize.records.sentence import SentenceRole
from summarize.segmentation import split_documents

LEAD = "The pier of Dene collapsed on Monday, the harbour company said."


def roles(text: str, **fields: str) -> dict[str, SentenceRole]:
    return {s.text: s.role for s in split_documents([Document(id="a", text=f"{LEAD}\n\n{text}", **fields)])}


def quotable(text: str) -> list[str]:
    return [sentence for sentence, role in roles(text).items() if role is SentenceRole.BODY and sentence != LEAD]


@pytest.mark.parametrize(
    "line",
    [
        "and with it went the heart of the village.",
        "... which nobody had expected at the time.",
        ", as many of the people in the village say.",
        ") were taken to a hospital in the city of Holm.",
        "3,400, in one night of wind and rain in Dene.",
        "000 people had to leave their houses on Monday.",
    ],
)
def test_what_begins_in_the_middle_is_not_quoted(line: str) -> None:
    assert quotable(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "The harbour board voted on Mon- day to give the ferry to a muse- um in Tarn.",
        "The fire brigade con rmed that a tank had leaked, of cials said on Monday.",
        "People near the plant were told to stay inside for  ve hours on Monday.",
        "The coach, Bj?rn Ostby, called him the best left foot in the league.",
        "The frog‚Äôs home is a pond of thirty metres near the town of Orvik.",
        "The Caf=C3=A9 Lumen will stay open, the town said on Monday=2C to the joy of all.",
        "?The pier was rotten,? the harbour master told the court on Monday.",
        "РњСЌСЂ РіРѕСЂРѕРґР° РѕС‚РєСЂС‹Р» РјРѕСЃС‚ РІ РїСЏС‚РЅРёС†Сѓ.",
    ],
)
def test_words_that_print_and_encodings_took_apart_are_not_quoted(line: str) -> None:
    assert quotable(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "The two- and three-year contracts of the crew end in May, the union said.",
        "Shots were fired from the 32nd floor, a horny nest of the old rebrand, police said.",
        "Marine le Goff and Jean de la Tour will stand again in May, the party said.",
        "“We've seen worse, and they've seen us,” the captain said on Monday.",
        "Its answer to “Who pays?” was a list of the firms that had signed.",
    ],
)
def test_hyphens_that_wait_contractions_and_questions_are_no_damage(line: str) -> None:
    assert quotable(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "(Adds remarks of the harbour master in paragraph 4, updates toll)",
        "[Corrects the day of the collapse in the second paragraph]",
    ],
)
def test_a_line_in_brackets_is_not_quoted_with_or_without_a_full_stop(line: str) -> None:
    assert quotable(line) == quotable(f"{line[:-1]}.{line[-1]}") == []


def test_brackets_within_a_sentence_do_no_harm() -> None:
    line = "(The mayor had warned of it) but nobody closed the pier, a fisherman said."
    assert quotable(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "iPhone sales fell by a third in the spring, the firm said.",
        "al-Quds reported that the pier had been inspected.",
        "de Vries, who built it, could not be reached.",
        "12 people were freed from a lift on Sunday.",
        "3,400 homes have no power, the mayor said.",
        "-12 degrees were measured in Karst on Monday night.",
    ],
)
def test_a_name_with_a_small_letter_or_a_figure_may_begin_a_sentence(line: str) -> None:
    assert quotable(line) == [line]


def test_a_text_that_does_without_capitals_is_not_cut_everywhere() -> None:
    text = "the ferry sank on monday. nobody was hurt in the fog. the crew swam to the bank."
    documents = [Document(id="a", text=text)]
    assert {s.role for s in split_documents(documents)} == {SentenceRole.BODY}


def test_a_quotation_mark_that_was_forgotten_costs_no_more_than_its_sentence() -> None:
    text = "“We will rebuild it, the mayor of Dene promised. The work takes a year. It costs 40 million crowns."
    assert quotable(text)[-2:] == ["The work takes a year.", "It costs 40 million crowns."]


@pytest.mark.parametrize(
    "line",
    [
        '"We will open it in March, with all its files," the minister, Per Lund, said on Thursday.',
        "“We ran. We hid in the barn,” the farmer said.",
        "'We are shocked by it,' the harbour company's chief, Ann Orr, said.",
        "The inquiry called the pier “a danger to anybody who set foot on it” in April.",
        "The firms' owners and the workers' union agreed on Monday.",
    ],
)
def test_a_quotation_with_its_speaker_is_quoted(line: str) -> None:
    assert quotable(line) == [line]


def test_a_paragraph_that_only_asks_is_not_quoted_and_a_reported_question_is() -> None:
    assert quotable("Will you close the mine for good?\n\nThe firm says that it will not.") == [
        "The firm says that it will not."
    ]
    assert quotable("“Who pays for the new pier?” asked Marta Lind, a nurse of Dene.") != []


@pytest.mark.parametrize(
    "line",
    [
        "Net sales 5,104 6,149 412 664.",
        "Dene 3, Holm 0, 2-1, 4-0, 12.",
        "Full results: https://post.example/results.",
        "BC-EU--Pier Collapse falls on the wire for editors.",
        "[^1]: The mayor was not present at the opening.",
        "It costs â‚¬18 million, the council of Brell said.",
        "Rolls &amp; buns stay at&nbsp;30 cents, the baker said.",
        "T h e  c o u n c i l  s a i d  i t  o n  M o n d a y.",
        "The councilsaidonmondaythatthepierwouldberebuilt in a year.",
        "It\\u2019s the third closure since 2019, the mayor said.",
        "The [council](https://post.example/council) met on Monday.",
        "**Rika Holm** won the ski run from Karst to Varn.",
        "[color=red]The pier of Dene will be closed from Monday.[/color]",
        "[b]The pier of Dene will be closed from Monday.[/b]",
        ".lead { font-size: 120%; color: #333; }",
        "function show(panel) { return panel.hidden = false; }",
        "Ticket sales rose by NaN percent in May, the ferry line said.",
        "The ferry line sold undefined thousand tickets in May, it said.",
        "The captain, [object Object], thanked {{first_name}} and the crew.",
    ],
)
def test_rows_links_slugs_notes_and_damaged_lines_are_not_quoted(line: str) -> None:
    assert quotable(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "In 2019, 34 of the 120 people on the pier were hurt.",
        "The results stand at https://post.example/results, and they please nobody in Dene.",
        "AT&T; and R&D are spelled so in the firm's letter.",
        "A vitamin A and a vitamin B are a must, the doctor said.",
        "The works' code is written in C# and has a * in it, an expert said.",
        "“[They] knew of the leak (for weeks),” the judge wrote.",
        "“[T]he pier was rotten,” the judge wrote, and the gala was called off.",
        "The date of the opening is undefined, and two million visitors must wait, she said.",
        "E=mc2 stands on the wall of the school (in red); the council wants it gone.",
        "Le château de Morvaux & son parc rouvrent samedi.",
    ],
)
def test_figures_links_and_ampersands_inside_a_sentence_do_no_harm(line: str) -> None:
    assert quotable(line) == [line]


def test_the_last_of_several_sentences_without_an_end_was_cut_off() -> None:
    assert quotable("The pier was inspected in April. The report says that the") == ["The pier was inspected in April."]
    deck = "Harbour company promises new pier " + "after the collapse that hurt nine people on Monday " * 3 + "in Dene"
    assert quotable(deck) == [deck]
    assert quotable(f"{deck} and the") == []


def test_code_between_fences_is_not_quoted() -> None:
    after = "The snow was wet on Sunday, and the council of Dene had closed the road to the barn by noon."
    assert quotable(f"```\npython rank.py runs in 4 seconds.\n```\n\n{after}") == [after]


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: The pier of Dene falls\ndate: 2033-02-11\ntags: winter\n---\n\n",
        "Title: The pier of Dene falls\nAuthor: Ole Strand\nStatus: published\n\n",
        '+++ title = "The pier of Dene falls" date = 2031-05-05 +++\n\n',
        "Title: The pier of Dene falls Date: 2031-05-04 Category: News\n\n",
    ],
)
def test_the_head_of_a_text_is_boilerplate_but_for_its_title(head: str) -> None:
    found = split_documents([Document(id="a", text=head + LEAD)])
    kept = [(s.text, s.role) for s in found if s.role is not SentenceRole.BOILERPLATE]
    assert kept == [("The pier of Dene falls", SentenceRole.HEADLINE), (LEAD, SentenceRole.BODY)]
    assert all(s.text == (head + LEAD)[s.start : s.end] for s in found)


def test_a_sentence_that_begins_like_a_field_is_no_head() -> None:
    text = "Title: it had none when it was found in a barn. He sold it for 90,000 crowns."
    assert {s.role for s in split_documents([Document(id="a", text=text)])} == {SentenceRole.BODY}


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGOED until 06:00 on Thursday 9 May.",
        "Embargo: 9 May, 06:00 GMT, for all media.",
        "Under embargo until Thursday at noon, please.",
        "Not for publication before 10 am on Thursday.",
        "Hold for release until 9 May at 06:00.",
    ],
)
def test_when_a_text_may_be_published_is_not_quoted(line: str) -> None:
    assert quotable(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Embargoes on grain from three countries were lifted on Monday.",
        "Embargoed goods worth two million were found in the hold.",
        "For release on bail he had to pay two million crowns.",
        "The count was 5 for and 2 against, the clerk said.",
        "Two things were clear: 5 members were for it, and this was new: 3 were not.",
    ],
)
def test_news_of_an_embargo_or_of_a_count_is_quoted(line: str) -> None:
    assert quotable(line) == [line]


@pytest.mark.parametrize(
    "line",
    ["In favour: 7, opposed: 4.", "Present: 12 members, absent: 3.", "Dafür: 7 Stimmen; dagegen: 4 Stimmen."],
)
def test_labels_with_their_figures_are_not_quoted(line: str) -> None:
    assert quotable(line) == []


@pytest.mark.parametrize(
    "program",
    [
        "def total(prices):\n    if not prices:\n        return a * 0 + 1\n    return the sum of all\n",
        "const ferry = open(dock);\nlet crew = 12;\nwhile crew remain aboard\n",
        "SELECT name FROM crews WHERE boat = 4\nSELECT dock FROM boats WHERE length > 90\n",
    ],
    ids=["Python", "JavaScript", "SQL"],
)
def test_lines_of_a_program_are_not_quoted(program: str) -> None:
    found = split_documents([Document(id="a", text=program)])
    assert [sentence.text for sentence in found if sentence.role is SentenceRole.BODY] == []
