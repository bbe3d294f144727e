"""What an earlier brief had: which documents and which sentences of a corpus were known when it was made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Set
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from summarize.embedding import Memory, encode_sentences
from summarize.errors import BriefError
from summarize.models import Encoder
from summarize.records.brief import Brief, CitationRole
from summarize.records.corpus import Corpus
from summarize.verification import Fault, verify

MIN_SAME_COSINE = 0.75
"""Cosine from which a sentence says what one of a text says that is not there any more."""


@dataclass(frozen=True, slots=True, eq=False)
class Earlier:
    """An earlier brief, found again in a corpus of n sentences."""

    brief: Brief
    newer: frozenset[int]
    """Documents that it did not have."""
    revised: frozenset[int]
    """Documents that it had with another text."""
    missing: tuple[str, ...]
    """Ids of its sources that are no document of the corpus."""
    known: NDArray[np.bool_]
    """*Shape:* (n,); sentences that stand in what it had."""
    claim_of: Mapping[int, int]
    """The id of the earlier claim that a sentence was a member of, or says again."""
    again: Mapping[int, str] = field(default_factory=dict)
    """For sentences that are known as they say again, word for word or by meaning, what is not there any more: that."""


def find_earlier(brief: Brief, corpus: Corpus, encoder: Encoder, memory: Memory | None = None) -> Earlier:
    """Finds the sources of an earlier brief by their text, else by id or address, and its claims by their spans.

    What it had of texts that have changed or are not given any more is known by the words of its claims, and found
    again by these or by meaning. Raises BriefError when the brief was edited, and when nothing in it is found again.
    """
    changed = _changed(brief, corpus)
    document_of, revised = _match(brief, corpus, changed)
    known = np.isin(corpus.document_of, [*document_of.values()])
    claim_of, lost = _located(brief, corpus, document_of)
    again = _said_again(lost, corpus, known, encoder, memory)
    if not document_of and not again:
        raise BriefError("it is of other sources: none of them is among those given, and nothing it says is in these")
    known[list(again)] = True
    had = {*document_of.values(), *revised.values()}
    return Earlier(
        brief=brief,
        newer=frozenset(range(len(corpus.documents))) - had,
        revised=frozenset(revised.values()) - frozenset(document_of.values()),
        missing=tuple(
            source.id for source in brief.sources if source.number not in document_of and source.number not in revised
        ),
        known=known,
        claim_of={**{index: claim for index, (claim, _) in again.items()}, **claim_of},
        again={index: text for index, (_, text) in again.items()},
    )


def _changed(brief: Brief, corpus: Corpus) -> set[int]:
    """Numbers of the sources whose text is not what it was, or not given. Raises BriefError for an edited brief.

    The same text may stand on other pages now, which changes nothing.
    """
    if (place := _misnumbered(brief)) is not None:
        raise BriefError(f"it was edited or damaged: {place} has not the id of its claim")
    failures = [failure for failure in verify(brief, corpus.given).failures if failure.fault is not Fault.PAGE]
    unsigned = {source.number for source in brief.sources if source.sha256 is None}
    changed = {
        failure.source
        for failure in failures
        if failure.fault in (Fault.MISSING, Fault.CHANGED)
        or (failure.source in unsigned and failure.fault in (Fault.DIFFERENT, Fault.OUTSIDE))
    }
    for failure in failures:
        if failure.fault is Fault.UNQUOTED or failure.source not in changed:
            raise BriefError(f"it was edited or damaged: {failure.place} is not what its source says")
    return {number for number in changed if number is not None}


def _misnumbered(brief: Brief) -> str | None:
    """What of a brief has another id of a claim than it was given; None where nothing has. Claims are counted from 1,
    but for those that go on from a still earlier brief, and what is told, or clashes, is a member of its claim.
    """
    places: dict[int, set[tuple[int, int, int]]] = {}
    for number, claim in enumerate(brief.claims, start=1):
        if claim.id in places or claim.id < 1 or (brief.since is None and claim.id != number):
            return f"claim {number} of the list"
        places[claim.id] = {(member.source, member.start, member.end) for member in claim.members}
    for number, sentence in enumerate(brief.sentences, start=1):
        quoted = {(c.source, c.start, c.end) for c in sentence.citations if c.role is CitationRole.QUOTED}
        if not quoted <= places.get(sentence.claim, set()):
            return f"sentence {number}"
    for number, conflict in enumerate(brief.conflicts, start=1):
        of_claims = set[tuple[int, int, int]]().union(*(places.get(claim, set()) for claim in conflict.claims))
        if not {(value.source, value.start, value.end) for value in conflict.values} <= of_claims:
            return f"conflict {number}"
    return None


def _match(brief: Brief, corpus: Corpus, changed: Set[int]) -> tuple[dict[int, int], dict[int, int]]:
    """The document of every source that has its text, and of every other one that has its id or address."""
    by_text = {document.sha256: index for index, document in enumerate(corpus.documents)}
    by_name: dict[str, int] = {}
    index_of = {number: index for index, numbers in enumerate(corpus.numbers) for number in numbers}
    for number, document in enumerate(corpus.given, start=1):
        for name in (document.url, document.id):
            if name:
                by_name.setdefault(name, index_of[number])
    same, revised = dict[int, int](), dict[int, int]()
    for source in brief.sources:
        named = by_name.get(source.url or "", by_name.get(source.id))
        if source.sha256 in by_text:
            same[source.number] = by_text[source.sha256]
        elif named is not None:
            (revised if source.number in changed else same)[source.number] = named
    return same, {number: index for number, index in revised.items() if index not in same.values()}


def _located(
    brief: Brief, corpus: Corpus, document_of: Mapping[int, int]
) -> tuple[dict[int, int], list[tuple[int, str]]]:
    """The claim of every sentence that was a member of one; and of the claims that have none, the ids and words."""
    places: dict[int, list[tuple[int, int, int]]] = {}
    for index, sentence in enumerate(corpus.sentences):
        places.setdefault(sentence.document, []).append((sentence.start, sentence.end, index))
    told = {sentence.claim: sentence.text for sentence in brief.sentences}
    located, lost = dict[int, int](), list[tuple[int, str]]()
    for claim in brief.claims:
        found = False
        for member in claim.members:
            own = places.get(document_of.get(member.source, -1), [])
            at = bisect_right(own, member.start, key=lambda place: place[0]) - 1
            for start, end, index in own[max(at, 0) : at + 2]:
                if 2 * (min(end, member.end) - max(start, member.start)) > member.end - member.start:
                    located[index] = claim.id
                    found = True
        words = told.get(claim.id) or claim.text
        if not found and words:
            lost.append((claim.id, words))
    return located, lost


def _said_again(
    lost: list[tuple[int, str]], corpus: Corpus, known: NDArray[np.bool_], encoder: Encoder, memory: Memory | None
) -> dict[int, tuple[int, str]]:
    """The sentences that say what lost claims said, word for word or nearly so, each with the claim's id and words."""
    if not lost:
        return {}
    said = {_plain(text): (claim, text) for claim, text in reversed(lost)}
    others = np.flatnonzero(~known).tolist()
    again = {i: said[words] for i in others if (words := _plain(corpus.sentences[i].text)) in said}
    vectors = encode_sentences(encoder, [text for _, text in lost], memory=memory)
    for index in others:
        if index not in again and corpus.exact[index]:
            cosines = vectors @ corpus.vectors[index]
            best = int(np.round(cosines, 5).argmax())
            if cosines[best] >= MIN_SAME_COSINE:
                again[index] = lost[best]
    return again


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
