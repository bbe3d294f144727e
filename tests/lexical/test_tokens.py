"""The words by which sentences are compared."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.lexical.tokens import Tokenizer
from summarize.records.document import Document
from summarize.segmentation import split_documents


def tokens(text: str) -> tuple[str, ...]:
    return Tokenizer("english")(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The minister's decisions", "the MINISTER decision"),
        ("1,200 people", "1200 people"),
        ("1.250.000 Euro", "1250000 euro"),
        ("the U.S. at 5 a.m.", "the US at 5 am"),
        ("don’t go", "don't go"),
        ("São Paulo", "Sao Paulo"),
        ("Cafe\u0301 owners", "Café owner"),
        ("l’accord signé", "accord signé"),
        ("５０ ｋｍ", "50 km"),
        ("the 7.8-magnitude quake", "the 7.8 magnitude quakes"),
        ("книги", "книга"),
    ],
)
def test_what_means_the_same_gives_the_same_tokens(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(
    ("one", "other"), [("7.8 metres", "78 metres"), ("1,200", "1.2"), ("did not go", "did go"), ("-5 to 6", "-5 to 7")]
)
def test_what_means_something_else_does_not(one: str, other: str) -> None:
    assert tokens(one) != tokens(other)


def test_scripts_without_spaces_overlap_by_pairs_of_characters() -> None:
    assert tokens("东京地震") == ("东京", "京地", "地震")
    assert len(set(tokens("东京发生地震")) & set(tokens("地震袭击东京"))) == 2
    assert tokens("震") == ("震",)


def test_vowel_signs_do_not_break_words() -> None:
    assert len(tokens("हिन्दी में समाचार")) == 3


@given(st.text(max_size=200))
def test_tokens_are_never_empty_and_never_hold_white_space(text: str) -> None:
    for token in tokens(text):
        assert token
        assert not any(c.isspace() for c in token)


def test_sentences_carry_their_tokens() -> None:
    (sentence,) = split_documents([Document(id="d", text="Two ships collided off Varnholm's coast.")])
    assert sentence.tokens == ("two", "ship", "collid", "off", "varnholm", "coast")


@pytest.mark.timed
def test_a_hundred_thousand_sentences_take_seconds() -> None:
    tokenize = Tokenizer("english")
    begun = time.process_time()
    for i in range(100_000):
        tokenize(f"Nine passengers of ferry number {i} were taken to the hospital in Varnholm on Tuesday.")
    assert time.process_time() - begun < 10
