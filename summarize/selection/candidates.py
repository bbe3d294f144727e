"""What a brief is chosen from: which sentences may be quoted, which depend on others, how well each reports."""

from __future__ import annotations

from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.languages import get
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence, SentenceRole
from summarize.selection.dependence import (
    is_context_dependent,
    is_contrastive,
    is_cut_off,
    is_half_quoted,
    is_left_open,
    is_retraction,
)
from summarize.selection.optimizer import Candidates
from summarize.selection.personal import is_attributed, is_bare_question, is_personal, labelled_opinions
from summarize.selection.prospects import still_open
from summarize.selection.salience import Positions, find_concepts
from summarize.selection.speech import within_quotations

PERSONAL_WEIGHT = 0.2
"""What a sentence counts in which the writer speaks as a person, any of an opinion piece, one which is all in capitals,
or which opens its article and depends on the headline."""
MIN_CONTENT, HOLLOW_WEIGHT = 6, 0.3
"""Different words that carry meaning of which a sentence of one document alone has at least so many, and what one with
fewer counts: "The surgery took three hours." costs few words and tells less."""
CONTRASTIVE_WEIGHT = 2.0
"""What a sentence counts that limits the one told before it, without which that one says more than its source does."""


def find_candidates(
    corpus: Corpus,
    claims: Claims,
    positions: Positions,
    salience: NDArray[np.float64],
    spoken: Set[int],
    columns: Set[int],
) -> Candidates:
    """All sentences of a corpus as candidates. `salience` is that of each sentence's fact, *shape* (n,); `spoken` are
    the turns of interviews, `columns` the documents that are opinions as a whole.
    """
    sentences = corpus.sentences
    dependent, antecedent = _antecedents(sentences)
    usable = _reported(sentences, labelled_opinions(corpus), _quotable(sentences, spoken, antecedent))
    standing = still_open(corpus, claims, usable & (antecedent < 0))
    usable &= standing > 0  # never all: what counts 0 leaves another, which is told in its place
    return Candidates(
        words=np.array([sentence.words for sentence in sentences]),
        usable=usable,
        antecedent=antecedent,
        salience=salience / salience[usable].max(),
        fitness=positions.centrality * _manner_of_all(sentences, claims, dependent, columns) * standing,
        concepts=[find_concepts(sentences, positions, size) for size in (1, 2)],
    )


def _antecedents(sentences: Sequence[Sentence]) -> tuple[frozenset[int], NDArray[np.int64]]:
    """The context-dependent sentences, and the sentence before each that has one; -1 for all others."""
    within = within_quotations(sentences)
    dependent = frozenset(
        index
        for index, sentence in enumerate(sentences)
        if index in within or is_context_dependent(sentence.text, get(sentence.language))
    )
    antecedent = np.full(len(sentences), -1, dtype=np.int64)
    for index in dependent:
        if _follows(sentences, index):
            antecedent[index] = index - 1
    return dependent, antecedent


def _follows(sentences: Sequence[Sentence], index: int) -> bool:
    """Whether the sentence before this one is also the one before it in its document."""
    this, before = sentences[index], sentences[index - 1]
    return index > 0 and (before.document, before.position) == (this.document, this.position - 1)


def find_retracted(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indices of the sentences which the next one takes back: they are no report of what is so."""
    return frozenset(
        index - 1
        for index, sentence in enumerate(sentences)
        if _follows(sentences, index) and is_retraction(sentence.text, get(sentence.language))
    )


def _quotable(sentences: Sequence[Sentence], spoken: Set[int], antecedent: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which sentences may be quoted. *Shape:* (n,)

    No turn of an interview (`spoken`), no item of a list, no question of a few words, nothing that is taken back, no
    beginning of a quotation that others end, and no part of one of which the speaker would have to stand before its
    article. All of the body if nothing else is there.
    """
    unfit = {*spoken, *find_retracted(sentences)}
    for index, sentence in enumerate(sentences):
        text = sentence.text
        if (
            is_cut_off(text, get(sentence.language))
            or is_bare_question(text, sentence.words)
            or is_left_open(text, get(sentence.language))
            or (antecedent[index] < 0 and is_half_quoted(text))
        ):
            unfit.add(index)
    body = np.array([sentence.role is SentenceRole.BODY for sentence in sentences])
    fit = body.copy()
    fit[list(unfit)] = False
    return fit if fit.any() else body


def _reported(sentences: Sequence[Sentence], columns: Set[int], quotable: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which quotable sentences may be told as facts: of what is labelled as a column, where there is a report, only
    what it says that somebody said. All where there are such columns only. *Shape:* (n,)

    The rest of a column stays evidence for what the reports say.
    """
    of_columns = np.array([sentence.document in columns for sentence in sentences], dtype=bool)
    if not (quotable & ~of_columns).any():
        return quotable
    opinion = [
        index
        for index in np.flatnonzero(quotable & of_columns).tolist()
        if not is_attributed(sentences[index].text, get(sentences[index].language))
    ]
    told = quotable.copy()
    told[opinion] = False
    return told


def _manner_of_all(
    sentences: Sequence[Sentence], claims: Claims, dependent: Set[int], columns: Set[int]
) -> NDArray[np.float64]:
    """How well each sentence reports. *Shape:* (n,)"""
    told = [group for group in claims.groups if len({sentences[index].document for index in group}) > 1]
    shared = frozenset(index for group in told for index in group)
    return np.array(
        [
            _manner(each, index in dependent, index in shared, each.document in columns)
            for index, each in enumerate(sentences)
        ]
    )


def _manner(sentence: Sentence, dependent: bool, shared: bool, in_opinion: bool) -> float:
    """How well a sentence reports, whatever it reports; 1 for most. `shared` says that other documents tell it too,
    `in_opinion` that its document is an opinion as a whole.
    """
    text, language = sentence.text, get(sentence.language)
    says_little = len(set(sentence.tokens) - language.words.stop) < MIN_CONTENT
    is_lean = text.isupper() or (sentence.position == 0 and dependent)
    if in_opinion or is_lean or is_personal(text, language):
        return PERSONAL_WEIGHT * (HOLLOW_WEIGHT if says_little else 1.0)
    if is_contrastive(text, language) and dependent:
        return CONTRASTIVE_WEIGHT
    return HOLLOW_WEIGHT if says_little and not shared else 1.0
