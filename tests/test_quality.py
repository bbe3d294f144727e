"""The briefs of eighteen annotated events stay as good as they are, and the scores mean what they say.

The events are invented and come with the project; tests/data/README.md describes them, docs/quality.md the figures.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.annotated import Event, KeyFact, corpus_digest, load_events
from benchmarks.outcome import Outcome, Span, Told, outcome_of
from benchmarks.scoring import figures, margin, score, total
from summarize import Document, Options, summarize
from summarize.models import load_encoder
from summarize.records.sentence import Sentence

EVENTS = Path(__file__).parent / "data" / "events"

CORPUS_SHA256 = "4d91fd3cb021e3aa6a972c671a269b6fd5aae21938777c9dc354ba4e8347ba43"
"""Of the events the floors were measured on (`benchmarks.annotated.corpus_digest`)."""

MAX_WORDS = 200

# Measured with: python -m benchmarks.quality tests/data. Each stands a little below what was measured, because other
# processors round differently. A floor is raised when the briefs get better and never lowered without a reason that is
# written here.
FLOORS = {
    # The first twelve, measured: 61.7, 99.3, 45.5, 82.1, 65.5, 60.0. Claims, citations found and conflicts stood higher
    # (64.5, 63 and 70) before the classifier was fitted on 36 real events instead of eight and these, and before what
    # is cited had to be read so: on real events left out of the fit more is cited, and denials no longer are.
    "twelve": {
        "claim_pair_f1": 60.0,
        "citation_precision": 96.0,
        "citation_recall": 43.5,
        "key_fact_recall": 80.5,
        "conflict_precision": 60.0,
        "conflict_recall": 56.0,
    },
    # With the six harder ones that joined them, measured: 65.7, 96.6, 50.7, 72.3, 58.8, 50.0.
    "eighteen": {
        "claim_pair_f1": 64.0,
        "citation_precision": 95.0,
        "citation_recall": 48.5,
        "key_fact_recall": 70.5,
        "conflict_precision": 54.0,
        "conflict_recall": 46.0,
    },
}
CEILINGS: dict[str, dict[str, float]] = {
    "twelve": {"redundant_pairs": 2, "stale_updates": 1, "boilerplate_sentences": 0, "quotes_not_verbatim": 0},
    "eighteen": {"redundant_pairs": 3, "stale_updates": 4, "boilerplate_sentences": 0, "quotes_not_verbatim": 0},
}


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, float]]:
    encoder = load_encoder()
    options = Options(max_words=MAX_WORDS)
    rows = [score(event, outcome_of(summarize(event.documents, options, encoder))) for event in load_events(EVENTS)]
    sets = {"twelve": rows[:12], "eighteen": rows}
    return {name: {k: float(v) for k, v in figures(total(part)).items()} for name, part in sets.items()}


def limits(of: dict[str, dict[str, float]]) -> list[tuple[str, str, float]]:
    return [(events, figure, limit) for events, figures in of.items() for figure, limit in figures.items()]


def test_the_floors_stand_on_the_events_they_were_measured_on() -> None:
    assert corpus_digest(EVENTS) == CORPUS_SHA256, "the events changed: measure again and set floors and digest anew"


@pytest.mark.model
@pytest.mark.parametrize(("events", "figure", "floor"), limits(FLOORS))
def test_the_briefs_are_no_worse_than_their_floor(
    measured: dict[str, dict[str, float]], events: str, figure: str, floor: float
) -> None:
    assert measured[events][figure] >= floor


@pytest.mark.model
@pytest.mark.parametrize(("events", "figure", "ceiling"), limits(CEILINGS))
def test_the_briefs_hold_no_more_faults_than_their_ceiling(
    measured: dict[str, dict[str, float]], events: str, figure: str, ceiling: float
) -> None:
    assert measured[events][figure] <= ceiling


@pytest.mark.model
def test_the_briefs_use_their_budget_and_keep_to_it(measured: dict[str, dict[str, float]]) -> None:
    assert 0.85 * MAX_WORDS <= measured["eighteen"]["words_per_brief"] <= MAX_WORDS


# The scores themselves, on an event small enough to count by hand: three articles of two or three sentences, in which
# sentences 0, 2 and 5 say the same, 3 says part of it, 4 is clutter, and 1 contradicts 6.
TEXTS = (
    "Fire hit the mill. Two died.",
    "The mill burned. A fire broke out. Share this.",
    "A mill fire raged. Three died.",
)


def small_event() -> Event:
    sentences = []
    for document, text in enumerate(TEXTS):
        start = 0
        for piece in text.split(". "):
            end = start + len(piece.rstrip(".")) + 1
            sentences.append(Sentence(document, start, end, text[start:end]))
            start = end + 1
    return Event(
        id="small",
        documents=tuple(Document(id=f"d{number}", text=text) for number, text in enumerate(TEXTS)),
        sentences=tuple(sentences),
        boilerplate=frozenset({4}),
        groups=(frozenset({0, 2, 5}),),
        partial=(frozenset({3}),),
        conflicts=((1, 6),),
        key_facts=(KeyFact(3, frozenset({0, 2, 5})), KeyFact(1, frozenset({1}))),
    )


EVENT = small_event()


def span(index: int) -> Span:
    sentence = EVENT.sentences[index]
    return Span(sentence.document, sentence.start, sentence.end, sentence.text)


def told(quoted: int, *support: int) -> Told:
    return Told(EVENT.sentences[quoted].text, (span(quoted),), tuple(span(index) for index in support))


def claims(*members: tuple[int, ...]) -> tuple[tuple[Span, ...], ...]:
    return tuple(tuple(span(index) for index in claim) for claim in members)


def scored(outcome: Outcome) -> dict[str, float]:
    return {name: float(value) for name, value in figures(score(EVENT, outcome)).items()}


PERFECT = Outcome(
    told=(told(0, 2, 5), told(1)),
    claims=claims((0, 2, 5), (1,), (3,), (6,)),
    conflicts=((span(1), span(6)),),
)


def test_a_perfect_brief_has_full_marks() -> None:
    result = scored(PERFECT)
    rates = [name for name in result if name.endswith(("precision", "recall", "f1"))]
    assert {name: result[name] for name in rates} == dict.fromkeys(rates, 100.0)
    assert result["redundant_pairs"] == result["boilerplate_sentences"] == result["quotes_not_verbatim"] == 0
    assert result["words_per_brief"] == 6


def test_a_claim_of_two_facts_costs_precision_and_a_torn_one_recall() -> None:
    result = scored(replace(PERFECT, claims=claims((0, 2, 1), (5,))))
    assert result["claim_pair_precision"] == pytest.approx(100 / 3)
    assert result["claim_pair_recall"] == pytest.approx(100 / 3)


def test_sentences_that_share_part_of_a_fact_may_stand_together_or_apart() -> None:
    assert scored(replace(PERFECT, claims=claims((0, 2, 5, 3))))["claim_pair_f1"] == 100


def test_the_same_fact_told_twice_is_a_redundant_pair() -> None:
    assert scored(Outcome(told=(told(0), told(2), told(1))))["redundant_pairs"] == 1


def test_clutter_in_a_brief_is_counted() -> None:
    assert scored(Outcome(told=(told(0), told(4))))["boilerplate_sentences"] == 1


def test_a_citation_of_a_source_that_says_something_else_is_wrong_and_a_silent_one_is_missed() -> None:
    result = scored(Outcome(told=(told(0, 2, 6),)))
    assert result["citation_precision"] == 50
    assert result["citation_recall"] == 50


def test_a_source_that_says_part_of_the_fact_is_cited_rightly() -> None:
    assert scored(Outcome(told=(told(0, 3),)))["citation_precision"] == 100


def test_a_key_fact_counts_by_its_weight() -> None:
    assert scored(Outcome(told=(told(5),)))["key_fact_recall"] == 75


def test_a_quote_that_is_not_what_the_source_says_is_counted() -> None:
    altered = Told("Fire struck the mill.", (replace(span(0), quote="Fire struck the mill."),), ())
    assert scored(Outcome(told=(altered,)))["quotes_not_verbatim"] == 1


def test_a_conflict_that_is_none_costs_precision_and_leaves_the_real_one_unfound() -> None:
    result = scored(replace(PERFECT, conflicts=((span(0), span(6)),)))
    assert (result["conflict_precision"], result["conflict_recall"]) == (0, 0)


def test_what_a_system_does_not_do_is_not_held_against_it() -> None:
    silent = scored(Outcome(told=(Told(EVENT.sentences[0].text, (span(0),)),)))
    for figure in ("claim_pair_f1", "citation_precision", "citation_recall", "conflict_recall"):
        assert silent[figure] != silent[figure], f"{figure} must be unknown (NaN)"


def test_a_margin_between_equals_is_nothing_and_one_that_always_holds_has_no_doubt() -> None:
    good, bad = score(EVENT, PERFECT), score(EVENT, Outcome(told=(told(1),)))
    assert margin([good, good], [good, good], "key_fact_recall") == (0, 0, 0)
    assert margin([good, good], [bad, bad], "key_fact_recall") == (75, 75, 75)
