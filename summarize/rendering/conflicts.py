"""Where the conflicts of a brief are shown, and what is said about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summarize.records.brief import Brief, Conflict, ConflictStatus, ConflictValue
from summarize.rendering.cleaning import clean
from summarize.rendering.wording import brackets

DISAGREE = "Sources disagree"
UPDATED = "Since updated"
ELSEWHERE = "Sources also disagree"
"""Heading of the conflicts of claims that are not in the brief."""


@dataclass(frozen=True, slots=True)
class Side:
    """The sources of a conflict that give the same value, in the order of the conflict."""

    value: str
    values: tuple[ConflictValue, ...]

    @property
    def sources(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(value.source for value in self.values))


def placed(brief: Brief) -> tuple[list[list[Conflict]], list[Conflict]]:
    """The conflicts to show beside each sentence, and those no sentence of the brief is concerned in.

    A conflict between several sentences stands beside the first of them only.
    """
    beside: list[list[Conflict]] = [[] for _ in brief.sentences]
    elsewhere: list[Conflict] = []
    for conflict in brief.conflicts:
        concerned = (i for i, sentence in enumerate(brief.sentences) if sentence.claim in conflict.claims)
        first = next(concerned, None)
        (elsewhere if first is None else beside[first]).append(conflict)
    return beside, elsewhere


def sides(conflict: Conflict) -> list[Side]:
    """What is claimed, each value once."""
    grouped: dict[str, list[ConflictValue]] = {}
    for value in conflict.values:
        grouped.setdefault(clean(value.value).casefold(), []).append(value)
    return [Side(clean(values[0].value), tuple(values)) for values in grouped.values()]


def words(conflict: Conflict) -> list[ConflictValue]:
    """For each value the first sentence that gives it."""
    return [side.values[0] for side in sides(conflict)]


def label(conflict: Conflict) -> str:
    """What stands before a conflict beside a sentence."""
    return UPDATED if conflict.status is ConflictStatus.UPDATE else DISAGREE


def newest_word(conflict: Conflict) -> str:
    """How to call the newest source among those of the conflict."""
    return "newer" if len({value.source for value in conflict.values}) == 2 else "newest"


def line(conflict: Conflict, escape: Callable[[str], str] = str) -> str:
    """The conflict in a line, such as "27 [1][2] / 31 [4] (newest: [4])"."""
    claimed = " / ".join(f"{escape(side.value)} {brackets(side.sources)}" for side in sides(conflict))
    if conflict.newest is None:
        return claimed
    return f"{claimed} ({newest_word(conflict)}: [{conflict.newest}])"
