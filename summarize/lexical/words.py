"""Words of a sentence with their places, cut to rough stems that bring related news words together."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Sequence
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


def plain(word: str) -> str:
    """A word in small letters without accents and possessive ending."""
    letters = unicodedata.normalize("NFKD", word.replace("’", "'").removesuffix("'s").casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip("'.,")


def entries(words: Sequence[str], table: Container[str]) -> Iterator[tuple[str, int, int]]:
    """The words that a table has, in order, two together before one alone: the entry, and its first and last place."""
    place = 0
    while place < len(words):
        for length in (2, 1):
            entry = "_".join(words[place : place + length])
            if place + length <= len(words) and entry in table:
                yield entry, place, place + length - 1
                place += length - 1
                break
        place += 1
