"""Whether a sentence says by its words otherwise than another one on the same fact: a figure, a denial, a reversal."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.conflicts.clashes import accounts_for
from summarize.conflicts.opposites import exclusions
from summarize.conflicts.parsing import ParsedSentence
from summarize.conflicts.polarity import exclusive, negated, opposed_sides, polarity_of
from summarize.quantities.ages import AGE
from summarize.quantities.hedges import is_least
from summarize.quantities.values import Value


def is_reversed(one: ParsedSentence, other: ParsedSentence) -> bool:
    """Whether a word of one sentence excludes a word of the other, denials counted in: "no longer backs", "backs"."""
    if one.language is not other.language:
        return False
    mine, yours = (polarity_of(sentence.words, sentence.language) for sentence in (one, other))
    clashing = opposed_sides(mine, yours) or negated(mine, yours) or exclusive(mine, yours)
    return bool(clashing) or any(exclusions(one, other, ()))


def gives_another_figure(
    one: ParsedSentence, other: ParsedSentence, beside: Sequence[ParsedSentence] = (), *, is_version: bool = False
) -> bool:
    """Whether each of two sentences gives a figure of one thing that the other does not give, nor, of the first one's,
    any of those `beside` the other. Days and times are none: two reports of one fact name the days on which they were
    told it. In a later version of the other one, what was "at least 27" is told otherwise as 29 too.
    """
    mine, yours = (
        _unshared(left.values, right.values, is_version=is_version) for left, right in ((one, other), (other, one))
    )
    given = [value for sentence in beside for value in sentence.values if value.kind == "number"]
    mine = [value for value in mine if not any(accounts_for(f, value) and _of_one_thing(f, value) for f in given)]
    return any(_of_one_thing(value, rival) for value in mine for rival in yours)


def _unshared(values: Sequence[Value], others: Sequence[Value], *, is_version: bool) -> list[Value]:
    def is_given(value: Value) -> bool:
        return any(accounts_for(o, value) and not (is_version and _is_counted_anew(o, value)) for o in others)

    figures = (value for value in values if value.kind == "number" and value.stated and value.dimension != AGE)
    return [value for value in figures if not is_given(value)]


def _is_counted_anew(value: Value, other: Value) -> bool:
    """Whether one is the least that another can be, and the other is more."""
    return any(
        is_least(least) and least.low < exact.low == exact.high for least, exact in ((value, other), (other, value))
    )


def _of_one_thing(value: Value, other: Value) -> bool:
    if value.dimension != other.dimension or value.relation != other.relation:
        return False
    return value.dimension != "count" or bool(value.heads & other.heads)
