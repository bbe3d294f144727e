"""The ledger of figures: what is counted, the values, how they stand, and who says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from summarize import Brief, Document, summarize
from summarize.records.sentence import Sentence
from summarize.records.views import Authority, Figure, FigureStatus, View
from summarize.rendering import Format, render
from summarize.views.figures import attributed
from tests.conftest import LATER, WIRE, WordEncoder

FIRST = Document("wire", WIRE, published=datetime(2029, 11, 13, 10, tzinfo=UTC))
UPDATE = Document("later", LATER, published=datetime(2029, 11, 14, 9, tzinfo=UTC))


def ledger(encoder: WordEncoder, *documents: Document) -> tuple[Brief, tuple[Figure, ...]]:
    brief = summarize(documents, None, encoder, views=[View.FIGURES])
    assert brief.figures is not None
    return brief, brief.figures


def injured(figures: tuple[Figure, ...]) -> Figure:
    return next(figure for figure in figures if any("27" in value.value for value in figure.values))


def test_a_figure_that_was_replaced_is_superseded_and_stands_behind_the_one_that_holds(encoder: WordEncoder) -> None:
    _, figures = ledger(encoder, FIRST, UPDATE)
    now, then = injured(figures).values
    assert ("31" in now.value, now.status, now.as_of) == (True, FigureStatus.CURRENT, "2029-11-14")
    assert ("27" in then.value, then.status, then.as_of) == (True, FigureStatus.SUPERSEDED, "2029-11-13")


def test_figures_that_contradict_each_other_without_a_newest_are_disputed(encoder: WordEncoder) -> None:
    _, figures = ledger(encoder, replace(FIRST, published=None), replace(UPDATE, published=None))
    assert {value.status for value in injured(figures).values} == {FigureStatus.DISPUTED}
    assert all(value.as_of is None for value in injured(figures).values)


def test_every_value_is_cited_word_for_word_and_says_who_it_is_from(encoder: WordEncoder) -> None:
    brief, figures = ledger(encoder, FIRST, UPDATE)
    for figure in figures:
        for value in figure.values:
            for said in value.said:
                assert (FIRST, UPDATE)[said.source - 1].text[said.start : said.end] == said.quote
            assert value.value in value.said[0].quote or len(value.said) > 1
    passengers = next(figure for figure in figures if figure.counted == "passengers")
    assert passengers.values[0].by is None
    assert any(v.by and v.by.kind is Authority.OFFICIAL for figure in figures for v in figure.values)
    assert Brief.from_dict(brief.to_dict()) == brief
    for form in (Format.MARKDOWN, Format.TEXT, Format.HTML):
        assert "superseded" in render(brief, form)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("At least 27 people were hurt, police said.", Authority.OFFICIAL),
        ("The coastguard said 27 people were hurt.", Authority.OFFICIAL),
        ("According to Reuters, 27 people were hurt.", Authority.AGENCY),
        ("Some 40 people ran, witnesses said.", Authority.WITNESS),
        ("The price is $4 billion, according to people familiar with the matter.", Authority.UNNAMED),
        ("Ella Rade said 40 people had run.", Authority.OTHER),
    ],
)
def test_who_says_so_is_told_by_the_words_of_the_sentence(text: str, kind: Authority) -> None:
    found = attributed(Sentence(0, 0, len(text), text))
    assert found is not None
    assert found.kind is kind
    assert found.words in text


def test_a_sentence_that_names_nobody_is_from_nobody() -> None:
    text = "The ferry carried 142 passengers."
    assert attributed(Sentence(0, 0, len(text), text)) is None
