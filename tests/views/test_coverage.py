"""Coverage: who reports a claim, who leaves it out, and which sources are one voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize import Brief, Document, summarize
from summarize.languages import get
from summarize.provenance.independence import credited, domain
from summarize.records.views import Stance, Tie, View
from tests.conftest import COURIER, LATER, WIRE, WordEncoder


def brief_of(encoder: WordEncoder, *documents: Document) -> Brief:
    return summarize(documents, None, encoder, views=[View.COVERAGE])


def test_each_source_has_a_cell_in_each_row_and_leaves_out_what_it_is_not_cited_for(encoder: WordEncoder) -> None:
    brief = brief_of(encoder, Document("wire", WIRE), Document("courier", COURIER))
    assert brief.coverage is not None
    assert [row.sentence for row in brief.coverage.rows] == list(range(1, len(brief.sentences) + 1))
    for row, sentence in zip(brief.coverage.rows, brief.sentences, strict=True):
        cited = {citation.source for citation in sentence.citations}
        assert {cell.source for cell in row.cells if cell.stance is not Stance.LEAVES_OUT} == cited
        assert row.claim == sentence.claim
    radar = next(row for row in brief.coverage.rows if "radar" in brief.sentences[row.sentence - 1].text)
    assert radar.independent == 1


def test_a_source_that_gives_another_figure_contradicts(encoder: WordEncoder) -> None:
    brief = brief_of(encoder, Document("wire", WIRE), Document("later", LATER))
    assert brief.coverage is not None
    assert any(cell.stance is Stance.CONTRADICTS for row in brief.coverage.rows for cell in row.cells)


def test_two_articles_of_one_publisher_are_one_voice_and_it_says_why(encoder: WordEncoder) -> None:
    documents = [Document("wire", WIRE), Document("courier", COURIER)]
    apart = brief_of(encoder, *documents)
    one = brief_of(encoder, *(replace(d, url=f"https://{d.id}.news.example/1") for d in documents))
    assert apart.coverage is not None
    assert one.coverage is not None
    assert not apart.coverage.independent
    assert [(tied.sources, tied.why, tied.name) for tied in one.coverage.independent] == [
        ((1, 2), Tie.PUBLISHER, "news.example")
    ]
    assert max(row.independent for row in apart.coverage.rows) == 2
    assert {row.independent for row in one.coverage.rows} == {1}
    assert [s.voices for s in one.sentences] == [s.voices for s in apart.sentences]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("LONDON (Reuters) - A ferry sank.", "Reuters"),
        ("PORT ENNICK, Nov 13 (NPA) - A ferry sank.", "NPA"),
        ("A ferry sank.\n\nThe Associated Press contributed to this report.", "AP"),
        ("A ferry sank.\n\nAP contributed", "AP"),
        ("A ferry sank. (AFP)", "AFP"),
        ("By Ann Lee, Associated Press\n\nA ferry sank.", "AP"),
        ("A ferry sank, the minister told Reuters.", None),
        ("A ferry sank, Reuters reported.", None),
        ("Senator Ann Lee (Democrat) - as she is known - spoke.", None),
        ("The AP exam was hard. He contributed to this report.", None),
    ],
)
def test_an_agency_is_known_by_its_credit_and_not_by_being_named(text: str, agency: str | None) -> None:
    assert credited(text, get("en")) == agency


@pytest.mark.parametrize(
    ("url", "registered"),
    [
        ("https://www.bbc.co.uk/news/1", "bbc.co.uk"),
        ("https://edition.cnn.com/x", "cnn.com"),
        ("https://web.archive.org/web/2017/http://a.com", None),
        ("https://somebody.wordpress.com", None),
        ("http://10.0.0.1/x", None),
        ("articles/a.txt", None),
        ("http://[bad", None),
        (None, None),
    ],
)
def test_a_publisher_is_known_by_the_domain_it_registered(url: str | None, registered: str | None) -> None:
    assert domain(url) == registered


@pytest.mark.parametrize("form", ["markdown", "text", "html", "json"])
def test_every_form_shows_it(encoder: WordEncoder, form: str) -> None:
    from summarize.rendering import Format, render

    brief = brief_of(encoder, Document("wire", WIRE), Document("courier", COURIER))
    shown = render(brief, Format(form))
    assert ("leaves out" if form == "json" else "single source") in shown
    assert Brief.from_dict(brief.to_dict()) == brief
    assert "coverage" not in summarize([Document("wire", WIRE)], None, encoder).to_dict()
