"""In which order the chosen sentences are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.records.corpus import ReportDay
from summarize.selection.ordering import leadership, reading_order
from tests.corpora import corpus_of, sentences_of
from tests.selection.invented import ANGLERS, CRASH, FACTS, KILLED, RADAR, SAILINGS, claims_of

FORMER = "In 2019 a ferry struck the North Mole at Port Ennick in fog."


def told(articles: list[list[str]], chosen: list[str], lead: str, dependent: tuple[str, ...] = ()) -> list[str]:
    """The chosen texts in reading order; each dependent one needs the sentence before it."""
    sentences = sentences_of(*articles)
    texts = [sentence.text for sentence in sentences]
    claims = claims_of(sentences).groups
    order = reading_order(
        [texts.index(text) for text in chosen],
        sentences,
        [next(claim for claim in claims if index in claim) for index in range(len(texts))],
        np.array([float(text == lead) for text in texts]),
        np.array([index - 1 if text in dependent else -1 for index, text in enumerate(texts)]),
    )
    return [texts[index] for index in order]


def test_the_most_important_sentence_opens() -> None:
    assert told([[CRASH, RADAR, KILLED]], [CRASH, RADAR, KILLED], lead=KILLED) == [KILLED, CRASH, RADAR]


def test_the_others_follow_as_far_into_their_articles_as_they_are_told() -> None:
    articles = [[CRASH, RADAR], [ANGLERS, KILLED, SAILINGS, "Fog lay over the sound."]]
    chosen = [SAILINGS, RADAR, KILLED, CRASH]
    assert told(articles, chosen, lead=CRASH) == [CRASH, KILLED, RADAR, SAILINGS]


def test_a_fact_that_others_tell_later_moves_back() -> None:
    articles = [[CRASH, RADAR, KILLED, SAILINGS], [CRASH, ANGLERS, SAILINGS, RADAR]]
    assert told(articles, [RADAR, KILLED, CRASH], lead=CRASH) == [CRASH, RADAR, KILLED]
    later = [*articles, [CRASH, ANGLERS, SAILINGS, KILLED, RADAR]]
    assert told(later, [RADAR, KILLED, CRASH], lead=CRASH) == [CRASH, KILLED, RADAR]


def test_an_article_that_tells_a_fact_twice_tells_it_where_it_does_first() -> None:
    articles = [[CRASH, RADAR, KILLED, SAILINGS, RADAR, RADAR]]
    assert told(articles, [KILLED, RADAR, CRASH], lead=CRASH) == [CRASH, RADAR, KILLED]


def test_a_sentence_stands_right_after_the_one_it_depends_on() -> None:
    article = [CRASH, RADAR, "He denied it.", "He then left.", KILLED]
    chosen = [CRASH, KILLED, "He then left.", RADAR, "He denied it."]
    dependent = ("He denied it.", "He then left.")
    assert told([article], chosen, KILLED, dependent) == [KILLED, CRASH, RADAR, *dependent]
    assert told([article], chosen, RADAR, dependent) == [RADAR, *dependent, CRASH, KILLED]


def test_a_context_dependent_sentence_never_opens_while_what_it_depends_on_is_told() -> None:
    article = [CRASH, RADAR, "He denied it."]
    assert told([article], [RADAR, "He denied it."], "He denied it.", ("He denied it.",)) == article[1:]


@pytest.mark.parametrize(
    ("published", "opens"),
    [(None, FORMER), (datetime(2019, 11, 18), FORMER), (datetime(2020, 1, 18), FORMER), (datetime(2021, 1, 18), CRASH)],
)
def test_what_tells_of_former_years_only_opens_no_brief(published: datetime | None, opens: str) -> None:
    sentences = sentences_of([FORMER, CRASH])
    corpus = replace(
        corpus_of(sentences, [[1.0, 0.0], [0.8, 0.6]]), reports={0: ReportDay(published)} if published else {}
    )
    assert sentences[int(np.argmax(leadership(corpus, [0, 1])))].text == opens


@given(st.permutations(FACTS), st.permutations(FACTS[:5]), st.sampled_from(FACTS[:5]))
def test_the_order_of_choosing_does_not_matter_and_nothing_is_lost(
    article: list[str], chosen: list[str], lead: str
) -> None:
    order = told([article], chosen, lead)
    assert order == told([article], sorted(chosen), lead)
    assert sorted(order) == sorted(chosen)
    assert order[0] == lead
