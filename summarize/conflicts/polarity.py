"""Yes against no: a negated word against the same word, and words that exclude each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from summarize.lexical.words import Word, listed

_NEGATIONS = frozenset(listed("not never no without neither nor nobody none cannot"))
_UNDONE = frozenset(listed("only necessarily just yet sure merely least doubt longer later less more fewer matter but"))
"""Words after a negation that make it something else than a no."""
_EXCEPTIONS = frozenset(
    listed(
        "first only except unless until barely hardly without lack lacks lacked unable declined declines refused "
        "refuses failed fails denied denies rejected prohibits prohibited banned bans barred prevented avoided "
        "stopped ruled rules"
    )
)
"""Words that make the sentence without a negation say much the same as the one with it."""
_AUXILIARIES = frozenset(listed("been have being immediately"))
_REACH = 2
"""Words after a negation among which stands the word it denies."""
_VERBS = (
    "confirmed confirms confirm|denied denies deny",
    "won wins win|lost loses lose",
    "accepted accepts accept|rejected rejects reject refused",
    "approved approves approve|rejected rejects reject vetoed",
    "rose risen climbed increased gained|fell fallen dropped declined slid slipped decreased",
    "opened opens reopened|closed closes",
    "survived survives|died dies perished",
    "guilty convicted|innocent acquitted cleared",
    "convicted|acquitted",
    "supported supports backed backs|opposed opposes",
    "succeeded|failed",
    "alive|dead",
    "arrested detained|released freed",
)
_SIDES = (
    "left|right",
    "northern north|southern south",
    "eastern east|western west",
    "inbound|outbound",
    "northbound|southbound",
    "eastbound|westbound",
)


def _table(rows: Sequence[str]) -> dict[str, dict[str, int]]:
    """For every word the rows it stands in and on which side."""
    table: dict[str, dict[str, int]] = {}
    for row in rows:
        for side, words in enumerate(row.split("|")):
            for word in words.split():
                table.setdefault(word, {})[row] = side
    return table


_VERB = _table(_VERBS)
_SIDE = _table(_SIDES)

Span = tuple[int, int]


class Stance(NamedTuple):
    """What of a sentence can be opposed by another one."""

    words: Sequence[Word]
    sides: dict[str, tuple[str, Span]]
    """What stands right after a word such as left, with that word and the span of both."""
    negations: list[tuple[str, Span]]
    """The stem of the word that each negation denies, and the span of both."""
    verbs: dict[str, Span]
    """Words that exclude others, such as confirmed."""

    @property
    def is_opposable(self) -> bool:
        return bool(self.sides or self.negations or self.verbs)


def stance(words: Sequence[Word]) -> Stance:
    """What of a sentence can be opposed by another one."""
    lowered = [word.text.lower().replace("’", "'") for word in words]
    sides = {
        thing.stem: (text, (word.start, thing.end))
        for text, (word, thing) in zip(lowered, pairwise(words), strict=False)
        if text in _SIDE and thing.start - word.end == 1 and thing.text.islower()
    }
    negations = [
        _negation(words, place) for place, text in enumerate(lowered) if text in _NEGATIONS or text.endswith("n't")
    ]
    verbs = {text: (word.start, word.end) for text, word in zip(lowered, words, strict=True) if text in _VERB}
    return Stance(words, sides, negations, verbs)


def opposed_sides(left: Stance, right: Stance) -> tuple[Span, Span] | None:
    """Spans such as "left knee" and "right knee", where neither sentence names both."""
    for thing, (side, span) in left.sides.items():
        if thing in right.sides:
            other, its_span = right.sides[thing]
            if _excluded(_SIDE, side, other) and not (_has(left, other) or _has(right, side)):
                return span, its_span
    return None


def negated(left: Stance, right: Stance) -> tuple[Span, Span] | None:
    """Spans such as "not arrested" and "arrested", where the rest of the sentences is taken to agree."""
    if len(left.negations) + len(right.negations) != 1:
        return None
    if right.negations:
        swapped = negated(right, left)
        return swapped and (swapped[1], swapped[0])
    stem, (start, end) = left.negations[0]
    said_too = any(word.stem == stem and not start <= word.start < end for word in left.words)
    if not stem or said_too or any(word.text.lower() in _EXCEPTIONS for word in right.words):
        return None
    return next((((start, end), (word.start, word.end)) for word in right.words if word.stem == stem), None)


def exclusive(left: Stance, right: Stance) -> tuple[Span, Span] | None:
    """Spans such as "confirmed" and "denied", where no sentence says both or has a negation."""
    if left.negations or right.negations:
        return None
    for mine, span in left.verbs.items():
        for yours, its_span in right.verbs.items():
            both = any(_excluded(_VERB, mine, word) for word in left.verbs)
            both = both or any(_excluded(_VERB, yours, word) for word in right.verbs)
            if not both and _excluded(_VERB, mine, yours):
                return span, its_span
    return None


def _excluded(table: dict[str, dict[str, int]], x: str, y: str) -> bool:
    mine, yours = table.get(x, {}), table.get(y, {})
    return any(row in yours and yours[row] != side for row, side in mine.items())


def _has(sentence: Stance, text: str) -> bool:
    return any(word.text.lower() == text for word in sentence.words)


def _negation(words: Sequence[Word], place: int) -> tuple[str, Span]:
    word, following = words[place], words[place + 1 : place + 1 + _REACH]
    if following and following[0].text.lower() not in _UNDONE:
        for target in following:
            if len(target.text) > 3 and target.text.lower() not in _AUXILIARIES:
                return target.stem, (word.start, target.end)
    return "", (word.start, word.end)
