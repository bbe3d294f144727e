"""Which sentences state the same fact."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.claims import find_claims
from summarize.claims.classifier import COEFFICIENTS, Classifier, default_classifier, lowered
from summarize.claims.features import closeness
from summarize.claims.grouping import compare
from summarize.embedding.embed import encode_sentences
from summarize.lexical.distinct import distinct_statements
from summarize.models import adapter, load_encoder
from summarize.records.sentence import Sentence
from tests.corpora import corpus_of, sentences_of

ARTICLES = (
    (
        "A ferry struck the North Mole at Port Ennick in dense fog on Tuesday, injuring 27 people.",
        "The Maid of Skarra was carrying 142 passengers and six crew.",
        "Sundvik Lines cancelled all sailings until Thursday.",
        "Four anglers on the mole ran for their lives.",
    ),
    (
        "Twenty-seven people were hurt on Tuesday when a ferry hit the North Mole at Port Ennick in thick fog.",
        "There were 142 passengers and six crew on board the Maid of Skarra.",
        "Nobody was killed, a coastguard spokesman said.",
        "All sailings were cancelled by Sundvik Lines until Thursday.",
    ),
    (
        "The Maid of Skarra was carrying 142 passengers and six crew.",
        "Captain Joren Haldane told officers that his radar screen had gone dark.",
        "The Marine Accident Board is sending four inspectors.",
    ),
)


def vectors_of(sentences: list[Sentence], seed: int = 0) -> np.ndarray:
    """Vectors that know nothing but which texts are equal."""
    texts = sorted({s.text for s in sentences})
    table = dict(zip(texts, np.random.default_rng(seed).normal(size=(len(texts), 32)), strict=True))
    rows = np.array([table[s.text] for s in sentences]).reshape(len(sentences), 32)
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def texts_of(claims: list[tuple[int, ...]], sentences: list[Sentence]) -> set[frozenset[str]]:
    return {frozenset(sentences[i].text for i in claim) for claim in claims}


@pytest.mark.model
def test_reports_of_one_fact_in_other_words_are_one_claim() -> None:
    sentences = sentences_of(*ARTICLES)
    vectors = encode_sentences(load_encoder(), [s.text for s in sentences])
    claims = texts_of(find_claims(corpus_of(sentences, vectors)).groups, sentences)
    assert frozenset({ARTICLES[0][1], ARTICLES[1][1]}) in claims
    assert frozenset({ARTICLES[0][2], ARTICLES[1][3]}) in claims
    assert frozenset({ARTICLES[2][1]}) in claims
    assert frozenset({ARTICLES[0][3]}) in claims


def test_word_for_word_copies_are_one_claim_whatever_the_vectors() -> None:
    sentences = sentences_of(*ARTICLES)
    for seed in range(5):
        claim_of = {i: c for c in find_claims(corpus_of(sentences, vectors_of(sentences, seed))).groups for i in c}
        assert claim_of[1] == claim_of[8]


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(len(ARTICLES))), st.integers(0, 3))
def test_the_claims_do_not_depend_on_the_order_of_the_documents(order: list[int], seed: int) -> None:
    sentences = sentences_of(*ARTICLES)
    shuffled = [replace(s, document=k) for k, d in enumerate(order) for s in sentences if s.document == d]
    before = find_claims(corpus_of(sentences, vectors_of(sentences, seed))).groups
    after = find_claims(corpus_of(shuffled, vectors_of(shuffled, seed))).groups
    assert texts_of(before, sentences) == texts_of(after, shuffled)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.text("ab 1.é中", max_size=12), min_size=1, max_size=5), min_size=1, max_size=4))
def test_every_sentence_is_in_exactly_one_claim(articles: list[list[str]]) -> None:
    sentences = sentences_of(*articles)
    claims = find_claims(corpus_of(sentences, vectors_of(sentences))).groups
    assert sorted(i for claim in claims for i in claim) == list(range(len(sentences)))
    assert list(claims) == sorted(tuple(sorted(claim)) for claim in claims)


def test_no_sentences_no_claims() -> None:
    assert find_claims(corpus_of([], np.zeros((0, 32)))).groups == ()


def test_every_sentence_needs_its_vector() -> None:
    sentences = sentences_of(*ARTICLES)
    with pytest.raises(ValueError, match="11 sentences need as many vectors, not 10"):
        find_claims(corpus_of(sentences, vectors_of(sentences)[:10]))


def test_the_shipped_classifier_weighs_only_features_that_exist() -> None:
    sentences = sentences_of(*ARTICLES)
    features = compare(sentences, vectors_of(sentences)).features
    assert set(default_classifier().weights) == set(features)
    assert 0 < default_classifier().threshold < 1


def test_the_shipped_classifier_was_fitted_on_vectors_of_the_shipped_adapter() -> None:
    data = json.loads(files("summarize.claims").joinpath(COEFFICIENTS).read_text(encoding="utf-8"))
    assert data["fitted"]["adapter"] == adapter.sha256()


def test_more_agreement_never_makes_the_same_fact_less_likely() -> None:
    weights = default_classifier().weights
    for name in ("meaning", "closeness", "words", "numbers_shared", "margin_low", "margin_high", "around"):
        assert weights[name] > 0, name
    for name in ("numbers_clash", "same_document", "apart"):
        assert weights[name] < 0, name


def test_probabilities_stay_between_nothing_and_certainty() -> None:
    classifier = Classifier(intercept=-1.0, weights={"words": 1e6}, threshold=0.5)
    probabilities = classifier.probabilities({"words": np.array([-1.0, 0.0, 1.0])})
    assert 0 <= probabilities[0] < probabilities[1] < probabilities[2] <= 1


def test_where_little_is_said_twice_what_looks_alike_is_less_likely_the_same() -> None:
    found = np.array([0.9, 0.6, *[0.001] * 998])
    after = lowered(found, prior=0.03)
    assert after[0] < 0.9
    assert after[1] < 0.5
    assert (np.argsort(-after, kind="stable") == np.argsort(-found, kind="stable")).all()
    assert np.allclose(lowered(found[::-1], prior=0.03)[::-1], after, atol=1e-12)


def test_one_clear_pair_among_a_thousand_others_stays_one() -> None:
    assert lowered(np.array([0.97, *[0.001] * 900]), prior=0.03)[0] > 0.8


def test_where_as_much_is_said_twice_as_in_the_fit_probabilities_stay() -> None:
    found = np.array([0.9, 0.8, *[0.01] * 30])
    assert (lowered(found, prior=0.03) == found).all()
    assert len(lowered(np.zeros(0), prior=0.03)) == 0


def test_a_statement_knows_what_stands_beside_it_in_its_own_document() -> None:
    statements = distinct_statements(sentences_of(*ARTICLES))
    texts = [s.text for s in statements.sentences]
    assert len(texts) == 10
    first = texts.index(ARTICLES[1][1])
    assert texts[statements.before[first]] == ARTICLES[1][0]
    assert texts[statements.after[first]] == ARTICLES[1][2]
    assert statements.before[texts.index(ARTICLES[1][0])] == -1


@pytest.mark.timed
@pytest.mark.timeout(60)
def test_hundreds_of_copies_of_one_article_cost_little_more_than_the_article() -> None:
    sentences = sentences_of(*[ARTICLES[0]] * 500)
    start = time.perf_counter()
    claims = find_claims(corpus_of(sentences, vectors_of(sentences))).groups
    assert time.perf_counter() - start < 10
    assert [len(claim) for claim in claims] == [500] * 4


def test_hundreds_of_lightly_edited_copies_of_one_article_make_as_many_claims_as_the_article() -> None:
    sentences = sentences_of(*([f"{text} Edition {k}." for text in ARTICLES[0]] for k in range(120)))
    same = vectors_of([replace(s, text=ARTICLES[0][s.position]) for s in sentences])
    claims = find_claims(corpus_of(sentences, same)).groups
    assert sorted(len(claim) for claim in claims) == [120] * 4


def test_closeness_is_the_cosine_in_standard_deviations_above_the_mean_of_all_pairs() -> None:
    vectors = np.random.default_rng(1).normal(size=(9, 4)) + 1
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    left, right = np.triu_indices(9, 1)
    cosines = (vectors @ vectors.T)[left, right]
    expected = (cosines - cosines.mean()) / cosines.std()
    assert np.allclose(closeness(vectors, (left, right)), expected, atol=1e-4)


def test_where_all_vectors_are_alike_none_is_closer_than_another() -> None:
    left, right = np.triu_indices(5, 1)
    assert np.allclose(closeness(np.ones((5, 1), dtype=np.float32), (left, right)), 0, atol=1e-4)
