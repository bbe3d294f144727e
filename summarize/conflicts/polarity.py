"""Yes against no: a negated word against the same word, and words that exclude each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarize.languages import Language
from summarize.lexical.words import Word

_MAX_DISTANCE = 2
"""Words after a negation among which stands the word it denies."""


Span = tuple[int, int]


class Polarity(NamedTuple):
    """What of a sentence can be opposed by another one."""

    words: Sequence[Word]
    language: Language
    sides: dict[str, tuple[str, Span]]
    """What stands right after a word such as left, with that word and the span of both."""
    negations: list[tuple[str, Span]]
    """The stem of the word that each negation denies, and the span of both."""
    verbs: dict[str, Span]
    """Words that exclude others, such as confirmed."""

    @property
    def is_opposable(self) -> bool:
        return bool(self.sides or self.negations or self.verbs)


def polarity_of(words: Sequence[Word], language: Language) -> Polarity:
    """What of a sentence can be opposed by another one."""
    lowered = [word.text.lower().replace("’", "'") for word in words]
    sides = {
        thing.stem: (text, (word.start, thing.end))
        for text, (word, thing) in zip(lowered, pairwise(words), strict=False)
        if text in language.negation.sides and thing.start - word.end == 1 and thing.text.islower()
    }
    negations = [
        _negation(words, place, language)
        for place, text in enumerate(lowered)
        if text in language.negation.negations or text.endswith(language.negation.contraction)
    ]
    verbs = {
        text: (word.start, word.end)
        for text, word in zip(lowered, words, strict=True)
        if text in language.negation.verbs
    }
    return Polarity(words, language, sides, negations, verbs)


def opposed_sides(left: Polarity, right: Polarity) -> tuple[Span, Span] | None:
    """Spans such as "left knee" and "right knee", where neither sentence names both."""
    for thing, (side, span) in left.sides.items():
        if thing in right.sides:
            other, its_span = right.sides[thing]
            if _excluded(left.language.negation.sides, side, other) and not (_has(left, other) or _has(right, side)):
                return span, its_span
    return None


def negated(left: Polarity, right: Polarity) -> tuple[Span, Span] | None:
    """Spans such as "not arrested" and "arrested", where the rest of the sentences is taken to agree."""
    if len(left.negations) + len(right.negations) != 1:
        return None
    if right.negations:
        swapped = negated(right, left)
        return swapped and (swapped[1], swapped[0])
    stem, (start, end) = left.negations[0]
    said_too = any(word.stem == stem and not start <= word.start < end for word in left.words)
    until = any(word.text.lower() in left.language.negation.until for word in left.words if word.start > start)
    if (
        not stem
        or said_too
        or until
        or any(word.text.lower() in left.language.negation.exceptions for word in right.words)
    ):
        return None
    return next((((start, end), (word.start, word.end)) for word in right.words if word.stem == stem), None)


def exclusive(left: Polarity, right: Polarity) -> tuple[Span, Span] | None:
    """Spans such as "confirmed" and "denied", where no sentence says both or has a negation."""
    if left.negations or right.negations:
        return None
    for mine, span in left.verbs.items():
        for yours, its_span in right.verbs.items():
            both = any(_excluded(left.language.negation.verbs, mine, word) for word in left.verbs)
            both = both or any(_excluded(left.language.negation.verbs, yours, word) for word in right.verbs)
            if not both and _excluded(left.language.negation.verbs, mine, yours):
                return span, its_span
    return None


def _excluded(table: Mapping[str, Mapping[str, int]], x: str, y: str) -> bool:
    mine, yours = table.get(x, {}), table.get(y, {})
    return any(row in yours and yours[row] != side for row, side in mine.items())


def _has(sentence: Polarity, text: str) -> bool:
    return any(word.text.lower() == text for word in sentence.words)


def _negation(words: Sequence[Word], place: int, language: Language) -> tuple[str, Span]:
    word, following = words[place], words[place + 1 : place + 1 + _MAX_DISTANCE]
    if following and following[0].text.lower() not in language.negation.undone:
        for target in following:
            if len(target.text) > 3 and target.text.lower() not in language.negation.auxiliaries:
                return target.stem, (word.start, target.end)
    return "", (word.start, word.end)
