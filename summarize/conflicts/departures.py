"""Whether a sentence says by its words otherwise than another one on the same fact: a figure, a denial, a reversal."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.conflicts.clashes import accounts_for
from summarize.conflicts.opposites import exclusions
from summarize.conflicts.parsing import ParsedSentence
from summarize.conflicts.polarity import exclusive, negated, opposed_sides, polarity_of
from summarize.quantities.ages import AGE
from summarize.quantities.values import Value


def is_reversed(one: ParsedSentence, other: ParsedSentence) -> bool:
    """Whether a word of one sentence excludes a word of the other, denials counted in: "no longer backs", "backs"."""
    if one.language is not other.language:
        return False
    mine, yours = (polarity_of(sentence.words, sentence.language) for sentence in (one, other))
    clashing = opposed_sides(mine, yours) or negated(mine, yours) or exclusive(mine, yours)
    return bool(clashing) or any(exclusions(one, other, ()))


def gives_another_figure(one: ParsedSentence, other: ParsedSentence) -> bool:
    """Whether each of two sentences gives a figure of one thing that the other does not give. Days and times are none:
    two reports of one fact name the days on which they were told it.
    """
    mine, yours = _unshared(one.values, other.values), _unshared(other.values, one.values)
    return any(_of_one_thing(value, rival) for value in mine for rival in yours)


def _unshared(values: Sequence[Value], others: Sequence[Value]) -> list[Value]:
    figures = (value for value in values if value.kind == "number" and value.stated and value.dimension != AGE)
    return [value for value in figures if not any(accounts_for(other, value) for other in others)]


def _of_one_thing(value: Value, other: Value) -> bool:
    if value.dimension != other.dimension or value.relation != other.relation:
        return False
    return value.dimension != "count" or bool(value.heads & other.heads)
