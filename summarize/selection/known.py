"""What the fresh sentences of a corpus are against the known ones nearest to them: said before, or said otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts import MIN_CONTRADICTS, MIN_SAME_FACT, gives_another_figure, is_reversed
from summarize.conflicts.parsing import ParsedSentences
from summarize.languages import get
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence, SentenceRole
from summarize.relations import CONTRADICTS, DIFFERENT, PART, SAME, Reader, budget, names_in
from summarize.selection.citations import (
    MAX_CONTRADICTS,
    MIN_CLOSE,
    MIN_CLOSENESS,
    MIN_REPEATS,
    MIN_SHARES,
    MIN_SUPPORT,
)

MIN_KNOWN = 0.2
"""Probability of stating the fact of a known sentence, or a part of it, from which a claim is not new."""
NEAREST = 4
"""Known sentences in different words that a fresh one is read against."""
MIN_OTHERWISE, MAX_SAME = 0.4, 0.1
"""Probability of contradicting what is known, as it is read, from which a sentence says otherwise that hardly says the
same."""
MIN_SAME_WORDED, SURELY_SAME = 0.3, 0.9
"""Probability of being one fact, by vectors and words, from which opposite words and other figures are of one thing,
and from which they are also where no contradiction is read in them."""
SURELY_DIFFERENT, MIN_LIKENESS = 0.75, 0.5
"""Probability of stating different facts, as they are read, that is believed whatever vectors say, in sentences with so
many words in common that these cannot tell them apart."""
MIN_NEW_WORDS, MAX_LEFT_WORDS = 0.2, 0.4
"""Share of a sentence's words in no known one that makes it say more than one of whose it leaves out so many."""
MIN_DIFFERENT = 0.5
"""Probability of stating different facts, as they are read, from which opposite words reverse nothing."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """How n sentences stand to the known ones among them."""

    likeness: NDArray[np.float64]
    """*Shape:* (n,); how likely each states the fact of a known one, or a part of it, and nothing otherwise; 1 for the
    known ones.
    """
    otherwise: frozenset[int]
    """Fresh sentences that say otherwise than a known one on its fact, where none says what they say."""
    stated: Mapping[int, frozenset[int]]
    """For fresh sentences the known ones that surely state what they state."""
    further: frozenset[int]
    """Fresh sentences that share a fact with known ones and tell another one, or more than all of them."""
    apart: frozenset[Pair]
    """Pairs that say otherwise by their words and are not read to do so, the lower index first."""
    reversed: frozenset[Pair]
    """Pairs of which one reverses the state that the other tells."""


def compare_with_known(
    corpus: Corpus, claims: Claims, known: NDArray[np.bool_], reader: Reader | None, parsed: ParsedSentences
) -> Compared:
    """Compares the fresh sentences with the known ones nearest to them within a budget, those at the head of their
    articles first: as they are read, where they can be, and by their words. *Shape:* (n,) of `known`
    """
    likeness: NDArray[np.float64] = known.astype(np.float64)
    statements = np.unique(claims.statement[known])
    if not len(statements):
        return Compared(likeness, frozenset(), {}, frozenset(), frozenset(), frozenset())
    likeness = np.maximum(likeness, claims.same.tocsc()[:, statements].max(axis=1).toarray().ravel()[claims.statement])
    pairs, relations = _nearest(corpus, claims, known, statements, reader)
    left, right = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
    is_read = ~np.isnan(relations[:, 0])
    unread = claims.probabilities((left, right))
    supporting = unread.copy()
    supporting[is_read] = claims.supporting((left[is_read], right[is_read]), relations[is_read])
    likeness[left[is_read]] = 0

    closeness = np.einsum("ij,ij->i", corpus.vectors[left], corpus.vectors[right])
    of_one_fact = supporting >= MIN_KNOWN
    is_near = of_one_fact & ((unread >= MIN_SAME_WORDED) | (closeness >= MIN_CLOSENESS))
    turned, other_figures = _by_words(pairs, is_near, parsed)
    is_denied = ~(relations[:, CONTRADICTS] <= MAX_CONTRADICTS)
    turned &= (is_denied | (unread >= SURELY_SAME)) & ~(relations[:, DIFFERENT] >= MIN_DIFFERENT)
    other_figures &= is_denied | ((unread >= SURELY_SAME) & ~(relations[:, SAME] >= MIN_REPEATS))
    by_words = turned | other_figures
    denies = (relations[:, CONTRADICTS] >= MIN_CONTRADICTS) | (
        (relations[:, CONTRADICTS] >= MIN_OTHERWISE) & (relations[:, SAME] <= MAX_SAME)
    )
    denies &= (unread >= MIN_SAME_FACT) | (closeness >= MIN_CLOSE)
    says_otherwise = of_one_fact & (by_words | denies)
    says_more = of_one_fact & _beside_the_point(corpus, known, parsed, pairs, relations)
    said: NDArray[np.float64] = np.zeros(len(known))
    says = ~(says_otherwise | says_more)
    np.maximum.at(said, left[says], supporting[says])
    is_nearest = np.append(True, left[1:] != left[:-1])[: len(left)]
    differs = says_otherwise & (is_nearest | (supporting >= said[left])) & (said[left] < MIN_SUPPORT)
    otherwise = frozenset(left[differs].tolist())
    further = frozenset(left[says_more & (said[left] < MIN_KNOWN)].tolist()) - otherwise
    likeness[left] = np.maximum(likeness[left], said[left])
    likeness[[*otherwise, *further]] = 0
    certain = turned & (supporting >= MIN_SAME_FACT)
    stated: dict[int, frozenset[int]] = {}
    for row in np.flatnonzero(says & (supporting >= MIN_SUPPORT)).tolist():
        fresh, other = pairs[row]
        stated[fresh] = stated.get(fresh, frozenset()) | {other}
    return Compared(
        likeness,
        otherwise,
        stated,
        further,
        _rising(pairs, by_words & ~(relations[:, CONTRADICTS] > MAX_CONTRADICTS)),
        _rising(pairs, certain),
    )


def _by_words(
    pairs: Sequence[Pair], is_near: NDArray[np.bool_], parsed: ParsedSentences
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Of which near pairs one sentence reverses what the other says, and of which the fresh one gives another figure
    than the known one, and none that another near to it gives. *Shape:* (m,)
    """
    turned, other_figures = np.zeros(len(pairs), dtype=bool), np.zeros(len(pairs), dtype=bool)
    nearest: dict[int, list[int]] = {}
    for fresh, other in pairs:
        nearest.setdefault(fresh, []).append(other)
    for row in np.flatnonzero(is_near).tolist():
        fresh, other = pairs[row]
        turned[row] = is_reversed(parsed[fresh], parsed[other])
        beside = [parsed[index] for index in nearest[fresh] if index != other]
        other_figures[row] = gives_another_figure(parsed[fresh], parsed[other], beside)
    return turned, other_figures


