"""Conflicts of sentences that were read together, whatever it is that they differ in: a denial, a cause, who did it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarize.conflicts.grounds import contradict_in_words
from summarize.conflicts.opposites import agree_by_denial
from summarize.conflicts.parsing import ParsedSentences
from summarize.conflicts.polarity import Span, exclusive, negated, opposed_sides, polarity_of
from summarize.conflicts.records import FoundConflict, Side
from summarize.conflicts.tolls import count_of_dead
from summarize.lexical.words import shared_head
from summarize.quantities.agreement import agree

MIN_CONTRADICTS = 0.75
"""Probability of contradicting from which a conflict with what is told is reported."""
MIN_SAME_FACT = 0.6
"""Probability of stating one fact, by vectors and words, below which a contradiction is of two things."""
SURELY_CONTRADICTS = 0.9
"""Probability from which the older of two sentences that contradict each other is not told beside the newer one."""
MIN_LIKENESS = 0.4
"""Likeness in words from which sentences with the same figures are not held to contradict each other ..."""
SAME_WORDS = 0.98
"""... unless all their words are the same: then it is their order that contradicts."""
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
        is_agreed = _agree_in_figures(parsed, left, right) or agree_by_denial(parsed[left], parsed[right])
        if is_agreed and not contradict_in_words(parsed[left], parsed[right]):
            continue
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


def _agree_in_figures(parsed: ParsedSentences, left: int, right: int) -> bool:
    """Whether two sentences in much the same words give the same figures, in whatever form, and neither denies anything
    that the other does not: "7:40 a.m." and "07:40". That both name the same day of the week says nothing.
    """
    mine, yours = ([value for value in parsed[i].values if value.stated] for i in (left, right))
    both = len(mine) == len(yours) and any(value.dimension != "weekday" for value in mine)
    return (
        both
        and all(any(agree(value, other) for other in yours) for value in mine)
        and all(any(agree(value, other) for other in mine) for value in yours)
        and MIN_LIKENESS <= parsed.likeness(left, right) < SAME_WORDS
        and len(polarity_of(parsed[left].words, parsed[left].language).negations)
        == len(polarity_of(parsed[right].words, parsed[right].language).negations)
        and _denies(parsed, left) == _denies(parsed, right)
    )


def _denies(parsed: ParsedSentences, index: int) -> bool:
    return bool(parsed[index].language.updates.denied.search(parsed[index].text))


def _explained(parsed: ParsedSentences, left: int, right: int) -> tuple[str, tuple[Span, Span]] | None:
    """The kind of a conflict and the words that clash, where few words do."""
    one, other = (polarity_of(parsed[i].words, parsed[i].language) for i in (left, right))
    dead = [count_of_dead(parsed[i]) for i in (left, right)]
    if dead[0] and dead[1] and dead[0].low != dead[1].low:
        return "number", ((dead[0].start, dead[0].end), (dead[1].start, dead[1].end))
    if spans := opposed_sides(one, other):
        return "other", spans
    if spans := negated(one, other) or exclusive(one, other):
        return "polarity", spans
    words = parsed[left].words, parsed[right].words
    texts = [[word.text.casefold() for word in side] for side in words]
    head = shared_head(*texts)
    tail = shared_head(*(text[head:][::-1] for text in texts))
    exchanged = [side[head : len(side) - tail] for side in words]
    if all(0 < len(side) <= MAX_EXCHANGED for side in exchanged):
        one_span, other_span = ((side[0].start, side[-1].end) for side in exchanged)
        return "other", (one_span, other_span)
    return None
