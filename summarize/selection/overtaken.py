"""What newer sources have replaced, and which sentence tells how it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts import (
    MIN_SAME_FACT,
    SURELY_CONTRADICTS,
    Counts,
    FoundConflict,
    Update,
    find_restated,
    find_tolls,
    updates,
)
from summarize.conflicts.parsing import ParsedSentences
from summarize.records.corpus import Corpus
from summarize.relations import CONTRADICTS, Reader
from summarize.selection.optimizer import Candidates


class Overtaken:
    """What is not told any more, as far as it has turned out, and the sentences that tell the new state instead."""

    def __init__(
        self,
        corpus: Corpus,
        claims: Claims,
        conflicts: Sequence[FoundConflict],
        parsed: ParsedSentences,
        tellable: NDArray[np.bool_],
        reader: Reader | None,
    ) -> None:
        """`tellable` are the sentences that can tell a new state. *Shape:* (n,)"""
        self._corpus, self._claims, self._tellable, self._reader = corpus, claims, tellable, reader
        self._known = [*updates(corpus, conflicts), *find_tolls(corpus, parsed), *find_restated(corpus, parsed)]
        self._counts = Counts(corpus, parsed, claims, reader)
        self._teller: dict[Update, int] = {}
        """The sentence that tells the new state, of every update of which the former one is not told."""

    @property
    def tellers(self) -> list[int]:
        """The sentences that tell the new states, in the order in which that turned out."""
        return [*self._teller.values()]

    def without(self, candidates: Candidates) -> Candidates:
        """The candidates without what is not told any more."""
        usable = candidates.usable.copy()
        usable[[former for update in self._teller for former in update.former]] = False
        return replace(candidates, usable=usable)

    def telling_with(self, index: int) -> list[int]:
        """The sentences that tell a new state which sentence `index` tells."""
        return [i for update in (*self._known, *self._teller) if index in update.current for i in update.current]

    def overtake(self, update: Update, usable: NDArray[np.bool_] | None = None) -> None:
        """Has the new state told instead of the former one, where one of the `usable` sentences can, *shape* (n,)."""
        tellable = self._tellable if usable is None else self._tellable & usable
        if (teller := self._newest(update, tellable)) is not None:
            self._teller[update] = teller

    def cannot_tell(self, unfit: NDArray[np.bool_]) -> None:
        """Has none of these tell a new state: another sentence does, or the former one is told. *Shape:* (n,)"""
        self._tellable = self._tellable & ~unfit
        for update in [update for update, teller in self._teller.items() if unfit[teller]]:
            del self._teller[update]
            self.overtake(update)

    def find_stale(self, told: Sequence[int], contradictions: Sequence[FoundConflict]) -> bool:
        """Overtakes what is told though it was replaced, by what was known and by what reading has found; whether there
        was any.
        """
        before = len(self._teller)
        counted = [update for i in told if (update := self._counts.since(i))]
        for update in (*self._known, *counted, *updates(self._corpus, self._sure(contradictions))):
            if self._is_stale(update, told):
                self.overtake(update)
        return len(self._teller) > before

    def _newest(self, update: Update, tellable: NDArray[np.bool_]) -> int | None:
        """The newest sentence that can tell the state after an update, or after those that came behind it; None where
        there is none.
        """
        after = {former: teller for earlier, teller in self._teller.items() for former in earlier.former}
        for current in (update.newest, *update.current):
            newest = current
            while newest in after and newest not in update.former:
                newest = after[newest]
            if tellable[newest] and newest not in update.former:
                return newest
        return None

    def _is_stale(self, update: Update, told: Sequence[int]) -> bool:
        """Whether what was replaced is told.

        A figure may be told anew beside anything; all else has to be likely of one fact to replace it.
        """
        stale = [i for i in update.former if i in told]
        if not stale or update.kind == "number":
            return bool(stale)
        return bool((self._claims.likelihood(update.newest)[stale] >= MIN_SAME_FACT).any())

    def _sure(self, conflicts: Sequence[FoundConflict]) -> list[FoundConflict]:
        """Those of which some pair was read as a contradiction beyond doubt: enough not to tell one of the two."""
        reader = self._reader
        return [
            c
            for c in conflicts
            if reader and any(reader.known[pair][CONTRADICTS] >= SURELY_CONTRADICTS for pair in c.apart)
        ]
