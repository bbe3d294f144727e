"""Which sentences tell the brief, and what is cited for them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Options
from summarize.errors import NothingToSummarize
from summarize.languages import get
from summarize.records.sentence import Sentence
from summarize.selection import Selection
from summarize.selection.dependence import is_context_dependent
from tests.corpora import sentences_of
from tests.selection.choosing import chosen, cited, texts
from tests.selection.invented import (
    ANGLERS,
    CRASH,
    FACTS,
    INSPECTORS,
    KILLED,
    MASONS,
    RADAR,
    REWORDED,
    collections,
    facts_only,
    vectors_of,
)

lengths = st.one_of(
    st.builds(Options, max_words=st.integers(4, 60)),
    st.builds(Options, max_sentences=st.integers(1, 5)),
    st.builds(Options, max_words=st.integers(4, 60), max_sentences=st.integers(1, 5)),
)


def _told(sentences: Sequence[Sentence], selection: Selection) -> dict[str, list[str]]:
    return {
        sentences[choice.sentence].text: sorted(sentences[index].text for index in choice.support)
        for choice in selection.choices
    }


@given(collections, lengths)
def test_the_brief_keeps_to_its_length_and_says_nothing_twice(articles: list[list[str]], options: Options) -> None:
    sentences = sentences_of(*articles)
    try:
        selection = chosen(sentences, options)
    except NothingToSummarize:
        assert min(sentence.words for sentence in sentences) > (options.max_words or 0)
        return
    told = [sentences[choice.sentence] for choice in selection.choices]
    assert sum(sentence.words for sentence in told) <= (options.max_words or np.inf)
    assert 1 <= len(told) <= (options.max_sentences or np.inf)
    assert len({choice.claim for choice in selection.choices}) == len(told)
    assert len({sentence.text for sentence in told}) == len(told)


@given(collections)
def test_a_sentence_is_told_right_after_the_one_it_depends_on(articles: list[list[str]]) -> None:
    sentences = sentences_of(*articles)
    selection = chosen(sentences)
    order = [choice.sentence for choice in selection.choices]
    stands = {
        i
        for i, sentence in enumerate(sentences)
        if sentence.position == 0 or not is_context_dependent(sentence.text, get(sentence.language))
    }
    for place, index in enumerate(order):
        if index not in stands:
            assert place > 0
            assert order[place - 1] == index - 1


@given(facts_only, lengths, st.randoms())
def test_the_order_of_the_documents_decides_neither_what_is_told_nor_who_is_cited(articles, options, random) -> None:
    articles = [*articles, FACTS]  # two articles of one sentence each would be equals, and the first goes before
    sentences, shuffled = sentences_of(*articles), sentences_of(*random.sample(articles, len(articles)))
    try:
        first = chosen(sentences, options)
    except NothingToSummarize:
        with pytest.raises(NothingToSummarize):
            chosen(shuffled, options)
        return
    second = chosen(shuffled, options)
    assert _told(sentences, first) == _told(shuffled, second)
    assert np.allclose(sorted(first.salience), sorted(second.salience))


@given(facts_only)
def test_every_other_document_that_says_the_same_words_is_cited_once(articles: list[list[str]]) -> None:
    sentences = sentences_of(*articles)
    for choice in chosen(sentences).choices:
        quoted = sentences[choice.sentence]
        telling = {s.document for s in sentences if s.text == quoted.text} - {quoted.document}
        assert sorted(sentences[index].document for index in choice.support) == sorted(telling)


def test_what_many_documents_tell_is_told_before_what_one_tells() -> None:
    sentences = sentences_of([RADAR, KILLED, CRASH], [ANGLERS, CRASH], [MASONS, CRASH])
    assert texts(sentences, chosen(sentences, Options(max_sentences=1))) == [CRASH]


def test_what_the_headlines_say_opens_the_brief() -> None:
    head = "Radar dark, captain says"
    sentences = sentences_of([head, CRASH, KILLED, RADAR], [head, KILLED, RADAR], headlines=[head])
    vectors = vectors_of(sentences)
    near = [index for index, sentence in enumerate(sentences) if sentence.text in (head, RADAR)]
    vectors[near] = vectors[near[0]]
    assert texts(sentences, chosen(sentences, vectors=vectors))[0] == RADAR


@pytest.mark.parametrize("pair", [(0, 1), (0, 2), (1, 2)])
def test_a_fact_told_in_two_wordings_goes_before_one_that_nobody_else_tells(pair: tuple[int, int]) -> None:
    sentences = sentences_of([RADAR], [KILLED], [INSPECTORS])
    alike = np.tile([1.0, 0.0], (3, 1))
    (choice,) = chosen(sentences, Options(max_sentences=1), alike, likely={pair: 0.9}).choices
    assert choice.sentence in pair


def test_neighbouring_words_count_together() -> None:
    sentences = sentences_of(["Ferry fog strikes."], ["Fog ferry strikes."], ["Fog ferry reported off the mole."])
    alike = np.tile([1.0, 0.0], (3, 1))
    assert texts(sentences, chosen(sentences, Options(max_words=3), vectors=alike)) == ["Fog ferry strikes."]


@pytest.mark.parametrize(("likely", "found"), [(0.75, [REWORDED]), (0.65, [])])
def test_only_a_source_that_surely_says_the_same_is_cited(likely: float, found: list[str]) -> None:
    sentences = sentences_of([CRASH], [REWORDED])
    selection = chosen(sentences, Options(max_words=12), claims=[(0, 1)], likely={(0, 1): likely})
    assert cited(sentences, selection, texts(sentences, selection)[0]) in (found, [CRASH] * len(found))


def test_a_source_is_cited_by_the_sentence_that_says_it_most_surely() -> None:
    other = "A liner hit a wall there."
    sentences = sentences_of([CRASH], [other, REWORDED], [CRASH])
    selection = chosen(sentences, claims=[(0, 1, 2)], likely={(0, 1): 0.8, (0, 2): 0.9, (1, 2): 0.9})
    assert cited(sentences, selection, CRASH) == [REWORDED, CRASH]


def test_a_source_that_contradicts_is_not_cited_in_support() -> None:
    sentences = sentences_of([CRASH], [CRASH], [REWORDED])
    likely = {(0, 2): 0.9}
    agreeing = chosen(sentences, claims=[(0, 1, 2)], likely=likely)
    contradicting = chosen(sentences, claims=[(0, 1, 2)], likely=likely, apart={(0, 2), (1, 2)})
    assert cited(sentences, agreeing, CRASH) == [CRASH, REWORDED]
    assert cited(sentences, contradicting, CRASH) == [CRASH]


def test_a_headline_is_cited_only_where_its_article_does_not_say_it_again() -> None:
    head = "Ferry strikes mole"
    likely = {(0, 1): 0.95, (0, 2): 0.8}
    both = sentences_of([CRASH], [head, REWORDED], [CRASH], headlines=[head])
    alone = sentences_of([CRASH], [head, KILLED], [CRASH], headlines=[head])
    assert cited(both, chosen(both, claims=[(0, 1, 2)], likely=likely), CRASH) == [REWORDED, CRASH]
    assert cited(alone, chosen(alone, claims=[(0, 1)], likely={(0, 1): 0.95}), CRASH) == [head, CRASH]


@pytest.mark.parametrize(("words", "said"), [(1, "into 1 word:"), (2, "into 2 words:")])
def test_where_nothing_fits_the_error_says_how_long_the_shortest_is(words: int, said: str) -> None:
    head = "Mole hit"
    sentences = sentences_of([head, CRASH, "He denied it."], headlines=[head])
    with pytest.raises(NothingToSummarize, match=f"{said} the shortest that could be quoted has 3 words"):
        chosen(sentences, Options(max_words=words))


def test_every_claim_has_its_salience_whether_told_or_not() -> None:
    sentences = sentences_of([CRASH, RADAR, KILLED], [CRASH])
    selection = chosen(sentences, Options(max_sentences=1))
    assert len(selection.salience) == 3
    assert selection.salience[0] > selection.salience[1] > selection.salience[2] > 0
