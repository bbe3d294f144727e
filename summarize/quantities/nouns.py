"""What a number counts: the words of the noun phrase after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.languages import Language
from summarize.lexical.words import Word

MAX_PHRASE_WORDS = 3
"""Words looked at after a number."""
_BREAK = re.compile(r"[,.;:()!?–—、，。；：（）！？]|\s-\s")
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")


def noun_phrase(text: str, words: Sequence[Word], end: int, language: Language) -> tuple[list[str], int]:
    """Stems of up to three words after a number, as far as its noun phrase can reach, and the end of the last."""
    stems: list[str] = []
    edge = end
    for word in words:
        if word.start < end:
            continue
        if _BREAK.search(text, edge, word.start):
            break
        lowered = word.text.lower()
        if lowered in language.words.light:
            continue
        if (
            lowered in language.words.stop
            or len(lowered) < language.words.shortest_noun
            or word.text[0].isdigit()
            or (not stems and _is_name(word.text) and not word.text.endswith("s") and not _is_title(text))
        ):
            break
        stems.append(word.stem)
        edge = word.end
        if len(stems) == MAX_PHRASE_WORDS:
            break
    return stems, edge


def counts_people(words: Sequence[Word], end: int, language: Language) -> bool:
    """Whether the very next word is one for people or for what happened to them."""
    following = next((word for word in words if word.start >= end), None)
    return bool(following and following.start - end <= 1 and following.stem in language.words.persons)


def _is_name(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


def _is_title(text: str) -> bool:
    """Whether most words begin with a capital, as in a headline, so that a capital marks no name."""
    words: list[str] = _LONG_WORD.findall(text)
    return 2 * sum(word[0].isupper() for word in words) > len(words)
