"""Which documents do not belong with the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from summarize.provenance.outliers import find_outliers
from summarize.records.sentence import Sentence, SentenceRole
from tests.corpora import corpus_of

Vector = Sequence[float]
FERRY, BANK, CUP, COMMON = np.eye(4, 16)
NOTHING = np.zeros(16, dtype=np.float32)


def about(*topics: tuple[float, Vector], seed: int = 0, sentences: int = 3) -> NDArray[np.float64]:
    """Sentences that are so much about each topic, and a little about something of their own."""
    own = np.random.default_rng(seed).normal(size=(sentences, 16)) * 0.05
    rows = own + sum(share * np.asarray(topic) for share, topic in topics)
    unit: NDArray[np.float64] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def outliers(documents: Sequence[NDArray[np.float64]], background: NDArray[np.float32] = NOTHING) -> frozenset[int]:
    sentences = [
        Sentence(document, 10 * row, 10 * row + 5, "Fog.", row)
        for document, rows in enumerate(documents)
        for row in range(len(rows))
    ]
    return find_outliers(corpus_of(sentences, np.concatenate(documents)), lambda: background)


def article(document: int, rows: NDArray[np.float64], words: int = 30, role: SentenceRole = SentenceRole.BODY) -> Any:
    """Sentences of so many words each, and their vectors."""
    text = " ".join(["fog"] * words)
    return [
        (Sentence(document, 200 * row, 200 * row + 9, text, row, role=role), vector) for row, vector in enumerate(rows)
    ]


def outliers_of(*articles: Any, headlines: dict[int, Vector]) -> frozenset[int]:
    rows = [row for each in articles for row in each]
    corpus = corpus_of([sentence for sentence, _ in rows], [vector for _, vector in rows], headline_vectors=headlines)
    return find_outliers(corpus, lambda: NOTHING)


def reports(n: int, *topics: tuple[float, Vector], first: int = 0) -> list[NDArray[np.float64]]:
    return [about(*topics, seed=seed) for seed in range(first, first + n)]


@given(st.integers(2, 6), st.data())
def test_an_article_on_something_else_is_an_outlier_wherever_it_stands(n: int, data: st.DataObject) -> None:
    documents = reports(n, (1, FERRY))
    place = data.draw(st.integers(0, n))
    documents.insert(place, about((1, BANK), seed=99))
    assert outliers(documents) == {place}


def test_reports_of_one_event_all_belong_though_each_has_a_matter_of_its_own() -> None:
    documents = [about((1, FERRY), (0.6, own), seed=seed) for seed, own in enumerate(np.eye(5, 16, k=4))]
    assert outliers(documents) == frozenset()


@pytest.mark.parametrize(("share", "belongs"), [(0.8, True), (1.8, False)])
def test_an_article_that_touches_on_the_event_belongs_when_the_event_is_most_of_it(share: float, belongs: bool) -> None:
    documents = [*reports(4, (1, FERRY)), about((1, FERRY), (share, BANK), seed=9)]
    assert outliers(documents) == (frozenset() if belongs else {4})


def test_a_report_that_goes_into_many_matters_of_the_event_belongs() -> None:
    many = np.concatenate([about((1, FERRY), (2, matter), sentences=1) for matter in np.eye(10, 16, k=4)])
    assert outliers([*reports(4, (1, FERRY)), many]) == frozenset()


def test_opposing_views_on_one_event_all_belong() -> None:
    documents = [*reports(3, (1, FERRY), (0.5, BANK)), *reports(3, (1, FERRY), (-0.5, BANK), first=3)]
    assert outliers(documents) == frozenset()


def test_of_two_events_mixed_half_and_half_neither_is_an_outlier() -> None:
    assert outliers([*reports(3, (1, FERRY)), *reports(3, (1, BANK), first=3)]) == frozenset()


def test_several_outliers_do_not_make_each_other_belong() -> None:
    assert outliers([*reports(5, (1, FERRY)), *reports(4, (1, BANK), first=5)]) == {5, 6, 7, 8}


def test_where_every_document_has_a_topic_of_its_own_none_is_an_outlier() -> None:
    assert outliers([about((1, topic), seed=seed) for seed, topic in enumerate(np.eye(5, 16))]) == frozenset()


def test_a_long_outlier_weighs_no_more_than_a_short_one() -> None:
    for sentences in (1, 300):
        other = about((1, BANK), seed=9, sentences=sentences)
        assert outliers([*reports(3, (1, FERRY)), other]) == {3}


FERRIES = [article(number, about((1, FERRY), seed=number)) for number in range(3)]


@pytest.mark.parametrize(("headline", "belongs"), [(FERRY, True), (BANK, False)])
def test_a_scene_of_one_sentence_belongs_when_its_headline_tells_of_the_event(headline: Vector, belongs: bool) -> None:
    scene = article(3, about((0.3, FERRY), (1, CUP), sentences=1))
    assert outliers_of(*FERRIES, scene, headlines={3: headline}) == (frozenset() if belongs else {3})


def test_a_page_of_which_only_the_headline_is_an_article_belongs_by_that() -> None:
    notices = article(3, about((1, CUP), sentences=4), role=SentenceRole.HEADLINE)
    assert outliers_of(*FERRIES, notices, headlines={3: FERRY}) == frozenset()
    assert outliers_of(*FERRIES, notices, headlines={3: BANK}) == {3}
    assert outliers_of(*FERRIES, notices, headlines={}) == {3}


def test_a_long_text_on_something_else_does_not_belong_whatever_its_headline_says() -> None:
    other = article(3, about((1, BANK), sentences=12))
    assert outliers_of(*FERRIES, other, headlines={3: FERRY}) == {3}


@pytest.mark.parametrize("sentences", [1, 300])
def test_an_outlier_shows_though_all_sentences_have_much_in_common(sentences: int) -> None:
    shared = (1.3, COMMON)
    topics = [FERRY, FERRY, FERRY, BANK]
    documents = [about((1, topic), shared, seed=seed, sentences=sentences) for seed, topic in enumerate(topics)]
    background = about(shared, sentences=1)[0].astype(np.float32)
    assert outliers(documents) == frozenset()
    assert outliers(documents, background) == {3}


@pytest.mark.parametrize("n", [0, 1, 2])
def test_of_two_documents_none_is_an_outlier_and_the_background_is_not_even_asked_for(n: int) -> None:
    documents = [about((1, topic)) for topic in (FERRY, BANK)][:n]
    sentences = [Sentence(document, 0, 5, "Fog.") for document in range(n) for _ in range(3)]
    corpus = corpus_of(sentences, np.concatenate([np.zeros((0, 16)), *documents]))
    assert find_outliers(corpus, lambda: pytest.fail("was asked for")) == frozenset()


def test_documents_are_named_by_their_number_though_some_have_no_sentences() -> None:
    sentences = [Sentence(document, 0, 5, "Fog.") for document in (1, 4, 6, 7)]
    assert find_outliers(corpus_of(sentences, [FERRY, BANK, FERRY, FERRY]), lambda: NOTHING) == {4}
