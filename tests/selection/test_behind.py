"""What is told behind the sentence that it leans on, and which sources are cited for it there."""

from __future__ import annotations

import pytest

from summarize import Brief, Document, Options, summarize
from tests.conftest import WordEncoder

RESIGNED = {
    "de": ("Der Bürgermeister von Velm ist am Montag zurückgetreten.", "Das teilte die Stadt mit."),
    "fr": ("Le maire de Velm est parti lundi de la mairie.", "Cela a été confirmé par la police."),
    "es": ("El alcalde de Velm ha dimitido el lunes por la tarde.", "Lo confirmó la policía."),
}
DENIED = {
    "de": "Der Bürgermeister von Velm ist am Montag nicht zurückgetreten.",
    "fr": "Le maire de Velm n'est pas parti lundi de la mairie.",
    "es": "El alcalde de Velm no ha dimitido el lunes por la tarde.",
}


def brief_of(code: str, *texts: str) -> Brief:
    documents = [Document(str(number), text, language=code) for number, text in enumerate(texts, start=1)]
    return summarize(documents, Options(max_words=100), WordEncoder())


@pytest.mark.parametrize("code", RESIGNED)
def test_a_sentence_that_leans_follows_its_own_antecedent_or_is_not_told(code: str) -> None:
    told, leaning = RESIGNED[code]
    brief = brief_of(code, told, f"{DENIED[code]} {leaning}")
    texts = [(sentence.text, sentence.citations[0].source) for sentence in brief.sentences]
    for before, after in zip([("", 0), *texts], texts, strict=False):
        assert after[0] != leaning or before == (DENIED[code], after[1])


@pytest.mark.parametrize("code", RESIGNED)
def test_the_same_words_behind_the_opposite_are_not_cited_for_it(code: str) -> None:
    told, leaning = RESIGNED[code]
    brief = brief_of(code, f"{told} {leaning}", f"{DENIED[code]} {leaning}")
    sentences = [sentence for sentence in brief.sentences if sentence.text == leaning]
    assert all(len({citation.source for citation in sentence.citations}) == 1 for sentence in sentences)


@pytest.mark.parametrize("code", RESIGNED)
def test_the_same_words_behind_the_same_are_cited_for_it(code: str) -> None:
    told, leaning = RESIGNED[code]
    brief = brief_of(code, f"{told} {leaning}", f"{told} {leaning} 40.")
    (sentence,) = (sentence for sentence in brief.sentences if sentence.text == leaning)
    assert {citation.source for citation in sentence.citations} == {1, 2}
