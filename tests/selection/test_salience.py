"""Where sentences stand in the collection, and what the words they are made of weigh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from summarize.records.sentence import Sentence
from summarize.selection import salience
from summarize.selection.salience import Concepts, Positions, find_concepts, positions_of
from tests.corpora import corpus_of, sentences_of
from tests.selection.invented import FACTS, collections, vectors_of

EAST, NORTH, UP = np.eye(3, dtype=np.float32)


def positions(sentences: Sequence[Sentence], vectors: Any) -> Positions:
    return positions_of(corpus_of(sentences, vectors))


def concepts_of(sentences: list[Sentence], size: int = 1) -> Concepts:
    return find_concepts(sentences, positions(sentences, vectors_of(sentences)), size)


def weight_of(word: str, *articles: list[str]) -> float:
    """What a word weighs when nothing tells the documents apart but their words."""
    sentences = sentences_of(*articles)
    concepts = find_concepts(sentences, positions(sentences, np.tile(EAST, (len(sentences), 1))), 1)
    index, place = next((i, s.tokens.index(word)) for i, s in enumerate(sentences) if word in s.tokens)
    before = [token for sentence in sentences for token in sentence.tokens]
    number = list(dict.fromkeys(before)).index(sentences[index].tokens[place])
    return float(concepts.weight[number])


def test_the_first_sentence_counts_fully_and_the_twenty_sixth_half() -> None:
    found = positions(sentences_of([f"Sentence {n}." for n in range(26)]), np.tile(EAST, (26, 1)))
    assert found.early[0] == 1
    assert found.early[25] == pytest.approx(0.5)
    assert (np.diff(found.early) < 0).all()


def test_a_sentence_far_from_the_centre_is_less_central_but_never_nothing() -> None:
    sentences = sentences_of(FACTS[:3], FACTS[3:5])
    found = positions(sentences, np.array([EAST, EAST, -EAST, EAST, (EAST + NORTH) / np.sqrt(2)]))
    assert found.centrality[0] > found.centrality[4] > found.centrality[2] == 0.05


def test_a_document_far_from_the_others_is_less_close_than_those_that_agree() -> None:
    sentences = sentences_of(*([fact] for fact in FACTS[:4]))
    closeness = positions(sentences, np.array([EAST, EAST, EAST, (EAST + 3 * NORTH) / np.sqrt(10)])).closeness
    assert closeness[3] < 0.5 < closeness[0] <= 1.2


def test_a_document_far_from_the_others_hardly_moves_the_centre() -> None:
    vectors = np.array([EAST, EAST, EAST, (EAST + 3 * NORTH) / np.sqrt(10)])
    mean = vectors.mean(axis=0) / np.linalg.norm(vectors.mean(axis=0))
    centrality = positions(sentences_of(*([fact] for fact in FACTS[:4])), vectors).centrality
    assert centrality[0] > vectors[0] @ mean
    assert centrality[3] < vectors[3] @ mean


def test_what_a_document_opens_with_lies_nearer_the_centre_than_what_it_ends_with() -> None:
    found = positions(sentences_of([f"Sentence {n}." for n in range(26)]), np.array([EAST] * 13 + [NORTH] * 13))
    assert found.centrality[0] > found.centrality[25]


def test_documents_that_agree_are_only_a_little_closer_than_usual() -> None:
    sentences = sentences_of(*([fact] for fact in FACTS[:4]))
    closeness = positions(sentences, np.array([EAST, EAST, NORTH, UP])).closeness
    assert closeness.tolist() == pytest.approx([1.44, 1.44, 0, 0])


def test_of_two_documents_neither_is_far_from_the_others() -> None:
    assert positions(sentences_of(FACTS[:1], FACTS[1:2]), np.array([EAST, NORTH])).closeness.tolist() == [1, 1]


@given(collections)
def test_working_in_blocks_changes_nothing(articles: list[list[str]]) -> None:
    sentences = sentences_of(*articles)
    vectors = vectors_of(sentences)
    whole = positions(sentences, vectors)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(salience, "_BLOCK", 2)
        parts = positions(sentences, vectors)
    assert_allclose(whole.centrality, parts.centrality)
    assert_allclose(whole.closeness, parts.closeness)


def test_a_word_that_more_documents_tell_weighs_more() -> None:
    one = weight_of("ferri", ["Ferry fog.", "Ferry mole."], ["Harbour light."], ["Mist rose."])
    two = weight_of("ferri", ["Ferry fog.", "Harbour light."], ["Ferry mole."], ["Mist rose."])
    assert two > one


def test_a_word_told_early_weighs_more_than_one_told_late() -> None:
    article = ["Ferry fog.", *["Harbour light."] * 9, "Mist rose."]
    assert weight_of("ferri", article) > weight_of("mist", article)


def test_a_word_counts_from_its_first_mention() -> None:
    article = ["Ferry fog.", *["Harbour light."] * 9, "Mist rose.", "Mist fell.", "Ferry mole."]
    assert weight_of("ferri", article) > weight_of("mist", article)


def test_a_word_of_a_document_far_from_the_others_weighs_less() -> None:
    sentences = sentences_of(["Ferry."], ["Bow."], ["Mole."], ["Apple."])
    found = positions(sentences, np.array([EAST, EAST, EAST, (EAST + 3 * NORTH) / np.sqrt(10)]))
    ferry, bow, mole, apple = find_concepts(sentences, found, 1).weight
    assert ferry == bow == mole > apple


def test_a_word_said_twice_in_one_sentence_counts_once() -> None:
    (twice,) = concepts_of(sentences_of(["Fog, fog and more fog."])).held.toarray()
    assert twice.tolist() == [1, 1, 1]


def test_a_word_that_every_sentence_holds_weighs_next_to_nothing() -> None:
    article = ["The ferry.", "The fog.", "The mole.", "The light.", "The bow."]
    assert weight_of("the", article) < weight_of("bow", article)


@given(collections, st.sampled_from([1, 2]))
def test_the_richest_sentence_totals_one(articles: list[list[str]], size: int) -> None:
    concepts = concepts_of(sentences_of(*articles), size)
    assert (concepts.held @ concepts.weight).max() == pytest.approx(1)


def test_sentences_without_words_hold_nothing() -> None:
    concepts = concepts_of(sentences_of(["...", "!"]), 2)
    assert concepts.held.nnz == 0
    assert concepts.share_held_by(0).tolist() == [0, 0]


@given(collections, st.sampled_from([1, 2]), st.data())
def test_a_sentence_holds_all_of_itself_and_of_others_a_part(articles, size: int, data: st.DataObject) -> None:
    sentences = sentences_of(*articles)
    index = data.draw(st.integers(0, len(sentences) - 1))
    shares = concepts_of(sentences, size).share_held_by(index)
    assert shares[index] == pytest.approx(1)
    assert ((shares >= 0) & (shares <= 1 + 1e-9)).all()


def test_a_short_sentence_stands_wholly_in_a_longer_one_but_not_the_other_way() -> None:
    concepts = concepts_of(sentences_of(["Nobody was killed.", "Nobody was killed, a coastguard spokesman said."]))
    assert concepts.share_held_by(1)[0] == pytest.approx(1)
    assert concepts.share_held_by(0)[1] < 0.6


@pytest.mark.parametrize("outlier", [0, 2, 4])
def test_a_document_left_out_changes_nothing_wherever_it_stood(outlier: int) -> None:
    """Its number remains, its sentences do not."""
    sentences = sentences_of(*([fact] for fact in FACTS[:4]))
    vectors = np.array([EAST, (2 * EAST + NORTH) / np.sqrt(5), (EAST + NORTH) / np.sqrt(2), NORTH])
    moved = [replace(s, document=s.document + (s.document >= outlier)) for s in sentences]
    expected, found = positions(sentences, vectors), positions(moved, vectors)
    assert np.array_equal(found.centrality, expected.centrality)
    assert np.array_equal(found.closeness[[s.document for s in moved]], expected.closeness)
