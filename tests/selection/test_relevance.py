"""Questions: how they are read, and which sentences are told as their answers."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from summarize.errors import OptionsError
from summarize.options import Options
from summarize.records.sentence import Sentence
from summarize.selection.optimizer import Candidates
from summarize.selection.relevance import choose_answers, read_question
from summarize.selection.relevance.matches import Matches
from summarize.selection.relevance.question import MAX_CHARACTERS, MAX_WORDS
from summarize.selection.relevance.stated import stated


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
        ("How old is the harbourmaster?", "age"),
        ("Who complained?", "person"),
        ("Who warned the board when the dam cracked?", "person"),
        ("Why was the fine lowered?", "reason"),
        ("When was the salary paid?", "time"),
        ("How did the thieves get in?", None),
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


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ("Who complained?", "complaint"),
        ("How large is the fine?", "fined"),
        ("Who resigned?", "resignation"),
        ("Did anybody apologise?", "apology"),
    ],
)
def test_words_of_one_family_are_one_word(asked: str, word: str) -> None:
    assert Matches(read_question(asked)).within(word, "en")


@pytest.mark.parametrize(("asked", "word"), [("Who planned it?", "plane"), ("Is the post vacant?", "posture")])
def test_words_that_only_begin_alike_are_two(asked: str, word: str) -> None:
    assert not Matches(read_question(asked)).within(word, "en")


def told(asked: str, text: str, before: str | None = None) -> str | None:
    question = read_question(asked)
    near = None if before is None else Sentence(0, 0, len(before), before)
    return stated(question, Sentence(0, 0, len(text), text), near, Matches(question))


@pytest.mark.parametrize(
    ("asked", "text", "answer"),
    [
        ("Who is the pilot?", "Pilot Runa Eskdale, 44, blamed a sudden gust over the ridge.", "Eskdale"),
        ("Who is the mayor?", "The mayor, Odo Fennimore, opened the new library on Monday.", "Fennimore"),
        ("What is the name of the coroner?", "“It was quick,” said the coroner, Lise Aumont.", "Aumont"),
        ("How old is the pilot?", "Pilot Runa Eskdale, 44, blamed a sudden gust over the ridge.", "44.0"),
        ("How old is Runa Eskdale?", "Runa Eskdale, 44, has flown gliders since she was a girl.", "44.0"),
    ],
)
def test_a_sentence_on_something_else_may_state_what_is_asked(asked: str, text: str, answer: str) -> None:
    assert told(asked, text) == answer


@pytest.mark.parametrize(
    ("asked", "one", "other"),
    [
        (
            "How large is the grant?",
            "The theatre has a grant of 2.4 million euros.",
            "It lost a grant of 2.4m euros.",
        ),
        (
            "How high is the bail?",
            "A judge set bail at $500,000 on Friday.",
            "Bail is $500,000 for both, a clerk said.",
        ),
    ],
)
def test_the_size_of_a_thing_stands_beside_it_and_equal_sizes_are_one(asked: str, one: str, other: str) -> None:
    assert told(asked, one)
    assert told(asked, one) == told(asked, other)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Who is the pilot?", "The pilot and Runa Eskdale disagreed about the gust."),
        ("Who is the mayor?", "Deputy mayor Odo Fennimore opened the new library."),
        ("Who is the mayor?", "Former mayor Odo Fennimore opened the new library."),
        ("Who is the mayor of Brackley?", "Tollbridge mayor Odo Fennimore opened the new library."),
        ("Who is the minister?", "Surin Thale, an official at the tourism ministry, said so."),
        ("Who is the president?", "Presiding judge Katrin Osterly sentenced him to six years."),
        ("How old is the pilot?", "The pilot met Odo Fennimore, 61, in the tower."),
        ("How large is the grant?", "The grant is less than the 2.4 million euros of last year."),
        ("How large is the grant?", "The grant is more than the 2.4 million euros of last year."),
        ("How large is the grant?", "The grant beats the 2.4 million euros of last year."),
        ("Who found the pilot?", "Pilot Runa Eskdale, 44, blamed a sudden gust over the ridge."),
    ],
)
def test_what_only_stands_near_is_not_stated(asked: str, text: str) -> None:
    assert told(asked, text) is None


def test_whose_chief_somebody_is_may_stand_in_the_sentence_before() -> None:
    asked, text = "Who is the chief executive of Halcyon?", "“Nonsense,” said chief executive Corvin Dahl."
    assert told(asked, text, "Halcyon said it would appeal.") == "Dahl"
    assert told(asked, text, "Its rival Tessel said it would appeal.") is None
    assert told(asked, text, "Halcyon and Tessel said they would appeal.") is None


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
