"""What is new against an earlier brief: of claims, and of single sentences of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts import FoundConflict, Side, Update, newest_side, updates
from summarize.options import Options
from summarize.provenance import Copies, Earlier
from summarize.records.corpus import Corpus
from summarize.records.sentence import SentenceRole
from summarize.records.views import SentenceStatus
from summarize.relations import Reader, budget
from summarize.selection.citations import Support
from summarize.selection.optimizer import Candidates, choose

MIN_KNOWN = 0.2
"""Probability of stating the fact of a known sentence, or a part of it, from which a claim is not new."""
NEAREST = 4
"""Known sentences that a fresh one is read against."""


@dataclass(frozen=True, slots=True)
class FoundChange:
    """What a newer source has replaced that the earlier brief had."""

    update: Update
    earlier: Side
    newer: Side


class Novelty:
    """What the claims of a corpus are against what the sources of an earlier brief say."""

    def __init__(
        self,
        corpus: Corpus,
        claims: Claims,
        copies: Copies,
        earlier: Earlier,
        conflicts: Iterable[FoundConflict] = (),
        reader: Reader | None = None,
    ) -> None:
        self.earlier = earlier
        self._corpus, self._claims, self._copies = corpus, claims, copies
        self._number = claims.claim_of
        self._is_since = np.isin(corpus.document_of, [*(earlier.newer | earlier.revised)])
        self.likeness = _likeness(corpus, claims, earlier.known, reader)
        """*Shape:* (n,); how likely a sentence states something known."""
        self._otherwise = sorted({i for conflict in conflicts for i in _saying_otherwise(conflict, earlier.known)})
        """Fresh sentences that contradict what is known, and so are new for all that they share with it."""
        self.likeness[self._otherwise] = 0
        self._is_known = np.zeros(len(claims.groups), dtype=bool)
        self._is_known[self._number[self.likeness >= MIN_KNOWN]] = True
        self._stated: dict[int, set[int]] = {}
        """For a claim that was read to say what known sentences say, these."""

    @property
    def fresh(self) -> NDArray[np.bool_]:
        """*Shape:* (n,); sentences that stand in nothing the earlier brief had."""
        return ~self.earlier.known

    @property
    def is_new(self) -> NDArray[np.bool_]:
        """*Shape:* (n,); sentences of claims that nothing known states, and those that contradict what is known."""
        is_new: NDArray[np.bool_] = ~self._is_known[self._number]
        is_new[self._otherwise] = True
        return is_new

    @property
    def is_confirmed(self) -> NDArray[np.bool_]:
        """*Shape:* (n,); fresh sentences of claims that another independent source states since."""
        claims = [self.status_of(claim) is SentenceStatus.CONFIRMED for claim in range(len(self._claims.groups))]
        confirmed: NDArray[np.bool_] = np.array(claims, dtype=bool)[self._number] & self.fresh
        confirmed[self._otherwise] = False
        return confirmed

    @property
    def disputed(self) -> set[int]:
        """Known claims that a fresh sentence contradicts."""
        return {int(claim) for claim in self._number[self._otherwise] if self._is_known[claim]}

    def changes(self, conflicts: Iterable[FoundConflict]) -> list[FoundChange]:
        """What a newer source has replaced that the earlier brief had, and not as it is now."""
        found = []
        for conflict in conflicts:
            newest = newest_side(self._corpus, conflict)
            known = [side for side in conflict.sides if self.earlier.known[side.sentence]]
            if not known or newest is None or newest.value.casefold() in {side.value.casefold() for side in known}:
                continue
            for update in updates(self._corpus, [conflict]):
                # The documents of a corpus stand in the order of their dates.
                found.append(FoundChange(update, max(known, key=lambda side: side.sentence), newest))
        return found

    def is_repeated(self, claim: int) -> bool:
        """Whether a source that the earlier brief did not have states a claim, or comes near to it."""
        members = list(self._claims.groups[claim])
        if self._is_since[members].any() or any(self._number[i] == claim for s in self._stated.values() for i in s):
            return True
        return any(bool((self._claims.likelihood(i)[self._is_since] >= MIN_KNOWN).any()) for i in members)

    def read(self, quoted: Sequence[int], supports: Sequence[Support]) -> bool:
        """Takes note of quoted sentences that known ones were read to state; whether any had seemed new."""
        seemed_new = int(self._is_known.sum())
        for index, support in zip(quoted, supports, strict=True):
            known = {other for other in support.same if self.earlier.known[other]}
            if known:
                claim = int(self._number[index])
                self._stated.setdefault(claim, set()).update(known)
                self._is_known[claim] = True
        return int(self._is_known.sum()) > seemed_new

    def statuses(self, told: Sequence[int], conflicts: Iterable[FoundConflict]) -> list[SentenceStatus | None]:
        """What each of some sentences is, given all conflicts; None for one that turned out to be known."""
        current = {index for change in self.changes(conflicts) for index in change.update.current}
        sure = dict.fromkeys(self._otherwise, SentenceStatus.NEW) | dict.fromkeys(current, SentenceStatus.CHANGED)
        return [sure[index] if index in sure else self.status_of(int(self._number[index])) for index in told]

    def status_of(self, claim: int) -> SentenceStatus | None:
        """New or confirmed; None where nothing has happened to it since, and for what nobody states in a sentence."""
        members = {*self._claims.groups[claim], *self._stated.get(claim, ())}
        if not self._is_known[claim]:
            is_stated = any(self._corpus.sentences[index].role is SentenceRole.BODY for index in members)
            return SentenceStatus.NEW if is_stated else None
        members -= set(self._otherwise)
        then = [index for index in members if self._corpus.sentences[index].document not in self.earlier.newer]
        return SentenceStatus.CONFIRMED if then and self._voices(members) > self._voices(then) else None

    def _voices(self, sentences: Iterable[int]) -> int:
        return self._copies.count_independent(self._corpus.sentences[index] for index in sorted(sentences))


def choose_new(
    candidates: Candidates,
    first: Sequence[int],
    repeats: Callable[[int], NDArray[np.bool_]],
    options: Options,
    novelty: Novelty,
) -> tuple[list[int], list[int]]:
    """What is told as new or changed, those of `first` before all others; and, where there is room, as confirmed."""
    usable = novelty.fresh & novelty.is_new & candidates.usable
    usable[list(first)] = True
    new = choose(replace(candidates, usable=usable), repeats, options.max_words, options.max_sentences, first)
    words = None if options.max_words is None else options.max_words - int(candidates.words[new].sum())
    sentences = None if options.max_sentences is None else options.max_sentences - len(new)
    if 0 in (words, sentences):
        return new, []
    usable = novelty.is_confirmed & candidates.usable
    for index in new:
        usable &= ~repeats(index)
    return new, choose(replace(candidates, usable=usable), repeats, words, sentences)


def _saying_otherwise(conflict: FoundConflict, known: NDArray[np.bool_]) -> Iterator[int]:
    """The fresh sentences of a conflict that give a value which no known one gives."""
    values = {side.value.casefold() for side in conflict.sides if known[side.sentence]}
    if values and conflict.kind != "name":
        yield from (s.sentence for s in conflict.sides if not known[s.sentence] and s.value.casefold() not in values)


def _likeness(corpus: Corpus, claims: Claims, known: NDArray[np.bool_], reader: Reader | None) -> NDArray[np.float64]:
    """How likely every sentence states the fact of a known one, or a part of it: 1 for the known ones, and for others
    by what was read of them within a budget, those at the head of their articles first. *Shape:* (n,), of both
    """
    likeness: NDArray[np.float64] = known.astype(np.float64)
    statements = np.unique(claims.statement[known])
    if not len(statements):
        return likeness
    likeness = np.maximum(likeness, claims.same.tocsc()[:, statements].max(axis=1).toarray().ravel()[claims.statement])
    if reader is None:
        return likeness
    most, places, pairs = budget(len(corpus.sentences)), np.flatnonzero(known), list[tuple[int, int]]()
    fresh = [i for i in np.flatnonzero(~known).tolist() if corpus.sentences[i].role is SentenceRole.BODY]
    for index in sorted(fresh, key=lambda i: (corpus.sentences[i].position, i)):
        rank = np.maximum(corpus.vectors[places] @ corpus.vectors[index], claims.likelihood(index)[places])
        nearest = places[np.argsort(-np.round(rank, 5), kind="stable")[:NEAREST]]
        pairs += [(index, other) for other in nearest.tolist() if reader.can_read(index, other)]
        if len(pairs) >= most:
            break
    pairs = reader.within(pairs, most)
    left, right = ([pair[side] for pair in pairs] for side in (0, 1))
    supporting = claims.supporting(
        (np.array(left, dtype=np.int64), np.array(right, dtype=np.int64)), reader.read(left, right)
    )
    likeness[left] = 0
    np.maximum.at(likeness, left, supporting)
    return likeness
