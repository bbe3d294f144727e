"""Which values of two sentences contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from typing import NamedTuple

from summarize.conflicts.classifier import Weights
from summarize.conflicts.comparison import Comparison, Pair
from summarize.conflicts.parsing import ParsedSentence, ParsedSentences, axis, role
from summarize.quantities.ages import AGE
from summarize.quantities.agreement import MAX_RATIO, agree, comparable, distance, ratio
from summarize.quantities.values import FORMER, Value

MIN_SAME_CROWD = 10_000
"""From here on two numbers of people are as a rule of the same people, whatever is said of them."""
MIN_LIKENESS = 0.05
"""Least likeness in words of two sentences of different claims whose figures are compared."""
MIN_LIKENESS_DATED = 0.15
"""The same where dates or times are compared, of which any two look alike."""
MIN_SAME_FACT_YEARS = 0.3
"""Probability of being one fact from which sentences of different claims may name different years."""
_MAX_AGREEING = 3
"""Agreeing values beyond which more make no difference."""


class Clash(NamedTuple):
    """Two values that cannot both be right, if they answer one question."""

    left: Value
    right: Value
    evidence: dict[str, float]
    """What speaks for their answering one question, by name."""


def clashes(comparison: Comparison, pair: Pair, weights: Weights) -> list[Clash]:
    """Contradicting values of two sentences that are certain enough to answer one question, each value in one clash at
    most, the most certain first; of dates and times the nearest, which are likelier meant. Ages are told apart by whose
    they are: see `summarize.conflicts.ages`.
    """
    possible = (clash for clash in possible_clashes(comparison.parsed, pair) if clash.left.dimension != AGE)
    found = [(weights.certainty(clash.evidence), clash) for clash in possible]
    chosen: list[Clash] = []
    for sure, clash in sorted(found, key=lambda item: (_apart(item[1]), -item[0])):
        if sure >= weights.threshold and all(
            clash.left is not other.left and clash.right is not other.right for other in chosen
        ):
            chosen.append(clash)
    return chosen


def _apart(clash: Clash) -> float:
    return 0.0 if clash.left.kind == "number" else distance(clash.left, clash.right)


def possible_clashes(parsed: ParsedSentences, pair: Pair) -> Iterator[Clash]:
    """Values of two sentences that would contradict each other if they answered one question.

    A value that agrees with one of the other sentence is accounted for and contradicts nothing, unless that is said to
    be a former one: then it is what the other sentence replaces.
    """
    left, right = parsed[pair.left], parsed[pair.right]
    mine, yours = left.values, right.values
    open_mine = [i for i, x in enumerate(mine) if x.stated and not any(accounts_for(y, x) for y in yours)]
    open_yours = [j for j, y in enumerate(yours) if y.stated and not any(accounts_for(x, y) for x in mine)]
    possible = [(i, j) for i in open_mine for j in open_yours if _may_be_asked_alike(left, right, mine[i], yours[j])]
    if not possible or not (pair.same_claim or _of_one_time(left, right, pair)):
        return
    likeness = parsed.likeness(pair.left, pair.right)
    if not pair.same_claim:
        possible = [
            (i, j)
            for i, j in possible
            if likeness >= (MIN_LIKENESS if mine[i].kind == "number" else MIN_LIKENESS_DATED)
        ]
    shared = {
        "same_claim": float(pair.same_claim),
        "same_fact": pair.same_fact,
        "meaning": pair.cosine,
        "words": likeness,
        "agreeing": float(min(_MAX_AGREEING, sum(x.stated and any(agree(x, y) for y in yours) for x in mine))),
    }
    for i, j in possible:
        own = _of_values(left, right, pair, mine[i], yours[j])
        if own is not None:
            around = parsed.value_likeness((pair.left, i), (pair.right, j))
            yield Clash(mine[i], yours[j], {**shared, **own, "around": around})


def accounts_for(value: Value, other: Value) -> bool:
    """Whether a source that gives the one value does not contradict the other: it gives it too, and not as one that
    was replaced.
    """
    return (value.relation != FORMER or other.relation == FORMER) and agree(value, other)


def _of_one_time(left: ParsedSentence, right: ParsedSentence, pair: Pair) -> bool:
    """A year that only one of two sentences names marks another event, two years where they hardly tell one fact."""
    return left.years == right.years or bool(left.years and right.years and pair.same_fact >= MIN_SAME_FACT_YEARS)


def _may_be_asked_alike(left: ParsedSentence, right: ParsedSentence, x: Value, y: Value) -> bool:
    """Whether two values may answer one question: a share that rose on Monday may fall on Tuesday."""
    is_opposite = x.direction * y.direction < 0
    return comparable(x, y) and not (is_opposite and left.weekdays != right.weekdays)


def _of_values(left: ParsedSentence, right: ParsedSentence, pair: Pair, x: Value, y: Value) -> dict[str, float] | None:
    """What the two values say themselves; None where they cannot answer one question.

    Dates in the same words differ by the dates of their pages alone: "next month" in two articles.
    """
    if x.kind != "number":
        if left.text[x.start : x.end].casefold() == right.text[y.start : y.end].casefold():
            return None
        return {
            "weekday": float(x.dimension == "weekday"),
            "relation": float(x.relation != y.relation),
        }
    opposite = x.direction * y.direction < 0
    evidence = {
        "ratio": 0.0 if opposite else log(min(ratio(x, y), MAX_RATIO)),
        "opposite": float(opposite),
        "relation": float(x.relation != y.relation),
    }
    if x.dimension != "count" or y.dimension != "count":
        if x.dimension == "length" and len({axis(left, x), axis(right, y)} - {None}) > 1:
            return None
        return {"amount": 1.0, **evidence}
    people = left.language.words.generic | left.language.words.roles
    mine, yours = role(left, x), role(right, y)
    same_role, shared = bool(mine) and mine == yours, (x.heads & y.heads) - people
    if 0 in (x.high, y.high):
        part = not same_role
    else:
        # People on one side, a kind of people or things on the other: a part and its whole.
        part = not shared and bool(x.head and y.head) and (x.head in people) != (y.head in people)
    many = bool(x.heads & y.heads) and min(x.low, y.low) >= MIN_SAME_CROWD
    if part or (mine and yours and not same_role) or not (pair.same_claim or shared or same_role or many):
        return None
    return evidence | {
        "same_role": float(same_role),
        "no_noun": float(not (x.heads and y.heads)),
    }
