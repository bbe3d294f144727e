"""Articles into groups on one event each, the likeliest first, and what is put right afterwards.

Every new article is a group, and the two groups that are likeliest to be one are joined, again and again, old groups
among them (average linkage; the means over all pairs follow from the sums that a group holds). Then every article that
a change could concern is looked at again and moved where it belongs better, until nothing changes. Only groups that
share rare words are compared, so nothing takes time with the square of anything.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Set

from summarize.stories.groups import Groups
from summarize.stories.model import SEASON

SURE = 5.0
"""Logit from which an article, a copy as good as always, joins a group at once: so copies do not crowd the index."""
ROUNDS = 6
"""After so many nothing changes any more, or two articles change places for ever."""
MAX_MOVED = 500
"""Of a larger group only the new articles are looked at again: with so many, one more changes nothing."""


def group_articles(groups: Groups, new: Iterable[int]) -> None:
    """Puts new articles into the groups that they belong to, or new ones, and puts right what they show to be wrong."""
    fresh = set(new)
    touched = {_place(groups, article) for article in sorted(fresh)}
    for _ in range(2):  # what too many groups held at first tells something when they are fewer
        touched = _join(groups, touched)
    touched |= _split(groups, touched)
    for _ in range(ROUNDS):
        changed = _move(groups, touched, fresh)
        if not changed:
            break
        touched = _join(groups, changed)


def _place(groups: Groups, article: int) -> int:
    """The group that an article surely belongs to, or one of its own."""
    found = groups.nearest(article)
    if found and found[0][0] > SURE:
        groups.put(article, found[0][1])
        return found[0][1]
    return groups.open([article])


def _join(groups: Groups, touched: Set[int]) -> set[int]:
    """Joins groups, the likeliest pair first; those of the touched that are left, joined or not."""
    heap = [
        (-logit, min(number, other), max(number, other))
        for number in sorted(groups.all.keys() & touched)
        for logit, other in groups.partners(number)
        if logit > 0
    ]
    heapq.heapify(heap)
    left = set(touched)
    while heap:
        negative, one, other = heapq.heappop(heap)
        if one not in groups.all or other not in groups.all:
            continue
        now = groups.logit(one, other)
        if now != -negative:  # one of them has grown since
            if now > 0:
                heapq.heappush(heap, (-now, one, other))
            continue
        groups.join(one, other)
        left.add(one)
        for logit, partner in groups.partners(one):
            if logit > 0:
                heapq.heappush(heap, (-logit, min(one, partner), max(one, partner)))
    return left & groups.all.keys()


def _split(groups: Groups, touched: Set[int]) -> set[int]:
    """Parts groups at their longest silence, where both parts are likelier two; the new groups.

    Articles that came one by one, each too little evidence against the group it went to, may be evidence together.
    """
    opened = set()
    for number in sorted(touched):
        later = groups.after_silence(number, SEASON)
        if not later:
            continue
        for article in later:
            groups.take(article)
        opened.add(part := groups.open(later))
        if groups.logit(number, part) > 0:
            groups.join(number, part)
            opened.remove(part)
    return opened


def _move(groups: Groups, touched: Set[int], fresh: Set[int]) -> set[int]:
    """Moves the members of the touched groups that belong better elsewhere, or nowhere; the groups it changed."""
    looked_at = sorted(
        article
        for number in touched
        for article in groups.all[number].members
        if len(groups.all[number].members) <= MAX_MOVED or article in fresh
    )
    changed: set[int] = set()
    for article in looked_at:
        own = groups.of[article]
        found = groups.nearest(article)
        logit, best = found[0] if found else (0.0, own)
        alone = len(groups.all[own].members) == 1
        if logit > 0 and best != own:
            groups.take(article)
            groups.put(article, best)
        elif logit <= 0 and not alone:
            groups.take(article)
            groups.open([article])
        else:
            continue
        changed |= {own, groups.of[article]}
    return changed & groups.all.keys()