def _share_left(sentence: Sentence, words: Set[str]) -> float:
    """The share of a sentence's words that carry meaning which are not among some."""
    own = frozenset(sentence.tokens) - get(sentence.language).words.stop
    return len(own - words) / max(len(own), 1)


def _beside_the_point(
    corpus: Corpus,
    known: NDArray[np.bool_],
    parsed: ParsedSentences,
    pairs: Sequence[Pair],
    relations: NDArray[np.float32],
) -> NDArray[np.bool_]:
    """Of which pairs the fresh sentence is read to state another fact, in much the same words but for a name or a
    figure that it has not, or one of which the known sentence states a part and no known one has the words of the
    rest. *Shapes:* (m, 4), (m,)
    """
    found = np.zeros(len(pairs), dtype=bool)
    words = frozenset[str]().union(*(corpus.sentences[i].tokens for i in np.flatnonzero(known)))
    for row, ((fresh, other), relation) in enumerate(zip(pairs, relations.tolist(), strict=True)):
        if relation[DIFFERENT] >= SURELY_DIFFERENT:
            mine, yours = (names_in(corpus.sentences[index].text) for index in (fresh, other))
            is_other = not mine <= yours
            found[row] = is_other and parsed.likeness(fresh, other) >= MIN_LIKENESS
        elif relation[PART] >= MIN_SHARES and relation[PART] > relation[SAME]:
            is_whole = _share_left(corpus.sentences[other], {*corpus.sentences[fresh].tokens}) <= MAX_LEFT_WORDS
            found[row] = is_whole and _share_left(corpus.sentences[fresh], words) >= MIN_NEW_WORDS
    return found


def _nearest(
    corpus: Corpus, claims: Claims, known: NDArray[np.bool_], statements: NDArray[np.int64], reader: Reader | None
) -> tuple[list[Pair], NDArray[np.float32]]:
    """The fresh sentences in other words than known ones, each with the known ones nearest to it, and how they relate:
    not a number where that was not read. *Shape:* (m, 4)
    """
    most, places, pairs = budget(len(corpus.sentences)), np.flatnonzero(known), list[Pair]()
    is_fresh = ~known & ~np.isin(claims.statement, statements)
    fresh = [i for i in np.flatnonzero(is_fresh).tolist() if corpus.sentences[i].role is SentenceRole.BODY]
    for index in sorted(fresh, key=lambda i: (corpus.sentences[i].position, i)):
        rank = np.maximum(corpus.vectors[places] @ corpus.vectors[index], claims.likelihood(index)[places])
        nearest = places[np.argsort(-np.round(rank, 5), kind="stable")]
        _, first = np.unique(claims.statement[nearest], return_index=True)
        pairs += [(index, other) for other in nearest[np.sort(first)[:NEAREST]].tolist()]
        if len(pairs) >= most:
            break
    relations = np.full((len(pairs), 4), np.nan, dtype=np.float32)
    if reader is not None:
        readable = {*reader.within([pair for pair in pairs if reader.can_read(*pair)], most)}
        rows = [row for row, pair in enumerate(pairs) if pair in readable]
        relations[rows] = reader.read([pairs[row][0] for row in rows], [pairs[row][1] for row in rows])
    return pairs, relations


def _rising(pairs: list[Pair], chosen: NDArray[np.bool_]) -> frozenset[Pair]:
    found = (pairs[row] for row in np.flatnonzero(chosen).tolist())
    return frozenset((min(pair), max(pair)) for pair in found)
