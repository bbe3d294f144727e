"""What a number counts: the words of the noun phrase after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.lexical.words import ROLES, STOP, Word, listed

LONGEST = 3
"""Words looked at after a number."""
SHORTEST = 2
"""Words this short end a noun phrase in most European languages: they are articles and prepositions."""
_LIGHT = frozenset(
    listed(
        "other others new local young old separate different known confirmed commercial senior former civilian single"
    )
)
_BREAK = re.compile(r"[,.;:()!?–—]|\s-\s")
_PERSONS = ROLES | {"people", "man", "woman", "child", "home"}
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")


def noun_phrase(text: str, words: Sequence[Word], end: int) -> tuple[list[str], int]:
    """Stems of up to three words after a number, as far as its noun phrase can reach, and the end of the last."""
    stems: list[str] = []
    edge = end
    for word in words:
        if word.start < end:
            continue
        if _BREAK.search(text, edge, word.start):
            break
        lowered = word.text.lower()
        if lowered in _LIGHT:
            continue
        if (
            lowered in STOP
            or len(lowered) <= SHORTEST
            or word.text[0].isdigit()
            or (not stems and _is_name(word.text) and not word.text.endswith("s") and not _is_title(text))
        ):
            break
        stems.append(word.stem)
        edge = word.end
        if len(stems) == LONGEST:
            break
    return stems, edge


def counts_people(words: Sequence[Word], end: int) -> bool:
    """Whether the very next word is one for people or for what happened to them."""
    following = next((word for word in words if word.start >= end), None)
    return bool(following and following.start - end <= 1 and following.stem in _PERSONS)


def _is_name(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


def _is_title(text: str) -> bool:
    """Whether most words begin with a capital, as in a headline, so that a capital marks no name."""
    words: list[str] = _LONG_WORD.findall(text)
    return 2 * sum(word[0].isupper() for word in words) > len(words)
