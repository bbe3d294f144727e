"""Which sentences may be quoted, and which report better than others."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from summarize import Options
from tests.corpora import sentences_of
from tests.selection.choosing import chosen, cited, texts
from tests.selection.invented import CONTEXT_DEPENDENT, CRASH, KILLED, RADAR


def test_headlines_are_never_quoted() -> None:
    head = "Ferry strikes the North Mole at Port Ennick"
    sentences = sentences_of([head, RADAR], [head, KILLED], headlines=[head])
    assert set(texts(sentences, chosen(sentences))) == {RADAR, KILLED}


@pytest.mark.parametrize(
    "other",
    [
        "Who let a passenger liner sail into a harbour so dark?",
        "LINER SAILED INTO A DARK HARBOUR, COASTGUARD SAYS.",
        "It sailed into the harbour of Port Ennick in the dark.",
    ],
)
def test_a_plain_report_goes_before_other_sentences(other: str) -> None:
    """Before a question, before a line in capitals, before one that depends on its headline."""
    sentences = sentences_of([other, RADAR], [other, RADAR])
    alike = np.tile([1.0, 0.0], (4, 1))
    assert texts(sentences, chosen(sentences, Options(max_sentences=1), vectors=alike)) == [RADAR]


@pytest.mark.parametrize(("head", "told"), [("But", True), ("And", False)])
def test_what_takes_a_sentence_back_goes_before_another_fact(head: str, told: bool) -> None:
    promise, limit = "The owner promised every passenger a refund.", f"{head} nobody knows who will pay for it all."
    masons = "Masons reopened the harbour road on Thursday, a fortnight after the crash."
    sentences = sentences_of([promise, limit], [promise, masons])
    alike = np.tile([1.0, 0.0], (4, 1))
    chosen_texts = texts(sentences, chosen(sentences, Options(max_sentences=2), vectors=alike, claims=[(0, 2)]))
    assert (chosen_texts == [promise, limit]) is told


@pytest.mark.parametrize(
    ("next_one", "told"),
    [("That was wrong.", False), ("It did not happen.", False), ("That was on Monday.", True)],
)
def test_what_the_next_sentence_takes_back_is_neither_told_nor_cited(next_one: str, told: bool) -> None:
    promise = "The owner of the ferry paid every passenger in full on Monday."
    sentences = sentences_of([promise, next_one], [promise, RADAR])
    alike = np.tile([1.0, 0.0], (4, 1))
    choices = chosen(sentences, Options(max_sentences=1), vectors=alike, claims=[(0, 2)], likely={(0, 2): 0.99})
    assert texts(sentences, choices) == [promise]
    assert bool(cited(sentences, choices, promise)) is told


@pytest.mark.parametrize("retold", [False, True])
def test_a_sentence_of_few_words_that_nobody_else_tells_goes_after_one_that_says_more(retold: bool) -> None:
    hollow, telling = "The inquiry lasted three days.", "Masons reopened the harbour road on Thursday after the crash."
    sentences = sentences_of([hollow, telling], [hollow, telling] if retold else [RADAR])
    alike = np.tile([1.0, 0.0], (len(sentences), 1))
    claims = [(0, 2), (1, 3)] if retold else [(0,), (1,), (2,)]
    likely = dict.fromkeys(claims, 0.99) if retold else {}
    order = texts(sentences, chosen(sentences, Options(max_sentences=2), vectors=alike, claims=claims, likely=likely))
    assert (hollow in order) is retold


def test_a_context_dependent_sentence_is_better_than_none() -> None:
    sentences = sentences_of([CRASH, "He denied it."])
    assert texts(sentences, chosen(sentences, Options(max_words=5))) == ["He denied it."]


def test_a_first_sentence_depends_on_nothing() -> None:
    sentences = sentences_of([CONTEXT_DEPENDENT[0], CRASH])
    assert set(texts(sentences, chosen(sentences))) == {CONTEXT_DEPENDENT[0], CRASH}


def test_what_is_asked_and_answered_in_an_interview_is_neither_quoted_nor_cited() -> None:
    asked = ["NF: Nobody was killed?", "TW: Nobody was killed.", "NF: And the mole?", "TW: It stands."]
    sentences = [
        dataclasses.replace(sentence, paragraph=sentence.position) for sentence in sentences_of([KILLED, CRASH], asked)
    ]
    selection = chosen(sentences, claims=[[0, 3]], likely={(0, 3): 0.9})
    assert not set(asked) & set(texts(sentences, selection))
    assert cited(sentences, selection, KILLED) == []


def test_an_interview_alone_is_still_made_a_brief_of() -> None:
    asked = ["NF: Nobody was killed?", "TW: Nobody was killed.", "NF: And the mole?", "TW: It stands."]
    sentences = [dataclasses.replace(sentence, paragraph=sentence.position) for sentence in sentences_of(asked)]
    assert texts(sentences, chosen(sentences))
