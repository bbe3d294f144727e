"""Questions: how they are read, and which sentences are told as their answers."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from summarize.errors import OptionsError
from summarize.options import Options
from summarize.selection.optimizer import Candidates
from summarize.selection.relevance import choose_answers, read_question
from summarize.selection.relevance.question import MAX_CHARACTERS, MAX_WORDS


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Who becomes mayor now?", "person"),
        ("How many people were hurt?", "number"),
        ("How much does Oakenby owe?", "money"),
        ("How long will the bridge be closed?", "duration"),
        ("When does the ferry sail again?", "time"),
        ("Why did the board reject the offer?", "reason"),
        ("What did the company say about jobs", "speech"),
        ("Is the bridge open?", None),
        ("What happened to the freighter?", None),
    ],
)
def test_a_question_tells_what_it_asks_for(asked: str, kind: str | None) -> None:
    assert read_question(asked).kind == kind


@pytest.mark.parametrize(("asked", "is_topic"), [("jobs", True), ("gift cards", True), ("Who resigned?", False)])
def test_a_matter_is_told_from_a_question(asked: str, is_topic: bool) -> None:
    assert read_question(asked).is_topic is is_topic


def test_words_that_say_nothing_of_the_matter_do_not_count_and_names_do() -> None:
    question = read_question("What did Governor Vastrick say about how many jobs?")
    assert {"governor", "vastrick"} <= {word.rstrip("e") for word in question.words}
    assert not {"what", "say", "how", "many", "about"} & question.words
    assert question.names


def test_one_idea_in_other_words_is_one_word() -> None:
    assert read_question("injuries").words == read_question("wounded").words
    assert read_question("injuries").words != read_question("arrests").words


@pytest.mark.parametrize("asked", ["", "  \n\t ", "?!", "—"])
def test_a_question_without_a_word_is_an_error(asked: str) -> None:
    with pytest.raises(OptionsError, match="empty"):
        read_question(asked)


def test_what_is_no_text_is_an_error() -> None:
    with pytest.raises(OptionsError, match="str"):
        read_question(7)  # type: ignore[arg-type]


def test_a_long_question_is_cut_and_a_short_one_is_not() -> None:
    long = read_question("When will the ferry sail? " + "harbour " * 2_000)
    assert long.cut
    assert len(long.text.split()) == MAX_WORDS
    assert long.kind == "time"
    assert not read_question(" When  will\nthe ferry sail? ").cut
    assert read_question("x" * 5_000).cut
    assert len(read_question("x" * 5_000).text) == MAX_CHARACTERS


def test_the_language_is_told_by_few_words_and_not_by_none() -> None:
    assert read_question("¿Cuántas personas resultaron heridas en el accidente del barco?").language == "es"
    assert read_question("How many people were hurt in the accident?").is_told
    assert not read_question("Kurzarbeit").is_told


def candidates(words: list[int], usable: list[bool], antecedent: list[int]) -> Candidates:
    ones = np.ones(len(words))
    return Candidates(np.array(words), np.array(usable), np.array(antecedent), ones, ones, ())


def alone(index: int) -> NDArray[np.bool_]:
    same = np.zeros(4, dtype=bool)
    same[index] = True
    return same


def test_the_most_relevant_is_told_first_and_what_depends_on_another_right_behind_it() -> None:
    given = candidates([5, 5, 5, 5], [True] * 4, [-1, 0, -1, -1])
    probability = np.array([0.6, 0.95, 0.8, 0.7])
    assert choose_answers(given, alone, Options(), probability) == [2, 3, 0, 1]


def test_repeats_and_what_does_not_fit_are_left_out() -> None:
    given = candidates([5, 5, 90, 5], [True, True, True, False], [-1] * 4)

    def repeats(index: int) -> NDArray[np.bool_]:
        return np.array([True, True, False, False]) if index < 2 else alone(index)

    probability = np.array([0.9, 0.8, 0.7, 0.99])
    assert choose_answers(given, repeats, Options(max_words=50), probability) == [0]
    assert choose_answers(given, repeats, Options(max_sentences=1), probability) == [0]


def test_what_depends_on_a_sentence_that_is_not_told_is_not_told() -> None:
    given = candidates([5, 5, 5, 5], [False, True, False, False], [-1, 0, -1, -1])
    assert choose_answers(given, alone, Options(), np.array([0.1, 0.9, 0.1, 0.1])) == []


def test_what_has_to_stand_first_does_so_whether_it_answers_or_not() -> None:
    given = candidates([5, 5, 5, 5], [True, False, False, False], [-1] * 4)
    assert choose_answers(given, alone, Options(), np.array([0.9, 0.1, 0.1, 0.1]), first=[1]) == [1, 0]
