"""Articles into groups on one event each, one article after another, and what is put right afterwards.

Each article in its turn goes to the likeliest group, or opens one, as in Allan, Papka and Lavrenko (1998), On-line new
event detection and tracking, SIGIR. Later articles may show that earlier ones stand wrong; so every article that a
change could concern is looked at again and moved where it belongs better, and groups that have become likely to be one
are joined, until nothing changes. The means over all pairs that decide (average linkage) follow from the sums that a
group holds, so nothing takes time with the square of anything.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

from summarize.stories.groups import Groups

ROUNDS = 6
"""After so many nothing changes any more, or two articles change places for ever."""
MAX_MOVED = 500
"""Of a larger group only the new articles are looked at again: with so many, one more changes nothing."""


def assign(groups: Groups, articles: Iterable[int]) -> set[int]:
    """Puts each article into the likeliest group, or a new one. The numbers of the groups that grew."""
    touched = set()
    for article in articles:
        found = groups.nearest(article)
        if found and found[0][0] > 0:
            groups.put(article, found[0][1])
        else:
            groups.open([article])
        touched.add(groups.of[article])
    return touched


def settle(groups: Groups, touched: set[int], new: Sequence[int]) -> None:
    """Moves and joins what the touched groups make it likely to move and to join, until nothing changes."""
    for _ in range(ROUNDS):
        joined = _join(groups, touched)
        moved = _move(groups, joined, new)
        if not moved:
            break
        touched = moved


def _join(groups: Groups, touched: set[int]) -> set[int]:
    """Joins groups, the likeliest pair first; those of the touched that are left, joined or not."""
    heap = [
        (-logit, min(number, other), max(number, other))
        for number in sorted(touched & groups.all.keys())
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


def _move(groups: Groups, touched: set[int], new: Sequence[int]) -> set[int]:
    """Moves the members of the touched groups that belong better elsewhere, or nowhere; the groups it changed."""
    fresh = set(new)
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
