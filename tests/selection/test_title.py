"""Which headline names the brief."""

from __future__ import annotations

from collections.abc import Set

from hypothesis import given
from hypothesis import strategies as st

from summarize.selection.title import choose_title
from tests.corpora import corpus_of, sentences_of

HEAD = "Ferry strikes pier in fog"
EAST, NORTH, BETWEEN, BELOW = ([1.0, 0.0], [0.0, 1.0], [0.8, 0.6], [0.45, 0.89])
"""BELOW speaks a little of what EAST tells, NORTH of something else."""


def title_of(
    headlines: dict[str, list[float]], told: list[list[float]], outliers: Set[int] = frozenset()
) -> str | None:
    """The title when the headlines and the sentences told have these vectors; a sentence not told points north."""
    vectors = [*told, NORTH]
    corpus = corpus_of(
        sentences_of([f"Sentence {number}." for number in range(len(vectors))]),
        vectors,
        headlines=dict(enumerate(headlines)),
        headline_vectors=dict(enumerate(headlines.values())),
    )
    return choose_title(corpus.without(outliers), range(len(told)))


def test_no_headline_no_title() -> None:
    assert title_of({}, [EAST]) is None


def test_the_title_is_the_headline_that_says_what_the_brief_says() -> None:
    assert title_of({"Anglers run": BELOW, HEAD: EAST}, [EAST]) == HEAD


def test_the_title_is_like_the_other_headlines_too() -> None:
    others = {"Anglers run": EAST, "Fog on the sound": BELOW, "Dark radar": BELOW}
    assert title_of({**others, HEAD: BETWEEN}, [EAST]) == HEAD


def test_a_headline_that_asks_or_says_you_serves_only_where_there_is_no_other() -> None:
    asking = {"Who let the ferry sail?": EAST, "What you need to know about the ferry": EAST}
    assert title_of({**asking, "Fog on the sound": BELOW}, [EAST]) == "Fog on the sound"
    assert title_of(asking, [EAST]) in asking


@given(st.permutations([HEAD, "Fog ferry hits mole", "Mole hit by ferry"]))
def test_among_equally_fitting_headlines_the_order_of_documents_does_not_decide(headlines: list[str]) -> None:
    assert title_of(dict.fromkeys(headlines, EAST), [EAST]) == HEAD


def test_the_headline_of_an_outlier_names_no_brief() -> None:
    assert title_of({"Fog on the sound": BELOW, HEAD: EAST}, [EAST], outliers={1}) == "Fog on the sound"
    assert title_of({"Fog on the sound": BELOW, HEAD: EAST}, [EAST], outliers={0, 1}) is None


def test_a_headline_that_speaks_of_something_else_names_no_brief() -> None:
    assert title_of({"Manage your subscription": NORTH}, [EAST]) is None
    assert title_of({"Manage your subscription": NORTH, "Fog on the sound": BELOW}, [EAST]) == "Fog on the sound"
