"""Conflicts of sentences that were read together, whatever it is that they differ in: a denial, a cause, who did it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from summarize.conflicts.parsing import ParsedSentences
from summarize.conflicts.polarity import Span, exclusive, negated, opposed_sides, polarity_of
from summarize.conflicts.records import FoundConflict, Side

MIN_CONTRADICTS = 0.6
"""Probability of contradicting from which a conflict with what is told is reported."""
CERTAIN = 0.99
"""The same where neither is told: only what an alignment tells is so sure."""
MAX_EXCHANGED = 4
"""Words of each sentence that may differ for these words to be what clashes, and not the sentences."""


def contradictions(
    parsed: ParsedSentences, claim_of: Sequence[int], pairs: Iterable[tuple[int, int]]
) -> list[FoundConflict]:
    """A conflict for every two claims, or every claim, of which sentences contradict each other; `pairs` have the lower
    index first.
    """
    found: dict[tuple[int, ...], list[tuple[int, int]]] = {}
    for left, right in sorted(pairs):
        found.setdefault(tuple(sorted({claim_of[left], claim_of[right]})), []).append((left, right))
    conflicts = []
    for claims, contradicting in found.items():
        sides: dict[int, str] = {}
        kind = "other"
        spans = _explained(parsed, *contradicting[0]) if len(contradicting) == 1 else None
        for pair in contradicting:
            for place, i in enumerate(pair):
                text = parsed[i].text
                start, end = spans[1][place] if spans else (0, len(text))
                sides.setdefault(i, text[start:end])
        if spans:
            kind = spans[0]
        conflicts.append(
            FoundConflict(
                kind, claims, tuple(Side(i, value) for i, value in sorted(sides.items())), frozenset(contradicting)
            )
        )
    return conflicts


def _explained(parsed: ParsedSentences, left: int, right: int) -> tuple[str, tuple[Span, Span]] | None:
    """The kind of a conflict and the words that clash, where few words do."""
    one, other = (polarity_of(parsed[i].words, parsed[i].language) for i in (left, right))
    if spans := opposed_sides(one, other):
        return "other", spans
    if spans := negated(one, other) or exclusive(one, other):
        return "polarity", spans
    words = parsed[left].words, parsed[right].words
    texts = [[word.text.casefold() for word in side] for side in words]
    head = _common(*texts)
    tail = _common(*(text[head:][::-1] for text in texts))
    exchanged = [side[head : len(side) - tail] for side in words]
    if all(0 < len(side) <= MAX_EXCHANGED for side in exchanged):
        one_span, other_span = ((side[0].start, side[-1].end) for side in exchanged)
        return "other", (one_span, other_span)
    return None


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))
