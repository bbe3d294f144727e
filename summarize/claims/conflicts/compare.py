"""Which values of two sentences contradict each other."""

from __future__ import annotations

from typing import NamedTuple

from summarize.claims.conflicts.agreement import agree, comparable, ratio
from summarize.claims.conflicts.collection import Collection, Pair
from summarize.claims.conflicts.context import role
from summarize.claims.conflicts.values import Value
from summarize.claims.conflicts.words import GENERIC, ROLES

NEVER = 2.0
"""More than any likeness."""
CLOSE = 2.0
"""Factor within which two amounts in one claim contradict even if no other word is shared."""
_WHOLE = GENERIC | ROLES


class Least(NamedTuple):
    """How alike the surroundings of two values must be for a contradiction, 0 to 1.

    Chosen by reading every alarm on half of the authored events, the development events and agreeing sentence pairs.
    """

    only: float
    """Within a claim, where neither value could clash with another one."""
    several: float
    """Within a claim, where it could."""
    between: float
    """Between claims."""


WEEKDAY = Least(0.4, 0.4, 0.6)
CLOCK = Least(0.05, 0.25, 0.5)
DATE = Least(0.2, 0.35, 0.5)
AMOUNT = Least(0.05, 0.25, 0.45)
AMOUNT_CLOSE = Least(0.0, 0.25, 0.45)
COUNT_SAME_ROLE = Least(0.12, 0.12, 0.25)
COUNT_SAME_NOUN = Least(0.15, 0.15, 0.4)
COUNT_NO_NOUN = Least(0.12, 0.3, NEVER)
COUNT_OTHER_NOUN = Least(0.25, 0.6, NEVER)
IMPOSSIBLE = Least(NEVER, NEVER, NEVER)


class Clash(NamedTuple):
    """Two values that cannot both be right."""

    left: Value
    right: Value
    likeness: float


def clashes(collection: Collection, pair: Pair) -> list[Clash]:
    """Contradicting values of two sentences, each value in one clash at most, the likest first.

    A value that agrees with any value of the other sentence is accounted for and contradicts nothing.
    """
    mine, yours = collection.readings[pair.left].values, collection.readings[pair.right].values
    open_mine = [i for i, x in enumerate(mine) if x.stated and not any(agree(x, y) for y in yours)]
    open_yours = [j for j, y in enumerate(yours) if y.stated and not any(agree(x, y) for x in mine)]
    possible = [(i, j) for i in open_mine for j in open_yours if comparable(mine[i], yours[j])]
    if not possible or (not pair.same_claim and _years(mine) != _years(yours)):
        return []
    found = []
    for i, j in possible:
        least = _least(collection, pair, mine[i], yours[j])
        if not pair.same_claim:
            limit = least.between
        else:
            limit = least.only if sum(a == i or b == j for a, b in possible) == 1 else least.several
        likeness = collection.value_likeness((pair.left, i), (pair.right, j))
        if likeness >= limit:
            found.append(Clash(mine[i], yours[j], likeness))
    chosen: list[Clash] = []
    for clash in sorted(found, key=lambda clash: -clash.likeness):
        if all(clash.left is not other.left and clash.right is not other.right for other in chosen):
            chosen.append(clash)
    return chosen


def _years(values: tuple[Value, ...]) -> frozenset[float]:
    return frozenset(value.low for value in values if value.dimension == "year")


def _least(collection: Collection, pair: Pair, x: Value, y: Value) -> Least:
    if x.kind != "number":
        return {"weekday": WEEKDAY, "clock": CLOCK}.get(x.dimension, DATE)
    if x.dimension != "count" or y.dimension != "count":
        return AMOUNT_CLOSE if ratio(x, y) <= CLOSE else AMOUNT
    return _least_of_counts(collection, pair, x, y)


def _least_of_counts(collection: Collection, pair: Pair, x: Value, y: Value) -> Least:
    mine, yours = role(collection.readings[pair.left], x), role(collection.readings[pair.right], y)
    shared = (x.heads & y.heads) - _WHOLE
    # People on one side, a kind of people or things on the other: a part and its whole.
    part = not shared and x.head and y.head and (x.head in _WHOLE) != (y.head in _WHOLE)
    if part or (mine and yours and mine != yours) or (mine != yours and not shared):
        return IMPOSSIBLE
    if mine and mine == yours:
        return COUNT_SAME_ROLE
    if shared:
        return COUNT_SAME_NOUN if mine == yours else COUNT_SAME_NOUN._replace(between=NEVER)
    return COUNT_NO_NOUN if x.heads & y.heads or not (x.heads and y.heads) else COUNT_OTHER_NOUN
