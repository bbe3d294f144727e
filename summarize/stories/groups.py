"""Groups of articles as they grow: what each holds in sum, and which of them an article could belong to."""

from __future__ import annotations

import heapq
import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from summarize.stories.model import SEASON, Evidence, Model
from summarize.stories.profile import Bag
from summarize.stories.vectors import Article, Scratch, add

KEYS = 32
"""Of an article, or a group, its weightiest words, by which others are looked up that share some."""
MAX_HOLDERS = 200
"""Groups that may hold a word by which they are looked up; a word of more tells little."""
MAX_LOOKED_AT = 1_000
"""Holders of all its words together, those of the rarest first."""
CANDIDATES = 32
"""Groups that are compared in full: those that share the weightiest words."""


@dataclass(slots=True, eq=False)
class Group:
    """Some articles, by number, and the sums of their unit vectors."""

    members: list[int]
    words: Bag
    names: Bag
    days: list[float] = field(default_factory=list)
    """Of the members with a date."""

    def middle(self, without: float | None = None) -> float:
        """The median of its days, perhaps without one of them: wrong dates hardly move it. nan where there is none."""
        days = list(self.days)
        if without is not None:
            days.remove(without)
        return statistics.median(days) if days else float("nan")


class Groups:
    """All groups by number, with an index of the words by which they are found."""

    def __init__(self, articles: Sequence[Article], model: Model) -> None:
        self._articles, self.model = articles, model
        size = 1 + max((int(article.words.stems.max(initial=-1)) for article in articles), default=-1)
        self._scratch = Scratch(size)
        self._keys = [_heaviest(article.words) for article in articles]
        self._holders: dict[int, dict[int, int]] = defaultdict(dict)
        """For each key the groups that hold it, and how many of their members do."""
        self._next = 0
        self.all: dict[int, Group] = {}
        self.of: dict[int, int] = {}
        """The group of every article that is in one."""

    def open(self, articles: Sequence[int]) -> int:
        """A new group of these articles; its number."""
        number, self._next = self._next, self._next + 1
        self.all[number] = Group([], _EMPTY, _EMPTY)
        for article in articles:
            self.put(article, number)
        return number

    def put(self, article: int, number: int) -> None:
        """Adds an article to a group."""
        self._change(article, number, 1)

    def take(self, article: int) -> None:
        """Takes an article out of its group, which is gone when it was the last."""
        self._change(article, self.of[article], -1)

    def join(self, one: int, other: int) -> None:
        """Moves the articles of the other group into the one."""
        group, gone = self.all[one], self.all.pop(other)
        group.words, group.names = add(group.words, gone.words), add(group.names, gone.names)
        group.members += gone.members
        group.days += gone.days
        for article in gone.members:
            self.of[article] = one
            for key in self._keys[article]:
                holders = self._holders[key]
                holders.pop(other, None)
                holders[one] = holders.get(one, 0) + 1

    def after_silence(self, number: int, days: float) -> list[int]:
        """The articles of a group after the longest time without one, if that is longer than so many days and there are
        two and more on either side; else none.
        """
        dated = sorted(
            (day, article) for article in self.all[number].members if (day := self._articles[article].day) is not None
        )
        gaps = [(later[0] - day, place) for place, ((day, _), later) in enumerate(pairwise(dated), start=1)]
        gap, place = max(gaps, default=(0.0, 0))
        if gap <= days or not 2 <= place <= len(dated) - 2:
            return []
        return [article for _, article in dated[place:]]

    def nearest(self, article: int) -> list[tuple[float, int]]:
        """Logits and numbers of the groups that an article could belong to, its own among them as it is without it;
        the likeliest first.
        """
        found, own = self._articles[article], self.of.get(article)
        candidates = self._candidates(self._keys[article], found.words)
        if own is not None and own not in candidates and len(self.all[own].members) > 1:
            candidates.append(own)
        if own is not None and len(self.all[own].members) == 1:
            candidates = [number for number in candidates if number != own]
        return self._ranked(self._evidence_of(article, candidates), candidates)

    def evidence(self, article: int, number: int) -> Evidence:
        """What speaks for an article's belonging to a group, without itself where it is in it."""
        return self._evidence_of(article, [number])

    def partners(self, number: int) -> list[tuple[float, int]]:
        """Logits and numbers of other groups that could be one with a group, the likeliest first."""
        group = self.all[number]
        candidates = [other for other in self._candidates(_heaviest(group.words), group.words) if other != number]
        return self._ranked(self._evidence_between(number, candidates), candidates)

    def products(self, one: Bag, others: Sequence[Bag]) -> NDArray[np.float64]:
        """The product of a vector with each of the others. *Shape:* (len(others),)"""
        return self._scratch.dots(one, others)

    def logit(self, one: int, other: int) -> float:
        """Of two groups being one."""
        return float(self.model.logits(self._evidence_between(one, [other]))[0])

    def _ranked(self, evidence: Evidence, candidates: Sequence[int]) -> list[tuple[float, int]]:
        if not candidates:
            return []
        logits = self.model.logits(evidence)
        return sorted(zip(logits.tolist(), candidates, strict=True), key=lambda pair: (-round(pair[0], 9), pair[1]))

    def _evidence_of(self, article: int, candidates: Sequence[int]) -> Evidence:
        found, own = self._articles[article], self.of.get(article)
        groups = [self.all[number] for number in candidates]
        within = np.array([number == own for number in candidates], dtype=np.float64)
        sizes = np.array([len(group.members) for group in groups], dtype=np.float64) - within
        day = np.nan if found.day is None else found.day
        middles = [group.middle(found.day if is_own else None) for group, is_own in zip(groups, within, strict=True)]
        return Evidence(
            words=(self._scratch.dots(found.words, [g.words for g in groups]) - within * _square(found.words)) / sizes,
            names=(self._scratch.dots(found.names, [g.names for g in groups]) - within * _square(found.names)) / sizes,
            smaller=np.ones(len(groups)),
            gap=np.abs(np.array(middles, dtype=np.float64) - day),
            believed=np.array([len(group.days) > 1 for group in groups], dtype=bool) & self._is_borne_out(article),
        )

    def _is_borne_out(self, article: int) -> bool:
        """Whether the others of an article's group have about the date that it has."""
        day = self._articles[article].day
        if day is None or article not in self.of:
            return False
        return abs(self.all[self.of[article]].middle(day) - day) <= SEASON  # false where the others have none

    def _evidence_between(self, number: int, candidates: Sequence[int]) -> Evidence:
        group = self.all[number]
        others = [self.all[other] for other in candidates]
        size = float(len(group.members))
        sizes = np.array([len(other.members) for other in others], dtype=np.float64)
        return Evidence(
            words=self._scratch.dots(group.words, [other.words for other in others]) / (size * sizes),
            names=self._scratch.dots(group.names, [other.names for other in others]) / (size * sizes),
            smaller=np.minimum(sizes, size),
            gap=np.abs(np.array([other.middle() for other in others], dtype=np.float64) - group.middle()),
            believed=np.array([min(len(group.days), len(other.days)) > 1 for other in others], dtype=bool),
        )

    def _candidates(self, keys: Sequence[int], words: Bag) -> list[int]:
        """The groups that share the weightiest words, rising."""
        weight = dict(zip(words.stems.tolist(), words.counts.tolist(), strict=True))
        shared: dict[int, float] = defaultdict(float)
        looked_at = 0
        for key in sorted(keys, key=lambda key: (len(self._holders.get(key, ())), key)):
            holders = self._holders.get(key, {})
            looked_at += len(holders)
            if len(holders) > MAX_HOLDERS or looked_at > MAX_LOOKED_AT:
                break
            for number, count in holders.items():
                shared[number] += weight[key] * count / len(self.all[number].members)
        return sorted(heapq.nsmallest(CANDIDATES, shared, key=lambda number: (-shared[number], number)))

    def _change(self, article: int, number: int, sign: int) -> None:
        group, found = self.all[number], self._articles[article]
        group.words, group.names = add(group.words, found.words, sign), add(group.names, found.names, sign)
        for key in self._keys[article]:
            holders = self._holders[key]
            holders[number] = holders.get(number, 0) + sign
            if not holders[number]:
                del holders[number]
        if sign > 0:
            group.members.append(article)
            group.days += [] if found.day is None else [found.day]
            self.of[article] = number
        else:
            group.members.remove(article)
            if found.day is not None:
                group.days.remove(found.day)
            del self.of[article]
            if not group.members:
                del self.all[number]


_EMPTY = Bag(np.zeros(0, dtype=np.int64), np.zeros(0))


def _heaviest(words: Bag) -> list[int]:
    order = np.lexsort((words.stems, -words.counts))[:KEYS]
    stems: NDArray[np.int64] = words.stems[order]
    return [int(stem) for stem in stems]


def _square(bag: Bag) -> float:
    return float(bag.counts @ bag.counts)
