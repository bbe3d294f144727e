"""What the selection decides."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A claim told by one of its sentences. All numbers are indices into the sentences and claims given."""

    claim: int
    sentence: int
    support: tuple[int, ...]
    """For every other document that states the claim, the sentence that does so most nearly."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The choices in reading order, and what every claim was worth, chosen or not."""

    choices: tuple[Choice, ...]
    worth: tuple[float, ...]
