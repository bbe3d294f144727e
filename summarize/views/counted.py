"""Which figures of a sentence are quantities that a ledger lists, and what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from summarize.conflicts.parsing import ParsedSentence, role
from summarize.languages.prose import Words
from summarize.lexical.words import Word
from summarize.quantities.agreement import MAX_RATIO, ratio
from summarize.quantities.values import FORMER, Value

MAX_ROLE_WORDS = 3
"""Words between a figure and what happened to those counted, from which on it may have happened to others."""
MAX_FURTHER_WORDS = 3
"""Words of a noun phrase beyond those that values compare: two NBA G League players."""
MAX_SMALL = 12
"""Largest of the numbers that are mostly written as words and stand for many things in one event."""
_UNLISTED = frozenset({"age"})
"""Dimensions that say who somebody is and not how much there is of anything."""


def quantities(reading: ParsedSentence) -> Iterator[Value]:
    """The quantities of a sentence, in order: no ages, no numbers that count nothing, no money that is so much in a
    hundred, and what is given in two currencies once.
    """
    in_each = reading.language.quantities.in_each
    numbers = [value for value in reading.values if value.kind == "number"]
    in_brackets = {
        after.start
        for before, after in pairwise(sorted(numbers, key=lambda value: value.start))
        if before.is_money and after.is_money and reading.text[before.end : after.start].strip() == "("
    }
    for value in numbers:
        is_share = value.is_money and in_each.match(reading.text, value.end)
        is_listed = value.dimension not in _UNLISTED and not is_share
        is_counted = value.dimension != "count" or bool(counted_words(reading, value))
        if is_listed and value.start not in in_brackets and is_counted:
            yield value


def is_former(reading: ParsedSentence, value: Value) -> bool:
    """Whether a sentence says that a value was replaced, and by which: $82, up from $70."""
    return value.relation == FORMER and any(replaces(other, value) for other in reading.values)


def replaces(value: Value, former: Value) -> bool:
    """Whether a value can be what stands in the place of a former one of the same sentence."""
    is_of_same = bool(value.heads & former.heads) or not (value.heads and former.heads)
    is_near = value.dimension == former.dimension and ratio(value, former) <= MAX_RATIO
    return value.relation != FORMER and is_of_same and is_near


def is_same_amount(one: Value, other: Value) -> bool:
    """Whether two values are the same number, bent by the same words, and rise or fall alike."""
    return (one.low, one.high, one.direction) == (other.low, other.high, other.direction)


def is_telling(value: Value) -> bool:
    """Whether an amount is no small whole number, of which an event has many."""
    return value.low > MAX_SMALL or value.low % 1 > 0


def as_told(reading: ParsedSentence, value: Value) -> str:
    """A value in the words of its sentence, with what is counted as a whole and nothing behind it."""
    words = counted_words(reading, value) if value.dimension == "count" else ()
    return reading.text[value.start : words[-1].end if words else value.end]


def what_is_counted(reading: ParsedSentence, value: Value) -> str:
    """The words for what is counted, and what happened to it where a word beside them says so; of money what is of that
    size ("a fine of"), of a share what it is of. Empty where neither is certain.
    """
    if value.dimension != "count":
        return _measured(reading, value)
    words = counted_words(reading, value)
    happened = _happened(reading, value)
    told = [word.text for word in words]
    return " ".join([*told, happened] if happened and all(word.stem != happened for word in words) else told)


def _measured(reading: ParsedSentence, value: Value) -> str:
    """What an amount of money is the size of, or a share a part of, in the words of its sentence."""
    table = reading.language
    if value.is_money:
        before = table.quantities.amount_of.search(reading.text[: value.start])
        return before["thing"] if before and before["thing"] not in table.words.stop else ""
    behind = table.quantities.share_of.match(reading.text, value.end) if value.dimension == "percent" else None
    words = list(takewhile(lambda word: word not in table.words.stop, behind["thing"].split())) if behind else []
    several = [place for place, word in enumerate(words) if table.words.plural.fullmatch(word)]
    return " ".join(words[: several[0] + 1] if several else words[:1])


def counted_words(reading: ParsedSentence, value: Value) -> Sequence[Word]:
    """The words of a count for what is counted, up to one that can be of several; none where none can.

    A number before a singular is the name of something or part of one: the Apollo 11 mission, 201 Waterfront Street.
    """
    inside = [place for place, w in enumerate(reading.words) if value.start <= w.start < value.end]
    heads = [place for place in inside if reading.words[place].stem in value.heads]
    table = reading.language.words
    if not heads or not table.plural.pattern or 1 in (value.low, value.high):
        return [reading.words[place] for place in heads]
    phrase = [*heads, *_going_on(reading, inside[-1])]
    several = [place for place in phrase if _is_plural(reading.words[place], table)]
    if not several:
        return []
    last = max([place for place in several if place in heads], default=several[0])
    return [reading.words[place] for place in phrase if place <= last]


def _is_plural(word: Word, table: Words) -> bool:
    return word.stem in table.roles or bool(table.plural.fullmatch(word.text.lower()))


def _going_on(reading: ParsedSentence, last: int) -> Iterator[int]:
    """Places of the words behind one that may belong to the same noun phrase."""
    edge = reading.words[last].end
    for place in range(last + 1, min(last + 1 + MAX_FURTHER_WORDS, len(reading.words))):
        word = reading.words[place]
        if reading.text[edge : word.start].strip(" -") or word.text.lower() in reading.language.words.stop:
            return
        yield place
        edge = word.end


def _happened(reading: ParsedSentence, value: Value) -> str | None:
    happened = role(reading, value)
    places = [place for place, word in enumerate(reading.words) if value.start <= word.start < value.end]
    if happened is None or not places:
        return None
    near = reading.words[max(places[0] - MAX_ROLE_WORDS, 0) : places[-1] + MAX_ROLE_WORDS + 1]
    return happened if any(word.stem == happened for word in near) else None
