"""What any system, ours or a peer, hands in to be scored."""

from __future__ import annotations

from dataclasses import dataclass

from summarize import Brief
from summarize.records.brief import CitationRole


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a document, and the text the system says stands there (None: it does not say)."""

    document: int
    start: int
    end: int
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a brief: where it was taken, and the spans of other documents cited as saying the same.

    `support` is None for a system that cites nothing.
    """

    text: str
    quoted: tuple[Span, ...]
    support: tuple[Span, ...] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A brief with what it was made from; None where a system has nothing of the kind."""

    told: tuple[Told, ...] = ()
    claims: tuple[tuple[Span, ...], ...] | None = None
    conflicts: tuple[tuple[Span, ...], ...] | None = None


def outcome_of(brief: Brief) -> Outcome:
    """Our brief as an outcome; source number k is document k - 1 of those given."""
    return Outcome(
        told=tuple(
            Told(
                text=sentence.text,
                quoted=tuple(
                    Span(c.source - 1, c.start, c.end, c.quote)
                    for c in sentence.citations
                    if c.role is CitationRole.QUOTED
                ),
                support=tuple(
                    Span(c.source - 1, c.start, c.end, c.quote)
                    for c in sentence.citations
                    if c.role is not CitationRole.QUOTED
                ),
            )
            for sentence in brief.sentences
        ),
        claims=tuple(tuple(Span(m.source - 1, m.start, m.end) for m in claim.members) for claim in brief.claims),
        conflicts=tuple(
            tuple(Span(v.source - 1, v.start, v.end, v.quote) for v in conflict.values) for conflict in brief.conflicts
        ),
    )
