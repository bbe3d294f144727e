"""How an outcome is scored against an annotated event.

Every figure is a ratio of counts, and counts are added up over events before they are divided (micro-average). Spans
are matched to annotated sentences by overlap: a span stands for each sentence of which it covers at least half.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from benchmarks.annotated import Event
from benchmarks.outcome import Outcome, Span, Told

SHOWN = (
    "claim_pair_precision",
    "claim_pair_recall",
    "claim_pair_f1",
    "citation_precision",
    "citation_recall",
    "key_fact_recall",
)
"""The figures that every table of events has."""
RESAMPLES = 2_000
"""Draws of a bootstrap: enough for the second digit of a 95 % interval."""

Counts = Counter[str]
Figures = dict[str, NDArray[np.float64]]


def score(event: Event, outcome: Outcome) -> Counts:
    """The counts from which `figures` are made."""
    counts: Counts = Counter(briefs=1)
    if outcome.claims is not None:
        counts += _claim_pairs(event, outcome.claims)
    for sentence in outcome.told:
        counts += _sentence(event, sentence)
    counts += _brief(event, outcome.told)
    if outcome.conflicts is not None:
        counts += _conflicts(event, outcome.conflicts)
    counts["quotes_not_verbatim"] = _altered_quotes(event, outcome)
    return counts


def figures(counts: Mapping[str, ArrayLike]) -> Figures:
    """The figures of summed counts, rates in per cent, NaN where nothing was there to be judged.

    Works on numbers and on arrays of them, so that a bootstrap is one call.
    """
    found, wrong, missed = (np.asarray(counts[f"pairs_{what}"]) for what in ("found", "wrong", "missed"))
    good, bad = np.asarray(counts["citations_good"]), np.asarray(counts["citations_bad"])
    precision, recall = _rate(found, found + wrong), _rate(found, found + missed)
    cited, backed = _rate(good, good + bad), _rate(counts["supporters_cited"], counts["supporters"])
    return {
        "claim_pair_precision": precision,
        "claim_pair_recall": recall,
        "claim_pair_f1": _harmonic_mean(precision, recall),
        "citation_precision": cited,
        "citation_recall": backed,
        "citation_f1": _harmonic_mean(cited, backed),
        "key_fact_recall": _rate(counts["key_facts_told"], counts["key_facts"]),
        "words_per_brief": _rate(counts["words"], counts["briefs"]) / 100,
        "redundant_pairs": np.asarray(counts["redundant_pairs"], dtype=float),
        "stale_updates": np.asarray(counts["stale_updates"], dtype=float),
        "boilerplate_sentences": np.asarray(counts["boilerplate_sentences"], dtype=float),
        "conflict_precision": _rate(counts["conflicts_right"], counts["conflicts_reported"]),
        "conflict_recall": _rate(counts["conflicts_found"], counts["conflicts"]),
        "conflicts_reported": np.asarray(counts["conflicts_reported"], dtype=float),
        "quotes_not_verbatim": np.asarray(counts["quotes_not_verbatim"], dtype=float),
    }


def total(rows: Iterable[Counts]) -> Counts:
    """The counts of several events added up."""
    return sum(rows, Counter())


def margin(ours: Sequence[Counts], theirs: Sequence[Counts], figure: str) -> tuple[float, float, float]:
    """How much higher our figure is, with the ends of its 95 % interval: a paired bootstrap over events."""
    first, second = (_resampled(rows)[figure] for rows in (ours, theirs))
    difference = figures(total(ours))[figure] - figures(total(theirs))[figure]
    low, high = np.percentile(first - second, [2.5, 97.5])
    return float(difference), float(low), float(high)


def _resampled(rows: Sequence[Counts]) -> Figures:
    draws = np.random.default_rng(0).integers(0, len(rows), (RESAMPLES, len(rows)))
    names = set().union(*rows)
    sums = {name: np.array([row[name] for row in rows])[draws].sum(axis=1) for name in names}
    return figures(defaultdict(int, sums))


def _claim_pairs(event: Event, claims: Sequence[Sequence[Span]]) -> Counts:
    claim_of: dict[int, int] = {}
    for number, members in enumerate(claims):
        for span in members:
            for index in event.covered(span.document, span.start, span.end):
                claim_of.setdefault(index, number)
    counts: Counts = Counter()
    content = [index for index in range(len(event.sentences)) if index not in event.boilerplate]
    for pair in combinations(content, 2):
        if pair in event.overlapping:
            continue
        together = pair[0] in claim_of and claim_of[pair[0]] == claim_of.get(pair[1])
        if together:
            counts["pairs_found" if pair in event.same else "pairs_wrong"] += 1
        elif pair in event.same:
            counts["pairs_missed"] += 1
    return counts


def _sentence(event: Event, told: Told) -> Counts:
    quoted = _covered(event, told.quoted)
    counts: Counts = Counter(words=len(told.text.split()))
    counts["boilerplate_sentences"] += bool(quoted) and quoted <= event.boilerplate
    if told.support is None:
        return counts
    agreeing = set()
    for span in told.support:
        good = any(_related(event, i, j) for i in quoted for j in _covered(event, [span]))
        counts["citations_good" if good else "citations_bad"] += 1
        if good:
            agreeing.add(span.document)
    home = {event.sentences[i].document for i in quoted}
    supporters = {event.sentences[j].document for i in quoted for j in _group(event, i)} - home
    counts["supporters"] += len(supporters)
    counts["supporters_cited"] += len(supporters & agreeing)
    return counts


def _brief(event: Event, told: Sequence[Told]) -> Counts:
    quoted = [_covered(event, sentence.quoted) for sentence in told]
    everything = frozenset[int]().union(*quoted)
    return Counter(
        redundant_pairs=sum(
            any((min(i, j), max(i, j)) in event.same for i in first for j in second)
            for first, second in combinations(quoted, 2)
        ),
        key_facts=sum(fact.weight for fact in event.key_facts),
        key_facts_told=sum(fact.weight for fact in event.key_facts if fact.sentences & everything),
        stale_updates=sum(_is_stale(event, former, current, everything) for former, current in event.updates),
    )


def _is_stale(event: Event, former: int, current: int, told: frozenset[int]) -> bool:
    """Whether what was replaced is told, and what replaced it is not."""
    old, new = _group(event, former) | {former}, _group(event, current) | {current}
    if old & new:  # one fact in an old and a new form
        old, new = frozenset({former}), frozenset({current})
    return bool(old & told) and not new & told


def _conflicts(event: Event, conflicts: Sequence[Sequence[Span]]) -> Counts:
    found: set[int] = set()
    counts: Counts = Counter(conflicts=len(event.conflicts), conflicts_reported=len(conflicts))
    for spans in conflicts:
        sides = _covered(event, spans)
        matches = {
            number
            for number, pair in enumerate(event.conflicts)
            if all(sides & (_group(event, side) | {side}) for side in pair)
        }
        counts["conflicts_right"] += bool(matches)
        found |= matches
    counts["conflicts_found"] = len(found)
    return counts


def _altered_quotes(event: Event, outcome: Outcome) -> int:
    spans = [
        *(span for told in outcome.told for span in (*told.quoted, *(told.support or ()))),
        *(span for conflict in outcome.conflicts or () for span in conflict),
    ]
    return sum(
        span.quote is not None and event.documents[span.document].text[span.start : span.end] != span.quote
        for span in spans
    )


def _covered(event: Event, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset[int]().union(*(event.covered(span.document, span.start, span.end) for span in spans))


def _related(event: Event, i: int, j: int) -> bool:
    pair = (min(i, j), max(i, j))
    return i == j or pair in event.same or pair in event.overlapping


def _group(event: Event, index: int) -> frozenset[int]:
    """The sentences that state the same fact as this one; empty for one nobody repeats."""
    return event.groups[event.group_of[index]] if index in event.group_of else frozenset()


def _rate(part: ArrayLike, whole: ArrayLike) -> NDArray[np.float64]:
    with np.errstate(divide="ignore", invalid="ignore"):
        return 100 * np.divide(part, whole)


def _harmonic_mean(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(a + b == 0, 0.0, 2 * a * b / (a + b))
