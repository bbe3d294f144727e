"""Coverage: who reports a claim, who leaves it out, and which sources are one voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize import Brief, Document, summarize
from summarize.languages import get
from summarize.provenance import find_copies
from summarize.provenance.independence import credited, domain
from summarize.records.brief import CitationRole, Claim
from summarize.records.corpus import collect
from summarize.records.views import Stance, Tie, View
from summarize.rendering.sections import sections
from summarize.segmentation import segment
from summarize.views.coverage import coverage
from tests.conftest import COURIER, LATER, WIRE, WordEncoder


def brief_of(encoder: WordEncoder, *documents: Document) -> Brief:
    return summarize(documents, None, encoder, views=[View.COVERAGE])


def test_each_source_has_a_cell_in_each_row_and_leaves_out_what_it_is_not_cited_for(encoder: WordEncoder) -> None:
    brief = brief_of(encoder, Document("wire", WIRE), Document("courier", COURIER))
    assert brief.coverage is not None
    assert [row.sentence for row in brief.coverage.rows] == list(range(1, len(brief.sentences) + 1))
    for row, sentence in zip(brief.coverage.rows, brief.sentences, strict=True):
        cited = {citation.source for citation in sentence.citations}
        told = {member.source for claim in brief.claims if claim.id == row.claim for member in claim.members}
        assert {cell.source for cell in row.cells if cell.stance is not Stance.LEAVES_OUT} == cited | told
        assert {cell.source for cell in row.cells if cell.stance is Stance.REPORTS} <= cited
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
        ("A ferry sank.\n\n*AP contributed.*", "AP"),
        ("A ferry sank, he said. AP contributed.", "AP"),
        ("“A ferry sank.” (The Associated Press and Reuters contributed.)", "AP"),
        ("A ferry sank. AP contributed to the fund for its widows.", None),
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
    assert ("leaves out" if form == "json" else "no other found") in shown
    assert Brief.from_dict(brief.to_dict()) == brief
    assert "coverage" not in summarize([Document("wire", WIRE)], None, encoder).to_dict()


def table(brief: Brief, row: int = 0) -> list[str]:
    """The cells of a row of the table, the claim left out."""
    (section,) = [section for section in sections(brief) if section.name == "coverage"]
    return [cell.said for cell in section.rows[row][1:]]


def cited_as(brief: Brief, role: CitationRole | None) -> Brief:
    """The brief with the other sources of its first sentence cited so, or not at all."""
    first = brief.sentences[0]
    quoted, *others = first.citations
    cited = [] if role is None else [replace(other, role=role) for other in others]
    return replace(brief, sentences=(replace(first, citations=(quoted, *cited)), *brief.sentences[1:]))


def test_what_one_source_alone_says_is_told_as_not_found_elsewhere_and_not_as_known_to_be_its_own(
    encoder: WordEncoder,
) -> None:
    brief = brief_of(encoder, Document("wire", WIRE), Document("courier", COURIER))
    assert brief.coverage is not None
    alone = next(k for k, s in enumerate(brief.sentences) if "radar" in s.text)
    assert table(brief, alone)[-1] == "no other found"
    shared = next(k for k, row in enumerate(brief.coverage.rows) if row.independent == 2)
    assert table(brief, shared) == ["yes", "yes", "2"]


def test_sources_that_report_a_claim_and_count_as_one_are_told_beside_their_number(encoder: WordEncoder) -> None:
    documents = (Document("wire", WIRE), Document("courier", COURIER))
    brief = brief_of(encoder, *(replace(d, url=f"https://{d.id}.news.example/1") for d in documents))
    assert brief.coverage is not None
    shared = next(k for k, s in enumerate(brief.sentences) if len(s.citations) == 2)
    assert table(brief, shared) == ["yes", "yes", "1 of 2"]


@pytest.mark.parametrize("role", [CitationRole.PARTIAL, None])
def test_a_source_with_a_sentence_of_the_claim_says_it_in_part_where_it_is_not_cited_for_all_of_it(
    encoder: WordEncoder, role: CitationRole | None
) -> None:
    documents = (Document("wire", WIRE), Document("courier", COURIER))
    brief = summarize(documents, None, encoder)
    corpus = segment(collect(documents))
    shared = next(k for k, s in enumerate(brief.sentences) if len(s.citations) == 2)
    first = replace(brief, sentences=(brief.sentences[shared], *brief.sentences[:shared]))
    told = cited_as(first, role)
    found = coverage(told, corpus, find_copies(corpus))
    told = replace(told, coverage=found)
    home = told.sentences[0].citations[0].source
    expected = {home: "yes", 3 - home: "in part"}
    assert table(told) == [expected[1], expected[2], "1; in part 1"]
    (partly,) = [cell for cell in found.rows[0].cells if cell.stance is Stance.PARTLY]
    assert any((m.source, m.start, m.end) == (partly.source, partly.start, partly.end) for m in claim_of(told).members)


def claim_of(brief: Brief) -> Claim:
    return next(claim for claim in brief.claims if claim.id == brief.sentences[0].claim)


def test_two_reports_that_give_one_quotation_word_for_word_are_two_voices(encoder: WordEncoder) -> None:
    said = '"We heard the horn and then a noise like a falling wall," passenger Ines Vold told reporters.'
    own = "Passengers heard the horn and then a noise like a falling wall on the pier."
    voices = {}
    for sentence in (said, own):
        brief = brief_of(encoder, Document("wire", f"{WIRE} {sentence}"), Document("courier", f"{COURIER} {sentence}"))
        assert brief.coverage is not None
        (row,) = [row for row in brief.coverage.rows if brief.sentences[row.sentence - 1].text == sentence]
        voices[sentence] = (row.independent, brief.sentences[row.sentence - 1].voices)
    assert voices == {said: (2, 2), own: (1, 1)}
