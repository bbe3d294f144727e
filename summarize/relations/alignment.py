"""What a look at the words that differ tells for certain: near copies in which contradictions hide.

Two sentences are aligned word by word. Where all they differ in is a negation, a word and its opposite, or the places
of two around one verb, they cannot both be true, however alike they are to a model of meaning. Where the one reports
what the other only tries, plans, fears or asks, neither says what the other says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from summarize.languages import Language
from summarize.lexical.tokens import Tokenizer
from summarize.lexical.words import shared_head
from summarize.relations.labels import CONTRADICTS, DIFFERENT
from summarize.relations.roles import are_exchanged, are_turned

MIN_WORDS = 4
"""Words of the shortest sentence that is looked at."""
MIN_SAID = 3
"""Words that carry meaning of the shortest sentence that another can say in its very words."""
MAX_NEGATION, MAX_FURTHER = 2, 8
"""Words that the one may have more than the other: those of a negation, and those of a plan or an attempt."""
MAX_EXCHANGED = 6
"""Words of either of two that change places; longer ones are clauses, whose order says little."""
MIN_ALIKE = 0.8
"""Share of their words, without those of a plan or an attempt, that two sentences on one act have in common."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def told_by_words(one: str, other: str, language: Language, tokenizer: Tokenizer) -> int | None:
    """How two sentences in much the same words relate, CONTRADICTS or DIFFERENT, where their words make it certain."""
    left, right = (_WORD.findall(text) for text in (one, other))
    around = _exchanged_around(left, right, language)
    if are_exchanged(one, other, language) or (around and not around & language.negation.mutual):
        return CONTRADICTS
    if around or are_turned(one, other, language):
        return DIFFERENT
    if min(len(left), len(right)) < MIN_WORDS or abs(len(left) - len(right)) > MAX_FURTHER:
        return None
    is_near = abs(len(left) - len(right)) <= MAX_NEGATION
    if is_near and (_is_denied(left, right, language, tokenizer) or _is_changed(left, right, language)):
        return CONTRADICTS
    if _is_failed(one, other, language, tokenizer):
        return CONTRADICTS
    return DIFFERENT if _is_unfulfilled(one, other, language, tokenizer) else None


def adds_only(one: str, other: str, language: Language, tokenizer: Tokenizer, least: int = MIN_WORDS) -> bool:
    """Whether one of two sentences says what the other says, in its words and their order, and something besides. The
    shorter has at least so many words that carry meaning.

    They hardly contradict each other then, unless it is a "not", an "only" or a plan that comes besides.
    """
    less, more = sorted((_content(text, language, tokenizer) for text in (one, other)), key=len)
    place = iter(more)
    return (
        len(less) >= least
        and all(stem in place for stem in less)
        and _limits(one, language) == _limits(other, language)
        and bool(language.negation.unfulfilled.search(one)) == bool(language.negation.unfulfilled.search(other))
    )


def says_in_words(one: str, other: str, language: Language, tokenizer: Tokenizer) -> bool:
    """Whether the second of two sentences says what the first says in its very words, together and in their order, with
    more before or behind them at most, and no "not", "only", plan or denial besides. Any language may have its words
    between those of a denial, so nothing stands between these.
    """
    said, more = (_content(text, language, tokenizer) for text in (one, other))
    starts = range(len(more) - len(said) + 1)
    return (
        len(said) >= MIN_SAID
        and any(more[start : start + len(said)] == said for start in starts)
        and _limits(one, language) == _limits(other, language)
        and all(
            bool(pattern.search(one)) == bool(pattern.search(other))
            for pattern in (language.negation.unfulfilled, language.negation.untrue, language.negation.failed)
        )
    )


def _content(text: str, language: Language, tokenizer: Tokenizer) -> list[str]:
    """The stems that carry what a sentence says."""
    return [stem for stem in tokenizer(text) if stem not in language.words.stop]


