"""What the selection decides. All numbers are indices into the sentences of the corpus and its claims."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.conflicts import FoundConflict
from summarize.records.views import SentenceStatus


@dataclass(frozen=True, slots=True)
class FoundNote:
    """What tells a reader who or when is meant by `text[start:end]` of a sentence: a span of a document or a date."""

    start: int
    end: int
    shown: str | None
    """The date; None where the span says it in its words."""
    document: int
    span: tuple[int, int] | None = None
    """Where in the document it is told; for a date, where the document's own is, None if not in its text."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A claim told by one of its sentences."""

    claim: int
    sentence: int
    support: tuple[int, ...]
    """For every other document that states the claim, the sentence that does so most surely."""
    partial: tuple[int, ...] = ()
    """For every further document that states a part of the sentence, the one of it that does so most surely."""
    notes: tuple[FoundNote, ...] = ()
    """What the sentence takes for known and the brief has not told before."""
    status: SentenceStatus | None = None
    """What it is against an earlier brief, where there is one."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The choices in reading order, the salience of every claim, chosen or not, and a title."""

    choices: tuple[Choice, ...]
    salience: tuple[float, ...]
    contradictions: tuple[FoundConflict, ...]
    """Conflicts of what is told with what other documents say, beyond those found in figures, names and words."""
    title: str | None
    """The headline of a source that says best what is told; None where there is none."""
    answered: bool = False
    """Whether a sentence that may be quoted answers the question, where one was asked."""
