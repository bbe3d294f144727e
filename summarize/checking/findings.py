"""What was found for a sentence of a draft: its details, what stands in their place, and how near it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.checking.details import Fact, Opposed
from summarize.checking.exchanges import Exchange
from summarize.checking.reading import Read

NEAR, WIDTH = 0.5, 0.08
"""The cosine at which what a sentence says of another counts half, and how steeply that rises: what is far apart is of
different things, whatever a model makes of the two."""
MIN_OPPOSITE = 0.5
"""How near a sentence of a source must be whose words of opposite sense speak against one of the draft."""
EXCHANGED = 0.6
"""What words in each other's place count for, where a sentence is contradicted."""
MIN_DIFFERS = 0.2
"""Certainty from which two values are shown as what differs."""


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """What was found for one sentence of a draft."""

    read: Read
    clauses: tuple[Read, ...]
    evidence: tuple[int, ...]
    """Sentences of the sources that share a fact with it, rising."""
    facts: tuple[Fact, ...]
    missing: tuple[Fact, ...]
    """Those of `facts` that no evidence holds."""
    nowhere: tuple[Fact, ...]
    """Those that nothing of all that was read holds."""
    opposed: tuple[Opposed, ...]
    exchanged: tuple[tuple[int, Exchange], ...]
    """What stands in the place of its words, by sentence of the sources."""
    rivals: frozenset[int]
    """Sentences of the sources that give something else for a figure that other sources give too."""
    has_wrong_office: bool
    """Whether it gives somebody an office to whom the sources give others alone."""
    features: Mapping[str, float]

    @property
    def is_unsupported(self) -> bool:
        """Whether nothing supports all of it: a figure of it stands in nothing that was read, a name in no source, or
        what is near it says the opposite, and nothing near says the same.
        """
        near = near_of(self.read)
        return (
            self.features["names_unknown"] > 0
            or any(fact.kind != "name" for fact in self.nowhere)
            or self.has_wrong_office
            or any(
                exchange.kind == "opposite" and exchange.of_one_thing and near[i] >= MIN_OPPOSITE
                for i, exchange in self.exchanged
            )
        )

    @property
    def telling(self) -> dict[int, float]:
        """The sentences of the sources whose words show what differs, with how certainly that contradicts."""
        found = {o.other: o.certainty for o in reversed(self.differences())}
        apart = {i for i, exchange in self.exchanged if exchange.of_one_thing}
        return {i: max(EXCHANGED, certainty) if i in apart else certainty for i, certainty in found.items()}

    def differences(self) -> list[Opposed]:
        """What differs, the surest first: figures, names and words of opposite sense."""
        near = near_of(self.read)
        found = [o for o in self.opposed if o.certainty >= MIN_DIFFERS]
        found += [Opposed(e.kind, e.mine, i, e.yours, near[i]) for i, e in self.exchanged if e.of_one_thing]
        return sorted(found, key=lambda o: (o.kind == "polarity", -round(o.certainty, 6), o.other, o.mine))


def nearness(closeness: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much what is so close counts, 0 to 1. *Shape:* as given"""
    return np.asarray(1 / (1 + np.exp(-(closeness - NEAR) / WIDTH)))


def near_of(read: Read) -> dict[int, float]:
    """How much each sentence that was read counts by its closeness, 0 to 1."""
    return dict(zip(read.found.tolist(), nearness(read.closeness).tolist(), strict=True))
