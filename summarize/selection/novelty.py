"""What is new against an earlier brief: of claims, and of single sentences of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from math import inf

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts import (
    FoundConflict,
    Side,
    Update,
    contradictions,
    gives_another_figure,
    is_reversed,
    newest_side,
    updates,
)
from summarize.conflicts.parsing import ParsedSentences, read
from summarize.languages import get
from summarize.options import Options
from summarize.provenance import Copies, Earlier
from summarize.records.corpus import Corpus
from summarize.records.sentence import SentenceRole
from summarize.records.views import SentenceStatus
from summarize.relations import Reader
from summarize.selection.citations import Support
from summarize.selection.known import MIN_KNOWN, compare_with_known
from summarize.selection.optimizer import Candidates, choose, first_gains

MAX_LED_UP, MAX_LED_UP_KNOWN = 2, 0.15
"""Known sentences that are told for a new one that depends on them, and probability of being known below which it is so
new."""


@dataclass(frozen=True, slots=True)
class FoundChange:
    """What a newer source has replaced that the earlier brief had."""

    conflict: FoundConflict
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
        conflicts: Sequence[FoundConflict] = (),
        reader: Reader | None = None,
        parsed: ParsedSentences | None = None,
    ) -> None:
        parsed = parsed or ParsedSentences(corpus)
        self.earlier = earlier = _without_otherwise(earlier, corpus, parsed)
        self._corpus, self._claims, self._copies = corpus, claims, copies
        self._number = claims.claim_of
        self._is_since = np.isin(corpus.document_of, [*(earlier.newer | earlier.revised)])
        compared = compare_with_known(corpus, claims, earlier.known, reader, parsed)
        self.likeness = compared.likeness
        """*Shape:* (n,); how likely a sentence states something known."""
        self.apart = compared.apart
        """Pairs of a fresh and a known sentence that are never cited for one another, the lower index first."""
        self.contradictions = _further(contradictions(parsed, self._number.tolist(), compared.reversed), conflicts)
        """Of a reversed state, beside the conflicts that were found."""
        found = (*conflicts, *self.contradictions)
        self._otherwise = {*compared.otherwise, *self._saying_otherwise(found, compared.stated)}
        """Fresh sentences that contradict what is known, and so are new for all that they share with it."""
        self.likeness[[*self._otherwise]] = 0
        self._further = compared.further
        """Fresh sentences of known claims that tell something else than these, or more."""
        self._is_known = np.zeros(len(claims.groups), dtype=bool)
        self._is_known[self._number[self.likeness >= MIN_KNOWN]] = True
        self._stated: dict[int, set[int]] = {}
        """For a claim that was read to say what known sentences say, these."""

    def _saying_otherwise(self, conflicts: Iterable[FoundConflict], stated: Mapping[int, Set[int]]) -> Iterator[int]:
        """The fresh sentences of conflicts that give a value which no known one gives, be it one of the conflict or one
        that surely states what they state.
        """
        for conflict in conflicts:
            known = {side.value.casefold() for side in conflict.sides if self.earlier.known[side.sentence]}
            if not known or conflict.kind == "name":
                continue
            for side in conflict.sides:
                value = side.value.casefold()
                same = (self._corpus.sentences[i].text.casefold() for i in stated.get(side.sentence, ()))
                is_given = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)").search
                if not (self.earlier.known[side.sentence] or value in known or any(map(is_given, same))):
                    yield side.sentence

    @property
    def fresh(self) -> NDArray[np.bool_]:
        """*Shape:* (n,); sentences that stand in nothing the earlier brief had."""
        return ~self.earlier.known

    @property
    def is_new(self) -> NDArray[np.bool_]:
        """*Shape:* (n,); sentences of claims that nothing known states, and those that contradict what is known."""
        is_new: NDArray[np.bool_] = ~self._is_known[self._number]
        is_new[[*self._otherwise, *self._further]] = True
        return is_new

    @property
    def is_confirmed(self) -> NDArray[np.bool_]:
        """*Shape:* (n,); fresh sentences of claims that another independent source states since."""
        claims = [self.status_of(claim) is SentenceStatus.CONFIRMED for claim in range(len(self._claims.groups))]
        confirmed: NDArray[np.bool_] = np.array(claims, dtype=bool)[self._number] & self.fresh
        confirmed[[*self._otherwise, *self._further]] = False
        return confirmed

    @property
    def disputed(self) -> set[int]:
        """Known claims that a fresh sentence contradicts."""
        return {int(claim) for claim in self._number[[*self._otherwise]] if self._is_known[claim]}

    def changes(self, conflicts: Iterable[FoundConflict]) -> list[FoundChange]:
        """What a newer source has replaced that the earlier brief had, and not as it is now."""
        found = []
        for conflict in conflicts:
            newest = newest_side(self._corpus, conflict)
            known = [side for side in conflict.sides if self.earlier.known[side.sentence]]
            if not known or newest is None or newest.value.casefold() in {side.value.casefold() for side in known}:
                continue
            # The documents of a corpus stand in the order of their dates.
            before = max(known, key=lambda side: side.sentence)
            for update in updates(self._corpus, [conflict], self._are_versions(before, newest)):
                found.append(FoundChange(conflict, update, before, newest))
        return found

    def _are_versions(self, *sides: Side) -> bool:
        """Whether the sides stand in versions of one report, of which the newer one replaces the other."""
        return len({self._copies.originals[self._corpus.sentences[side.sentence].document] for side in sides}) == 1

    def is_repeated(self, claim: int) -> bool:
        """Whether a source that the earlier brief did not have states a claim, or comes near to it."""
        members = list(self._claims.groups[claim])
        if self._is_since[members].any() or any(self._number[i] == claim for s in self._stated.values() for i in s):
            return True
        return any(bool((self._claims.likelihood(i)[self._is_since] >= MIN_KNOWN).any()) for i in members)

    def read(self, quoted: Sequence[int], supports: Sequence[Support]) -> bool:
        """Takes note of quoted sentences that known ones were read to state, or to contradict; whether any had seemed
        to be otherwise.
        """
        seemed = int(self._is_known.sum()), len(self._otherwise)
        for index, support in zip(quoted, supports, strict=True):
            known = {other for other in support.same if self.earlier.known[other]}
            if not known and self.fresh[index] and self.earlier.known[list(support.contradicts)].any():
                self._otherwise.add(index)
            if known:
                claim = int(self._number[index])
                self._stated.setdefault(claim, set()).update(known)
                self._is_known[claim] = True
        return (int(self._is_known.sum()), len(self._otherwise)) != seemed

    def statuses(
        self, told: Sequence[int], supports: Sequence[Support], conflicts: Iterable[FoundConflict]
    ) -> list[SentenceStatus | None]:
        """What each of some sentences is, given what is cited for it and all conflicts; None for one that turned out to
        be known.
        """
        current = {index for change in self.changes(conflicts) for index in change.update.current}
        sure = dict.fromkeys(self._otherwise | self._further, SentenceStatus.NEW)
        sure |= dict.fromkeys(current, SentenceStatus.CHANGED)
        return [
            sure[index] if index in sure else self._status(index, support)
            for index, support in zip(told, supports, strict=True)
        ]

    def _status(self, index: int, support: Support) -> SentenceStatus | None:
        """That of a sentence's claim; confirmed is only what a known sentence is cited for, in part at least."""
        status = self.status_of(int(self._number[index]))
        is_shown = self.earlier.known[[*support.same, *support.partial]].any()
        return None if status is SentenceStatus.CONFIRMED and not is_shown else status

    def status_of(self, claim: int) -> SentenceStatus | None:
        """New or confirmed; None where nothing has happened to it since, and for what nobody states in a sentence."""
        members = {*self._claims.groups[claim], *self._stated.get(claim, ())}
        if not self._is_known[claim]:
            is_stated = any(self._corpus.sentences[index].role is SentenceRole.BODY for index in members)
            return SentenceStatus.NEW if is_stated else None
        members -= self._otherwise | self._further
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
    """What is told as new or changed, those of `first` before all others, with known sentences on which new ones
    depend; and, where there is room, as confirmed.
    """
    usable = novelty.fresh & novelty.is_new & candidates.usable
    usable[list(first)] = True
    new = choose(replace(candidates, usable=usable), repeats, options.max_words, options.max_sentences, first)
    repeated = np.zeros_like(usable)
    for index in new:
        repeated |= repeats(index)
    gains = first_gains(candidates)
    dependent = usable & (candidates.antecedent >= 0) & (novelty.likeness < MAX_LED_UP_KNOWN)
    for index in sorted(np.flatnonzero(dependent).tolist(), key=lambda i: (-gains[i], i)):
        led_up = _led_up_to(index, candidates, {*new})
        words, sentences = _left(candidates, [*new, *led_up], options)
        if not led_up or not (novelty.fresh & candidates.usable & ~repeated)[led_up].all() or min(words, sentences) < 0:
            continue
        new += led_up
        for told in led_up:
            repeated |= repeats(told)
    words, sentences = _left(candidates, new, options)
    if 0 in (words, sentences):
        return new, []
    usable = novelty.is_confirmed & candidates.usable & ~repeated
    max_words, max_sentences = (None if left == inf else int(left) for left in (words, sentences))
    return new, choose(replace(candidates, usable=usable), repeats, max_words, max_sentences)


