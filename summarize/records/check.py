"""The records of a check: every sentence of a draft with its verdict and what speaks for and against it.

`Check.to_dict` is the JSON form, schema "summarize.check/1". Other programs read it: a field may be added, none may
change its meaning.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from summarize.records.brief import Source

SCHEMA = "summarize.check/1"


class Verdict(StrEnum):
    """What the sources say of a sentence."""

    SUPPORTED = "supported"
    """They state all of it."""
    PARTLY = "partly"
    """They state a part of it, or the source that it names does not while another does."""
    CONTRADICTED = "contradicted"
    """They state something that cannot be true beside it."""
    UNSUPPORTED = "unsupported"
    """Nothing was found in them that states it."""
    NOT_CHECKABLE = "not_checkable"
    """It states no fact: a question, an opinion, a heading, a line on the text itself."""


class EvidenceRole(StrEnum):
    """What a cited span does for a sentence of the draft."""

    QUOTED = "quoted"
    """It stands there word for word."""
    CORROBORATES = "corroborates"
    """The source states the same."""
    PARTIAL = "partial"
    """The source states a part of it."""
    CONTRADICTS = "contradicts"
    """Both cannot be true."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of a source: `document.text[start:end] == quote`, always."""

    source: int
    """Number of the source, as in `Source.number`."""
    start: int
    end: int
    quote: str
    role: EvidenceRole
    page: int | None = None
    """On which it begins, counted from 1 whatever is printed on it; None where the source has no pages."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A figure, date or name of a sentence that no span cited for it holds: `draft.text[start:end] == text`."""

    kind: str
    """number, date, time or name"""
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What a contradicting source says instead; where few words tell. `draft.text[start:end] == text` and
    `document.text[source_start:source_end] == source_text`.
    """

    kind: str
    """As of a conflict: number, date, time, polarity, name or other."""
    start: int
    end: int
    text: str
    source: int
    source_start: int
    source_end: int
    source_text: str


@dataclass(frozen=True, slots=True)
class OwnCitation:
    """A source that the draft names for a sentence: `draft.text[start:end] == text`, such as "[1]" or a link."""

    start: int
    end: int
    text: str
    sources: tuple[int, ...]
    """Numbers of the sources that are meant; empty where none of those given is."""
    holds: bool
    """Whether one of these supports the sentence. False where none is known."""


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence of the draft: `draft.text[start:end] == text`."""

    text: str
    start: int
    end: int
    line: int
    """Of the draft, counted from 1, where it begins."""
    column: int
    """Character of that line, counted from 1."""
    verdict: Verdict
    citations: tuple[Evidence, ...] = ()
    """By role, then by source number."""
    voices: int = 0
    """How many independent sources support all or a part of it."""
    reason: str = ""
    """Why it is not checkable, or why no more can be said: the name of a rule."""
    differs: tuple[Difference, ...] = ()
    missing: tuple[Detail, ...] = ()
    """Details that no cited span holds."""
    own_citations: tuple[OwnCitation, ...] = ()

    def cited(self, *roles: EvidenceRole) -> tuple[int, ...]:
        """Numbers of the sources cited in one of these roles, rising."""
        return tuple(sorted({citation.source for citation in self.citations if citation.role in roles}))


@dataclass(frozen=True, slots=True)
class Check:
    """A draft held against its sources."""

    sentences: tuple[CheckedSentence, ...]
    """In the order of the draft, which they cover but for spaces, marks of lists and the like."""
    sources: tuple[Source, ...]
    draft: str
    """Id of the draft."""
    sha256: str
    """SHA-256 of the draft's text in UTF-8, in which its offsets count."""
    model: str
    is_read: bool
    """Whether sentences were read against each other. Without that only words and figures tell, and little is found."""

    @property
    def holds(self) -> bool:
        """Whether all that can be checked is supported."""
        return all(s.verdict in (Verdict.SUPPORTED, Verdict.NOT_CHECKABLE) for s in self.sentences)

    @property
    def is_checked(self) -> bool:
        """Whether there was anything that can be checked."""
        return any(s.verdict is not Verdict.NOT_CHECKABLE for s in self.sentences)

    def counts(self) -> dict[Verdict, int]:
        """How many sentences have each verdict, in the order of Verdict."""
        found = Counter(sentence.verdict for sentence in self.sentences)
        return {verdict: found[verdict] for verdict in Verdict}

    def to_dict(self) -> dict[str, Any]:
        """The check as plain data for JSON."""
        data: dict[str, Any] = {"schema": SCHEMA, **asdict(self)}
        data["holds"], data["counts"] = self.holds, {str(k): n for k, n in self.counts().items()}
        for cited in (cited for sentence in data["sentences"] for cited in sentence["citations"]):
            if cited["page"] is None:
                del cited["page"]
        for source in data["sources"]:
            if source["published"] is not None:
                source["published"] = source["published"].isoformat()
        return data
