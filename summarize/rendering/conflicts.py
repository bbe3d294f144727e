"""Where the conflicts of a brief are shown, and what is said about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarize.records.brief import Brief, Conflict, ConflictStatus, ConflictValue
from summarize.rendering.cleaning import clean
from summarize.rendering.wording import brackets, count

DISAGREE = "Sources disagree"
UPDATED = "Since updated"
ELSEWHERE = "Sources also disagree"
"""Heading of the conflicts of claims that are not in the brief."""
MAX_ELSEWHERE, MAX_SIDES, MAX_SOURCES = 12, 8, 8
"""Conflicts of these, values of a conflict and sources of a value that are shown: of a collection of hundreds nobody
reads them all. How many more there are is said, and JSON has them."""


@dataclass(frozen=True, slots=True)
class Side:
    """The sources of a conflict that give the same value, in the order of the conflict."""

    value: str
    values: tuple[ConflictValue, ...]

    @property
    def sources(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(value.source for value in self.values))

    @property
    def more(self) -> str:
        """How many sources give it that are not named, such as "and 12 more"."""
        return _more(len(self.sources) - MAX_SOURCES)


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


def shown(elsewhere: Sequence[Conflict]) -> tuple[Sequence[Conflict], str]:
    """Those of the conflicts below the sentences that are shown, and a line on how many more there are, or nothing."""
    hidden = len(elsewhere) - MAX_ELSEWHERE
    told = f"{count(hidden, 'more disagreement')} not shown here, but in JSON." if hidden > 0 else ""
    return elsewhere[:MAX_ELSEWHERE], told


def sides(conflict: Conflict) -> list[Side]:
    """What is claimed, each value once: the first few, and that of the newest source."""
    every = _all_sides(conflict)
    kept = every[:MAX_SIDES]
    newest = [side for side in every[MAX_SIDES:] if conflict.newest in side.sources]
    return [*kept[:-1], newest[0]] if newest else kept


def _all_sides(conflict: Conflict) -> list[Side]:
    grouped: dict[str, list[ConflictValue]] = {}
    for value in conflict.values:
        grouped.setdefault(clean(value.value).casefold(), []).append(value)
    return [Side(clean(values[0].value), tuple(values)) for values in grouped.values()]


def more_sides(conflict: Conflict) -> str:
    """How many values are claimed that are not shown, such as "and 3 more"; nothing where all are."""
    return _more(len(_all_sides(conflict)) - MAX_SIDES)


def _more(number: int) -> str:
    return f"and {number:,} more" if number > 0 else ""


def words(conflict: Conflict) -> list[ConflictValue]:
    """For each value that is shown the first sentence that gives it."""
    return [side.values[0] for side in sides(conflict)]


def all_words(conflict: Conflict) -> list[ConflictValue]:
    """Every sentence that gives a value that is shown, as far as its source is named, in the order of the conflict."""
    named: set[int] = set()
    for side in sides(conflict):
        sources = side.sources[:MAX_SOURCES]
        named.update(id(value) for value in side.values if value.source in sources)
    return [value for value in conflict.values if id(value) in named]


def label(conflict: Conflict) -> str:
    """What stands before a conflict beside a sentence."""
    return UPDATED if conflict.status is ConflictStatus.UPDATE else DISAGREE


def newest_word(conflict: Conflict) -> str:
    """How to call the newest source among those of the conflict."""
    return "newer" if len({value.source for value in conflict.values}) == 2 else "newest"


def line(conflict: Conflict, escape: Callable[[str], str] = str) -> str:
    """The conflict in a line, such as "27 [1][2] / 31 [4] (newest: [4])"."""
    told = [f"{escape(side.value)} {cited(side)}" for side in sides(conflict)]
    claimed = " / ".join([*told, *filter(None, [more_sides(conflict)])])
    if conflict.newest is None:
        return claimed
    return f"{claimed} ({newest_word(conflict)}: [{conflict.newest}])"


def cited(side: Side) -> str:
    """The sources of a side, such as "[1][2]", and how many more there are."""
    return " ".join(filter(None, [brackets(side.sources[:MAX_SOURCES]), side.more]))