def _limits(text: str, language: Language) -> Counter[str]:
    """The words of a sentence without which it would say something else, and its negations."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    return Counter(
        "n't" if word.endswith(language.negation.contraction) else word
        for word in words
        if word in language.negation.limiting or word.endswith(language.negation.contraction)
    )


def _is_denied(left: Sequence[str], right: Sequence[str], language: Language, tokenizer: Tokenizer) -> bool:
    """Whether one is the other with a negation."""
    (plain, no), (other, other_no) = (_without_negation(words, language, tokenizer) for words in (left, right))
    return plain == other and abs(no - other_no) == 1


def _without_negation(words: Sequence[str], language: Language, tokenizer: Tokenizer) -> tuple[list[str], int]:
    kept, count = [], 0
    for place, word in enumerate(words):
        low = word.lower().replace("’", "'")
        following = words[place + 1].lower() if place + 1 < len(words) else ""
        if low in language.negation.negations and following not in language.negation.undone:
            count += language.negation.until.isdisjoint(word.lower() for word in words[place:])
        elif low.endswith(language.negation.contraction):
            count += 1
            kept.append(low.removesuffix(language.negation.contraction))
        else:
            kept.append(low)
    helpers = language.negation.helpers
    return [token for word in kept if word not in helpers for token in tokenizer(word)], count


def _is_changed(left: Sequence[str], right: Sequence[str], language: Language) -> bool:
    return len(left) == len(right) and (_is_opposite(left, right, language) or _is_renamed(left, right, language))


def _is_renamed(left: Sequence[str], right: Sequence[str], language: Language) -> bool:
    """Whether another one has done what only one can have done, in the same words: A won the election, B won it."""
    head = shared_head(left, right)
    tail = shared_head(left[head:][::-1], right[head:][::-1])
    changed = [*left[head : len(left) - tail], *right[head : len(right) - tail]]
    verb = left[len(left) - tail].lower() if tail else ""
    return bool(changed) and all(word[0].isupper() for word in changed) and verb in language.negation.sole


def _is_opposite(left: Sequence[str], right: Sequence[str], language: Language) -> bool:
    """Whether one word stands in the place of its opposite, and nothing else differs."""
    changed = [(a.lower(), b.lower()) for a, b in zip(left, right, strict=True) if a.lower() != b.lower()]
    if len(changed) != 1:
        return False
    (mine, yours), tables = changed[0], (language.negation.verbs, language.negation.sides)
    rows = [(table.get(mine, {}), table.get(yours, {})) for table in tables]
    return any(row in others and others[row] != side for own, others in rows for row, side in own.items())


def _exchanged_around(left: Sequence[str], right: Sequence[str], language: Language) -> Set[str]:
    """The words around which two have changed places, all others being the same: A sued B, B sued A.

    An adjunct may move ("on Monday"), and around some words the order says nothing: and, met, is.
    """
    mine, yours = ([word.lower() for word in words] for words in (left, right))
    if mine == yours or sorted(mine) != sorted(yours):
        return frozenset()
    head = shared_head(mine, yours)
    tail = shared_head(mine[head:][::-1], yours[head:][::-1])
    mine, yours = mine[head : len(mine) - tail], yours[head : len(yours) - tail]
    negation, n = language.negation, len(mine)
    for first in range(1, min(n - 1, MAX_EXCHANGED + 1)):
        if mine[:first] != yours[n - first :]:
            continue
        for last in range(1, min(n - first, MAX_EXCHANGED + 1)):
            between = mine[first : n - last]
            if mine[n - last :] == yours[:last] and between == yours[last : n - first]:
                moved = {mine[0], mine[n - last]} & negation.adjuncts
                said = frozenset(between) - negation.equating
                return frozenset() if moved or said & negation.joining else said
    return frozenset()


def _is_failed(one: str, other: str, language: Language, tokenizer: Tokenizer) -> bool:
    """Whether what the one reports has failed, or was refused, in the other: the same act of the same names."""
    failed, hedge = language.negation.failed, language.negation.unfulfilled
    missed = [match for text in (one, other) if (match := failed.search(text))]
    if len(missed) != 1 or hedge.search(one) or hedge.search(other):
        return False
    denied, done = (one, other) if missed[0].string is one else (other, one)
    said = failed.sub(" ", denied)
    mine, yours = names_in(said), names_in(done)
    return (
        (mine <= yours or yours <= mine)
        and _limits(said, language) == _limits(done, language)
        and _does(done, denied[missed[0].end() :], language, tokenizer)
        and _are_alike(said, done, tokenizer)
    )


def _does(text: str, act: str, language: Language, tokenizer: Tokenizer) -> bool:
    """Whether the verb that an act begins with stands in a sentence, and not behind a "to"."""
    verb = _WORD.search(act)
    return verb is not None and any(
        tokenizer(word) == tokenizer(verb[0]) and before.lower() not in language.negation.infinitive
        for before, word in pairwise(["", *_WORD.findall(text)])
    )


def names_in(text: str) -> frozenset[str]:
    """The figures of a sentence, and its words with a capital but for the first."""
    return frozenset(word for word in _WORD.findall(text)[1:] if word[0].isupper() or word[0].isdigit())


def _are_alike(one: str, other: str, tokenizer: Tokenizer) -> bool:
    """Whether two sentences have nearly all their words in common."""
    left, right = (Counter(tokenizer(text)) for text in (one, other))
    return 2 * (left & right).total() >= MIN_ALIKE * (left.total() + right.total())


def _is_unfulfilled(one: str, other: str, language: Language, tokenizer: Tokenizer) -> bool:
    """Whether what the one reports is only tried, planned, feared, asked or made up in the other."""
    hedge = language.negation.unfulfilled
    left, right = (bool(hedge.search(text)) for text in (one, other))
    return left != right and _are_alike(hedge.sub(" ", one), hedge.sub(" ", other), tokenizer)
