"""The whole choice: worth of the claims, the sentences that tell them, and their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from summarize.errors import NothingToSummarize
from summarize.options import Options
from summarize.records.sentence import Kind, Sentence
from summarize.selection.dependence import leans, takes_back
from summarize.selection.optimizer import Candidates, choose
from summarize.selection.ordering import reading_order
from summarize.selection.personal import is_personal
from summarize.selection.records import Choice, Findings, Selection
from summarize.selection.salience import find_concepts, survey
from summarize.selection.support import expected_support

TOO_ALIKE = 0.75
"""Cosine from which two sentences are never both told, whatever the claims say. Where all sentences are alike, by the
model's nature or the collection's, it takes more: halfway from their mean cosine to 1."""
PERSONAL = 0.2
"""What a sentence counts in which the writer speaks as a person, which is all in capitals, or which opens its article
and leans on the headline."""
TAKEN_BACK = 2.0
"""What a sentence counts that limits the one told before it, without which that one says more than its source does."""
DOUBTFUL = 1 / 16
"""Probability of being one fact from which two sentences are never both told."""
SURE = 0.7
"""Probability of stating the quoted sentence's fact from which a member of its claim is cited for it."""
CONTAINED = 0.6
"""A sentence of whose words, by rarity, this share stands in one told already adds nothing."""


def select(
    sentences: Sequence[Sentence], vectors: NDArray[np.float32], findings: Findings, options: Options
) -> Selection:
    """Chooses at most one sentence a claim, within the words and sentences the options allow.

    *Shape of* `vectors`*:* (len(sentences), d), L2-normalised. Raises NothingToSummarize when no sentence fits.
    """
    ground = survey(sentences, vectors)
    usable = np.array([sentence.kind is Kind.BODY for sentence in sentences])
    worth = expected_support(sentences, findings, ground.early)
    candidates = Candidates(
        words=np.array([sentence.words for sentence in sentences]),
        usable=usable,
        antecedent=_antecedents(sentences),
        worth=worth / worth[usable].max(),
        fitness=ground.centrality * np.array([_manner(sentence) for sentence in sentences]),
        concepts=[find_concepts(sentences, ground, size) for size in (1, 2)],
    )
    too_alike = max(TOO_ALIKE, (1 + _mean_cosine(vectors)) / 2)
    number = np.empty(len(sentences), dtype=np.int64)
    for claim, members in enumerate(findings.claims):
        number[list(members)] = claim

    def repeats(index: int) -> NDArray[np.bool_]:
        same: NDArray[np.bool_] = (
            (number == number[index])
            | (_likelihood(findings, index) > DOUBTFUL)
            | (vectors @ vectors[index] > too_alike)
            | (candidates.concepts[0].share_held_by(index) > CONTAINED)
        )
        return same

    chosen = choose(candidates, repeats, options.max_words, options.max_sentences)
    if not chosen:  # a sentence that leans on a missing one is better than none
        candidates = replace(candidates, antecedent=np.full(len(sentences), -1))
        chosen = choose(candidates, repeats, options.max_words, options.max_sentences)
    if not chosen:
        shortest = int(candidates.words[usable].min())
        raise NothingToSummarize(
            f"no sentence fits into {options.max_words} word{'s' * (options.max_words != 1)}: "
            f"the shortest that could be quoted has {shortest} words"
        )
    claim_of = [findings.claims[int(claim)] for claim in number]
    order = reading_order(chosen, sentences, claim_of, _leadership(sentences, vectors, chosen), candidates.antecedent)
    return Selection(
        choices=tuple(
            Choice(int(number[index]), index, _support(index, claim_of[index], sentences, findings)) for index in order
        ),
        worth=tuple(float(worth[list(members)].max()) for members in findings.claims),
    )


def _manner(sentence: Sentence) -> float:
    """How well a sentence reports, whatever it reports; 1 for most."""
    if is_personal(sentence.text) or sentence.text.isupper() or (sentence.position == 0 and leans(sentence.text)):
        return PERSONAL
    return TAKEN_BACK if takes_back(sentence.text) and leans(sentence.text) else 1.0


def _likelihood(findings: Findings, index: int) -> NDArray[np.float64]:
    """How likely each sentence states the fact that sentence `index` states. *Shape:* (n,)."""
    row: NDArray[np.float64] = findings.same[[int(findings.statement[index])]].toarray().ravel()
    return row[findings.statement]


def _mean_cosine(vectors: NDArray[np.float32]) -> float:
    """Over all pairs of different rows; 0 when there is none. *Shape:* (n, d), L2-normalised."""
    n = len(vectors)
    total = vectors.sum(axis=0, dtype=np.float64)
    return float(total @ total - n) / max(n * (n - 1), 1)


def _leadership(
    sentences: Sequence[Sentence], vectors: NDArray[np.float32], chosen: Sequence[int]
) -> NDArray[np.float64]:
    """How much each chosen sentence says what the documents open with: mean cosine to their headline or first sentence.
    *Shape:* (n,), 0 for all others.
    """
    opening: dict[int, list[int]] = {}
    for index, sentence in enumerate(sentences):
        indices = opening.setdefault(sentence.document, [])
        if not any(sentences[other].kind is Kind.BODY for other in indices):
            indices.append(index)
    told = vectors[list(chosen)]
    nearest = [(told @ vectors[indices].T).max(axis=1) for indices in opening.values()]
    leadership = np.zeros(len(sentences))
    leadership[list(chosen)] = np.mean(nearest, axis=0, dtype=np.float64)
    return leadership


def _antecedents(sentences: Sequence[Sentence]) -> NDArray[np.int64]:
    """The sentence before each one that leans on it; -1 for sentences that stand by themselves."""
    at = {(sentence.document, sentence.position): index for index, sentence in enumerate(sentences)}
    antecedent = np.full(len(sentences), -1, dtype=np.int64)
    for index, sentence in enumerate(sentences):
        if sentence.position > 0 and leans(sentence.text):
            antecedent[index] = at.get((sentence.document, sentence.position - 1), -1)
    return antecedent


def _support(quoted: int, members: Sequence[int], sentences: Sequence[Sentence], findings: Findings) -> tuple[int, ...]:
    """For every other document the member that most surely states what the quoted sentence states, if one does.

    A headline serves only where its article does not say it again, and a fragment never.
    """
    likelihood = _likelihood(findings, quoted)
    best: dict[int, tuple[bool, float, int]] = {}
    for index in members:
        document, kind = sentences[index].document, sentences[index].kind
        contradicts = (min(index, quoted), max(index, quoted)) in findings.apart
        if document == sentences[quoted].document or kind is Kind.FRAGMENT or contradicts or likelihood[index] < SURE:
            continue
        fit = (kind is Kind.BODY, round(float(likelihood[index]), 5), -index)
        best[document] = max(best.get(document, fit), fit)
    return tuple(-index for _, _, index in best.values())
