"""A sentence as the stages see it: a span of a document, and what it is good for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from summarize.records.document import DEFAULT_LANGUAGE
from summarize.records.length import count_words


class SentenceRole(StrEnum):
    """What a sentence is good for."""

    BODY = "body"
    """May be quoted in the brief."""
    HEADLINE = "headline"
    """Evidence for what matters, and perhaps the brief's title; never a sentence of the brief."""
    FRAGMENT = "fragment"
    """Too short or too broken to stand alone: evidence for a claim, never a sentence of the brief."""
    BOILERPLATE = "boilerplate"
    """No article content: left out and counted."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of a document. Its identity is (document, start, end), never the text."""

    document: int
    """Index into the documents of its corpus."""
    start: int
    end: int
    text: str
    """Exactly `documents[document].text[start:end]`."""
    position: int = 0
    """How many sentences of the same document stand before it, boilerplate not counted."""
    paragraph: int = 0
    """Which paragraph of the document it stands in, counted from 0."""
    role: SentenceRole = SentenceRole.BODY
    reason: str = ""
    """Name of the rule that gave it its role; empty for BODY."""
    language: str = DEFAULT_LANGUAGE
    """ISO 639 code of the language whose rules are held against it, that of its document."""
    tokens: tuple[str, ...] = field(default=(), repr=False)
    """Its words, lower-cased and stemmed, in order; numbers as they are."""

    @property
    def words(self) -> int:
        """Length as the budget counts it."""
        return count_words(self.text)

    @property
    def kind(self) -> SentenceRole:
        """Its role, under the name that programs written for earlier versions know."""
        return self.role
