"""What a newer source has replaced, and which sentence tells how it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts import MIN_SAME_FACT, SURE, FoundConflict, Update
from summarize.relations import CONTRADICTS, Reader


def without(sentences: NDArray[np.bool_], replaced: Iterable[Update]) -> NDArray[np.bool_]:
    """Those of the sentences that no update has replaced. *Shape:* (n,), of both"""
    left = sentences.copy()
    left[[former for update in replaced for former in update.former]] = False
    return left


def is_stale(update: Update, chosen: Sequence[int], claims: Claims) -> bool:
    """Whether what was replaced is told.

    A figure may be told anew beside anything; all else has to be likely of one fact to replace it.
    """
    told = [i for i in update.former if i in chosen]
    if not told or update.kind == "number":
        return bool(told)
    return bool((claims.likelihood(update.newest)[told] >= MIN_SAME_FACT).any())


def sure(conflicts: Sequence[FoundConflict], reader: Reader | None) -> list[FoundConflict]:
    """Those of which some pair was read as a contradiction beyond doubt: enough not to tell one of the two."""
    return [c for c in conflicts if reader and any(reader.known[pair][CONTRADICTS] >= SURE for pair in c.apart)]


def teller(update: Update, tellable: NDArray[np.bool_], replaced: Mapping[Update, int]) -> int | None:
    """The newest sentence that can tell the state after an update, or after those that came behind it; None where
    there is none.
    """
    after = {former: teller for earlier, teller in replaced.items() for former in earlier.former}
    for current in (update.newest, *update.current):
        newest = current
        while newest in after and newest not in update.former:
            newest = after[newest]
        if tellable[newest] and newest not in update.former:
            return newest
    return None
