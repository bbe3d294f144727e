"""What the words of a sentence say for and against the article, in its language: fitted weights, and the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from summarize.languages.general import VOWEL_SIGNS
from summarize.languages.patterns import MAX_MATCHED_CHARACTERS, Pattern
from summarize.languages.text import WordOrPair
from summarize.segmentation.roles.boilerplate import ASIDE, TEASER
from summarize.segmentation.roles.candidate import CAPTION, Candidate
from summarize.segmentation.roles.series import Floats, Ints, averaged, shifted, starts_of

Weights: TypeAlias = Mapping[WordOrPair, Sequence[float]]
"""SIDES weights for each word; the empty one has the constants."""

NUMBER = "0"
"""Stands for every number among the weighted words."""

FIRST, LAST = "^", "$"
"""Stand for the ends of a sentence in pairs of words."""

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff"
_LETTERS = rf"[^\W_{_UNSPACED}]+(?:[{VOWEL_SIGNS}]+[^\W_{_UNSPACED}]*)*"
_WORD = re.compile(rf"[{_UNSPACED}]|{_LETTERS}(?:['’]{_LETTERS})?")
"""Where words are written without spaces each character is one, and a pair of them mostly a word."""

SIDES = 3
"""Weights a word has: for the article against all else, for what follows it against all else, and for a page that
speaks of itself against news."""
TALK = 2
"""The last of these."""

WORDS = tuple(
    f"{name} {side}"
    for side in ("article", "behind", "talk")
    for name in ("words", "words of paragraph", "words before", "words behind", "words around")
)
RULES = ("pattern", "credit", "inside articles", "sure", "caption", "teaser", "aside")
NAMES = (*WORDS, *RULES)


def word_features(text: str) -> Iterator[WordOrPair]:
    """The words and pairs of neighbouring words of a sentence, in small letters, each once, numbers as one; its ends
    count as words of the pairs.

    Words are not stemmed and small ones stay: a page says you and we, and an article does not.
    """
    words = [NUMBER if word[0].isdigit() else word for word in _WORD.findall(text.lower())]
    return chain(dict.fromkeys(words), dict.fromkeys(pairwise([FIRST, *words, LAST])))


def word_scores(candidates: Sequence[Candidate], weights: Weights) -> NDArray[np.float64]:
    """Sums of the weights of each sentence's words. *Shape:* (n, SIDES), all 0 without weights."""
    scores = np.zeros((len(candidates), SIDES))
    if not weights:
        return scores
    none = (0.0,) * SIDES
    constant = weights.get("", none)
    get = weights.get
    for row, candidate in enumerate(candidates):
        found = [
            pair for word in word_features(candidate.text[:MAX_MATCHED_CHARACTERS]) if (pair := get(word)) is not None
        ]
        for side in range(SIDES):
            scores[row, side] = constant[side] + sum([pair[side] for pair in found])
    return scores


def evidence(candidates: Sequence[Candidate], block_of: Ints, weights: Weights) -> Floats:
    """*Shape:* (n, len(NAMES)), row i to candidate i, which the rules have marked already."""
    first = starts_of(block_of)
    columns = []
    for scores in word_scores(candidates, weights).T:
        blocks = np.add.reduceat(scores, first) / np.diff(first, append=len(block_of))
        around = (blocks, shifted(blocks, 1), shifted(blocks, -1), averaged(blocks, 3))
        columns += [scores, *np.stack(around, axis=0)[:, block_of]]
    verdicts = np.array([_verdict(candidate) for candidate in candidates], dtype=float).reshape(-1, len(RULES))
    return np.concatenate([np.stack(columns, axis=1), verdicts], axis=1, dtype=np.float32)


_NONE = (False,) * len(RULES)


def _verdict(candidate: Candidate) -> tuple[bool, ...]:
    rule = candidate.rule
    if rule is None:
        return _NONE
    found = isinstance(rule, Pattern)
    return (
        found,
        rule.credit,
        found and rule.inside_articles,
        found and rule.despite_speech,  # type: ignore[attr-defined]
        rule is CAPTION,
        rule is TEASER,
        rule is ASIDE,
    )
