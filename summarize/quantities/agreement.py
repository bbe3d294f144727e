"""Whether two values can be answers to one question, and whether they are the same answer."""

from __future__ import annotations

from summarize.quantities.values import Value

CONVERSION_SLACK = 0.1
"""Share by which figures in different units may differ through rounding."""
MAX_DISTANCE = {"year": 3, "month": 2, "day": 31, "clock": 180, "half clock": 180, "weekday": 6}
"""Years, months, days and minutes beyond which two dates or times are of different events; sources err by less."""
WEEK = 7
MAX_RATIO = 4.0
"""Sources that count the same thing differ by less than this factor."""
MIN_BARE_MONEY = 1e5
"""From here on a bare "five million" may be an amount of money."""


def comparable(x: Value, y: Value) -> bool:
    """Whether both can be answers to one question."""
    if not _same_relation(x, y) or not _same_dimension(x, y):
        return False
    if x.kind != "number":
        return distance(x, y) <= MAX_DISTANCE[x.dimension]
    if x.direction * y.direction < 0:
        return True
    if 0 in (x.high, y.high):
        return x.dimension == "count" and x.low != y.low
    if x.dimension == "age" and not (x.heads & y.heads and (x.heads <= y.heads or y.heads <= x.heads)):
        return False
    return ratio(x, y) <= MAX_RATIO


def agree(x: Value, y: Value) -> bool:
    """Whether one number, date or time could be meant by both; "$82 a share" agrees with "$82", and the day before
    Monday with Sunday.
    """
    if not _same_dimension(x, y) and x.dimension.partition("/")[0] != y.dimension.partition("/")[0]:
        return False
    if x.direction * y.direction < 0:
        return False
    slack = CONVERSION_SLACK * min(abs(x.high), abs(y.high)) if x.unit != y.unit else 0.0
    turns = (-WEEK, 0, WEEK) if x.dimension == "weekday" else (0,)
    return any(x.low + turn - slack <= y.high and y.low - slack <= x.high + turn for turn in turns)


def ratio(x: Value, y: Value) -> float:
    """The larger value over the smaller one, 1 or more."""
    small, large = sorted((_size(x), _size(y)))
    return large / small if small > 0 else float("inf")


def _same_relation(x: Value, y: Value) -> bool:
    """Whether both are tied to their verbs alike, as far as it matters: "three of the crew" may answer "five crew"."""
    if x.relation == y.relation:
        return True
    return not (x.limits or y.limits or (x.relation and y.relation))


def _same_dimension(x: Value, y: Value) -> bool:
    if x.aspect and y.aspect and x.aspect != y.aspect:
        return False
    return x.dimension == y.dimension or _may_be_money(x, y) or _may_be_money(y, x)


def _may_be_money(x: Value, y: Value) -> bool:
    return x.scaled and y.is_money and y.high >= MIN_BARE_MONEY


def distance(x: Value, y: Value) -> float:
    """How far two dates or times are apart, in the unit of their dimension; December is next to January."""
    if x.dimension == "month":
        return min((x.low - y.low) % 12, (y.low - x.low) % 12)
    return abs(_days(x) - _days(y))


def _days(x: Value) -> float:
    """A date as a number that differs by about 1 a day: the day of the year for a day, else the value itself."""
    month, day = divmod(x.low, 100)
    return month * 30.4 + day if x.dimension == "day" else x.low


def _size(value: Value) -> float:
    return value.high if value.high < float("inf") else value.low
