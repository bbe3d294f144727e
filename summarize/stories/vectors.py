"""Sparse vectors of articles and of groups: unit rows, sums of them, and their products."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.languages import get
from summarize.languages.frequencies import Frequencies, read_frequencies
from summarize.stories.profile import Bag, Profile, Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """The unit vectors of an article's words and names, and its day."""

    words: Bag
    names: Bag
    day: float | None


def frequencies(language: str) -> Frequencies:
    """The table of a language's pack."""
    return read_frequencies(get(language).frequencies)


def weigh(
    found: Sequence[Profile], vocabulary: Vocabulary, tables: Callable[[str], Frequencies] = frequencies
) -> list[Article]:
    """What articles are compared by: unit vectors of the words and of the names of each, and its day. A word has the
    logarithm of how much it counts, times how rare it is.

    How rare is told by the table of the language, so that it is the same in any stream: in a stream on one event the
    words of the event are not common for that. Without a table it is told by the articles in that language.
    """
    rarities: dict[str, NDArray[np.float64]] = {}
    for language in dict.fromkeys(profile.language for profile in found):
        rarities[language] = _rarity(language, found, vocabulary, tables(language))
    return [
        Article(
            _unit(profile.words, rarities[profile.language]),
            _unit(profile.names, rarities[profile.language]),
            profile.day,
        )
        for profile in found
    ]


def _rarity(language: str, found: Sequence[Profile], vocabulary: Vocabulary, table: Frequencies) -> NDArray[np.float64]:
    """The inverse event frequency of every stem. *Shape:* (vocabulary,)"""
    if table.events:
        counts, total = (table.of.get(stem, 0) for stem in vocabulary.stems), table.events
    else:
        used = Counter(stem for p in found if p.language == language for stem in p.words.stems.tolist())
        total = sum(profile.language == language for profile in found)
        counts = (used[number] for number in range(len(vocabulary)))
    shares = np.fromiter(counts, dtype=np.float64, count=len(vocabulary))
    return np.maximum(np.log((total + 1) / (shares + 0.5)), 0)


def _unit(bag: Bag, rarity: NDArray[np.float64]) -> Bag:
    weights = (1 + np.log(np.maximum(bag.counts, 0.3))) * rarity[bag.stems]
    return Bag(bag.stems, weights / max(float(np.linalg.norm(weights)), 1e-9))


def add(one: Bag, other: Bag, sign: float = 1.0) -> Bag:
    """The sum of two vectors, or their difference, without what is nothing in it."""
    stems, places = np.unique(np.concatenate([one.stems, other.stems]), return_inverse=True)
    values = np.concatenate([one.counts, sign * other.counts])
    counts = np.bincount(places, weights=values, minlength=len(stems)).astype(np.float64)
    kept = np.abs(counts) > 1e-9
    return Bag(stems[kept], counts[kept])


class Scratch:
    """Room for one vector in full, against which sparse ones are multiplied in microseconds."""

    def __init__(self, size: int) -> None:
        self._room = np.zeros(size)

    def dots(self, one: Bag, others: Sequence[Bag]) -> NDArray[np.float64]:
        """The product of a vector with each of the others. *Shape:* (len(others),)"""
        self._room[one.stems] = one.counts
        found = np.array([self._room[other.stems] @ other.counts for other in others])
        self._room[one.stems] = 0
        return found
