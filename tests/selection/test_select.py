"""Which sentences tell the brief, and what is cited for them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence, Set
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from summarize import Options
from summarize.conflicts import FoundConflict
from summarize.errors import NothingToSummarize
from summarize.languages import get
from summarize.records.sentence import Sentence
from summarize.selection import Selection, select
from summarize.selection.dependence import is_context_dependent
from tests.corpora import corpus_of, no_copies, sentences_of
from tests.selection.invented import CONTEXT_DEPENDENT, FACTS, claims_of, collections, facts_only, vectors_of

CRASH, RADAR, KILLED, SAILINGS, ANGLERS, MASONS, INSPECTORS, PASSENGERS = FACTS
REWORDED = "The bow of a liner hit the harbour's outer wall, injuring many."
ALL = Options(max_sentences=50)

lengths = st.one_of(
    st.builds(Options, max_words=st.integers(4, 60)),
    st.builds(Options, max_sentences=st.integers(1, 5)),
    st.builds(Options, max_words=st.integers(4, 60), max_sentences=st.integers(1, 5)),
)


def chosen(
    sentences: Sequence[Sentence],
    options: Options = ALL,
    vectors: NDArray[Any] | None = None,
    apart: Set[tuple[int, int]] = frozenset(),
    **claims: Any,
) -> Selection:
    corpus = corpus_of(sentences, vectors_of(sentences) if vectors is None else vectors)
    conflicts = [FoundConflict("number", (), (), frozenset(apart))] if apart else []
    return select(corpus, claims_of(sentences, **claims), no_copies(corpus), conflicts, options)


def texts(sentences: Sequence[Sentence], selection: Selection) -> list[str]:
    return [sentences[choice.sentence].text for choice in selection.choices]


def cited(sentences: Sequence[Sentence], selection: Selection, text: str) -> list[str]:
    (choice,) = (choice for choice in selection.choices if sentences[choice.sentence].text == text)
    return [sentences[index].text for index in choice.support]


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


def test_headlines_are_never_quoted() -> None:
    head = "Ferry strikes the North Mole at Port Ennick"
    sentences = sentences_of([head, RADAR], [head, KILLED], headlines=[head])
    assert set(texts(sentences, chosen(sentences))) == {RADAR, KILLED}


def test_one_fact_is_told_by_one_sentence_and_the_other_is_cited() -> None:
    sentences = sentences_of([CRASH, RADAR], [REWORDED, KILLED])
    selection = chosen(sentences, claims=[(0, 2)], likely={(0, 2): 0.9})
    assert len(selection.choices) == 3
    told = ({CRASH, REWORDED} & set(texts(sentences, selection))).pop()
    assert cited(sentences, selection, told) == [({CRASH, REWORDED} - {told}).pop()]


def test_a_claim_is_told_once_though_two_of_its_sentences_were_never_compared() -> None:
    sentences = sentences_of([CRASH], [REWORDED])
    assert len(chosen(sentences, claims=[(0, 1)]).choices) == 1


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


def test_a_sentence_that_shares_some_words_with_a_longer_one_still_adds_something() -> None:
    shared = "Captain Joren Haldane told officers nothing about the fog over the sound."
    sentences = sentences_of([CRASH, RADAR, KILLED], [shared, ANGLERS])
    assert {RADAR, shared} <= set(texts(sentences, chosen(sentences)))


@pytest.mark.parametrize(("likely", "count"), [(0.3, 1), (0.1, 1), (0.04, 2)])
def test_what_may_well_be_the_same_fact_is_not_told_even_as_a_claim_of_its_own(likely: float, count: int) -> None:
    sentences = sentences_of([CRASH], [REWORDED])
    assert len(chosen(sentences, likely={(0, 1): likely}).choices) == count


@pytest.mark.parametrize(("cosine", "count"), [(0.8, 1), (0.7, 2)])
def test_sentences_of_nearly_one_meaning_are_not_both_told(cosine: float, count: int) -> None:
    sentences = sentences_of([CRASH, RADAR, KILLED], [REWORDED, ANGLERS])
    vectors = np.eye(5)
    vectors[3] = [cosine, 0, 0, np.sqrt(1 - cosine**2), 0]
    told = texts(sentences, chosen(sentences, vectors=vectors))
    assert len({CRASH, REWORDED} & set(told)) == count


def test_where_all_sentences_are_alike_it_takes_more_to_be_a_repetition() -> None:
    sentences = sentences_of(FACTS[:4], FACTS[4:])
    vectors = np.sqrt([[0.8, *(0.2 if n == k else 0 for n in range(8))] for k in range(8)])
    assert len(chosen(sentences, vectors=vectors).choices) == 8


def test_a_sentence_whose_words_stand_in_a_longer_one_adds_nothing() -> None:
    longer = "A passenger ferry struck the North Mole at Port Ennick in dense fog, the coastguard spokesman said."
    sentences = sentences_of([longer, KILLED], [CRASH, RADAR])
    told = texts(sentences, chosen(sentences))
    assert len({longer, CRASH} & set(told)) == 1


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
