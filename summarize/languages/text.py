"""How word lists are written."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TypeAlias

PAGE_WORDS = "page_words.json"
SMALL_WORDS = "small_words.txt"

WordOrPair: TypeAlias = str | tuple[str, str]
"""A word, or two that stand side by side."""


def listed(words: str) -> list[str]:
    """Words of a list kept as one line of text, which reads better than a column of quoted words."""
    return words.split()


def read_small_words(package: str) -> frozenset[str]:
    """The commonest words of a language, from the file of them beside it."""
    return frozenset(listed(files(package).joinpath(SMALL_WORDS).read_text(encoding="utf-8")))


def word_weights(named: Mapping[str, Sequence[float]]) -> dict[WordOrPair, Sequence[float]]:
    """Weights from a file, in which a space stands between the two words of a pair."""
    weights: dict[WordOrPair, Sequence[float]] = {}
    for name, sides in named.items():
        first, space, second = name.partition(" ")
        weights[(first, second) if space else first] = sides
    return weights


def read_page_words(package: str) -> dict[WordOrPair, Sequence[float]]:
    """The weights of words that `python -m benchmarks.fit_roles` put beside a language; their figures stand beside the
    model of roles.
    """
    return word_weights(json.loads(files(package).joinpath(PAGE_WORDS).read_text(encoding="utf-8")))
