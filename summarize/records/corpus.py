"""The documents in an order of their own, each text once.

The brief must not depend on the order the sources were given in, and an article given twice must change nothing. So
the stages work on the distinct documents in a canonical order, and only the finished brief speaks of source numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from summarize.errors import DocumentError, NothingToSummarize
from summarize.records.document import Document


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents as the stages see them, and as the caller gave them."""

    given: tuple[Document, ...]
    """As given; the source number of `given[k]` is k + 1."""
    documents: tuple[Document, ...]
    """One for each distinct text, in canonical order."""
    numbers: tuple[tuple[int, ...], ...]
    """Source numbers of every document with the text of `documents[i]`."""


def collect(documents: Iterable[Document]) -> Collection:
    """Puts documents into canonical order and folds those with the same text into one.

    Raises DocumentError when something is no Document or two different documents share an id, NothingToSummarize
    when there are none.
    """
    given = tuple(documents)
    if not given:
        raise NothingToSummarize("there is no document to summarize")
    by_id: dict[str, Document] = {}
    for document in given:
        if not isinstance(document, Document):
            raise DocumentError(f"every document must be a summarize.Document, not {type(document).__name__}")
        if by_id.setdefault(document.id, document) != document:
            raise DocumentError(f"two different documents have the id {document.id!r}; ids must be unique")
    same_text: dict[str, list[int]] = {}
    for number in sorted(range(1, len(given) + 1), key=lambda number: (_key(given[number - 1]), number)):
        same_text.setdefault(given[number - 1].text, []).append(number)
    return Collection(
        given=given,
        documents=tuple(given[numbers[0] - 1] for numbers in same_text.values()),
        numbers=tuple(tuple(numbers) for numbers in same_text.values()),
    )


def _key(document: Document) -> tuple[datetime, str, str, str, str, str]:
    return (
        document.published_utc or datetime.max.replace(tzinfo=UTC),
        document.text,
        document.id,
        document.title or "",
        document.url or "",
        document.publisher or "",
    )
