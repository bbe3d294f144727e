"""The whole choice: salience of the claims, the sentences that tell them, and their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts import FoundConflict, Update, contradictions, updates
from summarize.conflicts.parsing import ParsedSentences
from summarize.errors import NothingToSummarize
from summarize.languages import get
from summarize.options import Options
from summarize.provenance import Copies
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence, SentenceRole
from summarize.relations import Reader
from summarize.selection.citations import Support, Witnesses
from summarize.selection.dependence import (
    is_context_dependent,
    is_contrastive,
    is_cut_off,
    is_half_quoted,
    is_left_open,
)
from summarize.selection.notes import find_notes
from summarize.selection.novelty import Novelty, choose_new
from summarize.selection.optimizer import Candidates, choose
from summarize.selection.ordering import reading_order
from summarize.selection.overtaken import is_stale, sure, teller, without
from summarize.selection.personal import is_personal
from summarize.selection.records import Choice, Selection
from summarize.selection.relevance import Relevance, choose_answers
from summarize.selection.salience import expected_support, find_concepts, positions_of
from summarize.selection.speech import turns, within_quotations
from summarize.selection.title import choose_title

MAX_COSINE = 0.75
"""Cosine from which two sentences are never both told, whatever the claims say. Where all sentences are alike, by the
model's nature or the collection's, it takes more: halfway from their mean cosine to 1."""
PERSONAL_WEIGHT = 0.2
"""What a sentence counts in which the writer speaks as a person, which is all in capitals, or which opens its article
and depends on the headline."""
MIN_CONTENT, HOLLOW_WEIGHT = 6, 0.3
"""Different words that carry meaning of which a sentence of one document alone has at least so many, and what one with
fewer counts: "The surgery took three hours." costs few words and tells less."""
CONTRASTIVE_WEIGHT = 2.0
"""What a sentence counts that limits the one told before it, without which that one says more than its source does."""
MAX_SAME_FACT = 1 / 16
"""Probability of being one fact from which two sentences are never both told."""
MAX_CHOICES = 4
"""How often the choice is made anew without what turned out to be overtaken when it was read."""
MAX_SHARED_WORDS = 0.6
"""A sentence of whose words, by rarity, this share stands in one told already adds nothing."""


def select(
    corpus: Corpus,
    claims: Claims,
    copies: Copies,
    conflicts: Sequence[FoundConflict],
    options: Options,
    reader: Reader | None = None,
    novelty: Novelty | None = None,
    relevance: Relevance | None = None,
) -> Selection:
    """Chooses at most one sentence a claim, within the words and sentences the options allow.

    With a `reader`, what is cited for a sentence was read against it; without, the classifier of claims decides. With
    `novelty` only what is new, changed or confirmed since an earlier brief is chosen, in this order; it may be nothing.
    With `relevance` only what answers a question is, the most relevant first; that may be nothing too.
    Raises NothingToSummarize when no sentence fits.
    """
    sentences, vectors = corpus.sentences, corpus.vectors
    positions = positions_of(corpus)
    body = np.array([sentence.role is SentenceRole.BODY for sentence in sentences])
    dependent, antecedent = _antecedents(sentences)
    spoken = turns(sentences)
    usable = _fit(sentences, spoken, body, antecedent)
    salience = expected_support(corpus, claims, copies, positions.early)
    candidates = Candidates(
        words=np.array([sentence.words for sentence in sentences]),
        usable=usable,
        antecedent=antecedent,
        salience=salience / salience[usable].max(),
        fitness=positions.centrality * _manner_of_all(sentences, claims, dependent),
        concepts=[find_concepts(sentences, positions, size) for size in (1, 2)],
    )
    if novelty is not None:
        candidates = replace(candidates, fitness=candidates.fitness * (1 - novelty.likeness))
    if relevance is not None:
        candidates = replace(candidates, usable=usable & relevance.answers)
    too_alike = max(MAX_COSINE, (1 + _mean_cosine(vectors)) / 2)
    number = _claim_of_each(claims, len(sentences))

    # What an interviewer asks is no report; it may be cited only where there is nothing else to quote either.
    witnesses = Witnesses(corpus, claims, reader, {index for index in spoken if not usable[index]})
    found, replaced = updates(corpus, conflicts), dict[Update, int]()
    longest = np.inf if options.max_words is None else options.max_words
    tellable = usable & (antecedent < 0) & (candidates.words <= longest)
    for change in novelty.changes(conflicts) if novelty else ():
        if (now := teller(change.update, tellable & candidates.usable, replaced)) is not None:
            replaced[change.update] = now

    def repeats(index: int) -> NDArray[np.bool_]:
        same: NDArray[np.bool_] = (
            (number == number[index])
            | (claims.likelihood(index) > MAX_SAME_FACT)
            | (vectors @ vectors[index] > too_alike)
            | (candidates.concepts[0].share_held_by(index) > MAX_SHARED_WORDS)
        )
        same[witnesses.repeating(index)] = True
        for update in (*found, *replaced):
            if index in update.current:
                same[list(update.current)] = True
        return same

    claim_of = [claims.groups[int(claim)] for claim in number]
    parsed = cache(lambda: ParsedSentences(corpus))
    apart = frozenset().union(*(conflict.apart for conflict in conflicts))
    for _ in range(MAX_CHOICES):
        left = replace(candidates, usable=without(candidates.usable, replaced))
        first = [*replaced.values()]
        if novelty is None:
            chosen, antecedent = _choose(left, first, repeats, options, relevance)
            parts = [chosen]
        else:
            parts = [*choose_new(left, first, repeats, options, novelty)]
            chosen = [index for part in parts for index in part]
        order = (
            chosen
            if relevance is not None and novelty is None
            else [
                index
                for part in parts
                if part
                for index in reading_order(part, sentences, claim_of, _leadership(corpus, part), antecedent)
            ]
        )
        supports = witnesses.supports(order, apart)
        pairs = _contradicting(order, supports)
        further = contradictions(parsed(), number.tolist(), pairs) if pairs else []
        before = len(replaced)
        for update in (*found, *updates(corpus, sure(further, reader))):
            if is_stale(update, chosen, claims) and (now := teller(update, tellable, replaced)) is not None:
                replaced[update] = now
        seemed_new = novelty is not None and novelty.read(order, supports)
        if len(replaced) == before and not seemed_new:
            break
    title = choose_title(corpus, order)
    notes = find_notes(corpus, order, title)
    statuses = [None] * len(order) if novelty is None else novelty.statuses(order, (*conflicts, *further))
    return Selection(
        choices=tuple(
            Choice(int(number[index]), index, support.same, support.partial, noted, status)
            for index, support, noted, status in zip(order, supports, notes, statuses, strict=True)
            if novelty is None or status
        ),
        contradictions=tuple(further),
        salience=tuple(float(salience[list(members)].max()) for members in claims.groups),
        title=title,
        answered=relevance is not None and bool(candidates.usable.any()),
    )


def _choose(
    candidates: Candidates,
    first: Sequence[int],
    repeats: Callable[[int], NDArray[np.bool_]],
    options: Options,
    relevance: Relevance | None = None,
) -> tuple[list[int], NDArray[np.int64]]:
    """The chosen sentences, those of `first` before all others, and which of all depends on which. Raises
    NothingToSummarize when none fits; that none may be told is no error with `relevance`.
    """

    def taken(candidates: Candidates, first: Sequence[int] = ()) -> list[int]:
        if relevance is not None:
            return choose_answers(candidates, repeats, options, relevance.probability, first)
        return choose(candidates, repeats, options.max_words, options.max_sentences, first)

    chosen = taken(candidates, first)
    if not chosen:  # a sentence that depends on a missing one is better than none
        candidates = replace(candidates, antecedent=np.full(len(candidates.words), -1))
        chosen = taken(candidates)
    if not chosen and (relevance is None or candidates.usable.any()):
        shortest = int(candidates.words[candidates.usable].min())
        raise NothingToSummarize(
            f"no sentence fits into {options.max_words} word{'s' * (options.max_words != 1)}: "
            f"the shortest that could be quoted has {shortest} words"
        )
    return chosen, candidates.antecedent


def _claim_of_each(claims: Claims, count: int) -> NDArray[np.int64]:
    """*Shape:* (count,); the claim of every sentence."""
    number = np.empty(count, dtype=np.int64)
    for claim, members in enumerate(claims.groups):
        number[list(members)] = claim
    return number


def _manner_of_all(sentences: Sequence[Sentence], claims: Claims, dependent: Set[int]) -> NDArray[np.float64]:
    """How well each sentence reports. *Shape:* (n,)"""
    told = [group for group in claims.groups if len({sentences[index].document for index in group}) > 1]
    shared = frozenset(index for group in told for index in group)
    return np.array([_manner(each, index in dependent, index in shared) for index, each in enumerate(sentences)])


def _manner(sentence: Sentence, dependent: bool, shared: bool) -> float:
    """How well a sentence reports, whatever it reports; 1 for most. `shared` says that other documents tell it too."""
    text, language = sentence.text, get(sentence.language)
    says_little = len(set(sentence.tokens) - language.words.stop) < MIN_CONTENT
    if is_personal(text, language) or text.isupper() or (sentence.position == 0 and dependent):
        return PERSONAL_WEIGHT * (HOLLOW_WEIGHT if says_little else 1.0)
    if is_contrastive(text, language) and dependent:
        return CONTRASTIVE_WEIGHT
    return HOLLOW_WEIGHT if says_little and not shared else 1.0


def _mean_cosine(vectors: NDArray[np.float32]) -> float:
    """Over all pairs of different rows; 0 when there is none. *Shape:* (n, d), L2-normalised."""
    n = len(vectors)
    total = vectors.sum(axis=0, dtype=np.float64)
    return float(total @ total - n) / max(n * (n - 1), 1)


def _leadership(corpus: Corpus, chosen: Sequence[int]) -> NDArray[np.float64]:
    """How much each chosen sentence says what the documents open with: mean cosine to their headline or first sentence.
    *Shape:* (n,), 0 for all others.
    """
    sentences, vectors = corpus.sentences, corpus.vectors
    opening: dict[int, list[int]] = {}
    opened: set[int] = set()
    for index, sentence in enumerate(sentences):
        if sentence.document not in opened:
            opening.setdefault(sentence.document, []).append(index)
            if sentence.role is SentenceRole.BODY:
                opened.add(sentence.document)
    told = vectors[list(chosen)]
    nearest = [(told @ vectors[indices].T).max(axis=1) for indices in opening.values()]
    leadership = np.zeros(len(sentences))
    leadership[list(chosen)] = np.mean(nearest, axis=0, dtype=np.float64)
    return leadership


def _antecedents(sentences: Sequence[Sentence]) -> tuple[frozenset[int], NDArray[np.int64]]:
    """The context-dependent sentences, and the sentence before each that has one; -1 for all others."""
    at = {(sentence.document, sentence.position): index for index, sentence in enumerate(sentences)}
    within = within_quotations(sentences)
    dependent = frozenset(
        index
        for index, sentence in enumerate(sentences)
        if index in within or is_context_dependent(sentence.text, get(sentence.language))
    )
    antecedent = np.full(len(sentences), -1, dtype=np.int64)
    for index in dependent:
        sentence = sentences[index]
        antecedent[index] = at.get((sentence.document, sentence.position - 1), -1)
    return dependent, antecedent


def _fit(
    sentences: Sequence[Sentence], spoken: Set[int], body: NDArray[np.bool_], antecedent: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which sentences may be quoted. *Shape:* (n,)

    No turn of an interview (`spoken`), no item of a list, no beginning of a quotation that others end, and no part of
    one of which the speaker would have to stand before its article. All of the body if nothing else is there.
    """
    unfit = set(spoken)
    for index, sentence in enumerate(sentences):
        text = sentence.text
        if (
            is_cut_off(text, get(sentence.language))
            or is_left_open(text)
            or (antecedent[index] < 0 and is_half_quoted(text))
        ):
            unfit.add(index)
    fit = body.copy()
    fit[list(unfit)] = False
    return fit if fit.any() else body


def _contradicting(quoted: Sequence[int], supports: Sequence[Support]) -> set[tuple[int, int]]:
    """The quoted sentences with what was read as contradicting them, the lower index of each pair first."""
    return {
        (min(index, other), max(index, other))
        for index, support in zip(quoted, supports, strict=True)
        for other in support.contradicts
    }
