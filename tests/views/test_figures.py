"""The ledger of figures: what is counted, the values, how they stand, and who says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarize import Brief, Document, summarize
from summarize.conflicts.parsing import read
from summarize.languages import get
from summarize.models import load_encoder
from summarize.reading import read_sources
from summarize.records.sentence import Sentence
from summarize.records.views import Authority, Figure, FigureStatus, View
from summarize.rendering import Format, render
from summarize.views.counted import as_told, is_former, quantities, what_is_counted
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
    silent = replace(UPDATE, text=LATER.replace("rose to 31", "was 31"), published=None)
    _, figures = ledger(encoder, replace(FIRST, published=None), silent)
    assert {value.status for value in injured(figures).values} == {FigureStatus.DISPUTED}
    assert all(value.as_of is None for value in injured(figures).values)


def test_without_dates_that_figure_holds_which_says_that_it_replaces_another(encoder: WordEncoder) -> None:
    _, figures = ledger(encoder, replace(FIRST, published=None), replace(UPDATE, published=None))
    now, then = injured(figures).values
    assert ("31" in now.value, now.status, now.as_of) == (True, FigureStatus.CURRENT, None)
    assert ("27" in then.value, then.status, then.as_of) == (True, FigureStatus.SUPERSEDED, None)


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
    for text in ("The ferry carried 142 passengers.", "Pittsburgh added a 36-yard field goal and said little."):
        assert attributed(Sentence(0, 0, len(text), text)) is None


def listed(text: str) -> list[tuple[str, str]]:
    """Every quantity of a sentence, and what it counts."""
    reading = read(text, get("en"))
    return [(as_told(reading, value), what_is_counted(reading, value)) for value in quantities(reading)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A court imposed a penalty of 3.5 million euros on the dairy.", "penalty"),
        ("The union wants a bonus of $900 for each driver.", "bonus"),
        ("The port handled 40 per cent of all grain exports shipped that year.", "grain exports"),
        ("Nearly 30 percent of the crop was lost to hail.", "crop"),
        ("The dairy spent part instead of 3.5 million euros on lawyers.", ""),
        ("The dairy made 3.5 million euros.", ""),
        ("Its shares lost a tenth of their value.", ""),
        ("Its shares fell 7 per cent on Monday.", ""),
    ],
)
def test_of_money_and_shares_is_told_what_they_are_of_where_that_is_certain(text: str, counted: str) -> None:
    assert listed(text)[0][1] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The council sacked nine launches scheduled for May.", ("nine launches", "launches")),
        ("Police spoke to two NBA G League players about it.", ("two NBA G League players", "NBA G League players")),
        ("Some 230 staff of the mill were sent home.", ("Some 230 staff", "staff")),
        ("The slide killed 312 people in the valley.", ("312 people", "people dead")),
        ("At least one woman was in the second car.", ("At least one woman", "woman")),
        ("Of the crew, 27 injured were flown to the mainland.", ("27 injured", "injured")),
    ],
)
def test_what_is_counted_is_a_noun_that_can_be_of_so_many(text: str, counted: tuple[str, str]) -> None:
    assert counted in listed(text)


@pytest.mark.parametrize(
    "text",
    [
        "They met on the same pad as the Apollo 11 mission once did.",
        "The meeting is held at 201 Waterfront Street on Friday.",
        "He turned 38 last week and missed the season.",
        "The rocket has more thrust than the Falcon 9 though.",
        "He walked away in spite of his lap 48 exit.",
        "Lift-off was at 1:30 p.m. (1830 GMT) in light rain.",
    ],
)
def test_a_number_that_counts_nothing_is_no_quantity(text: str) -> None:
    assert listed(text) == []


def test_what_happened_is_told_of_those_it_stands_beside_and_of_no_others() -> None:
    assert ("27 people", "people hurt") in listed("The blast hurt 27 people in the market.")
    other = "He threw for two touchdowns in the first game since the star receiver injured his calf at home."
    assert ("two touchdowns", "touchdowns") in listed(other)


def test_an_amount_in_a_second_currency_is_none_of_its_own_and_a_share_of_it_is() -> None:
    assert listed("The sports car costs $200,000 (£151,000) in the shop.") == [("$200,000", "")]
    assert len(listed("The firm paid $200,000 (12 percent of its profit) for it.")) == 2


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("The bid is $82 a share, up from $70 a share in May.", "$70 a share"),
        ("The slide hurt more than 600 women in the two towns.", None),
        ("He was the first player with three sacks in a game there.", None),
        ("It was the first such storm in 48 years on that coast.", None),
    ],
)
def test_a_value_is_a_former_one_only_beside_the_one_that_replaced_it(text: str, former: str | None) -> None:
    reading = read(text, get("en"))
    assert [as_told(reading, v) for v in reading.values if is_former(reading, v)] == ([former] if former else [])


def test_a_former_value_and_the_one_in_its_place_are_one_figure(encoder: WordEncoder) -> None:
    text = "Holt Marine raised its bid for the Skarra line to $82 a share, up from $70 a share. The line said no."
    _, figures = ledger(encoder, Document("a", text))
    assert [[(v.value, v.status.value) for v in figure.values] for figure in figures] == [
        [("$82 a share", "current"), ("$70 a share", "superseded")]
    ]


@pytest.mark.parametrize(
    ("first", "other", "figures"),
    [
        ("109", "The captain caught 109 passes for Skarra in that season.", 1),
        ("109", "No rider ever saw 109 passes of the Alps in a week.", 2),
        ("two", "The captain of Skarra caught two passes in the season that ended badly.", 1),
        ("two", "She mended two passes over the hill in winter.", 2),
    ],
)
def test_the_same_amount_of_the_same_thing_in_like_words_is_one_figure(
    encoder: WordEncoder, first: str, other: str, figures: int
) -> None:
    documents = [
        Document("a", f"{WIRE} The captain of Skarra caught {first} passes in the season that ended on Sunday."),
        Document("b", f"{LATER} {other}"),
    ]
    _, found = ledger(encoder, *documents)
    assert len([figure for figure in found if figure.counted == "passes"]) == figures


def test_a_sum_a_day_and_the_sum_for_each_day_are_one_figure(encoder: WordEncoder) -> None:
    first, other = "The port faces a charge of 1.5m crowns a day.", "For each day the port owes 1.5 million crowns."
    _, found = ledger(encoder, Document("a", f"{WIRE} {first}"), Document("b", f"{LATER} {other}"))
    assert len([figure for figure in found if figure.dimension.startswith("crown")]) == 1


@pytest.mark.model
def test_the_same_share_in_other_words_is_one_figure() -> None:
    first = (
        "Economists of the authority say that guests paid on average 3 per cent more for a meal than without the rule."
    )
    other = "By the watchdog's reckoning every dinner has been costing three percent too much."
    brief = summarize([Document("a", first), Document("b", other)], None, load_encoder(), views=[View.FIGURES])
    assert brief.figures is not None
    assert [len(value.said) for figure in brief.figures for value in figure.values] == [2]


def test_money_in_a_hundred_is_no_sum() -> None:
    assert listed("Guests paid three crowns in every hundred too much for it.") == []
    assert listed("Guests paid three crowns in a year too little for it.") == [("three crowns", "")]


def test_what_an_article_may_mean_as_millions_is_no_length(encoder: WordEncoder) -> None:
    told = "The firm set aside 350m crowns, leaving 62m to be booked. A crane of 62 m stood by."
    _, figures = ledger(encoder, Document("a", told))
    assert [value.value for figure in figures for value in figure.values] == ["350m crowns", "62 m"]
    _, figures = ledger(encoder, Document("a", "The firm set aside a crane of 62m that stood by the harbour."))
    assert [value.value for figure in figures for value in figure.values] == ["62m"]


@pytest.mark.model
def test_the_values_of_one_conflict_are_in_one_row() -> None:
    documents = read_sources([Path("examples/ferry")]).documents
    brief = summarize(documents, None, load_encoder(), views=[View.FIGURES])
    assert brief.figures is not None
    disputed = [f for f in brief.figures if any(value.status is FigureStatus.DISPUTED for value in f.values)]
    assert [len(figure.values) for figure in disputed] == [2]
