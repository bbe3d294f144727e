"""What two sentences that contradict each other differ in is named where few words are it."""

from __future__ import annotations

import time
from itertools import combinations, product
from string import ascii_lowercase

import numpy as np
import pytest

from summarize.conflicts import contradictions
from summarize.conflicts.parsing import ParsedSentences
from tests.corpora import corpus_of, sentences_of


def values_of(left: str, right: str) -> tuple[str, list[str]]:
    parsed = ParsedSentences(corpus_of(sentences_of([left], [right]), np.eye(2, dtype=np.float32)))
    (conflict,) = contradictions(parsed, [0, 1], [(0, 1)])
    return conflict.kind, [side.value for side in conflict.sides]


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        (
            "The court sent Rade back to prison on Monday.",
            "The court sent Rade back to hospital on Monday.",
            ["prison", "hospital"],
        ),
        ("The mayor of Dene lied.", "The mayor of Port Orlin lied.", ["Dene", "Port Orlin"]),
        (
            "Rain rain rain fell.",
            "Rain rain snow snow rain fell.",
            ["Rain rain rain fell.", "Rain rain snow snow rain fell."],
        ),
        ("Police arrested the driver.", "Police have not arrested the driver.", ["arrested", "not arrested"]),
    ],
)
def test_few_words_that_clash_are_the_values(left: str, right: str, values: list[str]) -> None:
    assert values_of(left, right)[1] == values


def contradict(left: str, right: str) -> bool:
    parsed = ParsedSentences(corpus_of(sentences_of([left], [right]), np.eye(2, dtype=np.float32)))
    return bool(contradictions(parsed, [0, 1], [(0, 1)]))


def test_the_same_figures_speak_against_a_contradiction_and_the_same_day_does_not() -> None:
    """Any two reports of one day name it."""
    assert not contradict("The train to Orin left at 7:40 a.m.", "The train to Orin left at 07:40.")
    assert contradict("The bank raised its key rate on Thursday.", "The bank kept its key rate unchanged on Thursday.")


def test_who_denies_the_opposite_agrees() -> None:
    """Not called off is on."""
    assert not contradict("The strike will go ahead.", "The strike has not been called off.")
    assert not contradict("The pilot survived the crash.", "The pilot was not killed in the crash.")
    assert contradict("The strike will go ahead.", "The strike has been called off.")


def test_where_nothing_explains_it_both_sentences_stand_side_by_side() -> None:
    left, right = "Norvex will close its plant in Dene.", "There is no such plan, the chief executive said."
    assert values_of(left, right) == ("other", [left, right])


def test_several_sentences_of_two_claims_are_one_conflict() -> None:
    texts = ["The dam broke.", "The dam gave way.", "The dam has held, engineers say."]
    parsed = ParsedSentences(corpus_of(sentences_of(*([t] for t in texts)), np.eye(3, dtype=np.float32)))
    (conflict,) = contradictions(parsed, [0, 0, 1], [(0, 2), (1, 2)])
    assert [side.sentence for side in conflict.sides] == [0, 1, 2]
    assert conflict.apart == {(0, 2), (1, 2)}


@pytest.mark.timed
def test_sentences_that_share_one_word_over_and_over_are_compared_in_no_time() -> None:
    ends = [f"{a}{b}" for a, b in product(ascii_lowercase, repeat=2)][:149]
    texts = [" ".join(f"dam {kind}{end}" for end in ends) for kind in "abcdefgh"]
    parsed = ParsedSentences(corpus_of(sentences_of(*([text] for text in texts)), np.eye(8, dtype=np.float32)))
    assert len(parsed[0].words) == 298
    begun = time.process_time()
    contradictions(parsed, range(8), combinations(range(8), 2))
    assert time.process_time() - begun < 0.5


def conflicts_of(left: str, right: str) -> int:
    parsed = ParsedSentences(corpus_of(sentences_of([left], [right]), np.eye(2, dtype=np.float32)))
    return len(contradictions(parsed, [0, 1], [(0, 1)]))


def test_the_same_figures_in_another_form_are_no_conflict_however_they_were_read() -> None:
    assert not conflicts_of(
        "The collision happened at about 7:40 a.m. in the harbour approach, the port's log says.",
        "The collision happened at about 07:40 in the approach to the harbour, the log of the port says.",
    )


def test_one_figure_that_differs_is_a_conflict_whichever_sentence_comes_first() -> None:
    told = "In Skarra 27 sailors and {} passengers of the ferry were brought to the harbour hospital by {}."
    one, other = told.format(27, "helicopter"), told.format(31, "ambulance")
    rest = [f"The {thing} of the town is a wholly other matter." for thing in ("road", "school", "park", "mill")]
    for pair in ([one, *rest], [other, *rest]), ([other, *rest], [one, *rest]):
        parsed = ParsedSentences(corpus_of(sentences_of(*pair), np.eye(10, dtype=np.float32)))
        assert contradictions(parsed, range(10), [(0, 5)])


def test_a_denial_is_a_conflict_though_it_repeats_the_figures() -> None:
    plan = "Norvex will close its plant in Dene and lay off 1,200 workers."
    denial = "Reports that Norvex will close its plant in Dene and lay off 1,200 workers are false, the company said."
    assert conflicts_of(plan, denial)


def test_the_same_figures_are_a_conflict_where_the_order_of_the_words_contradicts() -> None:
    assert conflicts_of("Maria Kohl beat Ana Sole 6-4 on Sunday.", "Ana Sole beat Maria Kohl 6-4 on Sunday.")
