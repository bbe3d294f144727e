"""Whose words a sentence is, where only another sentence says it."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.records.sentence import Sentence
from summarize.selection.speech import turns, within_quotations


def article(*paragraphs: Sequence[str]) -> list[Sentence]:
    """Sentences of one article, paragraph by paragraph."""
    placed = [(number, text) for number, paragraph in enumerate(paragraphs) for text in paragraph]
    return [
        Sentence(0, 1000 * position, 1000 * position + len(text), text, position=position, paragraph=paragraph)
        for position, (paragraph, text) in enumerate(placed)
    ]


def within(*paragraphs: Sequence[str]) -> list[str]:
    sentences = article(*paragraphs)
    return [sentences[index].text for index in sorted(within_quotations(sentences))]


def turns_of(*paragraphs: Sequence[str]) -> list[str]:
    sentences = article(*paragraphs)
    return [sentences[index].text for index in sorted(turns(sentences))]


def test_the_middle_and_the_end_of_a_quotation_are_within_it() -> None:
    first, *others = '"The pier was gone.', "Three men were in the water.", 'I threw a rope," said Olaf Brandt of Dene.'
    assert within([first, *others, "He is a fisherman."]) == others


def test_a_quotation_of_several_paragraphs_goes_on_where_it_is_opened_anew() -> None:
    said = ["“You lied to your brother.", "You lied to this court,” she said."]
    assert within(["“You took the savings of many."], said, ["The banker said nothing."]) == [said[1]]


def test_what_follows_a_closed_quotation_is_not_within_it() -> None:
    assert within(["“It was loud,” said Olaf Brandt.", "The pier was gone."], ["It was dark."]) == []


def test_german_marks_close_where_english_ones_open() -> None:
    assert within(["„Es war laut“, sagte er.", "Der Steg war weg."]) == []


def test_a_mark_for_inches_opens_no_quotation() -> None:
    assert within(['The board was 9" wide and old.', "It broke on Monday."]) == []


def test_a_paragraph_without_an_opening_mark_ends_a_quotation_that_was_never_closed() -> None:
    assert within(["“It was loud."], ["The pier was gone.", "It was dark."]) == []


def test_a_quotation_ends_with_its_document() -> None:
    one, other = article(["“It was loud."])[0], article(["“Quiet,” he said.", "It was dark."])
    later = [Sentence(1, s.start, s.end, s.text, position=s.position, paragraph=s.paragraph) for s in other]
    assert within_quotations([one, *later]) == set()


def test_turns_of_an_interview_are_found_by_their_speakers() -> None:
    asked, answered = ["NF: They warned you of it."], ["TW: They warned of the east side.", "It held."]
    again, last = ["NF: Will you close it?"], ["TW: We will open on May 20."]
    found = turns_of(["The mine slipped in March."], asked, answered, again, last)
    assert found == [*asked, *answered, *again, *last]


def test_questions_and_answers_may_have_full_stops_behind_their_letters() -> None:
    paragraphs = [["Q. Was it off?"], ["A. All night."], ["Q. And now?"], ["A. It is on."]]
    assert len(turns_of(*paragraphs)) == len(paragraphs)


def test_turns_may_be_numbered() -> None:
    assert len(turns_of(["Q1: Was it off?"], ["A1: All night."], ["Q2: And now?"], ["A2: It is on."])) == 4


def test_a_sender_or_a_list_of_facts_is_no_conversation() -> None:
    assert turns_of(["Karst Police: A woman was found."], ["Karst Police: The road is open."]) == []
    assert turns_of(["Structures: 63 houses."], ["Containment: 5 percent."], ["Dead: one man of 71."]) == []
