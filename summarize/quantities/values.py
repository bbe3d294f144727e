"""The records conflict detection works with: what a sentence says that can be compared."""

from __future__ import annotations

from dataclasses import dataclass

DURING = "during"
"""Relation of a time in which something went on, and no more than that: "examined twelve times over five years"."""
FORMER = "former"
"""Relation of a value that the sentence says was replaced: "up from 40"."""


@dataclass(frozen=True, slots=True)
class Value:
    """A figure, date or time in a sentence, as the span of numbers it can mean.

    "120 wounded" is 120 to 120, "about 200" 170 to 230, "more than 100" 100 to infinity. Two values disagree when
    their spans do not meet.
    """

    kind: str
    """Kind of a conflict about it: number, date or time."""
    dimension: str
    """Values are comparable only within one dimension: "usd", "percent", "length", "count", "weekday", ..."""
    low: float
    high: float
    start: int
    """First character of the words to show, in the text of the sentence."""
    end: int
    head: str = ""
    """Stem of the word right after a count, as a rule what is counted."""
    heads: frozenset[str] = frozenset()
    """Stems of all words that may say what is counted; names, for an age."""
    relation: str = ""
    """How it is tied to its verb where that changes the meaning: "by" 3 %, "until" Thursday."""
    unit: str = ""
    """The unit as written, to allow for rounding between units."""
    direction: int = 0
    """1 where the figure is a rise, -1 where it is a fall."""
    scaled: bool = False
    """Written with million or the like and nothing that is counted, so that it may be money."""
    aspect: str = ""
    """What a length or speed is of, where it is said: depth, gusts."""
    limits: bool = False
    """Its relation makes it an answer to a question of its own."""
    is_money: bool = False
    stated: bool = True
    """False for a value that is only mentioned, such as a former one; it cannot contradict, only explain."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number written in digits or words, before it is known what it counts."""

    start: int
    end: int
    value: float
    step: float
    """Size of its last significant digit: 1 for 197, 100 for 1,200, 100,000 for 1.4 million."""
    scaled: bool
    """Written with a word or letter for its size, such as million."""
