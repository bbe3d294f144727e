"""What conflict detection finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values of a conflict and a sentence that gives it."""

    sentence: int
    """Index of the sentence."""
    value: str
    """The words that clash, verbatim from one of the sentences that give this value, the same for all of them."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a paper says in place of what it said before."""

    sentence: Sentence
    """Of its notice: the one that gives the corrected value, else the one that takes the former back. It may be among
    the boilerplate."""
    value: str
    """The corrected value, as the sides that give it have it; all of the sentence where no value is known."""


@dataclass(frozen=True, slots=True)
class FoundConflict:
    """Sentences of different documents that cannot all be right as stated."""

    kind: str
    """number, date, time, name, polarity, or other."""
    claims: tuple[int, ...]
    """Indices of the claims the sentences belong to, ascending."""
    sides: tuple[Side, ...]
    """Two or more, for each distinct value one of every document that gives it; all of one value, or of one document,
    where a correction contradicts them."""
    apart: frozenset[tuple[int, int]]
    """All pairs of sentences that contradict each other here, the smaller index first; more than those of the sides
    where a document gives the same value several times."""
    is_certain: bool = False
    """Its values are of one thing whatever else the sentences say: no reading is asked."""
    of_two_acts: bool = False
    """Its days stand with verbs that are not the same on any two sides, so that they may be days of two acts."""
    correction: Correction | None = None
    """The notice that says which value is right."""


def contradicting_documents(corpus: Corpus, conflicts: Iterable[FoundConflict]) -> set[tuple[int, int]]:
    """Pairs of documents, as indices, that contradict each other in more than the spelling of a name."""
    document = corpus.document_of.tolist()
    return {
        (document[left], document[right])
        for conflict in conflicts
        if conflict.kind != "name"
        for left, right in conflict.apart
    }