def _led_up_to(index: int, candidates: Candidates, told: Set[int]) -> list[int]:
    """A sentence behind those on which it depends that are not told; nothing where they are too many, or it is told."""
    found = list[int]()
    while index >= 0 and index not in told:
        found.append(index)
        index = int(candidates.antecedent[index])
    return found[::-1] if len(found) <= MAX_LED_UP + 1 else []


def _left(candidates: Candidates, told: Sequence[int], options: Options) -> tuple[float, float]:
    """How many words and sentences may be told beside some."""
    words = inf if options.max_words is None else options.max_words - int(candidates.words[list(told)].sum())
    return words, inf if options.max_sentences is None else options.max_sentences - len(told)


def _without_otherwise(earlier: Earlier, corpus: Corpus, parsed: ParsedSentences) -> Earlier:
    """The same where nothing is known for what it shares with a text that said otherwise by its words."""
    known, otherwise = earlier.known.copy(), set[int]()
    for index, text in earlier.again.items():
        before = read(text, get(corpus.sentences[index].language))
        if is_reversed(before, parsed[index]) or gives_another_figure(before, parsed[index], is_version=True):
            otherwise.add(index)
    known[[*otherwise]] = False
    claim_of = {index: claim for index, claim in earlier.claim_of.items() if index not in otherwise}
    return replace(earlier, known=known, claim_of=claim_of)


def _further(found: Iterable[FoundConflict], conflicts: Iterable[FoundConflict]) -> tuple[FoundConflict, ...]:
    """Those of which no pair is told apart by a conflict already."""
    told = frozenset().union(*(conflict.apart for conflict in conflicts))
    return tuple(conflict for conflict in found if not conflict.apart & told)
