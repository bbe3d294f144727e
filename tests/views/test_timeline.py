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
