"""The timeline: when what happened, where a source says so for certain."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from summarize import Brief, Document, summarize
from summarize.records.corpus import ReportDay
from summarize.records.sentence import Sentence
from summarize.records.views import Precision, View
from summarize.rendering import Format, render
from summarize.views.timeline import when_of
from tests.conftest import WordEncoder

PUBLISHED = datetime(2029, 11, 15, 9, tzinfo=UTC)  # a Thursday


def when(text: str) -> tuple[str, Precision] | None:
    return when_of(Sentence(0, 0, len(text), text), {0: ReportDay(PUBLISHED)})


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A ferry struck the North Mole on Tuesday morning.", "2029-11-13"),
        ("A ferry struck the North Mole on Tuesday, police said.", "2029-11-13"),
        ("A ferry struck the North Mole on Nov. 13.", "2029-11-13"),
        ("On 3 March 2027 a sister ship ran aground off the cape.", "2027-03-03"),
        ("In March 2027 a sister ship ran aground off the cape.", "2027-03"),
        ("In 2019 a sister ship ran aground off the cape.", "2019"),
        ("The pilot was cleared of blame by a court in Lund on Monday.", "2029-11-12"),
        ("The shipyard filed for protection from its creditors in March 2027.", "2027-03"),
        ("Trams from Lund were turned back on Tuesday.", "2029-11-13"),
    ],
)
def test_a_date_of_an_event_is_told(text: str, date: str) -> None:
    found = when(text)
    assert found is not None
    assert found[0] == date


@pytest.mark.parametrize(
    "text",
    [
        "The coastguard said on Tuesday that nobody had been hurt.",
        "The coastguard on Tuesday said that nobody had been hurt.",
        "A ferry struck the North Mole yesterday in dense fog.",
        "The inquiry will open on Tuesday in the old town hall.",
        "The ferry leaves the old harbour on Tuesday at noon.",
        "Divers searched the wreck until Tuesday and found nothing.",
        "The captain, who was hired in 2019, was questioned again.",
        "Residents mourned the victims of the November 3 crash.",
        "“The ferry struck the mole on Tuesday,” wrote the captain.",
        "Struck on Tuesday, the mole was closed on Wednesday.",
        "Sailings resumed on 3 March 2030 after a long pause.",
        "Ferry struck Tuesday",
        "The comet passes nearest — an event called a transit — on Tuesday at noon, the observatory said.",
        "The school stays empty on Tuesday for the whole of the day, officials said.",
        "We saw a comet in the sky last week! — Ada Holm (@adaholm) November 13, 2029",
        "The road was shut by Tuesday and is still full of mud.",
        "Police searched the house for Tuesday and found nothing.",
    ],
)
def test_a_date_of_anything_else_or_in_doubt_is_not(text: str) -> None:
    assert when(text) is None


def test_an_entry_cites_each_source_that_dates_it_word_for_word(encoder: WordEncoder) -> None:
    documents = [
        Document(
            "a",
            "A ferry struck the North Mole at Port Ennick on Tuesday. In 2019 a sister ship ran aground off the cape.",
            published=PUBLISHED,
        ),
        Document(
            "b",
            "On Tuesday a ferry struck the North Mole at Port Ennick, anglers said. Its masons were not pleased.",
            published=PUBLISHED,
        ),
    ]
    brief = summarize(documents, None, encoder, views=[View.TIMELINE])
    assert brief.timeline is not None
    assert [entry.date for entry in brief.timeline] == ["2019", "2029-11-13"]
    assert {said.source for said in brief.timeline[1].said} == {1, 2}
    for entry in brief.timeline:
        for said in entry.said:
            assert documents[said.source - 1].text[said.start : said.end] == said.quote
    assert Brief.from_dict(brief.to_dict()) == brief
    for form in (Format.MARKDOWN, Format.TEXT, Format.HTML):
        assert "13 November 2029" in render(brief, form)


def test_sources_that_date_nothing_give_an_empty_timeline_that_says_so(encoder: WordEncoder) -> None:
    brief = summarize([Document("a", "A ferry struck the North Mole in fog.")], None, encoder, views=[View.TIMELINE])
    assert brief.timeline == ()
    assert "No source says with certainty" in render(brief, Format.MARKDOWN)


STRUCK = "A ferry struck the North Mole at Port Ennick in dense fog{when}."
CLOSED = "The harbour of Port Ennick was closed."


def told(encoder: WordEncoder, *documents: Document) -> list[tuple[str, set[int]]]:
    brief = summarize(documents, None, encoder, views=[View.TIMELINE])
    assert brief.timeline is not None
    return [(entry.date, {said.source for said in entry.said}) for entry in brief.timeline]


def article(name: str, when: str, day: int | None, text: str = STRUCK) -> Document:
    published = None if day is None else datetime(2029, 11, day, 9, tzinfo=UTC)
    return Document(name, f"{text.format(when=when)} {CLOSED}", published=published)


def test_yesterday_is_a_day_where_another_article_names_it(encoder: WordEncoder) -> None:
    assert told(encoder, article("a", " yesterday", 14)) == []
    assert told(encoder, article("a", " yesterday", 14), article("b", " on Tuesday", 15)) == [("2029-11-13", {1, 2})]
    assert told(encoder, article("a", " yesterday", 14), article("b", " on Monday", 15)) == [("2029-11-12", {2})]


def test_this_morning_is_a_day_before_which_none_of_several_articles_tells_of_it(encoder: WordEncoder) -> None:
    others = article("b", " at the quay", 14), article("c", " and rain", 14)
    assert told(encoder, article("a", " this morning", 14), *others) == [("2029-11-14", {1})]
    assert told(encoder, article("a", " this morning", 15), *others) == []


def test_a_dateline_without_a_year_is_of_the_year_of_the_other_articles(encoder: WordEncoder) -> None:
    wire = article("a", " early on Tuesday", None, "PORT ENNICK, Nov 13 (NPA) - " + STRUCK)
    assert told(encoder, wire) == []
    assert told(encoder, wire, article("b", "", 15, "Crews cleared the mole with a crane.")) == [("2029-11-13", {1})]
    assert told(encoder, wire, article("b", "", 30, "Crews cleared the mole with a crane.")) == []


def test_a_former_year_needs_no_date_of_its_article_where_others_have_one(encoder: WordEncoder) -> None:
    undated = article("a", "", None, "In 2019 a sister ship ran aground off the cape.")
    assert told(encoder, undated) == []
    assert told(encoder, undated, article("b", "", 15, "Crews cleared the mole with a crane.")) == [("2019", {1})]
