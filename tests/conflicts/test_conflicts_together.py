"""Contradictions about one quantity are put together, those about two are kept apart."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from summarize.claims import Claims
from summarize.records.sentence import Sentence
from tests.conflicts.invented import claims_of, conflicts, conflicts_among, sentences_of, values


def test_a_toll_given_in_three_ways_is_one_conflict() -> None:
    """Every source that gives one of the values is listed, under the words of the first."""
    found = conflicts(
        "Seven people were killed in the storm.",
        "The storm killed nine people.",
        "Nine people died in the storm.",
        "Twelve people were killed in the storm.",
    )
    assert values(found) == [("Seven people", "Nine people died", "Nine people died", "Twelve people")]
    assert [[side.sentence for side in conflict.sides] for conflict in found] == [[0, 1, 2, 3]]


def test_a_source_that_gives_both_figures_disagrees_with_nobody() -> None:
    """Both figures in one report explain each other."""
    sentences = sentences_of(
        (0, "Seven people were killed in the storm."),
        (1, "Twelve people were killed in the storm."),
        (1, "In Sulua alone the storm killed seven people."),
    )
    assert conflicts_among(sentences, claims_of([(0, 1, 2)])) == ()


def test_a_source_that_gives_a_figure_as_a_former_one_contradicts_who_still_gives_it() -> None:
    """It tells what was replaced, and by what; who states the former figure now is behind."""
    sentences = sentences_of(
        (0, "On the farms 186,000 birds will be culled."),
        (1, "On the farms 240,000 birds will be culled, up from 186,000."),
    )
    found = conflicts_among(sentences, claims_of([(0, 1)]))
    assert values(found) == [("186,000 birds", "240,000 birds")]


def test_shares_of_two_companies_are_not_one_quantity() -> None:
    """A source gives one value for one thing: where putting conflicts together would give it two, they stay apart."""
    sentences = sentences_of(
        (0, "Larkmoor shares fell 2.9 percent in Vaile after the bid."),
        (1, "Larkmoor shares fell 4.3 percent in Vaile after the bid."),
        (1, "At the exchange in Sulua, Tressant lost 2.1 percent on Monday."),
        (2, "At the exchange in Sulua, Tressant lost 3.4 percent on Monday."),
    )
    same = np.where(np.abs(np.subtract.outer([0, 0, 1, 1], [0, 0, 1, 1])) == 1, 0.1, 1.0)
    found = conflicts_among(sentences, Claims(((0, 1, 2, 3),), np.arange(4), csr_matrix(same)))
    assert values(found) == [("2.9 percent", "4.3 percent"), ("2.1 percent", "3.4 percent")]


def test_whoever_contradicts_is_known_though_it_is_put_together_with_nobody() -> None:
    """No sentence that gives another figure may be cited in support."""
    sentences = sentences_of(
        (0, "14 people were killed."),
        (1, "11 people were killed."),
        (1, "12 people were killed."),
        (2, "16 died."),
    )
    found = conflicts_among(sentences, claims_of([range(4)]))
    assert {(0, 1), (0, 2), (0, 3)} <= set().union(*(conflict.apart for conflict in found))


def test_the_order_of_the_documents_does_not_change_the_sides() -> None:
    """The sentences shown are the same ones."""
    texts = [
        "Seven people were killed in the storm.",
        "The storm killed nine people.",
        "Nine people died in the storm.",
    ]
    one, other = conflicts(*texts), conflicts(*reversed(texts))
    assert [set(sides) for sides in values(one)] == [set(sides) for sides in values(other)]


def test_one_document_never_contradicts_itself() -> None:
    """What one article says in two places is its own affair."""
    sentences = sentences_of(
        (0, "Seven people were killed in the storm."), (0, "Twelve people were killed in the storm.")
    )
    assert conflicts_among(sentences, claims_of([(0, 1)])) == ()


def test_every_source_of_a_value_is_listed_once() -> None:
    """A document that gives a value twice is one source of it."""
    texts = ["Seven people died in the storm.", "The storm killed nine people.", "Nine people died in the storm."]
    sentences = [Sentence(min(i, 1), 50 * i, 50 * i + len(text), text) for i, text in enumerate(texts)]
    (found,) = conflicts_among(sentences, claims_of([(0, 1, 2)]))
    assert len(found.sides) == 2
    assert found.apart == {(0, 1), (0, 2)}


def test_the_dead_and_the_injured_of_one_sentence_are_two_conflicts() -> None:
    found = conflicts("The blast killed 12 people and wounded 30 people.", "The blast killed 13 people and wounded 35.")
    assert [sorted(side.value for side in conflict.sides) for conflict in found] in (
        [["12 people", "13 people"], ["30 people", "35"]],
        [["30 people", "35"], ["12 people", "13 people"]],
    )
