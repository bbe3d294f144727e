"""Who did it to whom, where a verb says so: "Kohl beat Sole" against "Sole beat Kohl", and "Sole lost to Kohl".

A verb of the language's table has a party before it and one after it, which "by" turns round. Two sentences that
have the parties of one verb exchanged cannot both be true; with the verb for the other side of the same act they agree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias

from summarize.languages import Language
from summarize.lexical.words import stem

MAX_BEFORE, MAX_AFTER = 6, 12
"""Words before and after a verb among which its parties stand."""
_WORD = re.compile(r"\w+(?:['’]\w+)*|[,;:]")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Act:
    row: str
    side: int
    subject: frozenset[str]
    """Stems of the names of the party that the verb says it of, or of the word nearest to it."""
    other: frozenset[str]
    """Stems of the names on the other side of the verb, and of the word nearest to it."""
    rest: frozenset[str]
    """Stems of all that stands there."""
    is_done: bool
    """No "not", "failed", "hopes to" or "to" stands before the verb, and it is no question."""


Acts: TypeAlias = Mapping[str, Mapping[str, int]]
"""For every verb between two parties the rows it stands in, and on which side."""


def are_exchanged(one: str, other: str, language: Language) -> bool:
    """Whether two sentences name the same two for one act that both say was done, each in the place of the other, and
    only one of these can be true.
    """
    return _are_exchanged(one, other, language, language.negation.converses)


def are_turned(one: str, other: str, language: Language) -> bool:
    """The same of what two may do to each other: A sued B, and B sued A."""
    return _are_exchanged(one, other, language, language.negation.reciprocal)


def _are_exchanged(one: str, other: str, language: Language, acts: Acts) -> bool:
    """Not where just one names a year or month or speaks of an earlier time, or each names another one or another
    weekday: that may be another time.
    """
    another = language.days.another_time
    if bool(another.search(one)) != bool(another.search(other)):
        return False
    days, others = _weekdays(one, language), _weekdays(other, language)
    if (days and others and days.isdisjoint(others)) or _times(one, language) != _times(other, language):
        return False
    return any(
        x.row == y.row and x.is_done and y.is_done and _is_other_side(x, y)
        for x in _acts(one, language, acts)
        for y in _acts(other, language, acts)
    )


def _is_other_side(x: _Act, y: _Act) -> bool:
    """Whether who did it in one of two acts had it done to them in the other: "sold it to B", "was sold it by B"."""
    if x.side == y.side:
        return _are_crossed(x.subject, x.other, y.subject, y.other)
    return _are_crossed(x.subject, x.other, y.other, y.subject)


def are_converse(one: str, other: str, language: Language) -> bool:
    """Whether two sentences tell one act from its two sides, with the same figures and none with a "not": A sold it to
    B, B bought it from A.
    """
    limiting = language.negation.limiting
    return (
        _figures(one) == _figures(other)
        and not any(word.lower() in limiting for text in (one, other) for word in _WORD.findall(text))
        and any(
            x.row == y.row and x.side != y.side and _are_crossed(x.subject, x.rest, y.subject, y.rest)
            for x in _acts(one, language, language.negation.converses)
            for y in _acts(other, language, language.negation.converses)
        )
    )


def _figures(text: str) -> set[str]:
    return set(_FIGURE.findall(text))


def _times(text: str, language: Language) -> set[str]:
    words = {word.lower() for word in _WORD.findall(text)}
    return {word for word in words if word in language.dates.months or _YEAR.fullmatch(word)}


def _weekdays(text: str, language: Language) -> set[int]:
    return {language.dates.weekdays[match[0].lower()] for match in language.dates.weekday.finditer(text)}


def _are_crossed(one: Set[str], its_other: Set[str], two: Set[str], other: Set[str]) -> bool:
    """Whether who is before the one verb is behind the other one, both ways round."""
    return bool(one & other and its_other & two) and not one & two


def _acts(text: str, language: Language, acts: Acts) -> list[_Act]:
    words = _WORD.findall(text)
    is_question = text.rstrip(" \"'”’").endswith("?")
    found = []
    for place, word in enumerate(words):
        rows = acts.get(word.lower())
        if not rows or not place:
            continue
        before, after = words[:place], words[place + 1 : place + 1 + MAX_AFTER]
        is_passive = bool(after) and after[0].lower() in language.negation.agent_words
        if before[-1].lower() in language.negation.equating and not is_passive:
            continue  # "was sold" says nothing of who sold it
        comma = max((n for n, mark in enumerate(before) if mark in ",;:"), default=-1)
        near_before = before[comma + 1 :][-MAX_BEFORE:]
        behind, ahead = _content(near_before[::-1], language), _content(after, language)
        doer, others = (ahead, behind) if is_passive else (behind, ahead)
        if doer and others:
            subject = _named(doer, language)
            near = _named(others, language) | frozenset(stem(word, language) for word in others[:1])
            rest = frozenset(stem(word, language) for word in others)
            is_done = not is_question and _is_done(near_before, word, language)
            found += [_Act(row, side, subject, near, rest, is_done) for row, side in rows.items()]
    return found


def _is_done(before: Sequence[str], verb: str, language: Language) -> bool:
    """Whether the words before a verb leave it at that it was done."""
    negation = language.negation
    small = [word.lower().replace("’", "'") for word in before]
    return not (
        negation.limiting.intersection(small)
        or any(word.endswith(negation.contraction) for word in small)
        or negation.infinitive.intersection(small[-2:])
        or negation.unfulfilled.search(" ".join([*before, verb]))
    )


def _content(words: Sequence[str], language: Language) -> list[str]:
    """Those of some words that may be of a party, in their order."""
    table = language.words.stop | language.dates.weekdays.keys() | language.dates.months.keys()
    return [word for word in words if word.lower() not in table and word[0].isalpha()]


def _named(words: Sequence[str], language: Language) -> frozenset[str]:
    """Stems of the names among words that begin nearest to the verb; without any, of the first word."""
    names = [word for word in words if word[0].isupper()]
    return frozenset(stem(word, language) for word in (names or words[:1]))
