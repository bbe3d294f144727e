"""Figures that agree, written alike before two sentences are read together.

The model knows words, not arithmetic: to it "two dozen paintings" and "24 paintings" contradict each other, and so do
185 km/h and 115 mph. What can be computed is not left to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarize.languages import Language
from summarize.lexical.words import find_words
from summarize.quantities.agreement import agree
from summarize.quantities.amounts import FRACTION, find_quantities
from summarize.quantities.numerals import find_numerals
from summarize.quantities.values import Value

MAX_CHARACTERS, MAX_FIGURES = 1_000, 12
"""Of a sentence whose figures are looked at; what is longer, or has more, is a table."""
COUNT = "count"
MAX_SPREAD = 2.0
"""What a figure may mean at most over what it may mean at least, if it is to stand for another."""


@dataclass(frozen=True, slots=True)
class _Figure:
    value: Value
    end: int
    """Where its number ends, for a count; a measure ends with its unit."""
    scales: frozenset[str]
    """Words for a size in it: dozen, million, half."""


def written_alike(one: str, other: str, language: Language) -> tuple[str, str]:
    """Both sentences, every figure of the second that one of the first agrees with, in other units or with another word
    for its size, in the first one's words. Only where each agrees with just one figure of the other sentence.
    """
    for v, w in sorted(_agreeing(one, other, language), key=lambda pair: -pair[1].value.start):
        if v.value.unit != w.value.unit or v.scales != w.scales:
            other = other[: w.value.start] + one[v.value.start : v.end] + other[w.end :]
    return one, other


def without_all(one: str, other: str, language: Language) -> tuple[str, str]:
    """Both sentences without the "all" before figures that agree: all fourteen who were there are fourteen."""
    pairs = _agreeing(one, other, language)
    for v in sorted((v.value.start for v, _ in pairs), reverse=True):
        one = _without_all(one, v, language)
    for w in sorted((w.value.start for _, w in pairs), reverse=True):
        other = _without_all(other, w, language)
    return one, other


def _agreeing(one: str, other: str, language: Language) -> list[tuple[_Figure, _Figure]]:
    """The figures of two sentences of which each agrees with just one of the other's."""
    mine, yours = _figures(one, language), _figures(other, language)
    pairs = [(v, w) for v in mine for w in yours if _are_one(v.value, w.value)]
    return [(v, w) for v, w in pairs if sum(v is x for x, _ in pairs) == 1 == sum(w is y for _, y in pairs)]


def _without_all(text: str, start: int, language: Language) -> str:
    """A sentence without the "all" before the figure that begins there."""
    found = language.numbers.whole.search(text, 0, start)
    if found is None:
        return text
    first = text[start].upper() if found[0][0].isupper() else text[start]
    return f"{text[: found.start()]}{first}{text[start + 1 :]}"


@lru_cache(maxsize=4_096)
def _figures(text: str, language: Language) -> Sequence[_Figure]:
    if len(text) > MAX_CHARACTERS:
        return ()
    found = []
    numerals = find_numerals(text, language)
    for value in find_quantities(text, find_words(text, language), language)[:MAX_FIGURES]:
        of_it = [numeral.end for numeral in numerals if value.start <= numeral.start and numeral.end <= value.end]
        if len(of_it) == 1 or value.unit == FRACTION:
            words = set(language.numbers.apart.split(text[value.start : value.end].lower()))
            scales = frozenset(words & (language.numbers.scales.keys() | language.numbers.halves.keys()))
            found.append(_Figure(value, of_it[0] if value.dimension == COUNT else value.end, scales))
    return tuple(found)


def _are_one(v: Value, w: Value) -> bool:
    """Whether both say how much of one thing, and the same."""
    return (
        v.dimension == w.dimension
        and v.relation == w.relation
        and (not v.heads or not w.heads or bool(v.heads & w.heads))
        and all(value.low > 0 and value.high <= MAX_SPREAD * value.low for value in (v, w))
        and agree(v, w)
    )
