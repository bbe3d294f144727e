"""Words of a sentence with their places, cut to rough stems that bring related news words together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from summarize.languages import Language


class Word(NamedTuple):
    """A word, number or contraction of a sentence."""

    start: int
    end: int
    text: str
    stem: str


def plain_words(text: str, language: Language) -> list[str]:
    """The texts of `find_words`, which take a third of the time."""
    return language.words.word.findall(text)


def find_words(text: str, language: Language) -> list[Word]:
    """The words of a sentence in order."""
    return [Word(m.start(), m.end(), m[0], stem(m[0], language)) for m in language.words.word.finditer(text)]


def shared_head(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


@lru_cache(maxsize=100_000)
def stem(word: str, language: Language) -> str:
    """A rough stem, or the name of the idea shared by words such as "killed" and "deaths"."""
    words = language.words
    word = word.lower().replace("’", "'").removesuffix(words.possessive).removesuffix("'")
    if word in words.concept_of:
        return words.concept_of[word]
    for suffix, instead, least in words.suffixes:
        if word.endswith(suffix) and len(word) >= least and not word.endswith("ss"):
            word = word[: -len(suffix)] + instead
            break
    return word.removesuffix(words.final_vowel) if len(word) > 4 else word
