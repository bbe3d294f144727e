"""What is known of a stream from call to call: its articles, and the story that each is in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from summarize.records.corpus import collect
from summarize.records.document import Document
from summarize.records.stories import Joining
from summarize.stories.profile import Profile, Vocabulary, profiles

MAX_OPEN = 20_000
"""Texts that stories stay open for: one that as many newer ones have followed takes no more articles, and is no longer
listed. Bounds what a call that keeps a state has to read."""


@dataclass(slots=True)
class Known:
    """A text of the stream, and what is known of it."""

    documents: list[Document]
    """Every article with this text, the first one first."""
    profile: Profile
    story: str | None = None
    """The story it was put into by an earlier call; None for a new one."""
    joining: Joining | None = None
    number: int | None = None
    """Of its row in the file that keeps the stream; None before it has one."""

    @property
    def order(self) -> tuple[datetime, str]:
        """By date, those without a date last, and of equals by id."""
        first = self.documents[0]
        return first.published_utc or datetime.max.replace(tzinfo=UTC), first.id


@dataclass(slots=True)
class Stream:
    """The texts that stories are made of, in the order in which they came; each call adds to them."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    known: list[Known] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    """Ids of all stories there ever were: none is given twice."""

    def add(self, documents: Iterable[Document], max_sentences: int | None = None) -> set[int]:
        """Takes in what is not known yet. Of known texts with a new id the number, and of new texts: what is told anew.

        An id that another text has already becomes "ID (2)". Raises TooManySentences for more than `max_sentences`.
        """
        several = isinstance(documents, Iterable) and not isinstance(documents, Document)
        given = self._unlike_known(list(documents) if several else collect(documents).given)
        if not given:
            return set()
        place = {known.documents[0].text: number for number, known in enumerate(self.known)}
        told = set()
        corpus = collect(given)
        fresh = tuple(i for i, document in enumerate(corpus.documents) if document.text not in place)
        for i, document in enumerate(corpus.documents):
            if document.text in place:
                told.add(place[document.text])
                self.known[place[document.text]].documents += _all(corpus.given, corpus.numbers[i])
        distinct = replace(corpus, documents=tuple(corpus.documents[i] for i in fresh))
        for i, profile in zip(fresh, profiles(distinct, self.vocabulary, max_sentences), strict=True):
            told.add(len(self.known))
            self.known.append(Known(_all(corpus.given, corpus.numbers[i]), profile))
        return told

    def _unlike_known(self, documents: Sequence[Document]) -> list[Document]:
        """The documents that are new to the stream, each with an id that no other text has."""
        texts = {document.id: document.text for known in self.known for document in known.documents}
        found = []
        for document in documents:
            if not isinstance(document, Document) or document.id not in texts:
                found.append(document)
                continue
            name, count = document.id, 1
            while texts.get(name, document.text) != document.text:
                count += 1
                name = f"{document.id} ({count})"
            if name not in texts:
                found.append(replace(document, id=name))
                texts[name] = document.text
        return found


def _all(given: Sequence[Document], numbers: Sequence[int]) -> list[Document]:
    """The documents of these source numbers, each id once, by id."""
    return sorted({given[number - 1].id: given[number - 1] for number in numbers}.values(), key=lambda d: d.id)
